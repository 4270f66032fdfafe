"""Decides how a log book is made: one at a time, in the background, stopped if the user wishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.book.model import Printed
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.logbook.model import Order
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.ui.kit.runner import Runner


class View(Protocol):
    """What is asked of the dialogue."""

    def show_alliances(self, alliances: Sequence[Alliance], chosen: Ref | None) -> None:
        """Offer these."""

    def show_progress(self, *, on: bool) -> None:
        """Show that the book is being made, or that it no longer is."""

    def tell(self, done: int, of: int) -> None:
        """Show how far it is; called from another thread."""

    def tell_why_not(self, sentence: str) -> None:
        """Say why there is no book."""

    def tell_stopped(self) -> None:
        """Say that none was made, as the user wished."""

    def tell_made(self, path: Path, printed: Printed) -> None:
        """Say that it is made."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where log books come from."""

    alliances: Callable[[], Sequence[Alliance]]
    make: Callable[[Order, Path, Progress], Printed]
    """Make one and write it to a file; told to stop, it raises Stopped, and leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class _Broke:
    """The work ended in an exception."""

    error: Exception


class LogBookPresenter:
    """Has log books made off the window's thread."""

    def __init__(self, view: View, source: Source, tasks: Runner, wish: Ref | None = None) -> None:
        self._view, self._source, self._tasks, self._wish = view, source, tasks, wish
        self._progress: Progress | None = None

    @property
    def is_busy(self) -> bool:
        """Whether one is being made."""
        return self._progress is not None

    def begin(self) -> None:
        """Find out of which alliances there can be a book."""
        self._tasks.read(self._source.alliances, self._take, "logbook.alliances")

    def make(self, order: Order, path: Path) -> None:
        """Make one, unless one is being made."""
        if self._progress is not None:
            return
        progress = self._progress = Progress(self._view.tell)
        self._view.show_progress(on=True)

        def run() -> Printed | _Broke:
            try:
                return self._source.make(order, path, progress)
            except Exception as error:  # raised again once the dialogue has been put in order
                return _Broke(error)

        self._tasks.read(run, lambda answer: self._made(path, answer))

    def stop(self) -> None:
        """Stop the one that is being made; nothing is left of it."""
        if self._progress is not None:
            self._progress.stop()

    def _take(self, alliances: Sequence[Alliance]) -> None:
        written_on = [alliance for alliance in alliances if alliance.last_entry is not None]
        latest = max(written_on, key=lambda alliance: str(alliance.last_entry), default=None)
        known = {alliance.ref for alliance in written_on}
        usual = latest.ref if latest is not None else None
        self._view.show_alliances(written_on, self._wish if self._wish in known else usual)

    def _made(self, path: Path, answer: Printed | _Broke) -> None:
        self._progress = None
        self._view.show_progress(on=False)
        if isinstance(answer, Printed):
            self._view.tell_made(path, answer)
        elif isinstance(answer.error, AppError):
            self._view.tell_why_not(str(answer.error))
        elif isinstance(answer.error, Stopped):
            self._view.tell_stopped()
        else:
            raise answer.error
