"""One way to read, one to write; a write keeps revisions, tombstones and the index in step, in its own transaction."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Engine, inspect, null
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.belonging import (
    bring_back,
    going_with,
    let_go,
    shown_with,
    take_out,
)
from animating_alliances_desktop.core.database.connection import WRITING, DriverError, as_app_error
from animating_alliances_desktop.core.database.frozen import freeze
from animating_alliances_desktop.core.database.merged import led_to
from animating_alliances_desktop.core.database.record import Record, new_id, now
from animating_alliances_desktop.core.database.tables import RevisionRow, TombstoneRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.findable import Findable

RowT = TypeVar("RowT", bound=Record)


class Index(Protocol):
    """What is kept in step with the rows; `core.search.index.Index` is the one."""

    def put(self, connection: Connection, thing: Findable) -> None:
        """Replace everything that is known of this thing."""

    def drop(self, connection: Connection, ref: Ref) -> None:
        """Forget the thing."""


class Follower(Protocol):
    """What follows from the user's rows, and is kept in step with them in the transaction that writes them."""

    def hangs_on(self, session: Session, rows: Sequence[Record]) -> list[Record]:
        """The rows that go when these go, and come back with them."""

    def follow(self, writing: Writing, rows: Sequence[Record]) -> None:
        """See what is about to be written, and write what follows from it."""

    def settle(self, connection: Connection, rows: Sequence[Record], gone: Sequence[Record]) -> None:
        """Bring what is derived in step, now that these rows are written and those are gone."""


