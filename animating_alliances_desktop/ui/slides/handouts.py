"""Decides how a handout is made: one at a time, in the background, stopped if the user wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.ui.kit.runner import Runner

Work = Callable[[Progress], int]
"""Puts a handout on paper and answers how many pages it has; told to stop, it raises Stopped."""


class HandoutView(Protocol):
    """What is asked of the page."""

    def show_progress(self, *, on: bool) -> None:
        """Show that a handout is being made, or that it no longer is."""

    def tell(self, done: int, of: int) -> None:
        """Show how far it is; called from another thread."""

    def tell_stopped(self) -> None:
        """Say that the handout was not made, as the user wished."""


@dataclass(frozen=True, slots=True)
class _Broke:
    """The work ended in an exception."""

    error: Exception


class Handouts:
    """Has handouts made off the window's thread."""

    def __init__(self, view: HandoutView, tasks: Runner) -> None:
        self._view, self._tasks = view, tasks
        self._progress: Progress | None = None

    @property
    def is_busy(self) -> bool:
        """Whether one is being made."""
        return self._progress is not None

    def make(self, work: Work, then: Callable[[int], None]) -> None:
        """Make one, unless another one is being made; `then` is told how many pages it has."""
        if self._progress is not None:
            return
        progress = self._progress = Progress(self._view.tell)
        self._view.show_progress(on=True)

        def run() -> int | _Broke:
            try:
                return work(progress)
            except Exception as error:  # raised again once the page has been put in order
                return _Broke(error)

        self._tasks.read(run, lambda answer: self._made(answer, then))

    def stop(self) -> None:
        """Stop the one that is being made; nothing is left of it."""
        if self._progress is not None:
            self._progress.stop()

    def _made(self, answer: int | _Broke, then: Callable[[int], None]) -> None:
        self._progress = None
        self._view.show_progress(on=False)
        if not isinstance(answer, _Broke):
            then(answer)
        elif isinstance(answer.error, Stopped):
            self._view.tell_stopped()
        else:
            raise answer.error
