"""What the page of alliances is asked for, and what it hands over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.saving import State


@dataclass(frozen=True, slots=True)
class Written:
    """What the fields say now; `member` is the one that is being changed, if any."""

    name: str
    purpose: str
    description: str
    member: Member | None = None


class View(Protocol):
    """What the presenter asks of the page."""

    def show_none(self) -> None:
        """Say what an alliance is, and offer to add the first."""

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None) -> None:
        """List these alliances."""

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """Show an alliance; without its fields, if something is being typed into them."""

    def show_state(self, state: State) -> None:
        """Say how far saving got."""

    def written(self) -> Written:
        """Tell what the fields say now."""

    def new_member(self) -> Member | None:
        """Tell what the form for a new member says, if it is open."""

    def edit_member(self, key: str) -> None:
        """Open the form for this member."""

    def close_form(self) -> None:
        """Put the form for a member away."""

    def clear_name(self) -> None:
        """Empty the field for the name of a new alliance: it was added."""

    def tell_deleted(self, alliance: Alliance, undo: Callable[[], None]) -> None:
        """Say that an alliance was deleted, and what went with it."""

    def tell_member_removed(self, name: str, undo: Callable[[], None]) -> None:
        """Say that a member was removed."""