class Database:
    """The open database of a workspace."""

    def __init__(self, engine: Engine, path: Path, index: Index, followers: Sequence[Follower] = ()) -> None:
        self._engine = engine
        self._path = path
        self._index, self._followers = index, followers
        self._writing = engine.execution_options(**{WRITING: True})
        self._inode = self._identity()
        self.written = False
        """Whether the user wrote anything since somebody last set this to False."""

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of things throughout."""
        with self._in_words(), Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A bare connection for reading, for the search."""
        with self._in_words(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """A transaction of one write: all of it is kept when the block ends, or nothing."""
        self._check_still_ours()
        with self._in_words(), Session(self._writing, autoflush=False, expire_on_commit=False) as session:
            writing = Writing(session, self._index, self._followers)
            yield writing
            writing.finish()
            session.commit()
        self.written = True

    @contextmanager
    def rewrite(self) -> Iterator[Connection]:
        """A bare connection for writing what is derived: the index and the shipped library."""
        self._check_still_ours()
        with self._in_words(), self._writing.begin() as connection:
            yield connection

    def settle(self) -> bool:
        """Bring the journal into the file and empty it; False if somebody reads just now, so that it waits."""
        with self._in_words(), self._engine.connect() as connection:
            connection.rollback()
            driver: Any = connection.connection.driver_connection
            busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Bring the journal into the file, then let it go."""
        try:
            with self._engine.connect() as connection:
                connection.rollback()
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (DatabaseError, DriverError):
            pass  # a full disk, say: the journal stays beside the file and is taken up at the next opening
        finally:
            self._engine.dispose()

    def _identity(self) -> tuple[int, int]:
        found = os.stat(self._path)  # noqa: PTH116 -- a stat, never an open: that would drop SQLite's locks
        return found.st_dev, found.st_ino

    def _check_still_ours(self) -> None:
        """A file that was replaced under a running app would swallow what is written into it."""
        try:
            same = self._identity() == self._inode
        except OSError:
            same = False
        if not same:
            raise AppError(
                f"The workspace file {self._path} was replaced or removed by another program. "
                "Copy what you just wrote, then start the app again."
            )

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, DriverError) as error:
            sentence = as_app_error(error, self._path, "what you wrote")
            if sentence is None:
                raise
            raise sentence from error


class Writing:
    """One write in progress."""

    def __init__(self, session: Session, index: Index, followers: Sequence[Follower] = ()) -> None:
        self.session = session
        self._index, self._followers = index, followers
        self._refs: set[Ref] = set()
        self._to_index: dict[Ref, Record] = {}
        self._gone: list[Record] = []

    @property
    def changes(self) -> Changes:
        """What this write has touched; complete after the block has ended."""
        return Changes(frozenset(self._refs))

    def find(self, table: type[RowT], ref: Ref) -> RowT:
        """The row that `ref` points at; raises AppError if there is none."""
        return find(self.session, table, ref)

    def add(self, row: Record) -> None:
        """Keep a new row."""
        self.session.add(row)
        self._touch(row)

    def touch(self, row: Record) -> None:
        """Say that a row has changed: its time, its revision and its place in the index follow."""
        self._touch(row)

    def delete(self, *rows: Record) -> UUID:
        """Take rows away with all that needs them; the answer brings all of them back by `restore`."""
        batch = new_id()
        going = going_with(self.session, [row for row in rows if row not in self._gone])
        hanging = [row for follower in self._followers for row in follower.hangs_on(self.session, going)]
        going = list(dict.fromkeys([*hanging, *going]))
        frozen = {row: freeze(row) for row in going}
        ties, staying = let_go(self.session, going)
        for row in going:
            grave = TombstoneRow(
                ref=str(row.ref),
                batch=batch,
                table_name=row.__tablename__,
                rev=row.rev,
                record=frozen[row],
                ties=ties.get(row, []),
            )
            self.session.add(grave)
            self._refs.add(row.seen_as)
        take_out(self.session, going)
        self._gone += going
        for row in (*staying, *shown_with(self.session, going)):
            self._touch(row)
        return batch

    def unmake(self, *rows: Record) -> None:
        """Take back that rows were made: unlike what was deleted, they are not in the trash to come back."""
        batch = self.delete(*rows)
        for grave in [
            new for new in self.session.new if isinstance(new, TombstoneRow) and new.batch == batch
        ]:
            grave.record, grave.ties = null(), []

    def restore(self, batch: UUID) -> list[Record]:
        """Bring back what was deleted together, and tie to it again what was let go."""
        rows, tied = bring_back(self.session, batch)
        for row in (*rows, *tied, *shown_with(self.session, rows)):
            self._touch(row)
        return rows

    def shown_with(self, rows: Iterable[Record]) -> list[Record]:
        """What these rows are a part of."""
        return shown_with(self.session, rows)

    def flush(self) -> None:
        """Send what has changed so far to the database, so that what follows in this write meets it there."""
        self._note_changed()
        self.session.flush()

    def finish(self) -> None:
        """Write revisions, flush, and bring the index in step."""
        self._note_changed()
        for follower in self._followers:
            follower.follow(self, tuple(self._to_index.values()))
        self.session.flush()
        gone = set(self._gone)
        rows = tuple(row for row in self._to_index.values() if row not in gone)
        self._refs.update(row.seen_as for row in rows)
        connection = self.session.connection()
        self._bring_index_in_step(connection, rows)
        for follower in self._followers:
            follower.settle(connection, rows, self._gone)

    def _note_changed(self) -> None:
        for row in [row for row in self.session.dirty if isinstance(row, Record)]:
            if self.session.is_modified(row):
                self._keep_overwritten(row)
                row.changed_at = now()
                row.rev += 1
                self._touch(row)

    def _bring_index_in_step(self, connection: Connection, rows: Sequence[Record]) -> None:
        for row in self._gone:
            self._index.drop(connection, row.ref)
        for row in rows:
            thing = row.findable()
            if thing is not None:
                self._index.put(connection, thing)

    def _touch(self, row: Record) -> None:
        if row.id is None:
            row.id = new_id()
        self._to_index[Ref(row.KIND, f"{row.__tablename__}:{row.id}")] = row

    def _keep_overwritten(self, row: Record) -> None:
        lost = {}
        for column in inspect(type(row)).columns:
            if column.info.get("user_text"):
                before = [*inspect(row).attrs[column.key].history.deleted]
                if before and _lost(before[0], getattr(row, column.key)):
                    lost[column.key] = before[0]
        if lost:
            self.session.add(RevisionRow(ref=str(row.ref), rev=row.rev, texts=lost))


def find(session: Session, table: type[RowT], ref: Ref) -> RowT:
    """The row that `ref` points at, or led to by merging; raises AppError if there is none."""
    try:
        row = session.get(table, UUID(ref.key)) if ref.kind is table.KIND else None
        if row is None and ref.kind is table.KIND:
            row = session.get(table, UUID(led_to(session, ref).key))
    except ValueError:
        row = None
    if row is None:
        raise AppError(f"There is no {ref.kind.value} {ref.key[:60]} here any more. Go back to its list.")
    return row


def _lost(before: object, after: object) -> bool:
    """Whether words were taken away from a text, or from one of several."""
    if not isinstance(before, dict):
        return _loses(str(before or ""), str(after or ""))
    kept = after if isinstance(after, dict) else {}
    return any(_loses(text, kept.get(key, "")) for key, text in before.items())


def _loses(before: str, after: str) -> bool:
    """Whether words were taken away; a text that only had words put in at one place keeps all of itself."""
    shared = min(len(before), len(after))
    front = next((i for i in range(shared) if before[i] != after[i]), shared)
    rest = len(before) - front
    return rest > 0 and not (len(after) >= len(before) and after.endswith(before[front:]))
