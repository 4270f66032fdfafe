"""What the window needs to know of a page, and of a place that was visited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Changes


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window; `make` is called when it is first visited."""

    id: str
    title: str
    icon: str
    shortcut: str
    make: Callable[[], QWidget]
    on_rail: bool = True
    at_bottom: bool = False
    under: str = ""
    """The page that the rail shows as chosen while this one, which is not on it, is on view."""


@runtime_checkable
class Shown(Protocol):
    """A page that wants to know whenever it comes up."""

    def shown(self) -> None:
        """Be told that the page is on view now."""


@runtime_checkable
class Arrivable(Protocol):
    """A page that has places within it, such as the text that the reader shows."""

    def arrive(self, place: object) -> None:
        """Show this place, now or again on the way back."""


@runtime_checkable
class Heedful(Protocol):
    """A page that wants to hear what was changed."""

    def changed(self, changes: Changes) -> None:
        """Be told what a write has touched."""


@runtime_checkable
class Closable(Protocol):
    """A page on which something is typed that saves itself."""

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""

    def close_down(self) -> None:
        """Hand it to the writer."""


@runtime_checkable
class Stoppable(Protocol):
    """A page that does long work."""

    def stop(self) -> None:
        """Stop it at its next step."""


@runtime_checkable
class Turning(Protocol):
    """A page with a way back of its own, such as from a reference to the words that cite it."""

    def turn_back(self) -> bool:
        """Go one step back within the page; False if there is none."""

    def turn_forward(self) -> bool:
        """Go one step forward within the page; False if there is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go back to: a page, and what it was asked to show."""

    page: str
    detail: object = None


class History:
    """The places that were visited, and where among them we are."""

    def __init__(self, longest: int = 200) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._longest = longest

    @property
    def here(self) -> Place | None:
        """The place that is on view."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether we came back from somewhere."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go to a place; whatever lay forward is forgotten."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-self._longest :]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """Go one place back, if there is one."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.here

    def forward(self) -> Place | None:
        """Go one place forward, if there is one."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.here
