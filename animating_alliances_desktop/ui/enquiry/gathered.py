"""A list that is as high as its rows, so that the page scrolls and not the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.enquiry.model import Gathered, Overview
from animating_alliances_desktop.core.enquiry.store import TEXTS
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.parting import parted
from animating_alliances_desktop.ui.kit.theme import Theme


class GatheredList(ItemList):
    """All that gathers under a question, in sections: the user's own last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._names = names()
        self.setAccessibleName(self.tr("What gathers under this question"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit)

    def show_overview(self, overview: Overview) -> None:
        """Show what gathers under this question."""
        own = self.tr("Your notes and highlights")
        rows: list[Row] = []
        for kind in TEXTS:
            rows += [self._row(one, self._section(kind)) for one in overview.texts.get(kind, ())]
        rows += [self._row(one, own) for one in overview.own]
        self.show_rows(rows)
        self._fit()

    def show_rows(self, rows: Sequence[Row], *, keep: bool = True) -> None:
        """Show these rows and be as high as they are."""
        super().show_rows(rows, keep=keep)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again: a narrower list breaks its lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _row(self, one: Gathered, section: str) -> Row:
        title, line = (one.title, one.line) if one.line else parted(one.title)
        return Row(one.ref, title, line, icon=ICONS[one.ref.kind], section=section)

    def _section(self, kind: Kind) -> str:
        return self.tr("Prompts to think with") if kind is Kind.PROMPT else self._names[kind]

    def _fit(self) -> None:
        height = self.whole_height()
        if self.height() != height + 4:
            self.setFixedHeight(height + 4)
