"""A process of its own that types an entry through the window, and kills itself as soon as that is called saved."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from animating_alliances_desktop.app import App
from animating_alliances_desktop.core.workspace import Workspace

EVERY_MS, AT_MOST_MS = 1, 30_000


class Typist:
    """Waits for the field, types, waits for the word, and is gone."""

    def __init__(self, app: App, words: str) -> None:
        self._app, self._words = app, words
        self._has_typed = False

    def look(self) -> None:
        """Do the next thing that can be done."""
        fields = self._app.window.findChildren(QPlainTextEdit)
        field = next((one for one in fields if one.accessibleName() == "What happened"), None)
        if self._has_typed and self._is_saved():
            os.kill(os.getpid(), signal.SIGKILL)
        elif field is not None and field.isVisible() and not self._has_typed:
            self._has_typed = True
            field.setFocus()
            QTest.keyClicks(field, self._words)

    def _is_saved(self) -> bool:
        labels = self._app.window.findChildren(QLabel)
        return any(one.isVisible() and one.text().startswith("Saved ") for one in labels)


def main(folder: str, content: str, words: str) -> int:
    """Run until killed; the answer is only for when that failed."""
    qt = QApplication([])
    with Workspace.open(Path(folder), Path(content)) as workspace:
        alliance = workspace.alliances.add("Estuary Compact")[1]
    app = App(qt, Path(folder), Path(content))
    app.opened.connect(lambda: app.go("journal", alliance))
    app.start()
    typist = Typist(app, words)
    timer = QTimer(interval=EVERY_MS)
    timer.timeout.connect(typist.look)
    timer.start()
    QTimer.singleShot(AT_MOST_MS, qt.quit)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
