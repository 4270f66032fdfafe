"""The editor of a note, which stands in the row of the note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.folding import Folding
from animating_alliances_desktop.ui.kit.theme import Theme

_LINES = 4


class _Field(QPlainTextEdit):
    """Text; Ctrl+Enter keeps it, Escape leaves it, Tab goes on."""

    finished = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys that end editing."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(QWidget):
    """A field with two buttons."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        Folding(self.field)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("What do you want to remember about this?"))
        self.keep = button(self.tr("Keep"), "primary")
        self.keep.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel = button(self.tr("Cancel"), "quiet")
        self.cancel.setToolTip(self.tr("Esc"))
        self.field.finished.connect(self._finish)
        self.field.left.connect(self.left)
        self.keep.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.left)
        self.setFocusProxy(self.field)
        self._lay_out()

    @classmethod
    def height_for(cls, theme: Theme) -> int:
        """Return the height of the field and the buttons below it."""
        line = QFontMetrics(theme.typeface("text")).lineSpacing()
        return line * _LINES + 24 + 8 + line + 20

    def show_text(self, text: str) -> None:
        """Begin with this text, the cursor at its end."""
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _finish(self) -> None:
        self.kept.emit(self.field.toPlainText())
