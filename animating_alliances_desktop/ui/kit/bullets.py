"""Bullets before the lines of a list: Qt's own are large and stand too close to the words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument, QTextListFormat

_OF_QT = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


def take_off(document: QTextDocument) -> None:
    """Take Qt's bullets off, so that `paint` can paint others in their place."""
    for block in _blocks(document):
        around = block.textList()
        if around is not None and around.format().style() in _OF_QT:
            look = around.format()
            look.setStyle(QTextListFormat.Style.ListStyleUndefined)
            around.setFormat(look)


def paint(document: QTextDocument, painter: QPainter, colour: QColor) -> None:
    """Paint bullets in proportion to the letters, where the document begins at the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    size = document.defaultFont().pixelSize()
    for block in _marked(document):
        line = block.layout().lineAt(0)
        from_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = line.naturalTextRect().right() + size * 0.62 if from_right else line.x() - size * 0.62
        before = block.layout().position() + QPointF(x, line.y() + line.ascent() - size * 0.27)
        painter.drawEllipse(before, size * 0.11, size * 0.11)
    painter.restore()


def _marked(document: QTextDocument) -> Iterator[QTextBlock]:
    """The lines that have a bullet before them."""
    for block in _blocks(document):
        around = block.textList()
        if around is not None and around.format().style() is QTextListFormat.Style.ListStyleUndefined:
            yield block


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
