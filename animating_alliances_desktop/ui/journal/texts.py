"""Fields for longer texts: they grow with what is written, and mute the prompts that were put in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from animating_alliances_desktop.ui.kit.theme import Theme

QUIET = "› "
"""Stands before a line that is a prompt, not the writer's own words."""
_FRAME = 2 * 13


class _Quiet(QSyntaxHighlighter):
    """Mutes the lines that are prompts."""

    def __init__(self, theme: Theme, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Mute one line if it is a prompt."""
        if text.startswith(QUIET):
            look = QTextCharFormat()
            look.setForeground(self._theme.palette.colour("muted"))
            look.setFontItalic(True)
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, look)


class GrowingText(QPlainTextEdit):
    """A field that is as high as its text, and never lower than a few lines; Tab leaves it."""

    entered = Signal()
    """The keyboard came here."""

    def __init__(self, theme: Theme, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setProperty("role", "reading")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = _Quiet(theme, self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def put_prompt(self, text: str) -> None:
        """Put a prompt as a line of its own where the cursor is, and the cursor below it."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        before = "" if not cursor.block().text().strip() else "\n"
        cursor.insertText(f"{before}{QUIET}{' '.join(text.split())}\n")
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines get shorter."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = max(self._lines, self.document().size().height())
        self.setFixedHeight(round(lines * line + 2 * self.document().documentMargin() + _FRAME))
