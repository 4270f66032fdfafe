"""Words on a page: labels in the few sizes and tones that the app has."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

_NARROWEST = 10
_NON_JOINER = "\u200c"
TextRole = Literal["title", "heading", "subheading", "body", "muted", "small", "eyebrow", "reading"]


def label(text: str, role: TextRole = "body", *, wrap: bool = True) -> QLabel:
    """Make a label; its text is taken as plain text, whatever it holds."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def as_typed(sign: str) -> str:
    """A sign of several letters so that the letters are shown: Inter draws “->” as an arrow, which no key types."""
    return _NON_JOINER.join(sign)


class ShortLabel(QLabel):
    """A line of plain text that ends in an ellipsis where there is no room for all of it; the rest is a tooltip."""

    def __init__(self, role: TextRole) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Return a size that asks for hardly any width."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the words as there is room for."""
        words, room = self.text(), self.contentsRect()
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(words if short != words else "")
        painter = QPainter(self)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        role = self.foregroundRole()
        self.style().drawItemText(painter, room, aligned.value, self.palette(), self.isEnabled(), short, role)
        painter.end()
