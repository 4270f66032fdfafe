"""A database file is made whole, recognised, migrated on a copy, or left alone."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.database import (
    backup,
    schema,  # registers them
)
from animating_alliances_desktop.core.database.connection import connect, open_engine
from animating_alliances_desktop.core.database.record import Base
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.errors import AppError
from tests.core.database.conftest import NotingIndex

NEXT = schema.GENERATION + 1
_HEAD = (
    f'revision, down_revision, branch_labels, depends_on = "{NEXT:04}", "{schema.GENERATION:04}", None, None'
)
_ADDS_A_COLUMN = f"""
import sqlalchemy as sa
from alembic import op
{_HEAD}
def upgrade():
    with op.batch_alter_table("alliance") as batch:
        batch.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="grey"))
"""
_LOSES_MEMBERS = f"""
from alembic import op
{_HEAD}
def upgrade():
    op.execute("DELETE FROM member")
"""


def filled(path: Path) -> None:
    database = Database(schema.create(path), path, NotingIndex())
    store = AllianceStore(database)
    _changes, ref = store.add("Coast")
    store.add_member(ref, "Harbour Trust")
    database.close()


def test_a_new_file_has_the_settings_of_safety(path: Path) -> None:
    engine = schema.create(path)
    with engine.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in (
            "journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "application_id"
        )}  # fmt: skip
    engine.dispose()
    assert asked == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0,
        "application_id": schema.APPLICATION,
    }  # fmt: skip
    assert schema.shape_of(path) is schema.Shape.OURS


def test_the_migrations_make_the_same_schema(path: Path) -> None:
    schema.create(path).dispose()
    other = path.with_name("migrated.db")
    engine = open_engine(other, create=True)
    with engine.connect() as connection:
        schema._upgrade(connection, schema.SCRIPTS, f"{schema.GENERATION:04}")
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_a_newer_workspace_is_left_alone_to_the_byte(path: Path) -> None:
    filled(path)
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.GENERATION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(AppError, match="newer version"):
        schema.shape_of(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


@pytest.mark.parametrize("damage", ["empty", "half", "letter", "other"])
def test_a_file_that_is_not_ours_is_refused_in_a_sentence(path: Path, damage: str) -> None:
    filled(path)
    whole = path.read_bytes()
    path.write_bytes(
        {"empty": b"", "half": whole[: len(whole) // 2], "letter": b"Dear all,\n" * 50,
         "other": whole[:68] + b"\0\0\0\1" + whole[72:]}[damage]
    )  # fmt: skip
    with pytest.raises(AppError, match=r"not a workspace|cut short|another program"):
        schema.shape_of(path)


def scripts_with(folder: Path, step: str) -> Path:
    shutil.copytree(schema.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"v{NEXT:04}_next.py").write_text(step, encoding="utf-8")
    return folder


def test_an_older_workspace_is_migrated_on_a_copy_after_a_backup(path: Path, tmp_path: Path) -> None:
    filled(path)
    scripts = scripts_with(tmp_path / "scripts", _ADDS_A_COLUMN)
    assert schema.shape_of(path, NEXT) is schema.Shape.OLDER
    schema.migrate(path, tmp_path / "backups", scripts=scripts, generation=NEXT)
    assert schema.shape_of(path, NEXT) is schema.Shape.OURS
    engine = open_engine(path)
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT a.name, a.colour, o.name FROM alliance a JOIN member m JOIN organisation o")
        ).all()
    engine.dispose()
    assert found == [("Coast", "grey", "Harbour Trust")]
    ((_number, kept),) = backup.numbered(tmp_path / "backups")
    assert schema.shape_of(kept) is schema.Shape.OURS


def test_a_migration_that_would_lose_something_changes_nothing(path: Path, tmp_path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    scripts = scripts_with(tmp_path / "scripts", _LOSES_MEMBERS)
    with pytest.raises(AppError, match="without loss"):
        schema.migrate(path, tmp_path / "backups", scripts=scripts, generation=NEXT)
    assert path.read_bytes() == before
    assert schema.shape_of(path) is schema.Shape.OURS


_V3_MEMBERS = """
    INSERT INTO alliance (id, name, purpose, description, created_at, changed_at, rev)
        VALUES ('a1', 'Coast', '', '', '2026-01-01', '2026-01-01', 1);
    INSERT INTO member (id, alliance_id, name, people, seeks, created_at, changed_at, rev) VALUES
        ('01a2271641187fa6968d6f07810c8181', 'a1', 'Harbour Trust', 'Ines', '', '2026-01-01', '2026-01-01', 1),
        ('01a2271641187fa6968d6f07810c8182', 'a1', 'Harbour Trust', 'Ken', '', '2026-01-01', '2026-01-01', 1),
        ('01a2271641187fa6968d6f07810c8183', 'a1', 'harbour trust', '', '', '2026-01-01', '2026-01-01', 1);
    INSERT INTO tombstone (id, ref, batch, table_name, rev, record, deleted_at) VALUES
        ('01a2271641187fa6968d6f07810c8184', 'aa:alliance/a1/x', 'b1', 'member', 1,
         '{"name": "Quay Board", "people": ""}', '2026-01-01'),
        ('01a2271641187fa6968d6f07810c8185', 'aa:alliance/a1/y', 'b1', 'member', 1, NULL, '2026-01-01');
"""


def test_members_become_organisations_without_a_word_lost(path: Path) -> None:
    engine = open_engine(path, create=True)
    with engine.connect() as connection:
        schema._upgrade(connection, schema.SCRIPTS, "0003")
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.executescript(_V3_MEMBERS)
        raw.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        raw.execute("PRAGMA user_version = 3")
    engine.dispose()
    schema.migrate(path, path.parent / "backups")
    with closing(connect(path)) as connection:
        members = "SELECT o.name, m.people FROM member m JOIN organisation o ON o.id = m.organisation_id"
        assert connection.execute(f"{members} ORDER BY m.id").fetchall() == [
            ("Harbour Trust", "Ines"), ("Harbour Trust", "Ken"), ("harbour trust", ""),
        ]  # fmt: skip
        assert connection.execute("SELECT count(*) FROM organisation").fetchone() == (3,)
        (record,), (emptied,) = connection.execute("SELECT record FROM tombstone ORDER BY id").fetchall()
        (quay,) = connection.execute("SELECT id FROM organisation WHERE name = 'Quay Board'").fetchone()
    assert json.loads(record) == {"people": "", "organisation_id": str(UUID(quay))}
    assert emptied is None
