"""Actions: made, given to somebody, done or let go; each change is a step of their history and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import ActionRow, AllianceRow, StepRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough import rows
from animating_alliances_desktop.core.followthrough.changing import (
    change,
    come_again,
    give,
    let_go,
    make,
    mark_done,
    move,
    open_again,
)
from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Deed,
    Owner,
    OwnerKind,
    Share,
    Status,
    Wish,
)
from animating_alliances_desktop.core.followthrough.owners import known_in
from animating_alliances_desktop.core.followthrough.wording import read_wish

_Work = Callable[[Writing, ActionRow], Iterable[UUID]]


class ActionStore:
    """The user's actions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # To read

    def listed(self, alliance: Ref | None = None, status: Status | None = Status.OPEN) -> list[Action]:
        """Actions of one alliance or of all, without their history, in the order in which they are due."""
        query = rows.by_due(rows.listed_query())
        if alliance is not None:
            query = query.where(ActionRow.alliance_id == UUID(alliance.key))
        if status is not None:
            query = query.where(ActionRow.status == status.value)
        with self._database.read() as session:
            return [rows.listed_action(found) for found in session.execute(query)]

    def closed(self, since: date | None = None) -> list[Action]:
        """What was done or let go, the latest first."""
        query = rows.listed_query().where(ActionRow.status != Status.OPEN.value)
        if since is not None:
            query = query.where(ActionRow.closed_on >= since)
        query = query.order_by(ActionRow.closed_on.desc(), ActionRow.created_at.desc())
        with self._database.read() as session:
            return [rows.listed_action(found) for found in session.execute(query)]

    def whole(self) -> list[Action]:
        """All of them, with their history."""
        query = rows.by_due(rows.whole_rows().options(selectinload(ActionRow.steps)))
        with self._database.read() as session:
            return [rows.action_of(row) for row in session.scalars(query)]

    def get(self, ref: Ref) -> Action:
        """One action with its history; raises AppError if it is not there."""
        with self._database.read() as session:
            return rows.action_of(find(session, ActionRow, ref))

    def owners(self, alliance: Ref) -> list[Owner]:
        """Who may own an action in this alliance."""
        with self._database.read() as session:
            return known_in(session, UUID(alliance.key)).owners

    def read(self, alliance: Ref, words: str, day: date) -> Wish:
        """What a line asks for, as it would be taken from an entry of this day."""
        with self._database.read() as session:
            return read_wish(words, day, known_in(session, UUID(alliance.key)))

    def shares(self, alliance: Ref | None = None) -> list[Share]:
        """How many of the actions agreed in each month lie on which side, the first month first."""
        month = func.strftime("%Y-%m-01", ActionRow.day)
        query = select(month, ActionRow.owner_kind, func.count()).group_by(month, ActionRow.owner_kind)
        if alliance is not None:
            query = query.where(ActionRow.alliance_id == UUID(alliance.key))
        found: dict[date, dict[OwnerKind, int]] = {}
        with self._database.read() as session:
            for first, kind, number in session.execute(query.order_by(month)):
                found.setdefault(date.fromisoformat(first), {})[OwnerKind(kind)] = number
        return [Share(first, counts) for first, counts in found.items()]

    # To write

    def add(
        self, alliance: Ref, wish: Wish, day: date, *, entry: Ref | None = None, meeting: Ref | None = None
    ) -> tuple[Changes, Ref]:
        """Make an action."""
        with self._database.write() as writing:
            row = make(writing, writing.find(AllianceRow, alliance), wish, day)
            row.entry_id = UUID(entry.key) if entry else None
            row.meeting_id = UUID(meeting.key) if meeting else None
        return writing.changes, row.ref

    def change(self, ref: Ref, wish: Wish, day: date) -> Deed:
        """Say it otherwise: its words, its owner, its day and the rest."""
        return self._each([ref], lambda writing, row: change(writing, row, wish, day))

    def give(self, refs: Collection[Ref], owner: str, day: date, kind: OwnerKind | None = None) -> Deed:
        """Give actions to somebody."""
        return self._each(refs, lambda writing, row: give(writing, row, owner, day, kind))

    def move(self, refs: Collection[Ref], due: date | None, day: date) -> Deed:
        """Give actions another day to be due, or none."""
        return self._each(refs, lambda writing, row: move(writing, row, due, day))

    def done(self, refs: Collection[Ref], day: date) -> Deed:
        """Say that actions are done; one that comes again appears anew."""

        def work(writing: Writing, row: ActionRow) -> Iterable[UUID]:
            yield from mark_done(writing, row, day)
            yield from come_again(writing, row, day)

        return self._each(refs, work, only=Status.OPEN)

    def let_go(self, refs: Collection[Ref], reason: str, day: date) -> Deed:
        """Let actions go, for a reason; one that would come again does not."""
        return self._each(
            refs, lambda writing, row: let_go(writing, row, reason.strip(), day), only=Status.OPEN
        )

    def open_again(self, refs: Collection[Ref], day: date) -> Deed:
        """Take up again what was done or let go."""
        return self._each(refs, lambda writing, row: open_again(writing, row, day))

    def put_back(self, deed: Deed) -> Changes:
        """Take a deed back: everything is as it was, and what it made is gone."""
        with self._database.write() as writing:
            for table in (StepRow, ActionRow):
                for key in deed.made:
                    row = writing.session.get(table, key)
                    if row is not None:
                        writing.unmake(row)
            rows.put_back(writing, ActionRow, deed.before)
        return writing.changes

    def remove(self, refs: Collection[Ref]) -> tuple[Changes, UUID]:
        """Take actions away with their history; the key brings them back by `restore`."""
        with self._database.write() as writing:
            found = [writing.find(ActionRow, ref) for ref in refs]
            if not found:
                raise AppError("Choose an action first.")
            batch = writing.delete(*found)
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes

    def _each(self, refs: Collection[Ref], work: _Work, only: Status | None = None) -> Deed:
        before: list[Mapping[str, Any]] = []
        made: list[UUID] = []
        with self._database.write() as writing:
            for ref in refs:
                row = writing.find(ActionRow, ref)
                if only in (None, Status(row.status)):
                    before.append(rows.as_it_was(row))
                    made += work(writing, row)
        return Deed(writing.changes, tuple(before), tuple(made))
