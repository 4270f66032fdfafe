"""The painting of one page: from pictures that are there; until they are, from what there is of another size."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.dressing import Picture
from animating_alliances_desktop.ui.pdf.layer import Canvas, Layer
from animating_alliances_desktop.ui.pdf.layout import Layout
from animating_alliances_desktop.ui.pdf.stock import Needs, Piece, Stock

_TEXT = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class PagePainter:
    """Paints with the page's upper left corner as the origin."""

    def __init__(self, theme: Theme, stock: Stock[Picture], layer: Layer) -> None:
        self._theme, self._stock, self._layer = theme, stock, layer

    @property
    def ground(self) -> QColor:
        """The colour of a page on which nothing is painted."""
        paper = self._theme.paper
        return QColor("white") if paper.name == "light" else paper.colour("page")

    def paint(self, painter: QPainter, plan: Layout, page: int, window: tuple[float, float]) -> None:
        """Paint a page, as far as it is between two heights of the desk."""
        _left, _top, width, height = plan.rect(page)
        whole = QRectF(0, 0, width, height)
        painter.fillRect(whole, self.ground)
        if page in self._stock.failures:
            self._say(painter, whole, self._stock.failures[page])
        elif not self._paint_strips(painter, plan, page, window):
            self._paint_other(painter, plan, page, whole)
            self._paint_strips(painter, plan, page, window)
        letters = self._stock.letters(page)
        if letters is not None:
            painter.save()
            scale = plan.scale(page) / plan.ratio
            self._layer.paint(Canvas(painter, page, letters, scale, width, self._theme.paper))
            painter.restore()
        painter.setPen(QPen(self._theme.palette.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_strips(self, painter: QPainter, plan: Layout, page: int, window: tuple[float, float]) -> bool:
        """Paint what is there at the right size; False if some of it is missing."""
        complete = True
        for piece in pieces(plan, page, *window):
            picture = self._stock.strips.get(piece)
            if picture is None:
                complete = False
            else:
                picture.image.setDevicePixelRatio(plan.ratio)
                painter.drawImage(QPointF(0, piece.top / plan.ratio), picture.image)
        return complete

    def _paint_other(self, painter: QPainter, plan: Layout, page: int, whole: QRectF) -> None:
        """Stretch what is there of another size, or the small picture."""
        now = plan.scale(page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        thumb = self._stock.thumbs.get(page)
        if thumb is not None:
            painter.drawImage(whole, thumb.image)
        before = [
            piece for piece, _ in self._stock.strips.items() if piece.page == page and piece.scale != now
        ]
        for piece in before:
            picture = self._stock.strips.get(piece)
            if picture is not None and piece.scale == before[0].scale:
                grown = now / piece.scale / plan.ratio
                area = QRectF(0, piece.top * grown, piece.width * grown, piece.rows * grown)
                picture.image.setDevicePixelRatio(1.0)
                painter.drawImage(area, picture.image)

    def _say(self, painter: QPainter, whole: QRectF, sentence: str) -> None:
        painter.setFont(self._theme.typeface("text"))
        painter.setPen(self._theme.paper.colour("ink"))
        painter.drawText(whole.adjusted(24, 24, -24, -24), _TEXT, sentence)


def pieces(plan: Layout, page: int, top: float, bottom: float) -> Iterator[Piece]:
    """The strips of a page between two heights of the desk."""
    scale, width = plan.scale(page), plan.width_of(page)
    return (Piece(page, scale, first, rows, width) for first, rows in plan.strips(page, top, bottom))


def needs(plan: Layout, top: float, height: float) -> Needs:
    """What is seen of the pages, and what is a window's height above or below."""
    seen = plan.visible(top, top + height)
    if not len(plan):
        return Needs()
    beside = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < len(plan)]
    now = [piece for page in seen for piece in pieces(plan, page, top, top + height)]
    wide = [
        piece for page in (*seen, *beside) for piece in pieces(plan, page, top - height, top + 2 * height)
    ]
    near = [piece for piece in wide if piece not in now]
    return Needs(now, near, tuple(seen), tuple(beside))
