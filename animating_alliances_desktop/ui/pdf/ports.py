"""What the PDF view needs of the app around it, and what its presenter asks of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.library.pdf.model import Drawn, Facts
from animating_alliances_desktop.ui.kit.marks import Mark, MarkingView
from animating_alliances_desktop.ui.pdf.stock import Source

Spot = tuple[int, int]
"""A page, and a position between two characters of it."""


class Pdfs(Source, Protocol):
    """The files."""

    def warm_up(self) -> None:
        """Get ready."""

    def open(self, ref: Ref, password: str = "") -> Facts:
        """Open a file; LockedError if it wants a password, AppError if it is damaged."""

    def spot(self, ref: Ref, page: int, x: float, y: float) -> float:
        """Tell how far below the upper edge of a page a point of the file's coordinates is."""

    def copy(self, ref: Ref, marks: Sequence[Drawn]) -> bytes:
        """Make a copy of the file with highlights in it."""

    def close(self) -> None:
        """Let everything go."""


class Library(Protocol):
    """What the library knows of a file; it remembers where the user stopped reading."""

    def title_of(self, ref: Ref) -> str:
        """Tell the title of a file; AppError if it is not there."""

    def place_of(self, ref: Ref) -> Place | None:
        """Tell where the user stopped reading it."""

    def credit_of(self, ref: Ref) -> str:
        """Tell who wrote a file, and when, as far as that is known."""

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Mark):
    """A highlight as it is painted and listed; one without a place has no spans."""

    spans: tuple[Span, ...]
    made: datetime


class View(MarkingView[Shown], Protocol):
    """What the presenter asks of the page."""

    def show_title(self, title: str) -> None:
        """Say which file is being opened; its pages are not there yet."""

    def show_file(self, ref: Ref, facts: Facts) -> None:
        """Lay the pages out."""

    def ask_password(self, *, wrong: bool) -> None:
        """Ask for the file's password in the place of its pages."""

    def show_sentence(self, sentence: str) -> None:
        """Say why there are no pages."""

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer the way back and forward."""

    def turn_to(self, page: int, down: float = 0.0, glow: Sequence[Span] = ()) -> None:
        """Bring a place to the top (`down` points below the page's edge), or a passage, which glows for a moment."""

    def here(self) -> tuple[int, float, float]:
        """Tell the page at the top of the window, the points of it that are above, and how far through that is."""

    def finish_writing(self) -> None:
        """Hand over what was written and is not kept yet: another file is about to come."""

    def put_on_clipboard(self, words: str) -> None:
        """Let other programs have these words."""

    def ask_about(self, address: str) -> None:
        """Show an outside address, and open it only if the user agrees."""

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere that the app opens."""

    def tell_no_page(self, label: str) -> None:
        """Say that no page has this number."""

    def tell_written(self, file: str) -> None:
        """Say that the copy was written."""

    def words_came(self) -> None:
        """Hear that more of the text can be searched now."""
