"""Stands for the page of alliances, and for stores whose disk can be full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from animating_alliances_desktop.core.alliances.chronicle import Chronicle
from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Alliance, Member, Seat
from animating_alliances_desktop.core.alliances.people import PeopleStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.alliances.ports import (
    Newcomer,
    Stores,
    Undo,
    Written,
    WrittenMember,
    WrittenSeat,
)
from animating_alliances_desktop.ui.kit.saving import Phase, State

TODAY = date(2026, 11, 29)


class FragileAlliances(AllianceStore):
    """Alliances on a disk that can be full."""

    full = False

    def describe(self, *said: Any, **more: Any) -> Changes:
        self._check()
        return super().describe(*said, **more)

    def add_member(self, *said: Any, **more: Any) -> Changes:
        self._check()
        return super().add_member(*said, **more)

    def _check(self) -> None:
        if self.full:
            raise AppError("The disk is full: what you wrote was not saved.")


def stores(database: Database, alliances: AllianceStore | None = None) -> Stores:
    """All that the page reads and writes."""
    return Stores(
        alliances or AllianceStore(database),
        PeopleStore(database),
        MeetingStore(database, lambda: TODAY),
        Chronicle(database),
        today=lambda: TODAY,
    )


class FakeView:
    def __init__(self) -> None:
        self.listed: list[str] = []
        self.current: Ref | None = None
        self.alliance: Alliance | None = None
        self.fields: Written = Written("", "", "")
        self.new = Newcomer()
        self.editing: str | None = None
        self.state = State(Phase.NOTHING)
        self.told = ""
        self.undo: Callable[[], None] | None = None
        self.cleared = 0

    def show_none(self) -> None:
        self.listed, self.alliance = [], None

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None) -> None:
        self.listed, self.current = [alliance.name for alliance in alliances], current

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        self.alliance = alliance
        if fields:
            self.fields = Written(
                alliance.name,
                alliance.purpose,
                alliance.description,
                member=self.fields.member,
                seat=self.fields.seat,
            )

    def show_state(self, state: State) -> None:
        self.state = state

    def written(self) -> Written:
        return self.fields

    def newcomer(self) -> Newcomer:
        return self.new

    def clear_newcomer(self) -> None:
        self.new = Newcomer()

    def edit_member(self, member: Member) -> None:
        self.editing = member.key
        self.fields = Written(
            self.fields.name, self.fields.purpose, self.fields.description,
            member=WrittenMember(member.key, member.name, seeks=member.seeks),
        )  # fmt: skip

    def edit_seat(self, seat: Seat) -> None:
        self.editing = seat.key
        self.fields = Written(
            self.fields.name, self.fields.purpose, self.fields.description, seat=WrittenSeat(seat.key)
        )

    def close_form(self) -> None:
        self.editing = None
        self.fields = Written(self.fields.name, self.fields.purpose, self.fields.description)

    def clear_name(self) -> None:
        self.cleared += 1

    def tell_deleted(self, alliance: Alliance, undo: Undo) -> None:
        self.told, self.undo = f"{alliance.name} with {alliance.entries}", undo

    def tell_archived(self, alliance: Alliance, undo: Undo) -> None:
        self.told, self.undo = f"{alliance.name} archived", undo

    def tell_removed(self, name: str, undo: Undo) -> None:
        self.told, self.undo = name, undo
