"""The field in which a note is written; it is kept while it is being written."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.folding import Folding
from animating_alliances_desktop.ui.kit.text import label

_PAUSE = 600


class NoteWriter(QFrame):
    """Writes one note at a time: on a highlight, over an older note, or a new one on the whole text."""

    written = Signal(object, str)
    """A reference (None for a new note on the whole text) and what its note says now."""
    finished = Signal(object, str)
    """The reference of a note that was written, and what it said before."""

    def __init__(self) -> None:
        super().__init__()
        self._ref: Ref | None = None
        self._is_waiting = False
        self._kept = self._before = ""
        self.is_writing = False
        """Whether a note is being written."""
        self.about = label("", "small")
        self.field = QPlainTextEdit()
        Folding(self.field)
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setPlaceholderText(
            self.tr("What does this make you think of? #tags and [[links]] work here.")
        )
        self.field.setMinimumHeight(120)
        self.field.setTabChangesFocus(True)
        self.done = button(self.tr("Done"), "primary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.field.textChanged.connect(self._pause.start)
        self._lay_out()
        self.hide()

    @property
    def ref(self) -> Ref | None:
        """What is written on; None for a new note on the whole text that is not kept yet."""
        return self._ref

    def begin(self, ref: Ref | None, text: str, about: str) -> None:
        """Write on a highlight's note, on a note, or (None) on a new note on the whole text."""
        self.close_down()
        self._ref, self.is_writing, self._is_waiting = ref, True, False
        self._kept = self._before = text
        self.about.setText(about)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.field.setFocus()

    def keep_as(self, ref: Ref) -> None:
        """A new note has been kept under this reference: from now on it is written over."""
        if self._is_waiting:
            self._ref, self._is_waiting = ref, False
            self.flush()
            if self.isHidden():
                self.close_down()

    def flush(self) -> None:
        """Keep what was written and is not kept yet."""
        self._pause.stop()
        text = self.field.toPlainText()
        if self.is_writing and text != self._kept and not self._is_waiting:
            self._kept = text
            self._is_waiting = self._ref is None
            self.written.emit(self._ref, text)

    def close_down(self) -> None:
        """Keep the note and put the field away."""
        self.flush()
        if self.is_writing and self._ref is not None and self._kept != self._before:
            self.finished.emit(self._ref, self._before)
        self.is_writing = self._is_waiting
        self.hide()

    def forget(self, ref: Ref) -> None:
        """Keep nothing more of this one: it is about to be taken away."""
        if ref == self._ref:
            self.is_writing = False
            self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Kept as you type"), "small", wrap=False), 1)
        row.addWidget(self.done)
        column.addLayout(row)
