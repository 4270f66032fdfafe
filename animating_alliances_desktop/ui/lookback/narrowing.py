"""The line of what is looked at: a side of the page, an alliance, and how far back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.lookback.ports import Look, Reach, Side

_REACHING = (Side.THREADS, Side.CHARTS)


class Narrowing(QWidget):
    """Tabs at the left, fields at the right."""

    turned = Signal(object)
    """A Side."""
    narrowed = Signal(object)
    """The Ref of an alliance, or None for all."""
    reached = Signal(object)
    """A Reach."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Ways of looking back"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title in (
            self.tr("Calendar"),
            self.tr("On this day"),
            self.tr("Threads"),
            self.tr("Review"),
            self.tr("Charts"),
        ):
            self.tabs.addTab(title)
        self.alliance = _field(self.tr("Of which alliance"))
        self._refs: list[Ref | None] = []
        self.span = _field(self.tr("How far back"))
        self.span.addItems([self.tr("Last quarter"), self.tr("Last year"), self.tr("All")])
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN - 14, 0, MARGIN, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.span)
        row.addWidget(self.alliance)
        self.tabs.currentChanged.connect(lambda at: self.turned.emit(list(Side)[at]))
        self.span.currentIndexChanged.connect(lambda at: self.reached.emit(list(Reach)[at]))
        self.alliance.currentIndexChanged.connect(self._narrow)

    def show_look(self, look: Look) -> None:
        """Show what is looked at."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(list(Side).index(look.side))
        with QSignalBlocker(self.span):
            self.span.setCurrentIndex(list(Reach).index(look.reach))
        self.span.setVisible(look.side in _REACHING)

    def show_alliances(self, alliances: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these."""
        refs: list[Ref | None] = [None, *(ref for ref, _name in alliances)]
        names = [self.tr("All alliances"), *(name for _ref, name in alliances)]
        with QSignalBlocker(self.alliance):
            if names != [self.alliance.itemText(at) for at in range(self.alliance.count())]:
                self.alliance.clear()
                self.alliance.addItems(names)
            self._refs = refs
            self.alliance.setCurrentIndex(refs.index(chosen))

    def _narrow(self, at: int) -> None:
        if 0 <= at < len(self._refs):
            self.narrowed.emit(self._refs[at])


def _field(name: str) -> QComboBox:
    return Choice(name)
