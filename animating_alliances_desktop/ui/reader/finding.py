"""Finding words on the page: the bar, the hits, and which of them is shown."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, QTimer

from animating_alliances_desktop.ui.kit.bars import FindBar
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet

_PAUSE = 60


class Finding(QObject):
    """Connects the bar with the sheet."""

    def __init__(self, bar: FindBar, sheet: Sheet, presenter: ReaderPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._sheet, self._presenter = bar, sheet, presenter
        self.hits: list[tuple[int, int]] = []
        self.nth = -1
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
        """Put the bar away, and leave the text cursor at the hit that was shown."""
        here = self.hits[self.nth] if 0 <= self.nth < len(self.hits) else None
        self.forget()
        self._sheet.setFocus()  # before the bar is gone, else Qt takes the keyboard to the next link
        self._bar.hide()
        if here is not None:
            self._sheet.select(*here)

    def forget(self) -> None:
        """Show no hits any more."""
        self._pause.stop()
        self.hits, self.nth = [], -1
        self._sheet.show_hits([], -1)

    def search(self) -> None:
        """Look for the words in the bar, and show the first place from here on."""
        self._pause.stop()
        self.hits = self._presenter.find(self._bar.field.text())
        here = self._sheet.visible()[0]
        self.nth = bisect_left(self.hits, (here, 0)) % len(self.hits) if self.hits else -1
        self._show()

    def search_again(self) -> None:
        """Look anew after the text was laid out again."""
        if self._bar.isVisible():
            self.search()

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round and round."""
        if self._pause.isActive():
            self.search()
        elif not self._bar.isVisible():
            self.open()
        elif self.hits:
            self.nth = (self.nth + by) % len(self.hits)
            self._show()

    def _show(self) -> None:
        self._sheet.show_hits(self.hits, self.nth)
        self._bar.show_count(self.nth, len(self.hits))
