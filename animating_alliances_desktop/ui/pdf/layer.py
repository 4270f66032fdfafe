"""What is painted over a page: highlights, hits of a search, what is selected, a glow where one landed, the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.model import Box
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.pdf.finding import Finder
from animating_alliances_desktop.ui.pdf.ports import Shown
from animating_alliances_desktop.ui.pdf.selection import Selection

_RADIUS = 2.0
_DOT = 7.0
_OVER = 0.6
"""Points by which a highlight is wider than its letters."""


class Layer:
    """Paints in the colours of the paper: multiplied with a bright page, screened with a dark one."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.finder: Finder | None = None
        self.glow: Sequence[Span] = ()
        self.has_caret = False
        self._marks: dict[int, list[tuple[Shown, int, int]]] = {}

    def show_marks(self, marks: Iterable[Shown]) -> None:
        """Paint these from now on."""
        self._marks = {}
        for mark in marks:
            for page, start, end in mark.spans:
                self._marks.setdefault(page, []).append((mark, start, end))

    def paint(
        self, painter: QPainter, page: int, letters: Letters, scale: float, right: float, paper: Palette
    ) -> None:
        """Paint over one page, whose upper left corner is the painter's origin; `right` is its right edge."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        blend = QPainter.CompositionMode
        painter.setCompositionMode(
            blend.CompositionMode_Screen if paper.dark else blend.CompositionMode_Multiply
        )
        for mark, start, end in self._marks.get(page, ()):
            _fill(painter, letters.boxes(start, end), scale, paper.colour(f"highlight-{mark.colour.value}"))
        strong = self._paint_hits(painter, page, letters, scale, paper)
        for at, start, end in self.glow:
            if at == page:
                _fill(painter, letters.boxes(start, end), scale, paper.colour("find"))
        chosen = self.selection.on(page, len(letters))
        if chosen is not None:
            _fill(painter, letters.boxes(*chosen), scale, paper.colour("selection"))
        painter.setCompositionMode(blend.CompositionMode_SourceOver)
        self._paint_over(painter, page, letters, scale, right, paper, strong)

    def _paint_hits(
        self, painter: QPainter, page: int, letters: Letters, scale: float, paper: Palette
    ) -> list[QRectF]:
        strong: list[QRectF] = []
        for start, end, nth in self.finder.on(page) if self.finder is not None else ():
            is_here = self.finder is not None and nth == self.finder.nth
            faint = QColor("black") if paper.dark else QColor("white")
            colour = _mixed(paper.colour("find"), faint, 1.0 if is_here else 0.5)
            rects = _fill(painter, letters.boxes(start, end), scale, colour)
            strong += rects if is_here else []
        return strong

    def _paint_over(
        self,
        painter: QPainter,
        page: int,
        letters: Letters,
        scale: float,
        right: float,
        paper: Palette,
        strong: Sequence[QRectF],
    ) -> None:
        """What is not blended with the page: a ring round the hit, the dots of notes, the cursor."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(paper.colour("ink"), 1.2))
        for rect in strong:
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper.colour("accent"))
        for mark, start, end in self._marks.get(page, ()):
            if mark.note and mark.spans[0][:2] == (page, start):
                box = next(letters.boxes(start, end), None)
                if box is not None:
                    middle = (box[1] + box[3]) / 2 * scale
                    painter.drawEllipse(QPointF(right - _DOT * 1.6, middle), _DOT / 2, _DOT / 2)
        caret = self.selection.caret
        if self.has_caret and caret is not None and caret[0] == page:
            left, top, _right, bottom = letters.caret(caret[1])
            painter.fillRect(
                QRectF(left * scale - 1, top * scale, 2, (bottom - top) * scale), paper.colour("accent")
            )


def _fill(painter: QPainter, boxes: Iterable[Box], scale: float, colour: QColor) -> list[QRectF]:
    painter.setBrush(colour)
    rects = [rect_of(box, scale) for box in boxes]
    for rect in rects:
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    return rects


def rect_of(box: Box, scale: float) -> QRectF:
    """A box of the page as pixels from its corner, a little wider than the letters."""
    left, top, right, bottom = box
    return QRectF(
        (left - _OVER) * scale, top * scale, (right - left + 2 * _OVER) * scale, (bottom - top) * scale
    )


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    return QColor(
        round(one.red() * part + other.red() * (1 - part)),
        round(one.green() * part + other.green() * (1 - part)),
        round(one.blue() * part + other.blue() * (1 - part)),
    )
