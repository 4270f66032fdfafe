"""Highlights and notes on a text, whatever kind of text it is: what is shown of them, and where they are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.shaping import NoOutlines, Outlines

M_contra = TypeVar("M_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight as it is shown; the page that shows the text knows what `start` and `end` count."""

    ref: Ref
    start: int
    end: int
    colour: Colour
    note: str
    quote: str
    state: State
    tags: tuple[str, ...] = ()
    page: str = ""
    """The printed number of its page, if it has one."""


class Marks(Protocol):
    """Where highlights and notes are kept."""

    def on(self, target: Ref) -> list[Annotation]:
        """List the highlights of one text."""

    def notes_about(self, ref: Ref) -> list[Note]:
        """List the notes on one whole text."""

    def mark(
        self, target: Ref, anchor: Anchor, colour: Colour, note: str = "", *, page: int | None = None
    ) -> Changes:
        """Highlight a passage."""

    def recolour(self, ref: Ref, colour: Colour) -> Changes:
        """Give a highlight another colour."""

    def write_note(self, ref: Ref, text: str) -> Changes:
        """Write the note on a highlight; a blank text takes it away."""

    def add_note(self, about: Ref, text: str) -> Changes:
        """Write a note on a whole text."""

    def change_note(self, ref: Ref, text: str) -> Changes:
        """Write over a note on a whole text."""

    def remove(self, ref: Ref) -> Changes:
        """Take a highlight or a note away."""

    def restore(self, ref: Ref) -> Changes:
        """Bring back what was taken away."""

    def settle(self, placed: Mapping[Ref, Placed]) -> Changes:
        """Write down where highlights stand after their text changed."""


def _nobody(_ref: Ref) -> list[Mention]:
    return []


@dataclass(frozen=True, slots=True)
class Around:
    """What the window does for what stands beside a text: its notes, and its outline."""

    mentions: Callable[[Ref], list[Mention]] = _nobody
    """Who points at a text, or at a passage of it."""
    take_back: Callable[[Callable[[], object]], object] = lambda _then: None
    """Lets Ctrl+Z take back something of which nothing need be said."""
    is_beside: Callable[[], bool] = lambda: False
    """Whether notes are shown beside their passages."""
    keep_beside: Callable[[bool], object] = lambda _on: None
    outlines: Outlines = field(default_factory=NoOutlines)
    """Where the outlines of documents are kept."""


class MarkingView(Protocol[M_contra]):
    """What is asked of a page about highlights and notes."""

    def show_marks(self, marks: Sequence[M_contra]) -> None:
        """Paint these highlights and list them."""

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List these notes on the whole text."""

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show who points at the text."""

    def edit_note(self, ref: Ref) -> None:
        """Let the user write the note on this highlight."""

    def tell_removed(self, ref: Ref) -> None:
        """Say that a highlight or a note was removed, and offer to bring it back."""

    def tell_no_words(self) -> None:
        """Say that there are no words in what was selected."""
