"""Files that are dropped anywhere on the window, and what the window says while they hover over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.pages import EmptyPage
from animating_alliances_desktop.ui.kit.theme import Theme

_HOVERS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Sees what is dragged over a window before its parts do: a field to write in would take a file for words."""

    dropped = Signal(list)
    """The paths of the files and folders that were dropped."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.hint = QWidget(window)
        self.hint.setProperty("role", "page")
        self.hint.hide()
        inside = QVBoxLayout(self.hint)
        words = self.tr(
            "PDF, Word, EPUB, PowerPoint, HTML, Markdown and text files, and folders of them, come into your library; "
            "meetings from calendar files (.ics) come to their alliance."
        )
        inside.addWidget(EmptyPage(theme, "download", self.tr("Drop them here"), words))
        window.installEventFilter(self)
        self._attend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags with files; leave everything else to where it goes."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show:
                self._attend()
            return False
        if kind == QEvent.Type.DragLeave:
            self.hint.hide()
            return False
        if not isinstance(event, QDropEvent) or not _paths(event) or QApplication.activeModalWidget():
            return False
        event.acceptProposedAction()
        if kind in _HOVERS:
            self._show_hint()
        else:
            self.hint.hide()
            self.dropped.emit(_paths(event))
        return True

    def _attend(self) -> None:
        """The system's own window, which there is once it was shown, hears of a drag first."""
        if self._window.windowHandle() is not None:
            self._window.windowHandle().installEventFilter(self)

    def _show_hint(self) -> None:
        around = self._window.centralWidget() or self._window
        self.hint.setGeometry(around.geometry())
        self.hint.show()
        self.hint.raise_()


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
