"""Entries of the first forms are carried over to the forms of today, word by word, the deleted ones too."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.connection import connect, open_engine
from animating_alliances_desktop.core.database.migrations import parts
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.history import History
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.sealing import Event
from tests.core.database.conftest import NotingIndex

WHEN = "2026-11-20 10:00:00.000000"
BATCH = UUID(int=9)


def entry(number: int, form: str, **texts: str) -> dict[str, object]:
    columns = {"what": "", "so_what": "", "now_what": "", "free": "", "title": "", "minutes": None} | texts
    return {
        "id": UUID(int=number).hex, "alliance_id": UUID(int=1).hex, "day": "2026-11-20", "form": form, "kept_at": None,
        "created_at": WHEN, "changed_at": WHEN, "rev": 3, **columns,
    }  # fmt: skip


def insert(connection: object, table: str, row: dict[str, object]) -> None:
    columns = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)  # type: ignore[attr-defined]


@pytest.fixture
def old(path: Path) -> Path:
    """A workspace as version 3 of the schema left it."""
    engine = open_engine(path, create=True)
    with engine.connect() as connection:
        schema._upgrade(connection, schema.SCRIPTS, "0003")
        times = {"created_at": WHEN, "changed_at": WHEN, "rev": 1}
        coast = {"id": UUID(int=1).hex, "name": "Coast", "purpose": "", "description": "", **times}
        insert(connection, "alliance", coast)
        insert(
            connection,
            "entry",
            entry(2, "three", what="We met.", now_what="Ring Ines: “soon”.", free="An aside."),
        )
        insert(connection, "entry", entry(3, "free", free="Only this.") | {"kept_at": WHEN})
        thought = {"id": UUID(int=7).hex, "entry_id": UUID(int=3).hex, "text": "Was it?", **times}
        insert(connection, "addendum", thought)
        gone = entry(4, "three", so_what="It was fatigue.")
        record = gone | {"id": str(UUID(int=4)), "alliance_id": str(UUID(int=1)),
                         "created_at": "2026-11-20T10:00:00+00:00",
                         "changed_at": "2026-11-20T10:00:00+00:00"}  # fmt: skip
        grave = {"id": UUID(int=5).hex, "ref": f"aa:entry/{UUID(int=4)}", "batch": BATCH.hex, "table_name": "entry",
                 "rev": 3, "record": json.dumps(record), "deleted_at": WHEN}  # fmt: skip
        insert(connection, "tombstone", grave)
        revision = {"id": UUID(int=6).hex, "ref": f"aa:entry/{UUID(int=2)}", "rev": 1, "replaced_at": WHEN,
                    "texts": json.dumps({"what": "We quarrelled.", "title": "Row"})}  # fmt: skip
        insert(connection, "revision", revision)
        connection.commit()
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.exec_driver_sql("PRAGMA user_version = 3")
        connection.commit()
    schema._close_for_good(engine)
    return path


def test_every_text_is_in_its_part(old: Path, tmp_path: Path) -> None:
    assert schema.shape_of(old) is schema.Shape.OLDER
    schema.migrate(old, tmp_path / "backups")
    database = Database(open_engine(old), old, NotingIndex())
    journal = JournalStore(database)
    drafts = {entry.draft.form: entry for entry in journal.listed()}
    assert drafts["quick"].draft.parts == {
        "what-happened": "We met.", "now-what": "Ring Ines: “soon”.", "text": "An aside."
    }  # fmt: skip
    assert drafts["quick"].rev == 3
    assert drafts["free"].draft.parts == {"text": "Only this."}
    journal.restore(BATCH)
    back = journal.get(Ref.parse(f"entry/{UUID(int=4)}"))
    assert (back.draft.form, back.draft.parts) == ("quick", {"so-what": "It was fatigue."})
    events = [seal.event for seal in History(database).of(Ref.parse(f"entry/{UUID(int=3)}"))]
    assert events == [Event.TAKEN_UP, Event.THOUGHT]
    assert History(database).check() == []
    database.close()
    with closing(connect(old, "ro")) as connection:
        ((texts,),) = connection.execute("SELECT texts FROM revision").fetchall()
    assert json.loads(texts) == {"title": "Row", "parts": {"what-happened": "We quarrelled."}}


def test_a_text_that_does_not_arrive_stops_it(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_parts", lambda texts: {"what-happened": texts.get("what") or ""})
    with pytest.raises(RuntimeError, match="did not arrive"):
        schema.migrate(old, tmp_path / "backups")
    assert schema.shape_of(old) is schema.Shape.OLDER


def test_what_moves_is_compared_no_more_and_all_else_is(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(connection: object) -> None:
        parts_of_old(connection)
        connection.execute(text("UPDATE entry SET title = 'spoilt'"))  # type: ignore[attr-defined]

    parts_of_old = parts.carry_over
    monkeypatch.setattr(parts, "carry_over", spoil)
    with pytest.raises(AppError, match="without loss"):
        schema.migrate(old, tmp_path / "backups")
