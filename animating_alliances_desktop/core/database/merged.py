"""What was merged into another thing: where its reference leads now, how that is done, and how it is undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.belonging import keys, reread
from animating_alliances_desktop.core.database.frozen import lively, plain
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.tables import (
    RECORDS,
    CollectedRow,
    KeptRow,
    MergedRow,
    NoteRow,
    TaggingRow,
)

_BY_REF = ((KeptRow, "target"), (TaggingRow, "target"), (CollectedRow, "target"), (NoteRow, "about"))
"""The columns that point at things of any kind."""
_TABLES = {table.__tablename__: table for table in RECORDS}


def led_to(session: Session, ref: Ref) -> Ref:
    """Where a reference leads after all merging; most lead where they always did."""
    seen = {ref}
    while (row := session.get(MergedRow, str(ref))) is not None:
        ref = Ref.parse(row.into)
        if ref in seen:
            break
        seen.add(ref)
    return ref


def led_here(session: Session, ref: Ref) -> list[Ref]:
    """The references that lead to this thing because their own was merged into it."""
    found: list[Ref] = []
    asked = [ref]
    while asked:
        query = select(MergedRow.old).where(MergedRow.into.in_([str(one) for one in asked]))
        asked = [one for one in map(Ref.parse, session.scalars(query)) if one not in found and one != ref]
        found += asked
    return found


def merging_batches(session: Session) -> set[UUID]:
    """The batches of tombstones that a merge left: `part` brings those back, and nobody deleted them."""
    return set(session.scalars(select(MergedRow.batch)))


def erase(session: Session, refs: Collection[str]) -> None:
    """Let go what merges keep of things that are let go: the words that stood in them, and where they led."""
    keys_gone = {ref.rpartition("/")[2] for ref in refs}
    for row in session.scalars(select(MergedRow)):
        staying = [one for one in row.changed if one[1] not in keys_gone]
        if row.into in refs:
            session.delete(row)
        elif row.old in refs or len(staying) < len(row.changed):
            row.changed = [] if row.old in refs else staying


class Pen:
    """Writes into rows, and notes what stood there, so that it can be put back."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.changed: list[list[Any]] = []

    def put(self, row: Record, name: str, value: Any) -> None:
        """Write a value into a row."""
        before = getattr(row, name)
        if before != value:
            self.changed.append([row.__tablename__, str(row.id), name, plain(before), plain(value)])
            setattr(row, name, value)

    def turn(self, one: Record, into: Record) -> list[Record]:
        """Let everything that points at one row point at another; the answer is what was turned."""
        turned = []
        for row, name, value in [*_by_key(self._session, one, into), *_by_ref(self._session, one, into)]:
            self.put(row, name, value)
            turned.append(row)
        return turned


def put_back(session: Session, changed: list[list[Any]]) -> list[Record]:
    """Undo what a pen wrote, the last first, save where somebody wrote something else since."""
    rows = []
    for table, key, name, before, after in reversed(changed):
        row = session.get(_TABLES[table], UUID(key))
        if row is None or plain(getattr(row, name)) != after:
            continue
        wanted = inspect(_TABLES[table]).columns[name].type.python_type
        setattr(row, name, lively(wanted, before))
        rows.append(row)
    return rows


def settle(session: Session, rows: list[Record]) -> None:
    """Let the session read anew what these rows point at, now that they are written."""
    for row in rows:
        for key in keys():
            if key.table is type(row):
                reread(session, row, key.name)


def _by_key(session: Session, one: Record, into: Record) -> Iterator[tuple[Record, str, Any]]:
    for key in keys():
        if key.owner is type(one):
            for row in session.scalars(select(key.table).where(key.column == one.id)):
                yield row, key.name, into.id


def _by_ref(session: Session, one: Record, into: Record) -> Iterator[tuple[Record, str, Any]]:
    for table, name in _BY_REF:
        for row in session.scalars(select(table).where(getattr(table, name) == str(one.ref))):
            yield row, name, str(into.ref)
