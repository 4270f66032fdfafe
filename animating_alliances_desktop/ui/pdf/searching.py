"""Finding words in the file: the places where they stand, and which of them is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from animating_alliances_desktop.ui.kit.bars import FindBar
from animating_alliances_desktop.ui.kit.finding import Finding
from animating_alliances_desktop.ui.pdf.finding import Finder
from animating_alliances_desktop.ui.pdf.sheet import PdfSheet


class Searching(Finding):
    """Connects the bar with the pages."""

    def __init__(self, bar: FindBar, sheet: PdfSheet, finder: Callable[[], Finder], parent: QObject) -> None:
        super().__init__(bar, sheet, parent)
        self._sheet, self._finder = sheet, finder

    def _look(self, words: str) -> None:
        self._finder().search(words, self._sheet.here()[0])
        self._show(bring=True)

    def _look_again(self, words: str) -> None:
        had = bool(self._finder().hits)
        self._finder().search_again(words)
        self._show(bring=not had)

    def _go_on(self, by: int) -> None:
        self._finder().step(by)
        self._show(bring=True)

    def _drop(self) -> None:
        self._finder().forget()
        self._sheet.layer.finder = None
        self._sheet.viewport().update()

    def _stay(self) -> None:
        spans = self._finder().here()
        self._drop()
        if spans:
            self._sheet.selection.select((spans[0][0], spans[0][1]), (spans[-1][0], spans[-1][2]))
            self._sheet.viewport().update()

    def _show(self, *, bring: bool) -> None:
        finder = self._finder()
        self._sheet.layer.finder = finder
        self._bar.show_count(finder.nth, len(finder.hits), self._gaps(finder.silent))
        if bring and finder.here():
            self._sheet.show_spans(finder.here())
        self._sheet.viewport().update()

    def _gaps(self, silent: int) -> str:
        """Say that there are pages on which nothing can be found."""
        if silent == 1:
            return self.tr("1 page holds no text")
        return self.tr("{n} pages hold no text").format(n=f"{silent:,}") if silent else ""
