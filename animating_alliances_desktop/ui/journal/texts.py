"""Fields for longer texts: they grow with what is written, are lit up lightly, and mind the spelling."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetricsF, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.followthrough.signs import signed
from animating_alliances_desktop.ui.journal.lighting import QUIET, Lighting
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.kit.theme import Theme

__all__ = ["QUIET", "GrowingText"]
_FRAME = 2 * 13


class GrowingText(QPlainTextEdit):
    """A field that is as high as its text, and never lower than a few lines; Tab leaves it."""

    entered = Signal()
    """The keyboard came here."""
    written = Signal()
    """A letter changed; Qt's own signal tells of changes of looks, too."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        lines: int,
        minding: Minding | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._minding = lines, minding
        self.setProperty("role", "reading")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lighting = Lighting(theme, self)
        self._said = ""
        self.textChanged.connect(self._look_whether_written)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        if minding is not None:
            minding.changed.connect(self._mind)
            self._mind()

    def show_text(self, text: str) -> None:
        """Show a text that nobody wrote just now; one writes on at its end."""
        with QSignalBlocker(self):
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._said = self.toPlainText()

    def put_prompt(self, text: str) -> None:
        """Put a prompt as a line of its own where the cursor is, and the cursor below it."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        before = "" if not cursor.block().text().strip() else "\n"
        cursor.insertText(f"{before}{QUIET}{' '.join(text.split())}\n")
        self.setTextCursor(cursor)

    def put_text(self, text: str) -> None:
        """Put a text at the end, as a paragraph of its own."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(("\n" if self.toPlainText().strip() else "") + text)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sign(self, kind: Kind) -> None:
        """Begin the line of the cursor with a sign, or take it off again."""
        cursor = self.textCursor()
        line = cursor.block().text()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(signed(line, kind) if line.strip() else signed("", kind))
        self.setTextCursor(cursor)

    def spell(self) -> None:
        """Offer what may be meant by the word where the cursor is."""
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4))
        if self._minding is not None:
            self._minding.offer(self, self.textCursor(), below)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may be meant by the word under the pointer, before what can be done with any text."""
        if self._minding is None:
            super().contextMenuEvent(event)
        else:
            at = self.viewport().mapFrom(self, event.pos())
            self._minding.offer(self, self.cursorForPosition(at), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        if self._minding is not None:
            self._minding.wake()
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines get shorter."""
        super().resizeEvent(event)
        self._fit()

    def _look_whether_written(self) -> None:
        said = self.toPlainText()
        if said != self._said:
            self._said = said
            self.written.emit()

    def _mind(self) -> None:
        self._lighting.mind(self._minding.speller if self._minding is not None else None)

    def _fit(self) -> None:
        self.ensurePolished()
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = max(self._lines, self.document().size().height())
        height = round(lines * line + 2 * self.document().documentMargin() + _FRAME)
        if height != self.height():
            self.setFixedHeight(height)
