"""Starting and ending the whole app in this process, and seeing that it leaves nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.app import App

PATIENCE = 20_000


class Start:
    """Opens the app on one workspace, as often as asked; each start closes the one before."""

    def __init__(self, qt: QApplication, qtbot: QtBot, folder: Path, content: Path) -> None:
        self._qt, self._qtbot, self._folder, self._content = qt, qtbot, folder, content
        self._running: App | None = None
        self._threads = set(threading.enumerate())
        self._windows = {id(widget) for widget in qt.topLevelWidgets()}

    def __call__(self, content: Path | None = None, early: Callable[[App], object] = id) -> App:
        """Start the app, do something early, and wait until it has nothing left to do."""
        self.close()
        app = App(self._qt, self._folder, content or self._content)
        self._running = app
        with self._qtbot.waitSignal(app.opened, timeout=PATIENCE), self._qtbot.waitExposed(app.window):
            app.start()
            early(app)
        app.window.activateWindow()
        self._qtbot.waitUntil(app.window.isActiveWindow, timeout=PATIENCE)
        settle(self._qtbot, app)
        return app

    def close(self) -> None:
        """Close the window as its user does, and then the app, if it runs."""
        app, self._running = self._running, None
        if app is None:
            return
        app.window.close()
        try:
            self._qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=PATIENCE)
        finally:
            app.close()
            app.window.deleteLater()
            app.theme.deleteLater()  # it would go on dressing a window that is gone
            app.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def leavings(self) -> list[str]:
        """What is there now that was not there before: reports of errors, threads, windows."""
        reports = [file.read_text(encoding="utf-8") for file in (self._folder / "reports").glob("*")]
        threads = [one.name for one in threading.enumerate() if one not in self._threads]
        windows = [str(one) for one in self._qt.topLevelWidgets() if id(one) not in self._windows]
        return reports + threads + windows


def settle(qtbot: QtBot, app: App) -> None:
    """Wait until no work is under way any more."""
    qtbot.waitUntil(lambda: not app.tasks.busy, timeout=PATIENCE)
