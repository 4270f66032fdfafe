"""What the floating bar and the panel of notes need to know of a highlight, whatever kind of text it is in."""

from __future__ import annotations

from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.changes import Ref


class Mark(Protocol):
    """A highlight as it is shown."""

    @property
    def ref(self) -> Ref:
        """What it is known by."""

    @property
    def colour(self) -> Colour:
        """Its colour."""

    @property
    def note(self) -> str:
        """What the user wrote about it, or nothing."""

    @property
    def quote(self) -> str:
        """The words that were marked."""

    @property
    def state(self) -> State:
        """Whether its place is known."""

    @property
    def page(self) -> str:
        """The printed number of the page that it is on, or nothing."""
