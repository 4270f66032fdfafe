"""What the notes page needs of the app around it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Annotation, Arrived, Context, Moved, Note
from animating_alliances_desktop.core.changes import Changes, Ref


class Notes(Protocol):
    """Where highlights and notes are kept."""

    def listed(self) -> list[Annotation]:
        """Fetch all highlights."""

    def notes(self) -> list[Note]:
        """Fetch all notes."""

    def context(self) -> Context:
        """Fetch what they can be filtered by, besides what they are."""

    def write_note(self, ref: Ref, text: str) -> Changes:
        """Write the note on a highlight; a blank text takes it away."""

    def change_note(self, ref: Ref, text: str) -> Changes:
        """Write over a note."""

    def add_free(self, title: str, text: str) -> tuple[Changes, Ref]:
        """Write a note of its own."""

    def remove_all(self, refs: Collection[Ref]) -> Changes:
        """Take some away."""

    def restore_all(self, refs: Collection[Ref]) -> Changes:
        """Bring them back."""


class Review(Protocol):
    """What becomes of highlights whose text has changed."""

    def moved(self) -> list[Moved]:
        """Fetch those that moved."""

    def accept(self, refs: Collection[Ref]) -> Changes:
        """Take the words of now."""

    def set_aside(self, refs: Collection[Ref]) -> Changes:
        """Say that the passages are gone."""

    def put_back(self, annotations: Iterable[Annotation]) -> Changes:
        """Take either back."""


class Exchange(Protocol):
    """Files of highlights and notes."""

    def write(self, path: Path, names: dict[str, str], only: Collection[Ref] = ()) -> int:
        """Write some, or all."""

    def bring_in(self, path: Path) -> Arrived:
        """Bring in what a file holds."""

    def gathered(self, refs: Collection[Ref]) -> str:
        """Make one text of some."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the page is given: stores, and what the window does for it."""

    notes: Notes
    review: Review
    exchange: Exchange
    questions: Callable[[], dict[str, str]]
    """The core questions: their titles by their keys."""
    alliances: Callable[[], dict[Ref, str]]
    open: Callable[[Ref, str], None]
    into_journal: Callable[[str], None]
    """Begin a journal entry with this text."""
    tag: Callable[[Sequence[Ref]], None]
    """Ask which tags these things shall have."""
