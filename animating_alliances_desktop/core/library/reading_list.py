"""The reading list: texts of the library that are to be read, in an order; it is a collection with a role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.session import Database, Writing
from animating_alliances_desktop.core.database.tables import (
    BundledRow,
    CollectedRow,
    CollectionRow,
    DocumentRow,
    PlaceRow,
)
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Queued, minutes_to_read
from animating_alliances_desktop.core.library.store import FINISHED, KINDS

ROLE = "reading"
NAME = "Reading list"


class ReadingList:
    """What the user wants to read; there is one list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> list[Queued]:
        """All texts on the list, in its order."""
        with self._database.read() as session:
            return [text for row in _rows(session) for text in _queued(session, Ref.parse(row.target))]

    def following(self) -> Queued | None:
        """The first text on the list that was not read to its end yet."""
        return next((text for text in self.listed() if text.fraction < FINISHED), None)

    def holds(self, ref: Ref) -> bool:
        """Whether a text is on the list."""
        with self._database.read() as session:
            return any(row.target == str(ref) for row in _rows(session))

    def add(self, ref: Ref) -> Changes:
        """Put a text at the end of the list; one that is there already stays where it is."""
        with self._database.write() as writing:
            if next(_queued(writing.session, ref), None) is None:
                raise AppError("Only texts of the library can be put on the reading list.")
            there = _rows(writing.session)
            if all(row.target != str(ref) for row in there):
                position = there[-1].position + 1 if there else 0
                writing.add(CollectedRow(collection=_list(writing), target=str(ref), position=position))
        return writing.changes

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a text off the list; the key brings it back by `restore`."""
        with self._database.write() as writing:
            row = _row(writing.session, ref)
            batch = writing.delete(row)
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken off."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes

    def move(self, ref: Ref, by: int) -> Changes:
        """Move a text up (-1) or down (1) the list; at its end it stays."""
        with self._database.write() as writing:
            rows = list(_rows(writing.session))
            at = next((nth for nth, row in enumerate(rows) if row.target == str(ref)), -1)
            if at < 0:
                raise AppError(_GONE)
            rows.insert(max(0, min(at + by, len(rows) - 1)), rows.pop(at))
            for nth, row in enumerate(rows):
                row.position = nth
        return writing.changes


_GONE = "This text is not on the reading list any more."


def _rows(session: Session) -> Sequence[CollectedRow]:
    return session.scalars(
        select(CollectedRow)
        .join(CollectionRow)
        .where(CollectionRow.role == ROLE)
        .order_by(CollectedRow.position, CollectedRow.created_at)
    ).all()


def _row(session: Session, ref: Ref) -> CollectedRow:
    row = next((row for row in _rows(session) if row.target == str(ref)), None)
    if row is None:
        raise AppError(_GONE)
    return row


def _list(writing: Writing) -> CollectionRow:
    """The list, made when it is first needed."""
    row = writing.session.scalar(select(CollectionRow).where(CollectionRow.role == ROLE))
    if row is None:
        row = CollectionRow(name=NAME, role=ROLE)
        writing.add(row)
    return row


def _queued(session: Session, ref: Ref) -> Iterator[Queued]:
    """A text as the list shows it; nothing if it is gone."""
    row: BundledRow | DocumentRow | None = None
    if ref.kind is Kind.DOCUMENT:
        row = session.get(DocumentRow, UUID(ref.key))
    elif ref.kind in KINDS:
        row = session.get(BundledRow, str(ref))
    if row is not None:
        place = session.get(PlaceRow, str(ref))
        yield Queued(ref, row.title, minutes_to_read(row.words), place.fraction if place else 0.0)
