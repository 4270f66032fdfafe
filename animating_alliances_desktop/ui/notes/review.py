"""Looking at what has moved: the words of then and of now side by side, to be accepted or set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Annotation, Moved
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.notes import ports


class View(Protocol):
    """What the presenter needs of the page."""

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """Show these."""

    def say_reviewed(self, number: int, undo: Callable[[], None], *, accepted: bool) -> None:
        """Say that so many were accepted, or set aside, and offer to take that back."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What was decided, and about what."""

    work: Callable[[Sequence[Ref]], Changes]
    accepted: bool


class Reviewing:
    """What has moved, and what the user says to it."""

    def __init__(
        self, view: View, review: ports.Review, tasks: Runner, open_ref: Callable[[Ref, str], None]
    ) -> None:
        self._view, self._review, self._tasks, self._open = view, review, tasks, open_ref
        self._moved: dict[Ref, Moved] = {}

    def refresh(self) -> None:
        """Read again what has moved; the texts are looked through for it, so this takes a moment."""
        self._tasks.read(self._review.moved, self._take, "notes.moved")

    def open(self, ref: Ref) -> None:
        """Open the passage as it is now."""
        moved = self._moved.get(ref)
        if moved is not None:
            self._open(moved.annotation.target, moved.now or moved.annotation.anchor.exact)

    def accept(self, refs: Sequence[Ref]) -> None:
        """Take the words of now for those that were marked."""
        placed = [ref for ref in refs if ref in self._moved and self._moved[ref].now]
        self._do(placed, _Done(self._review.accept, accepted=True))

    def accept_unchanged(self) -> None:
        """Accept all whose words are the same, and only stand elsewhere."""
        self.accept([ref for ref, moved in self._moved.items() if moved.now == moved.annotation.anchor.exact])

    def set_aside(self, refs: Sequence[Ref]) -> None:
        """Say that these passages are gone."""
        known = [ref for ref in refs if ref in self._moved]
        self._do(known, _Done(self._review.set_aside, accepted=False))

    def _do(self, refs: Sequence[Ref], done: _Done) -> None:
        if not refs:
            return
        before = [self._moved[ref].annotation for ref in refs]
        self._tasks.write(lambda: done.work(refs), lambda _changes: self._tell(before, done))

    def _tell(self, before: Sequence[Annotation], done: _Done) -> None:
        def undo() -> None:
            self._tasks.write(lambda: self._review.put_back(before))

        self._view.say_reviewed(len(before), undo, accepted=done.accepted)

    def _take(self, moved: list[Moved]) -> None:
        self._moved = {one.annotation.ref: one for one in moved}
        self._view.show_moved(moved)
