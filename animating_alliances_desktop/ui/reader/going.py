"""Going to a paragraph by its number: the bar, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import QObject

from animating_alliances_desktop.ui.reader.go_bar import GoBar
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet


class Going(QObject):
    """Connects the bar with the text."""

    def __init__(self, bar: GoBar, sheet: Sheet, presenter: ReaderPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._sheet, self._presenter = bar, sheet, presenter
        bar.wanted.connect(self.go)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Bring the bar up."""
        self._bar.open()

    def go(self, number: str) -> None:
        """Go to the paragraph of this number, or say that there is none."""
        if self._presenter.go_to(number):
            self.close()
        else:
            self._bar.tell_none(self._presenter.numbers.ends)

    def close(self) -> None:
        """Put the bar away."""
        self._sheet.setFocus()  # before the bar is gone, else Qt takes the keyboard to the next link
        self._bar.hide()
