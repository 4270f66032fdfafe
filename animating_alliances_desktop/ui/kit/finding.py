"""Finding words in a text: the bar, and when to look for what is typed there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.kit.bars import FindBar

_PAUSE = 60


class Finding(QObject):
    """Connects the bar with a sheet; what finds and shows the places belongs to the kind of text."""

    def __init__(self, bar: FindBar, sheet: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._home = bar, sheet
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        bar.wanted.connect(lambda _words: self._pause.start())
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Bring the bar up."""
        self._bar.open()
        self.search()

    def close(self) -> None:
        """Put the bar away, and leave the text cursor at the place that was shown."""
        self._pause.stop()
        self._home.setFocus()  # before the bar is gone, else Qt takes the keyboard to the next link
        self._bar.hide()
        self._stay()

    def forget(self) -> None:
        """Show no places any more."""
        self._pause.stop()
        self._drop()

    def search(self) -> None:
        """Look for the words in the bar, and show the first place from here on."""
        self._pause.stop()
        self._look(self._bar.field.text())

    def search_again(self) -> None:
        """Look once more: the text was laid out anew, or there is more of it."""
        if self._bar.isVisible():
            self._look_again(self._bar.field.text())

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round and round."""
        if self._pause.isActive():
            self.search()
        elif not self._bar.isVisible():
            self.open()
        else:
            self._go_on(by)

    # What the kind of text knows

    def _look(self, words: str) -> None:
        """Find the words, and show the first place from here on."""
        raise NotImplementedError

    def _look_again(self, words: str) -> None:
        """Find the words in what the text is now."""
        raise NotImplementedError

    def _go_on(self, by: int) -> None:
        """Show the next place, or the one before."""
        raise NotImplementedError

    def _drop(self) -> None:
        """Show no places."""
        raise NotImplementedError

    def _stay(self) -> None:
        """Show no places, and leave the text cursor at the one that the user is at."""
        raise NotImplementedError
