"""Stands for the page of alliances, and for a store whose disk can be full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.alliances.ports import Written
from animating_alliances_desktop.ui.kit.saving import Phase, State


class FragileAlliances(AllianceStore):
    """Alliances on a disk that can be full."""

    full = False

    def describe(self, ref: Ref, name: str, purpose: str, description: str) -> Changes:
        if self.full:
            raise AppError("The disk is full: what you wrote was not saved.")
        return super().describe(ref, name, purpose, description)

    def add_member(self, ref: Ref, name: str, people: str = "", seeks: str = "") -> Changes:
        if self.full:
            raise AppError("The disk is full: what you wrote was not saved.")
        return super().add_member(ref, name, people, seeks)


class FakeView:
    def __init__(self) -> None:
        self.listed: list[str] = []
        self.current: Ref | None = None
        self.alliance: Alliance | None = None
        self.fields: Written = Written("", "", "")
        self.new: Member | None = None
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
            self.fields = Written(alliance.name, alliance.purpose, alliance.description, self.fields.member)

    def show_state(self, state: State) -> None:
        self.state = state

    def written(self) -> Written:
        return self.fields

    def new_member(self) -> Member | None:
        return self.new

    def edit_member(self, key: str) -> None:
        self.new, self.editing = None, key

    def close_form(self) -> None:
        self.new = self.editing = None
        self.fields = Written(self.fields.name, self.fields.purpose, self.fields.description)

    def clear_name(self) -> None:
        self.cleared += 1

    def tell_deleted(self, alliance: Alliance, undo: Callable[[], None]) -> None:
        self.told, self.undo = f"{alliance.name} with {alliance.entries}", undo

    def tell_member_removed(self, name: str, undo: Callable[[], None]) -> None:
        self.told, self.undo = name, undo
