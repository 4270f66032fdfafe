"""Paints a chart: a quiet ground with few lines, and for each series a colour and a sign of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from animating_alliances_desktop.ui.kit.figures import Figures, Shape
from animating_alliances_desktop.ui.kit.theme import Theme

_DOT, _GAP, _KEY = 4.0, 8, 22
_WIDEST = 34.0
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_FILLS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.NoBrush,
)
"""What tells the series apart without colours: solid, slanting lines, dots, an outline."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the points and the values of a chart lie."""

    area: QRectF
    ends: tuple[float, float]
    count: int

    @property
    def slot(self) -> float:
        """How wide the room of one point is."""
        return self.area.width() / max(1, self.count)

    def x(self, at: int) -> float:
        """The middle of a point."""
        return self.area.left() + (at + 0.5) * self.slot

    def y(self, value: float) -> float:
        """The height of a value."""
        low, high = self.ends
        return self.area.bottom() - (value - low) / ((high - low) or 1.0) * self.area.height()

    def at(self, x: float) -> int:
        """The point that is nearest."""
        return max(0, min(self.count - 1, int((x - self.area.left()) // self.slot)))


_Bar = tuple[int, float | None, QRectF]
"""Which series it is of, its value, and where it stands."""


class ChartPainter:
    """Paints figures into a room."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.dress()

    def dress(self) -> None:
        """Take the theme's fonts as they are now."""
        self._letters = self._theme.typeface("small")
        self._metrics = QFontMetrics(self._letters)

    @property
    def line(self) -> int:
        """How high a line of words is."""
        return self._metrics.height()

    def ground(self, room: QRectF, figures: Figures) -> Ground:
        """Where things lie: the key above, the values at the left, the names and one line of words below."""
        ticks = [self._metrics.horizontalAdvance(figures.tick_words(tick)) for tick in figures.ticks()]
        above = self.line + 12 if len(figures.series) > 1 else self.line // 2 + 4
        area = room.adjusted(max(ticks) + 2 * _GAP, above, -_GAP, -2 * (self.line + 8))
        return Ground(area, figures.ends(), len(figures.points))

    def paint(self, painter: QPainter, room: QRectF, figures: Figures, current: int | None) -> None:
        """Paint everything; the current point is the one whose words are written below."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letters)
        ground = self.ground(room, figures)
        if len(figures.series) > 1:
            self._paint_key(painter, room, figures)
        self._paint_values(painter, room, figures, ground)
        self._paint_names(painter, figures, ground)
        if current is not None:
            self._paint_current(painter, room, figures, ground, current)
        if figures.shape is Shape.LINE:
            for nth in range(len(figures.series)):
                self._paint_line(painter, figures, ground, nth)
        else:
            self._paint_bars(painter, figures, ground)

    # What stands around

    def _paint_key(self, painter: QPainter, room: QRectF, figures: Figures) -> None:
        x, middle = room.left() + 2, room.top() + self.line / 2 + 1
        for nth, series in enumerate(figures.series):
            sign = QRectF(x, middle - 5, _KEY, 10)
            self._paint_sign(painter, sign, figures, nth)
            painter.setPen(self._colour("muted"))
            wide = self._metrics.horizontalAdvance(series.name)
            words = QRectF(sign.right() + 6, room.top(), wide + 4, self.line + 2)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, series.name)
            x = words.right() + 18

    def _paint_sign(self, painter: QPainter, sign: QRectF, figures: Figures, nth: int) -> None:
        colour = self._colour(figures.series[nth].colour)
        if figures.shape is Shape.LINE:
            painter.setPen(QPen(colour, 2, _LINES[nth % len(_LINES)]))
            painter.drawLine(QLineF(sign.left(), sign.center().y(), sign.right(), sign.center().y()))
            _paint_dot(painter, sign.center(), nth, colour)
        else:
            _paint_block(painter, sign.adjusted(4, 0, -4, 0), nth, colour)

    def _paint_values(self, painter: QPainter, room: QRectF, figures: Figures, ground: Ground) -> None:
        for tick in figures.ticks():
            y = ground.y(tick)
            painter.setPen(QPen(self._colour("line"), 1))
            painter.drawLine(QLineF(ground.area.left(), y, ground.area.right(), y))
            painter.setPen(self._colour("faint"))
            place = QRectF(room.left(), y - self.line / 2, ground.area.left() - room.left() - _GAP, self.line)
            painter.drawText(place, _RIGHT, figures.tick_words(tick))

    def _paint_names(self, painter: QPainter, figures: Figures, ground: Ground) -> None:
        """Write as many names below as there is room for, always the last one."""
        names = [point.short or point.name for point in figures.points]
        widest = max(map(self._metrics.horizontalAdvance, names), default=0) + 10
        step = max(1, -(-widest // max(1, int(ground.slot))))
        painter.setPen(self._colour("faint"))
        for at in range(len(names) - 1, -1, -step):
            place = QRectF(ground.x(at) - widest, ground.area.bottom() + 5, 2 * widest, self.line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, names[at])

    def _paint_current(
        self, painter: QPainter, room: QRectF, figures: Figures, ground: Ground, at: int
    ) -> None:
        wash = self._colour("accent-soft")
        wash.setAlphaF(0.6)
        column = QRectF(ground.x(at) - ground.slot / 2, ground.area.top(), ground.slot, ground.area.height())
        painter.fillRect(column, wash)
        painter.setPen(self._colour("ink"))
        below = QRectF(room.left(), room.bottom() - self.line - 3, room.width(), self.line + 2)
        words = self._metrics.elidedText(figures.words(at), Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    # The figures

    def _paint_line(self, painter: QPainter, figures: Figures, ground: Ground, nth: int) -> None:
        colour = self._colour(figures.series[nth].colour)
        runs = list(_runs(figures, ground, nth))
        painter.setPen(QPen(colour, 2, _LINES[nth % len(_LINES)]))
        for run in runs:
            painter.drawPolyline(QPolygonF(run))
        for place in (place for run in runs for place in run):
            _paint_dot(painter, place, nth, colour)

    def _paint_bars(self, painter: QPainter, figures: Figures, ground: Ground) -> None:
        bars = [bar for at in range(len(figures.points)) for bar in _bars(figures, ground, at)]
        for nth, _value, place in bars:
            _paint_block(painter, place, nth, self._colour(figures.series[nth].colour))
        if figures.shape is Shape.BARS and all(self._has_room(figures, bar) for bar in bars):
            painter.setPen(self._colour("muted"))
            for _nth, value, place in bars:
                above = QRectF(place.left() - 6, place.top() - self.line - 1, place.width() + 12, self.line)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, figures.said(value) if value else "")

    def _has_room(self, figures: Figures, bar: _Bar) -> bool:
        """Whether a value can stand above its bar: either all do, or none."""
        _nth, value, place = bar
        return self._metrics.horizontalAdvance(figures.said(value or 0.0)) <= place.width() + 8

    def _colour(self, name: str) -> QColor:
        return QColor(self._theme.palette.colour(name))


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _runs(figures: Figures, ground: Ground, nth: int) -> Iterator[list[QPointF]]:
    """The points of a series, cut where something is missing."""
    run: list[QPointF] = []
    for at, point in enumerate(figures.points):
        value = point.values[nth]
        if value is not None:
            run.append(QPointF(ground.x(at), ground.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _bars(figures: Figures, ground: Ground, at: int) -> Iterator[_Bar]:
    """Each series' piece of a point, as a place."""
    wide = min(_WIDEST * len(figures.series), ground.slot * 0.7)
    left = ground.x(at) - wide / 2
    if figures.shape is Shape.BARS:
        each = wide / len(figures.series)
        for nth, value in enumerate(figures.points[at].values):
            top = ground.y(value or 0.0)
            yield nth, value, QRectF(left + nth * each, top, each - (each > 4), ground.area.bottom() - top)
        return
    wide = min(_WIDEST, wide)
    for nth, (low, high) in enumerate(figures.spans(at)):
        top = ground.y(high)
        yield nth, None, QRectF(ground.x(at) - wide / 2, top, wide, ground.y(low) - top)


def _paint_dot(painter: QPainter, middle: QPointF, nth: int, colour: QColor) -> None:
    """Paint a circle, a square, a diamond, or a ring."""
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush if nth % 4 == 3 else colour)
    box = QRectF(middle.x() - _DOT, middle.y() - _DOT, 2 * _DOT, 2 * _DOT)
    match nth % 4:
        case 1:
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        case 2:
            corners = [QPointF(middle.x(), box.top() - 1), QPointF(box.right() + 1, middle.y())]
            corners += [QPointF(middle.x(), box.bottom() + 1), QPointF(box.left() - 1, middle.y())]
            painter.drawPolygon(QPolygonF(corners))
        case _:
            painter.drawEllipse(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_block(painter: QPainter, bar: QRectF, nth: int, colour: QColor) -> None:
    """Paint a piece of a bar with its fill, and an outline that holds the lighter fills together."""
    if bar.height() < 0.5:
        return
    painter.fillRect(bar, QBrush(colour, _FILLS[nth % len(_FILLS)]))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
