"""The pattern that goes with each colour of a highlight, so that the colour is never the only sign."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from animating_alliances_desktop.core.annotations.model import Colour


class Pattern(Enum):
    """How a highlight can be told by somebody who sees no colours."""

    SOLID = auto()
    DOTTED = auto()
    DIAGONAL = auto()
    DOUBLE = auto()


PATTERNS = {
    Colour.AMBER: Pattern.SOLID,
    Colour.GREEN: Pattern.DOTTED,
    Colour.BLUE: Pattern.DIAGONAL,
    Colour.ROSE: Pattern.DOUBLE,
}
_PREFIX = "highlight-"
_WASH = 0.45


def of_palette(name: str) -> Pattern | None:
    """The pattern of a colour by its name in the palette; None if it is no highlight's colour."""
    found = name.removeprefix(_PREFIX)
    known = found != name and found in {colour.value for colour in Colour}
    return PATTERNS[Colour(found)] if known else None


def strong(colour: QColor) -> QColor:
    """A colour in which lines can be seen on a ground of this one, by day and by night."""
    return colour.lighter(190) if colour.lightness() < 128 else colour.darker(165)


def paint_under_words(painter: QPainter, area: QRectF, pattern: Pattern, colour: QColor) -> None:
    """Paint the pattern of a highlighted line of words, below the words or behind them."""
    ink = strong(colour)
    if pattern is Pattern.DIAGONAL:
        ink.setAlphaF(_WASH)
        painter.fillRect(area, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.setPen(Qt.PenStyle.NoPen)
        return
    if pattern is Pattern.SOLID:
        return
    painter.save()
    bottom = area.bottom() - 1
    if pattern is Pattern.DOTTED:
        painter.setPen(QPen(ink, 2.4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap))
        pen = painter.pen()
        pen.setDashPattern([0.1, 2.2])
        painter.setPen(pen)
        painter.drawLine(QLineF(area.left() + 2, bottom, area.right() - 2, bottom))
    else:
        painter.setPen(QPen(ink, 1.2))
        for line in (bottom - 2.6, bottom + 0.4):
            painter.drawLine(QLineF(area.left() + 1, line, area.right() - 1, line))
    painter.restore()


def paint_bar(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    """Paint a stripe in a colour of this name in the palette, with a pattern if it is that of a highlight."""
    pattern = of_palette(name)
    if pattern is not None:
        paint_stripe(painter, area, pattern, colour)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 2, 2)


def paint_stripe(painter: QPainter, area: QRectF, pattern: Pattern, colour: QColor) -> None:
    """Paint the stripe at the side of a row: one bar, beads, a barber's pole, or two bars."""
    painter.save()
    painter.setPen(QPen(strong(colour), 0.6))
    painter.setBrush(colour)
    if pattern is Pattern.DOTTED:
        step = area.width() + 3
        for nth in range(max(1, int(area.height() // step))):
            painter.drawEllipse(QRectF(area.left(), area.top() + nth * step, area.width(), area.width()))
    elif pattern is Pattern.DOUBLE:
        width = area.width() * 0.32
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong(colour))
        for left in (area.left(), area.right() - width):
            painter.drawRoundedRect(QRectF(left, area.top(), width, area.height()), 1, 1)
    else:
        painter.drawRoundedRect(area, 2, 2)
        if pattern is Pattern.DIAGONAL:
            _slanted(painter, area, strong(colour))
    painter.restore()


def paint_dot(painter: QPainter, area: QRectF, pattern: Pattern, colour: QColor) -> None:
    """Paint a dot in the colour and with the pattern, for chips and buttons."""
    painter.save()
    painter.setPen(QPen(strong(colour), area.width() / 18))
    painter.setBrush(colour)
    painter.drawEllipse(area)
    clip = QPainterPath()
    clip.addEllipse(area)
    painter.setClipPath(clip)
    _paint_sign(painter, area, pattern, strong(colour))
    painter.restore()


def _paint_sign(painter: QPainter, area: QRectF, pattern: Pattern, ink: QColor) -> None:
    """Paint what is in the dot: three beads, two lines, or slanting ones."""
    painter.setPen(QPen(ink, area.width() / 11))
    middle, step = area.center(), area.width() / 5
    if pattern is Pattern.DOTTED:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in (-1.3 * step, 0.0, 1.3 * step):
            painter.drawEllipse(QPointF(middle.x() + at, middle.y()), step / 2.4, step / 2.4)
    elif pattern is Pattern.DOUBLE:
        lines = [middle.y() + at for at in (-0.7 * step, 0.7 * step)]
        painter.drawLines([QLineF(area.left(), at, area.right(), at) for at in lines])
    elif pattern is Pattern.DIAGONAL:
        at_foot = [middle.x() - area.width() + at for at in (-1.6 * step, 0.0, 1.6 * step)]
        far = 2 * area.width()
        painter.drawLines([QLineF(x, area.bottom() + step, x + far, area.top() - step) for x in at_foot])


def _slanted(painter: QPainter, area: QRectF, ink: QColor) -> None:
    painter.setClipRect(area)
    painter.setPen(QPen(ink, 1.4))
    at = area.top() - area.width()
    while at < area.bottom():
        painter.drawLine(QLineF(area.left(), at + area.width() + 3, area.right(), at))
        at += 7
