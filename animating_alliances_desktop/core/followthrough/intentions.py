"""Intentions: “if …, then I will …”, a few at a time, and what came of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import AllianceRow, IntentionRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough import rows
from animating_alliances_desktop.core.followthrough.changing import checked
from animating_alliances_desktop.core.followthrough.model import MOST_INTENTIONS, Deed, Intention

FULL = (
    "Three intentions are open in this alliance already, as many as one can hold in mind: "
    "say first what came of one of them."
)


class IntentionStore:
    """What the user means to do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, alliance: Ref | None = None, *, only_open: bool = False) -> list[Intention]:
        """Those of one alliance or of all: first those that are open, then the latest first."""
        query = select(IntentionRow).options(joinedload(IntentionRow.alliance))
        if alliance is not None:
            query = query.where(IntentionRow.alliance_id == UUID(alliance.key))
        if only_open:
            query = query.where(IntentionRow.closed_on.is_(None))
        query = query.order_by(
            IntentionRow.closed_on.is_not(None), IntentionRow.day.desc(), IntentionRow.created_at.desc()
        )
        with self._database.read() as session:
            return [rows.intention_of(row) for row in session.scalars(query)]

    def get(self, ref: Ref) -> Intention:
        """One intention; raises AppError if it is not there."""
        with self._database.read() as session:
            return rows.intention_of(find(session, IntentionRow, ref))

    def add(
        self, alliance: Ref, cue: str, then: str, day: date, *, entry: Ref | None = None
    ) -> tuple[Changes, Ref]:
        """Mean to do something; raises AppError if as many are open as one can hold in mind."""
        with self._database.write() as writing:
            owner = writing.find(AllianceRow, alliance)
            if not has_room(writing.session, owner.id):
                raise AppError(FULL)
            row = IntentionRow(id=new_id(), alliance=owner, day=day, **_halves(cue, then))
            row.entry_id = UUID(entry.key) if entry else None
            writing.add(row)
        return writing.changes, row.ref

    def change(self, ref: Ref, cue: str, then: str) -> Deed:
        """Say it otherwise."""
        return self._write(ref, _halves(cue, then))

    def close(self, ref: Ref, outcome: str, day: date) -> Deed:
        """Say what came of it; the words may be none."""
        return self._write(ref, {"outcome": outcome.strip(), "closed_on": day})

    def open_again(self, ref: Ref) -> Deed:
        """Mean it again; raises AppError if as many others are open as one can hold in mind."""
        return self._write(ref, {"closed_on": None}, needs_room=True)

    def put_back(self, deed: Deed) -> Changes:
        """Take a change back."""
        with self._database.write() as writing:
            rows.put_back(writing, IntentionRow, deed.before)
        return writing.changes

    def remove(self, refs: Collection[Ref]) -> tuple[Changes, UUID]:
        """Take some away; the key brings them back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(*[writing.find(IntentionRow, ref) for ref in refs])
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes

    def _write(self, ref: Ref, values: dict[str, object], *, needs_room: bool = False) -> Deed:
        with self._database.write() as writing:
            row = writing.find(IntentionRow, ref)
            if needs_room and row.closed_on is not None and not has_room(writing.session, row.alliance_id):
                raise AppError(FULL)
            before = rows.as_it_was(row)
            for name, value in values.items():
                setattr(row, name, value)
        return Deed(writing.changes, (before,))


def has_room(session: Session, alliance: UUID) -> bool:
    """Whether one more can be open in an alliance."""
    still_open = select(func.count()).where(
        IntentionRow.alliance_id == alliance, IntentionRow.closed_on.is_(None)
    )
    begun = [row for row in session.new if isinstance(row, IntentionRow) and row.alliance_id == alliance]
    return (session.scalar(still_open) or 0) + len(begun) < MOST_INTENTIONS


def _halves(cue: str, then: str) -> dict[str, object]:
    if not cue.strip():
        raise AppError("Say first what it is that may happen: the “if”.")
    return {"cue": checked(cue), "text": checked(then)}
