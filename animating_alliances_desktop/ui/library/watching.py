"""Looks through the watched folders, at the start and when asked; says only what there is to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.ui.kit.runner import Runner

Look = Callable[[Progress], Report]
Say = Callable[..., None]


class Watching:
    """One look at a time, behind whatever the user does."""

    def __init__(self, look: Look, tasks: Runner, say: Say, show: Callable[[Report], None]) -> None:
        self._look, self._tasks, self._say, self._show = look, tasks, say, show
        self._progress: Progress | None = None

    def look(self, *, aloud: bool = False) -> None:
        """Bring in what is new; `aloud` says so even if nothing is."""
        if self._progress is not None:
            return
        progress = Progress()
        self._progress = progress

        def work() -> Report | Exception:
            try:
                return self._look(progress)
            except Exception as error:  # raised again once the next look is possible
                return error

        self._tasks.read(work, lambda report: self._looked(report, aloud=aloud))

    def stop(self) -> None:
        """Stop after the file that is being read; the rest comes in the next time."""
        if self._progress is not None:
            self._progress.stop()

    def _looked(self, report: Report | Exception, *, aloud: bool) -> None:
        self._progress = None
        if isinstance(report, Exception):
            raise report
        if report.came_in:
            self._tasks.write(lambda: report.changes)
        if report.came_in or report.refused:
            kind = "info" if report.refused else "success"
            self._say(_in_words(report), kind, _tr("Show the list"), lambda: self._show(report))
        elif aloud:
            self._say(_tr("There is nothing new in your watched folders."))


def _in_words(report: Report) -> str:
    new, refused = len(report.came_in), len(report.refused)
    parts = []
    if new:
        one = _tr("1 new text came in from your watched folders.")
        parts.append(
            one if new == 1 else _tr("{n} new texts came in from your watched folders.").format(n=f"{new:,}")
        )
    if refused:
        one = _tr("1 file of your watched folders could not be brought in.")
        many = _tr("{n} files of your watched folders could not be brought in.")
        parts.append(one if refused == 1 else many.format(n=f"{refused:,}"))
    return " ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Watching", text)
