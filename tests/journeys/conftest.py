"""The whole app in this process: a real workspace, the real window, no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.app import App
from animating_alliances_desktop.core.workspace import Workspace

Start = Callable[..., App]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, folder: Path, small_content: Path) -> Iterator[Start]:
    """Opens the app on the test's workspace, as often as asked; each start closes the one before."""
    running: list[App] = []

    def close() -> None:
        while running:
            app = running.pop()
            app.window.close()
            app.close()
            app.window.deleteLater()

    def begin(content: Path = small_content) -> App:
        close()
        app = App(qapp, Workspace.open(folder, content))
        running.append(app)
        app.start()
        settle(qtbot, app)
        return app

    yield begin
    close()
    qapp.setStyleSheet("")


def settle(qtbot: QtBot, app: App) -> None:
    """Wait until no work is under way any more."""
    qtbot.waitUntil(lambda: not app.tasks.busy, timeout=20_000)
