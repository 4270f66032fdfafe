"""What lies below the header of the journal: the entries at the left, one sheet at the right, or the first question."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from animating_alliances_desktop.ui.journal.editor import Editor
from animating_alliances_desktop.ui.journal.entries import Entries
from animating_alliances_desktop.ui.journal.first import FirstAlliance
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.standing import Standing
from animating_alliances_desktop.ui.kit.pages import EmptyPage
from animating_alliances_desktop.ui.kit.theme import Theme

_LOW, _NARROW = 640, 1000


class Desk(QStackedWidget):
    """Holds the sheets, and shows one of them."""

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries(theme)
        self.editor = Editor(theme, minding)
        self.standing = Standing(theme, minding)
        self.first = FirstAlliance(theme)
        self.nothing = EmptyPage(theme, "notebook-pen", "", "", self.tr("New entry"))
        self._right = QStackedWidget()
        for sheet in (self.nothing, self.editor, self.standing):
            self._right.addWidget(sheet)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.entries)
        row.addWidget(self._right, 1)
        self.addWidget(self._body)
        self.addWidget(self.first)

    def ask_first(self) -> None:
        """Ask for the name of the first alliance."""
        self.setCurrentWidget(self.first)

    def lay_open(self) -> None:
        """Show entries and sheet."""
        self.setCurrentWidget(self._body)

    def lay(self, sheet: QWidget) -> None:
        """Show one sheet."""
        self._right.setCurrentWidget(sheet)

    def say_nothing_is_open(self, *, none_yet: bool) -> None:
        """Show what to do next."""
        after = self.tr(
            "After a meeting, write down what happened, so what, and now what. Three minutes are enough."
        )
        choose = self.tr("Choose an entry from the list to read it again, or write a new one.")
        title = self.tr("No entries yet") if none_yet else self.tr("No entry is open")
        self.nothing.show_words(title, after if none_yet else choose, self.tr("New entry"))
        self.lay(self.nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow window, and leave the month out of a low one."""
        super().resizeEvent(event)
        self.entries.setFixedWidth(276 if self.width() < _NARROW else 316)
        if event.oldSize().height() != event.size().height():
            self.entries.month.setChecked(self.window().height() >= _LOW)
