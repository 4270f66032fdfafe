"""Which shape a database file has: new, ours, older (to be migrated on a copy), newer (left alone), or damaged."""

from __future__ import annotations

from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from uuid6 import uuid7

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.database.backup import (
    BACKUPS,
    MOVED,
    back_up,
    columns_of,
    copy_checked,
    digest,
    numbered,
)
from animating_alliances_desktop.core.database.connection import connect, in_words, open_engine
from animating_alliances_desktop.core.database.tables import MetaRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.settling import settle

APPLICATION = 0x41414C31
"""What marks a file as ours in SQLite's header: AAL1."""
GENERATION = 4
"""The schema of this version: the number of the newest migration, and SQLite's user_version."""
SCRIPTS = Path(__file__).parent / "migrations"
_HEADER = 100


class Shape(Enum):
    """What a database file turned out to be."""

    NEW = auto()
    OURS = auto()
    OLDER = auto()


def shape_of(path: Path, generation: int = GENERATION) -> Shape:
    """Look at a file before it is opened; raises AppError for one that must be left alone.

    It reads the header itself, and may do so only while no connection is open: SQLite's locks would be lost.
    """
    if not path.exists():
        return Shape.NEW
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise AppError(f"The file {path} cannot be read: {error.strerror}. Check its permissions.") from error
    _check_whole(path, header)
    found = int.from_bytes(header[60:64], "big")
    if found > generation:
        raise AppError(
            f"The workspace {path.parent} was made by a newer version of this app. It was left as it is: "
            f"install the newer version, or choose another folder (this is version {__version__})."
        )
    return Shape.OURS if found == generation else Shape.OLDER


def _check_whole(path: Path, header: bytes) -> None:
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0"):
        raise AppError(
            f"The file {path} is not a workspace of this app, or was cut short. It was left as it is: "
            f"{_what_to_do(path)}."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION:
        raise AppError(
            f"The file {path} belongs to another program. Choose another folder for the workspace."
        )
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    journal = _journals(path)[0]
    if journal.exists() and journal.stat().st_size:
        return  # pages of the file may still be in its journal only, where a full disk stopped their copying
    if path.stat().st_size < page * int.from_bytes(header[28:32], "big"):
        raise AppError(f"The workspace file {path} was cut short. It was left as it is: {_what_to_do(path)}.")


def _what_to_do(path: Path) -> str:
    there = numbered(path.parent / BACKUPS)
    if not there:
        return "choose another folder, or put a copy of your own in its place"
    return f"copy {there[-1][1]} over it, or choose another folder"


def create(path: Path) -> Engine:
    """Make a new database, whole or not at all: it gets its name when it is complete."""
    partial = path.with_name(path.name + ".new")
    for leftover in (partial, *_journals(partial), *_journals(path)):
        leftover.unlink(missing_ok=True)
    with in_words(path.parent):
        engine = open_engine(partial, create=True)
        with engine.begin() as connection:
            MetaRow.metadata.create_all(connection)
            connection.execute(
                text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            )
            connection.execute(text("INSERT INTO alembic_version VALUES (:it)"), {"it": f"{GENERATION:04}"})
            connection.execute(text("INSERT INTO meta VALUES ('workspace_id', :it)"), {"it": str(uuid7())})
            connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
            connection.execute(text(f"PRAGMA user_version = {GENERATION}"))
        _close_for_good(engine)
    settle(partial, path)
    return open_engine(path)


def migrate(path: Path, backups: Path, *, scripts: Path = SCRIPTS, generation: int = GENERATION) -> None:
    """Bring an older database to this version on a copy; the old one stays in `backups`."""
    back_up(path, backups)
    copy = path.with_name(path.name + ".new")
    for leftover in (copy, *_journals(copy)):
        leftover.unlink(missing_ok=True)
    copy_checked(path, copy)
    with in_words(copy):
        engine = open_engine(copy)
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            columns = _staying(columns_of(raw))
            before = digest(raw, columns)
            _upgrade(connection, scripts, f"{generation:04}")
            _check_nothing_lost(raw, same=digest(raw, columns) == before)
            raw.execute(f"PRAGMA user_version = {generation}")
        _close_for_good(engine)
    with in_words(path), closing(connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for leftover in _journals(path):
        leftover.unlink(missing_ok=True)
    settle(copy, path)


def _staying(columns: dict[str, list[str]]) -> dict[str, list[str]]:
    return {table: [name for name in names if (table, name) not in MOVED] for table, names in columns.items()}


def _upgrade(connection: Any, scripts: Path, target: str) -> None:
    # Alembic costs some 200 ms and is needed once in a year.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
    connection.commit()


def _check_nothing_lost(raw: Any, *, same: bool) -> None:
    broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    said = raw.execute("PRAGMA integrity_check").fetchone()[0]
    if broken or said != "ok" or not same:
        raise AppError(
            "The workspace could not be brought to this version of the app without loss, so it was left as it was. "
            "Go on with the earlier version, and tell us."
        )


def _close_for_good(engine: Engine) -> None:
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _journals(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
