"""The numbers of the paragraphs, painted lightly beside them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.theme import INTERFACE
from animating_alliances_desktop.ui.reader.layer import blocks_in

_LETTERS, _LEAST = 11, 8
_GAP = 9
_EDGE = 2
_PICTURE = 120


class Margin:
    """Paints from positions only, as the highlights are painted."""

    def __init__(self) -> None:
        self.places: Mapping[int, str] = {}
        """The numbers by the position in the body of the first letter of their block."""
        self.is_on = False

    def paint(
        self, painter: QPainter, page: QTextDocument, paper: Palette, window: QRectF, base: int
    ) -> None:
        """Paint the numbers of the paragraphs within `window`, in the coordinates of the document."""
        if not self.is_on:
            return
        painter.setPen(paper.colour("muted"))
        for block in blocks_in(page, window):
            number = self.places.get(block.position() - base)
            if number is not None and block.layout().lineCount():
                painter.setFont(_fitting(number, page.documentMargin()))
                width = painter.fontMetrics().horizontalAdvance(number)
                painter.drawText(
                    QPointF(page.documentMargin() - _GAP - width, _baseline(page, block)), number
                )


def _fitting(number: str, room: float) -> QFont:
    """A font in which a number fits into the margin."""
    font = QFont(INTERFACE)
    for size in range(_LETTERS, _LEAST, -1):
        font.setPixelSize(size)
        if QFontMetricsF(font).horizontalAdvance(number) <= room - _GAP - _EDGE:
            break
    return font


def _baseline(page: QTextDocument, block: QTextBlock) -> float:
    """The line that the letters stand on; beside a picture, the upper edge."""
    line = block.layout().lineAt(0)
    top = page.documentLayout().blockBoundingRect(block).top() + line.y()
    return top + (line.ascent() if line.ascent() < _PICTURE else _LETTERS)
