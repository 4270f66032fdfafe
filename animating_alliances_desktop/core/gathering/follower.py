"""What follows from what is written: tags typed into notes, the index told of names, members gone with their things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import inspect, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    CollectedRow,
    CollectionRow,
    KeptRow,
    NoteRow,
    TaggingRow,
    TagRow,
)
from animating_alliances_desktop.core.gathering.model import typed_tags
from animating_alliances_desktop.core.gathering.tags import put, take_off


class Filing(Protocol):
    """What must know the tags and the collections of a thing; `core.search.index.Index` is the one."""

    def retag(self, connection: Connection, ref: Ref) -> None:
        """Look again which tags a thing has."""

    def recollect(self, connection: Connection, ref: Ref) -> None:
        """Look again in which collections a thing lies."""


class Gathering:
    """Follows the user's rows."""

    def __init__(self, index: Filing) -> None:
        self._index = index

    def hangs_on(self, session: Session, rows: Sequence[Record]) -> list[Record]:
        """That these things had tags, lay in collections and were kept with alliances."""
        refs = [str(row.ref) for row in rows if not isinstance(row, TaggingRow | CollectedRow | KeptRow)]
        tables: tuple[Any, ...] = (TaggingRow, CollectedRow, KeptRow)
        return [
            row
            for table in tables
            for some in slices(refs)
            for row in session.scalars(select(table).where(table.target.in_(some)))
        ]

    def follow(self, writing: Writing, rows: Sequence[Record]) -> None:
        """Put the tags that were typed into a note on it, and take off those that were taken out of it."""
        for row in rows:
            if isinstance(row, NoteRow):
                before, after = _typed_before_and_now(row)
                if after - before:
                    put(writing, row.ref, sorted(after - before))
                if before - after:
                    take_off(writing, row.ref, before - after)

    def settle(self, connection: Connection, rows: Sequence[Record], gone: Sequence[Record]) -> None:
        """Tell the index of every thing whose tags or collections are others now."""
        for ref in _touched(connection, rows, gone, TagRow, TaggingRow, TaggingRow.tag_id):
            self._index.retag(connection, ref)
        for ref in _touched(connection, rows, gone, CollectionRow, CollectedRow, CollectedRow.collection_id):
            self._index.recollect(connection, ref)


def _typed_before_and_now(note: NoteRow) -> tuple[set[str], set[str]]:
    """Only what changed matters: a tag that was renamed since must not come back with each save."""
    history = inspect(note).attrs["text"].history
    if not history.has_changes():
        return set(), set()
    before = "".join(text or "" for text in history.deleted or ())
    old, new = typed_tags(before), typed_tags(note.text)
    known = {word.casefold() for word in new}
    return {word for word in old if word.casefold() not in known}, {
        word for word in new if word.casefold() not in {one.casefold() for one in old}
    }


def _touched(
    connection: Connection, rows: Sequence[Record], gone: Sequence[Record], head: Any, member: Any, owner: Any
) -> list[Ref]:
    """The things that came under a head or left it, and those under one that may be called otherwise now."""
    refs = {row.target for row in (*rows, *gone) if isinstance(row, member)}
    for row in rows:
        if isinstance(row, head):
            refs |= set(connection.scalars(select(member.target).where(owner == row.id)))
    return [Ref.parse(ref) for ref in sorted(refs)]
