"""What the reader needs of the app around it: the library, the reading list, and the user's wishes for the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Listed, Place, Reading
from animating_alliances_desktop.ui.kit.marks import Mark, MarkingView


class Library(Protocol):
    """Where texts come from; it remembers where the user stopped reading."""

    def read(self, ref: Ref) -> Reading:
        """Fetch a text for the reader; AppError if it is not there."""

    def title_of(self, ref: Ref) -> str:
        """Tell the title of a text; AppError if it is not there."""

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a text."""

    def picture(self, ref: Ref, name: str) -> bytes:
        """Fetch the bytes of a picture of a text; AppError if it is not there."""

    def listed(self) -> list[Listed]:
        """List everything that can be opened here."""


class Later(Protocol):
    """What the user wants to read later: the reading list."""

    def holds(self, ref: Ref) -> bool:
        """Tell whether a text is on the list."""

    def add(self, ref: Ref) -> Changes:
        """Put a text on the list."""

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a text off the list; the key brings it back."""

    def restore(self, batch: UUID) -> Changes:
        """Bring it back."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the reader is in a text: at which paragraph, and how many minutes before its end."""

    number: str = ""
    minutes_left: int = 0


class View(MarkingView[Mark], Protocol):
    """What the presenter asks of the page; positions count from the beginning of the laid-out body."""

    def lay_out(self, reading: Reading, *, hidden: bool) -> None:
        """Typeset a text; if `hidden`, keep it covered until `turn_to` or `turn_to_heading` has been called."""

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer the way back and forward."""

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        """Bring a passage to the top of the page, and make it stand out for a moment."""

    def turn_to_heading(self, anchor: str) -> None:
        """Bring the element with this id to the top of the page."""

    def visible(self) -> tuple[int, int]:
        """Tell the positions of the first and of the last letter on the page."""

    def ask_about(self, address: str) -> None:
        """Show an outside address, and open it only if the user agrees."""

    def finish_writing(self) -> None:
        """Hand over what was written and is not kept yet: another text is about to come."""

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere that the app opens."""

    def show_numbers(self, places: Sequence[tuple[int, str]]) -> None:
        """Have these numbers of paragraphs ready for the margin, each with the position of its paragraph."""

    def show_where(self, where: Where) -> None:
        """Tell where the reader is."""

    def tell_continued(self, number: str) -> None:
        """Say quietly that the text goes on where it was left, and offer its beginning."""

    def show_excerpt(self, html: str, anchor: str) -> None:
        """Show a footnote or a reference beside the link that leads to it."""

    def enlarge(self, address: str) -> None:
        """Show a picture as large as there is room."""
