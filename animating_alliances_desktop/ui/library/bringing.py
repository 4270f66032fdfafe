"""Decides how an import goes: one at a time, stopped when asked, a password asked for each file that needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.ui.kit.runner import Runner


class View(Protocol):
    """What an import needs of the page."""

    def show_progress(self, progress: Progress | None) -> None:
        """Show that an import is going on, which `progress` can stop; or that none is."""

    def tell(self, done: int, of: int) -> None:
        """Show how far the import is; this may be called from any thread."""

    def show_report(self, report: Report) -> None:
        """Say what became of the files."""

    def ask_password(self, path: Path, answered: Callable[[str], None], *, again: bool) -> None:
        """Ask for the password of a file, once more if the last one was wrong; nothing means to leave it out."""

    def say_busy(self) -> None:
        """Say that the import under way must end first."""


class Library(Protocol):
    """What an import needs of the store."""

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None, password: str = "") -> Report:
        """Import files and folders."""


@dataclass(frozen=True, slots=True)
class _Broke:
    """An import that ended in an error of its own."""

    error: Exception


class Bringing:
    """The import that is under way, if there is one."""

    def __init__(self, view: View, library: Library, tasks: Runner) -> None:
        self._view, self._library, self._tasks = view, library, tasks
        self._busy = False
        self._progress: Progress | None = None
        self._report = Report()
        self._locked: list[Path] = []

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Import files and folders, one import at a time."""
        if self._busy:
            self._view.say_busy()
        elif paths:
            self._run(paths, "", self._first_done)

    def stop(self) -> None:
        """Stop the import that is going on; what came in stays."""
        if self._progress is not None:
            self._progress.stop()

    def _run(self, paths: Sequence[Path], password: str, then: Callable[[Report], None]) -> None:
        progress = Progress(self._view.tell)
        self._busy, self._progress = True, progress
        self._view.show_progress(progress)

        def work() -> Report | _Broke:
            try:
                return self._library.bring_in(paths, progress, password)
            except Exception as error:  # raised again once the page has been put in order
                return _Broke(error)

        self._tasks.read(work, lambda answer: self._done(answer, then))

    def _done(self, answer: Report | _Broke, then: Callable[[Report], None]) -> None:
        self._progress = None
        self._view.show_progress(None)
        if isinstance(answer, _Broke):
            self._busy = False
            raise answer.error
        if answer.came_in:
            self._tasks.write(lambda: answer.changes)
        then(answer)

    def _first_done(self, report: Report) -> None:
        self._report = report
        self._locked = [] if report.stopped else list(report.locked)
        self._ask_next()

    def _ask_next(self, *, again: bool = False) -> None:
        if self._locked:
            path = self._locked[0]
            self._view.ask_password(path, lambda password: self._answered(path, password), again=again)
        else:
            self._busy = False
            self._view.show_report(self._report)

    def _answered(self, path: Path, password: str) -> None:
        if password:
            self._run([path], password, lambda report: self._tried(path, report))
        else:
            self._locked.remove(path)
            self._ask_next()

    def _tried(self, path: Path, report: Report) -> None:
        self._report.retried(path, report)
        still = path in report.locked
        if not still:
            self._locked.remove(path)
        self._ask_next(again=still)
