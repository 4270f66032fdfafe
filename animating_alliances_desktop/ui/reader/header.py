"""The line above each of two texts that lie side by side: which it is, and closing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import ShortLabel
from animating_alliances_desktop.ui.kit.theme import Theme

_HEIGHT = 38


class PaneHeader(QFrame):
    """Hidden as long as there is one text only."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = ShortLabel("small")
        self.close_button = icon_button(theme, "x", self.tr("Close this text (Ctrl+W)"))
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.addWidget(self._title, 1)
        row.addWidget(self.close_button)
        self.close_button.hide()
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def show_title(self, title: str) -> None:
        """Show which text it is."""
        self._title.setText(title)

    def mark(self, *, active: bool) -> None:
        """Show whether what is done by key is done to this text."""
        self._title.setProperty("role", "eyebrow" if active else "small")
        self.style().unpolish(self._title)
        self.style().polish(self._title)
