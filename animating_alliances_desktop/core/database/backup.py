"""Copies of the database that were opened and checked before they got their name."""

from __future__ import annotations

import hashlib
import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.database.connection import connect, in_words
from animating_alliances_desktop.core.database.tables import RECORDS
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.settling import settle

BACKUPS = "backups"
"""The folder beside the database."""
KEPT = 10
MOVED = {("member", "name")} | {("entry", name) for name in ("form", "what", "so_what", "now_what", "free")}
"""Columns that a migration moves; it proves by itself that what was in them arrived."""
_NAME = re.compile(r"workspace-(\d+)-\S+\.aabackup")
_BULKY = {"original", "html", "outline", "paragraphs"}
"""Columns that are told by another one (a hash, the original) and are left out of the digest."""


def copy_checked(source: Path, target: Path) -> None:
    """Copy the database at `source` to `target` (replacing it), only once the copy was proved to hold the same."""
    partial = target.with_name(target.name + ".tmp")
    partial.unlink(missing_ok=True)
    try:
        partial.touch(mode=0o600)  # all that the user wrote, for nobody else on this machine
        with in_words(source), closing(connect(source)) as original:
            original.execute("BEGIN")
            expected = digest(original)
            with in_words(target), closing(connect(partial, "rwc")) as copy:
                original.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            original.execute("ROLLBACK")
        verify(partial, expected)
        settle(partial, target)
    except OSError as error:
        raise AppError(f"No backup could be written to {target.parent}: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)


def back_up(database: Path, folder: Path) -> Path:
    """Put a checked copy into the backups folder, numbered, and let the oldest beyond the last ten go."""
    folder.mkdir(mode=0o700, exist_ok=True)
    there = numbered(folder)
    number = there[-1][0] + 1 if there else 1
    target = folder / f"workspace-{number:06}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.aabackup"
    copy_checked(database, target)
    for _number, old in numbered(folder)[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def numbered(folder: Path) -> list[tuple[int, Path]]:
    """The backups of a folder by their number, oldest first; clocks are not trusted."""
    found = ((_NAME.fullmatch(path.name), path) for path in folder.glob("*.aabackup"))
    return sorted((int(match[1]), path) for match, path in found if match)


def verify(path: Path, expected: str | None = None) -> None:
    """Open a copy afresh and check it through; raises AppError if anything is amiss."""
    with in_words(path), closing(connect(path, "ro")) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok" or (expected is not None and digest(connection) != expected):
            raise AppError(f"The copy {path.name} did not come out right and was not kept. Try again.")


def columns_of(connection: Any) -> dict[str, list[str]]:
    """The tables of the user's rows in this file, each with the columns that count for its digest."""
    found = {}
    for table in (record.__tablename__ for record in RECORDS):
        stored = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if stored:
            found[table] = sorted(set(stored) - _BULKY)
    return found


def digest(connection: Any, columns: dict[str, list[str]] | None = None) -> str:
    """A hash over everything that the user wrote, the same for the same rows."""
    total = hashlib.sha256()
    for table, names in (columns or columns_of(connection)).items():
        total.update(f"{table}\n".encode())
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id"):  # noqa: S608 -- our names
            total.update(repr(row).encode())
    return total.hexdigest()
