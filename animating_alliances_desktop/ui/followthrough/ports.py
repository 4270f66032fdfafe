"""What the page shows, what its presenter asks of it, and what both are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.actions import ActionStore
from animating_alliances_desktop.core.followthrough.intentions import IntentionStore
from animating_alliances_desktop.core.followthrough.leavings import LeftStore
from animating_alliances_desktop.core.followthrough.model import Action, Owner, Share
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.followthrough.listing import Group, Look, Thing


class Told(Enum):
    """What was done."""

    DONE = auto()
    DONE_FOR_NOW = auto()
    """At least one of them comes again."""
    LET_GO = auto()
    OPENED = auto()
    GIVEN = auto()
    MOVED = auto()
    CHANGED = auto()
    CLOSED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Around:
    """What the page is given: stores, and what the window does for it."""

    actions: ActionStore
    decisions: LeftStore
    noticings: LeftStore
    intentions: IntentionStore
    alliances: AllianceStore
    open: Callable[[Ref], None]
    add_alliance: Callable[[], None]
    """Go to where an alliance is added."""
    write: Callable[[Path, Sequence[Action]], int]
    """Write a list of actions to a file."""
    mentions: Callable[[Ref], list[Mention]] = lambda _ref: []
    """Tell where a thing is mentioned."""


class View(Protocol):
    """What the presenter needs of the page."""

    def show_alliances(self, alliances: Sequence[tuple[Ref, str]], look: Look) -> None:
        """Offer these alliances, to filter by and to write something down for."""

    def show_groups(self, groups: Sequence[Group], look: Look, shown: int, of: int) -> None:
        """Show these: so many, of so many that there are on this side of the page."""

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show on whose side the actions of each month lie."""

    def show_thing(self, thing: Thing, owners: Sequence[Owner]) -> None:
        """Open one thing to be looked at and changed; an action may be given to one of these owners."""

    def clear_line(self) -> None:
        """Empty the line in which something new is written: it was added."""

    def tell(self, told: Told, number: int, undo: Callable[[], None]) -> None:
        """Say what was done, and offer to take it back."""

    def tell_added(self, thing: Thing, undo: Callable[[], None]) -> None:
        """Say that a thing was written down, and how it was read, and offer to take it back."""

    def take_check_in(self, text: str, name: str, number: int) -> None:
        """Have a message to an owner on the clipboard; it speaks of so many actions."""

    def say_written(self, path: Path, number: int) -> None:
        """Say that a list was written."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form says about a thing; each kind uses what it has."""

    text: str
    cue: str = ""
    outcome: str = ""
    owner: str = ""
    due: date | None = None
    agreed: bool = False
    repeats: str = ""
    side: str | None = None
    """On whose side it lies, if the user has said so."""
