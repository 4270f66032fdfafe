"""A small window in which one thing is chosen by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
Find = Callable[[str, Callable[[Sequence[Row]], None]], None]
"""Looks for what has these words in its name, off the window's thread."""


class Chooser(QDialog):
    """The arrow keys move in the list while one types; Enter takes what is current."""

    chosen = Signal(object)
    """The Ref that was chosen."""

    def __init__(self, theme: Theme, title: str, explained: str, find: Find, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 460)
        self._find = find
        self.words = search_field(theme, self.tr("Part of its name"))
        self.list = ItemList(theme, title, 1)
        self.nothing = label(self.tr("Nothing is called that. Fewer letters find more."), "muted")
        self.take = button(self.tr("Choose"), "primary")
        cancel = button(self.tr("Cancel"), "quiet")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(explained, "muted"))
        whole.addWidget(self.words)
        whole.addWidget(self.nothing)
        whole.addWidget(self.list, 1)
        whole.addLayout(foot)
        self.words.textChanged.connect(self._look)
        self.list.opened.connect(self._take)
        self.take.clicked.connect(lambda: self._take(self.list.current))
        cancel.clicked.connect(self.reject)
        self.nothing.hide()
        self._look("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, and take from it, while the cursor is in the field."""
        if event.key() in _STEPS:
            self.list.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.current)
        else:
            super().keyPressEvent(event)

    def _look(self, words: str) -> None:
        self._find(words, self._show)

    def _show(self, rows: Sequence[Row]) -> None:
        self.list.show_rows(rows, keep=False)
        if rows:
            self.list.step(0)
        self.nothing.setVisible(not rows)
        self.take.setEnabled(bool(rows))

    def _take(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.chosen.emit(ref)
            self.accept()
