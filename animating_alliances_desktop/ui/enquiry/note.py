"""The field for a note on a question; what is being written stays with its question."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.folding import Folding
from animating_alliances_desktop.ui.kit.pages import Card
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_LINES = 3


class _Field(QPlainTextEdit):
    """Text; Ctrl+Enter keeps it, Tab goes on."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the note with Ctrl+Enter."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class NoteField(Card):
    """Takes down a note on the question that is open."""

    asked = Signal(str)
    """The text of a note to keep."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[Ref, str] = {}
        self.question: Ref | None = None
        self.field = _Field()
        Folding(self.field)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Note on this question"))
        self.field.setPlaceholderText(self.tr("What do you see of this in your own alliance?"))
        self.keep = button(self.tr("Keep the note"), icon="sticky-note", theme=theme)
        self.keep.setToolTip(self.tr("Ctrl+Enter"))
        self.field.textChanged.connect(self._typed)
        self.field.finished.connect(self._ask)
        self.keep.clicked.connect(self._ask)
        theme.changed.connect(self._fit)
        self._lay_out()
        self._fit()
        self._typed()

    def show_question(self, ref: Ref) -> None:
        """Take down notes on this question from now on, going on with what was begun on it."""
        if ref == self.question:
            return
        self.question = ref
        with QSignalBlocker(self.field):
            self.field.setPlainText(self._drafts.get(ref, ""))
        self._typed()

    def kept(self, ref: Ref) -> None:
        """Begin afresh: the note on this question is kept."""
        self._drafts.pop(ref, None)
        if ref == self.question:
            self.field.clear()

    def begun(self) -> dict[Ref, str]:
        """What was begun and not kept, by question."""
        return {ref: text for ref, text in self._drafts.items() if text.strip()}

    def _lay_out(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 14)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Note on this question"), "subheading"), 1)
        head.addWidget(self.keep)
        column = QVBoxLayout()
        column.addLayout(head)
        column.addWidget(self.field)
        self.body.addLayout(column)

    def _fit(self) -> None:
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + 24)

    def _typed(self) -> None:
        text = self.field.toPlainText()
        if self.question is not None:
            self._drafts[self.question] = text
        self.keep.setEnabled(bool(text.strip()))

    def _ask(self) -> None:
        if self.keep.isEnabled():
            self.asked.emit(self.field.toPlainText())
