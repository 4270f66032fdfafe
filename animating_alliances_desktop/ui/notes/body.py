"""What is below the header of the notes page: filters and the list, why it is empty, or the review of what moved."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.filters import NotesFilters
from animating_alliances_desktop.ui.notes.listview import NotesList
from animating_alliances_desktop.ui.notes.reviewpane import ReviewPane


class NotesBody(QStackedWidget):
    """Shows the notes, or what has moved."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = NotesFilters(theme)
        self.list = NotesList(theme)
        self.pane = ReviewPane(theme)
        self.empty = EmptyPage(theme, "highlighter", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._usual = QWidget()
        usual = QVBoxLayout(self._usual)
        usual.setContentsMargins(0, 0, 0, 0)
        usual.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 10)
        top.addWidget(self.filters)
        usual.addLayout(top)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 0)
        below.addWidget(self._stack)
        usual.addLayout(below, 1)
        self.addWidget(self._usual)
        self.addWidget(self.pane)

    @property
    def is_reviewing(self) -> bool:
        """Whether what has moved is on view."""
        return self.currentWidget() is self.pane

    def show_review(self, *, on: bool) -> None:
        """Show what has moved, or the notes."""
        if on == self.is_reviewing:
            return
        self.setCurrentWidget(self.pane if on else self._usual)
        if self.isVisible():
            (self.pane.list if on else self.list).setFocus()

    def show_whether(self, *, shown: bool, any_there: bool) -> None:
        """Show the list, or say why it is empty."""
        if any_there:
            self.empty.show_words(
                self.tr("Nothing passes these filters"),
                self.tr("Take one of them away to see more of your notes."),
                self.tr("Clear the filters"),
            )
        else:
            self.empty.show_words(
                self.tr("Nothing marked yet"),
                self.tr(
                    "Open a text, select a passage and give it a colour or a note. All that you mark gathers here."
                ),
            )
        self._stack.setCurrentWidget(self.list if shown else self.empty)
