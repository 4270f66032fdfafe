"""What is imported before it is wanted, and on which thread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.content import write_small

_START = """
import sys, threading
from pathlib import Path

class Watch:
    def find_spec(self, name, path=None, target=None):
        draws = name.startswith(("PySide6", "animating_alliances_desktop.ui", "animating_alliances_desktop.pages"))
        if draws and threading.current_thread() is not threading.main_thread():
            print("on another thread:", name)

sys.meta_path.insert(0, Watch())
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from animating_alliances_desktop.app import App

qt = QApplication(sys.argv[:1])
app = App(qt, Path(sys.argv[1]), Path(sys.argv[2]))
looking = QTimer()

def look():
    if "animating_alliances_desktop.ui.trash.page" in sys.modules:
        print("warm", app.window.current)
        app.window.close()
        qt.quit()

looking.timeout.connect(look)
looking.start()
app.start()
qt.exec()
app.close()
"""


def test_all_pages_are_imported_by_and_by_and_on_the_window_s_thread_alone(tmp_path: Path) -> None:
    """PySide6 makes its classes when they are first named; two threads that do so at once end the process."""
    content = write_small(tmp_path / "content")
    command = [sys.executable, "-c", _START, str(tmp_path / "workspace"), str(content)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "warm today\n"), done.stderr
