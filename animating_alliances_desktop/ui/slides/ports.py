"""What the slide view needs of the app around it, and what its presenter needs of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Place, Reading
from animating_alliances_desktop.core.library.slides import Deck, Slide


class Library(Protocol):
    """Where decks and the pictures in them come from; it remembers where the user stopped."""

    def read(self, ref: Ref) -> Reading:
        """Fetch a text; AppError if it is not there."""

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a text."""

    def picture(self, ref: Ref, name: str) -> bytes:
        """Fetch a picture of a document; AppError if it is not there."""


class View(Protocol):
    """What the presenter asks of the page."""

    def show_lines(self, deck: Deck) -> None:
        """Call the deck and the slides in its outline otherwise."""

    def show_deck(self, deck: Deck) -> None:
        """Show the slides of a deck in the outline."""

    def show_slide(self, slide: Slide, of: int) -> None:
        """Show one slide, its notes, and its number."""

    def show_none(self, title: str) -> None:
        """Say that there are no slides in this text."""

    def point_at(self, quote: str) -> None:
        """Show where these words stand in the notes, if they do."""

    def ask_about(self, address: str) -> None:
        """Show an outside address, and open it only if the user agrees."""

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere that the app opens."""


Say = Callable[..., object]
"""Says a sentence in the message bar, perhaps with a button and what the button does."""
