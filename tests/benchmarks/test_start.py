"""From the start of the process to a window that can be used, beside an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from animating_alliances_desktop.core.workspace import Workspace
from tests.benchmarks.conftest import Beside

_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("ready", flush=True), QApplication.quit()))
qt = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
qt.exec()
"""
_OURS = """
import sys
from pathlib import Path
from animating_alliances_desktop.__main__ import window
leave_garbage = window().leave_garbage
from PySide6.QtCore import QEvent, QObject, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from animating_alliances_desktop.app import App
qt = QApplication(sys.argv)
leave_garbage(qt)
app = App(qt, Path(sys.argv[1]))
awaited = sys.argv[2]
def leave():
    app.window.close()
    qt.quit()
def ready():
    print("ready", flush=True)
    app.opened.connect(leave) if awaited == "usable" else leave()
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, use)
        return False
def use():
    QTest.keyClick(app.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert app.window.wish == "journal", app.window.wish
    ready()
painted = Painted()
if awaited == "usable":
    app.window.installEventFilter(painted)
else:
    from animating_alliances_desktop.ui.kit.buttons import ActionCard
    looking = QTimer(interval=1)
    def look():
        if any(card.isVisible() for card in app.window.findChildren(ActionCard)):
            looking.stop()
            ready()
    looking.timeout.connect(look)
    looking.start()
app.start()
qt.exec()
app.close()
"""
_COMPILED_ONCE = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Where Python may not keep what it compiled, it compiles all of ours at each start, and users do not start so."""
_running: list[subprocess.Popen[str]] = []


def until_ready(code: str, *given: str) -> None:
    """Start a process and wait until it says that it is ready; it ends by itself."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *given], stdout=subprocess.PIPE, text=True, env=_COMPILED_ONCE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    _running.append(process)


@pytest.mark.parametrize(("awaited", "at_most"), [("usable", 3.0), ("filled", 9.0)])
def test_from_the_start_of_the_process(tmp_path: Path, beside: Beside, awaited: str, at_most: float) -> None:
    """Usable: painted, and a key that is pressed does what it says. Filled: Today shows what is in the workspace."""
    folder = tmp_path / "workspace"
    with Workspace.open(folder) as workspace:
        workspace.catch_up()

    def wait() -> tuple[object, ...]:
        while _running:
            _running.pop().communicate()
        return ()

    until_ready(_OURS, str(folder), awaited)  # the first start compiles
    figures = beside(
        f"start until {awaited}",
        lambda: until_ready(_OURS, str(folder), awaited),
        lambda: until_ready(_EMPTY),
        rounds=7,
        given=wait,
    )
    wait()
    assert figures.ratio <= at_most
