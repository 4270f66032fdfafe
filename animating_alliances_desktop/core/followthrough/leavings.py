"""Decisions and noticings: written down, changed, taken away."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import AllianceRow, DecisionRow, NoticingRow
from animating_alliances_desktop.core.followthrough import rows
from animating_alliances_desktop.core.followthrough.changing import checked
from animating_alliances_desktop.core.followthrough.model import Deed, Left


class LeftStore:
    """All decisions, or all noticings."""

    def __init__(self, database: Database, table: type[DecisionRow] | type[NoticingRow]) -> None:
        self._database, self._table = database, table

    def listed(
        self, alliance: Ref | None = None, since: date | None = None, until: date | None = None
    ) -> list[Left]:
        """Those of one alliance or of all, the latest first."""
        table = self._table
        query = select(table).options(joinedload(table.alliance))
        if alliance is not None:
            query = query.where(table.alliance_id == UUID(alliance.key))
        if since is not None:
            query = query.where(table.day >= since)
        if until is not None:
            query = query.where(table.day <= until)
        with self._database.read() as session:
            found = session.scalars(query.order_by(table.day.desc(), table.created_at.desc()))
            return [rows.left_of(row) for row in found]

    def get(self, ref: Ref) -> Left:
        """One of them; raises AppError if it is not there."""
        with self._database.read() as session:
            return rows.left_of(find(session, self._table, ref))

    def add(
        self, alliance: Ref, text: str, day: date, *, entry: Ref | None = None, meeting: Ref | None = None
    ) -> tuple[Changes, Ref]:
        """Write one down."""
        with self._database.write() as writing:
            row = self._table(
                id=new_id(), alliance=writing.find(AllianceRow, alliance), text=checked(text), day=day
            )
            row.entry_id = UUID(entry.key) if entry else None
            row.meeting_id = UUID(meeting.key) if meeting else None
            writing.add(row)
        return writing.changes, row.ref

    def change(self, ref: Ref, text: str, day: date | None = None) -> Deed:
        """Say it otherwise."""
        with self._database.write() as writing:
            row = writing.find(self._table, ref)
            before = rows.as_it_was(row)
            row.text, row.day = checked(text), day or row.day
        return Deed(writing.changes, (before,))

    def put_back(self, deed: Deed) -> Changes:
        """Take a change back."""
        with self._database.write() as writing:
            rows.put_back(writing, self._table, deed.before)
        return writing.changes

    def remove(self, refs: Collection[Ref]) -> tuple[Changes, UUID]:
        """Take some away; the key brings them back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(*[writing.find(self._table, ref) for ref in refs])
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes
