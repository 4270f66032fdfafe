"""From the start of the process to a window that can be used, beside an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from animating_alliances_desktop.core.workspace import Workspace

ROUNDS = 7
AT_MOST = 3.0

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
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.app import App
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
workspace = Workspace.open(Path(sys.argv[1]))
qt = QApplication(sys.argv)
app = App(qt, workspace)
app.start()
def usable():
    print("ready", flush=True)
    app.window.close()
    qt.quit()
app.tasks.idle.connect(lambda: QTimer.singleShot(0, usable))
qt.exec()
"""


def seconds(code: str, *given: str) -> float:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *given], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    took = time.perf_counter() - begun
    process.communicate()
    assert line == "ready\n"
    return took


def test_start_to_usable_window(tmp_path: Path, report: Callable[[str], None]) -> None:
    folder = tmp_path / "workspace"
    with Workspace.open(folder) as workspace:
        workspace.catch_up()
    empty, ours = [], []
    for _ in range(ROUNDS):
        empty.append(seconds(_EMPTY))
        ours.append(seconds(_OURS, str(folder)))
    ratio = median(ours) / median(empty)
    report(
        f"start to usable: {median(ours):.2f} s, empty window {median(empty):.2f} s, "
        f"ratio {ratio:.2f} (at most {AT_MOST})"
    )
    assert ratio <= AT_MOST
