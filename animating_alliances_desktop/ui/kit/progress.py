"""A panel that says how far long work is, and lets the user stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Card
from animating_alliances_desktop.ui.kit.text import label


class ProgressPanel(Card):
    """Hidden until work begins."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stopping = ""
        """What it says once the user has asked it to stop."""
        self.words = label("", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.body.setContentsMargins(16, 10, 12, 14)
        self.body.addLayout(row)
        self.body.addWidget(self.bar)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that it has begun; how much there is to do is not known yet."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def show_progress(self, done: int, of: int, words: str) -> None:
        """Show how far it is."""
        if self.cancel.isEnabled():
            self.words.setText(words)
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self.stopping)
        self.cancelled.emit()
