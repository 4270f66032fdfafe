"""Finding words in the file: the bar, the hits, and which of them is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from animating_alliances_desktop.ui.kit.bars import FindBar
from animating_alliances_desktop.ui.pdf.finding import Finder
from animating_alliances_desktop.ui.pdf.sheet import PdfSheet

_PAUSE = 60


class Searching(QObject):
    """Connects the bar with the pages."""

    def __init__(self, bar: FindBar, sheet: PdfSheet, finder: Callable[[], Finder], parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._sheet, self._finder = bar, sheet, finder
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
        """Put the bar away, and leave the selection at the hit that was shown."""
        spans = self._finder().here()
        self.forget()
        self._bar.hide()
        self._sheet.setFocus()
        if spans:
            self._sheet.selection.select((spans[0][0], spans[0][1]), (spans[-1][0], spans[-1][2]))
            self._sheet.viewport().update()

    def forget(self) -> None:
        """Show no hits any more."""
        self._pause.stop()
        self._finder().forget()
        self._sheet.layer.finder = None
        self._sheet.viewport().update()

    def search(self) -> None:
        """Look for the words in the bar, and show the first place from here on."""
        self._pause.stop()
        self._finder().search(self._bar.field.text(), self._sheet.here()[0])
        self._show(bring=True)

    def search_again(self) -> None:
        """Look once more, as more of the text is there."""
        if self._bar.isVisible():
            had = bool(self._finder().hits)
            self._finder().search_again(self._bar.field.text())
            self._show(bring=not had)

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round and round."""
        if self._pause.isActive():
            self.search()
        elif not self._bar.isVisible():
            self.open()
        else:
            self._finder().step(by)
            self._show(bring=True)

    def _show(self, *, bring: bool) -> None:
        finder = self._finder()
        self._sheet.layer.finder = finder
        self._bar.show_count(finder.nth, len(finder.hits))
        if bring and finder.here():
            self._sheet.show_spans(finder.here())
        self._sheet.viewport().update()
