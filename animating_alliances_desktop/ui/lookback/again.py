"""The side of this day: what there was a month, a quarter and some years ago; nothing of it is pushed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.lookback.model import Again
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.rows import day_words, row_of

_YEAR = 12


class AgainView(QWidget):
    """A list with a heading for each time."""

    opened = Signal(object)
    """The Ref of a thing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ItemList(theme, self.tr("On this day"), 3, single_click=True)
        self.list.opened.connect(self._open)
        title = self.tr("Nothing from around this day yet")
        words = self.tr("What you write today comes up here in a month, in a quarter, and in a year.")
        self.nothing = EmptyPage(theme, "history", title, words)
        self._lay_out()

    def show_again(self, again: Sequence[Again]) -> None:
        """Show what there was."""
        self.list.show_rows([row for one in again for row in self._rows(one)])
        self._stack.setCurrentWidget(self._filled if again else self.nothing)

    def _rows(self, again: Again) -> list[Row]:
        return [
            row_of(moment, section=self._ago(again.months), meta=day_words(moment.day, "ddd d MMM yyyy"))
            for moment in again.moments
        ]

    def _ago(self, months: int) -> str:
        named = {
            1: self.tr("A month ago"),
            3: self.tr("A quarter ago"),
            _YEAR: self.tr("A year ago"),
        }
        return named.get(months) or self.tr("{n} years ago").format(n=months // _YEAR)

    def _open(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.opened.emit(ref)

    def _lay_out(self) -> None:
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(MARGIN - 14, 8, MARGIN - 14, 12)
        said = label(self.tr("What you wrote then, on this day or up to three days beside it."), "muted")
        said.setContentsMargins(14, 0, 14, 0)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._filled)
