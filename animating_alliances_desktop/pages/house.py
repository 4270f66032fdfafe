"""What the pages ask of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.window import MainWindow


class House(Protocol):
    """What the pages share, and what they ask of the window around them."""

    theme: Theme
    tasks: Tasks
    actions: Actions
    window: MainWindow

    def open(self, ref: Ref, quote: str = "") -> None:
        """Go to where a thing is shown."""

    def go(self, page: str, place: object = None) -> None:
        """Go to a page."""

    def say(self, text: str, *more: Any) -> None:
        """Show a sentence in the message bar."""

    def can_take_back(self, then: Callable[[], object]) -> None:
        """Let Ctrl+Z take back something of which nothing need be said."""

    def dress(self) -> None:
        """Dress the window as the settings say."""
