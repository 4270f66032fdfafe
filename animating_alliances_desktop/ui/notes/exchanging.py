"""Decides what becomes of chosen notes and highlights: gathered into a new text, written to a file, brought in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Arrived
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.notes.ports import Around


class View(Protocol):
    """What the presenter needs of the page."""

    def free_title(self) -> str:
        """What a note that is gathered from others is called."""

    def show_gathered(self, ref: Ref, undo: Callable[[], None]) -> None:
        """Go to the new note, and offer to take it away again."""

    def say_written(self, number: int, path: Path) -> None:
        """Say that a file was written."""

    def say_arrived(self, arrived: Arrived) -> None:
        """Say what became of the highlights and notes in a file."""


class Exchanging:
    """Works on what is chosen."""

    def __init__(self, view: View, around: Around, tasks: Runner) -> None:
        self._view, self._around, self._tasks = view, around, tasks

    def gather_into_note(self, refs: Sequence[Ref]) -> None:
        """Make a note of its own of these, with a link to where each stands."""
        if not refs:
            return
        notes, title = self._around.notes, self._view.free_title()
        made: list[Ref] = []

        def work() -> Changes:
            changes, ref = notes.add_free(title, self._around.exchange.gathered(refs))
            made.append(ref)
            return changes

        def undo() -> None:
            self._tasks.write(lambda: notes.remove_all(made))

        self._tasks.write(work, lambda _changes: self._view.show_gathered(made[0], undo))

    def gather_into_entry(self, refs: Sequence[Ref]) -> None:
        """Begin a journal entry with these, with a link to where each stands."""
        if refs:
            self._tasks.read(lambda: self._around.exchange.gathered(refs), self._around.into_journal)

    def write(self, path: Path, names: dict[str, str], refs: Sequence[Ref] = ()) -> None:
        """Write these, or all, to a file."""
        write = self._around.exchange.write
        self._tasks.read(
            lambda: write(path, names, refs), lambda number: self._view.say_written(number, path)
        )

    def bring_in(self, path: Path) -> None:
        """Bring in what a file holds."""
        arrived: list[Arrived] = []

        def work() -> Changes:
            arrived.append(self._around.exchange.bring_in(path))
            return arrived[0].changes

        self._tasks.write(work, lambda _changes: self._view.say_arrived(arrived[0]))
