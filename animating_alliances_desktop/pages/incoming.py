"""What comes into the library from outside the library page: dropped on the window, or found in watched folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop.core.alliances.meetings import SUFFIXES as CALENDARS
from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House
from animating_alliances_desktop.ui.library.watching import Watching
from animating_alliances_desktop.ui.shell.dropping import Dropping

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.library.page import LibraryPage


@runtime_checkable
class TakesCalendars(Protocol):
    """A page into which calendar files can be brought."""

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring calendar files in."""


class Incoming(QObject):
    """Brings files in, and says what became of them."""

    def __init__(self, workspace: Workspace, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._house = workspace, house
        self.page: LibraryPage | None = None
        """The library page, once there is one."""
        self.watching = Watching(self._look_through, house.tasks, house.say, self._show_report)
        house.actions.bind("app.look_through", self.look_through, house.window)
        Dropping(house.theme, house.window).dropped.connect(self.bring_in)

    def bring_in(self, paths: list[Path]) -> None:
        """Bring in what was dropped on the window: meetings into an alliance, all else into the library."""
        calendars = [path for path in paths if path.suffix.lower() in CALENDARS]
        others = [path for path in paths if path not in calendars]
        if calendars:
            self._house.go("alliances")
            page = self._house.window.page("alliances")
            if isinstance(page, TakesCalendars):
                page.bring_in(calendars)
        if others:
            self._house.go("library")
            if self.page is not None:
                self.page.bring_in(others)

    def look_through(self) -> None:
        """Look through the watched folders now, and say what was found."""
        self.watching.look(aloud=True)

    def _look_through(self, progress: Progress) -> Report:
        return self._workspace.library.look_through(self._workspace.settings.watched, progress)

    def _show_report(self, report: Report) -> None:
        from animating_alliances_desktop.ui.library.importing import ReportDialog

        ReportDialog(self._house.theme, report, self._house.open, QApplication.activeWindow()).open()
