"""What the PDF view needs of the app around it, and what its presenter asks of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.library.pdf.model import Drawn, Facts
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.pdf.stock import Source

Spot = tuple[int, int]
"""A page, and a position between two characters of it."""
Say = Callable[[str, str | None, Callable[[], None] | None], None]
"""Says a sentence in the message bar, perhaps with a button and what the button does."""


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

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a file."""


class Marks(Protocol):
    """Where highlights and notes are kept."""

    def on(self, target: Ref) -> list[Annotation]:
        """List the highlights of one file."""

    def notes_about(self, ref: Ref) -> list[Note]:
        """List the notes on one whole file."""

    def mark(
        self, target: Ref, anchor: Anchor, colour: Colour, note: str = "", *, page: int | None = None
    ) -> Changes:
        """Highlight a passage."""

    def recolour(self, ref: Ref, colour: Colour) -> Changes:
        """Give a highlight another colour."""

    def write_note(self, ref: Ref, text: str) -> Changes:
        """Write the note on a highlight; a blank text takes it away."""

    def add_note(self, about: Ref, text: str) -> Changes:
        """Write a note on a whole file."""

    def change_note(self, ref: Ref, text: str) -> Changes:
        """Write over a note on a whole file."""

    def remove(self, ref: Ref) -> Changes:
        """Take a highlight or a note away."""

    def restore(self, ref: Ref) -> Changes:
        """Bring back what was taken away."""

    def settle(self, placed: Mapping[Ref, Placed]) -> Changes:
        """Write down where highlights stand after their text changed."""


class Preferences(Protocol):
    """How the user wants the page."""

    @property
    def settings(self) -> Settings:
        """What is chosen now; of it the `paper` counts here."""

    def choose(self, name: str, value: object) -> None:
        """Choose something else, and keep it; a paper is put on at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A highlight as it is painted and listed; one without a place has no spans."""

    ref: Ref
    spans: tuple[Span, ...]
    colour: Colour
    note: str
    quote: str
    state: State
    page: str
    """The printed number of its page."""
    made: datetime


class MarkingView(Protocol):
    """What is asked about highlights and notes."""

    def show_marks(self, marks: Sequence[Shown]) -> None:
        """Paint these highlights and list them."""

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List these notes on the whole file."""

    def edit_note(self, ref: Ref) -> None:
        """Let the user write the note on this highlight."""

    def tell_removed(self, ref: Ref) -> None:
        """Say that a highlight or a note was removed, and offer to bring it back."""

    def tell_no_words(self) -> None:
        """Say that there are no words in what was selected."""


class View(MarkingView, Protocol):
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
