"""Finding words on the page: the places where they stand, and which of them is shown."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from animating_alliances_desktop.ui.kit import finding
from animating_alliances_desktop.ui.kit.bars import FindBar
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet


class Finding(finding.Finding):
    """Connects the bar with running text."""

    def __init__(self, bar: FindBar, sheet: Sheet, presenter: ReaderPresenter, parent: QObject) -> None:
        super().__init__(bar, sheet, parent)
        self._sheet, self._presenter = sheet, presenter
        self.hits: list[tuple[int, int]] = []
        self.nth = -1

    def _look(self, words: str) -> None:
        self.hits = self._presenter.find(words)
        here = self._sheet.visible()[0]
        self.nth = bisect_left(self.hits, (here, 0)) % len(self.hits) if self.hits else -1
        self._show()

    def _look_again(self, words: str) -> None:
        self._look(words)

    def _go_on(self, by: int) -> None:
        if self.hits:
            self.nth = (self.nth + by) % len(self.hits)
            self._show()

    def _drop(self) -> None:
        self.hits, self.nth = [], -1
        self._sheet.show_hits([], -1)

    def _stay(self) -> None:
        here = self.hits[self.nth] if 0 <= self.nth < len(self.hits) else None
        self._drop()
        if here is not None:
            self._sheet.select(*here)

    def _show(self) -> None:
        self._sheet.show_hits(self.hits, self.nth)
        self._bar.show_count(self.nth, len(self.hits))
