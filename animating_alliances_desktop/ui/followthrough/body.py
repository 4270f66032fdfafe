"""How the page is put together: what narrows the list above it, and below it what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.followthrough.model import Share
from animating_alliances_desktop.ui.followthrough.asking import AskBar
from animating_alliances_desktop.ui.followthrough.bar import DeedBar
from animating_alliances_desktop.ui.followthrough.listing import Side
from animating_alliances_desktop.ui.followthrough.rows import nothing_words
from animating_alliances_desktop.ui.followthrough.sharing import SharePane
from animating_alliances_desktop.ui.followthrough.top import AddLine, Filters, Header
from animating_alliances_desktop.ui.kit.lists import ItemList
from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage
from animating_alliances_desktop.ui.kit.quotepainter import QuotePainter
from animating_alliances_desktop.ui.kit.theme import Theme


class Body(QWidget):
    """Header, line, filters; the list, why it is empty, or the chart; one more word, and the buttons."""

    def __init__(self, theme: Theme, run: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.line, self.filters = Header(theme), AddLine(theme), Filters(theme)
        self.list = ItemList(theme, self.tr("Follow-through"), painter=QuotePainter(theme, "text"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyPage(theme, "list-todo", "", "")
        self.shares = SharePane(theme)
        self.ask, self.bar = AskBar(theme), DeedBar(theme, run)
        self.ask.opened.connect(self.bar.hide)
        self.ask.closed.connect(self.bar.show)
        self.has_alliances = True
        """Whether there is an alliance for which something can be written down."""
        self._stack = QStackedWidget()
        for one in (self.list, self.empty, self.shares):
            self._stack.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        for widget in (self.filters.sides, self.line, self.filters):
            column.addLayout(_inset(widget, MARGIN, 10))
        column.addLayout(_inset(self._stack, MARGIN - 14, 0), 1)
        column.addLayout(_inset(self.ask, MARGIN, 0))
        column.addLayout(_inset(self.bar, MARGIN, 12))

    def show_whether(self, side: Side, *, shown: bool, any_there: bool) -> None:
        """Show the list, or say why it is empty."""
        if not self.has_alliances:
            self.empty.show_words(
                self.tr("First, an alliance"),
                self.tr(
                    "What is promised, decided and noticed belongs to one. Give yours a name; then it gathers here."
                ),
                self.tr("Add your alliance"),
            )
        elif any_there:
            self.empty.show_words(
                self.tr("Nothing passes the filter"),
                self.tr("Other words may find it."),
                self.tr("Clear the filter"),
            )
        else:
            self.empty.show_words(*nothing_words(side))
        self._stack.setCurrentWidget(self.list if shown else self.empty)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show the chart."""
        self.shares.show_shares(shares)
        self._stack.setCurrentWidget(self.shares)


def _inset(widget: QWidget, margin: int, below: int) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(margin, 0, margin, below)
    made.addWidget(widget)
    return made
