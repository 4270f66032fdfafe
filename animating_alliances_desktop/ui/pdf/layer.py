"""What is painted over a page: highlights, hits of a search, what is selected, a glow where one landed, the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.model import Box
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.patterns import PATTERNS, paint_under_words
from animating_alliances_desktop.ui.pdf.finding import Finder
from animating_alliances_desktop.ui.pdf.ports import Shown
from animating_alliances_desktop.ui.pdf.selection import Selection

_RADIUS = 2.0
_DOT = 7.0
_BELOW = 2.0
_OVER = 0.6
"""Points by which a highlight is wider than its letters."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """One page to be painted over; its upper left corner is the painter's origin, `width` its width in pixels."""

    painter: QPainter
    page: int
    letters: Letters
    scale: float
    width: float
    paper: Palette

    def fill(self, start: int, end: int, colour: QColor) -> list[QRectF]:
        """Lay a colour over a passage; the answer is where that is."""
        self.painter.setBrush(colour)
        rects = self.rects(start, end)
        for rect in rects:
            self.painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        return rects

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Where a passage is, in pixels."""
        return [rect_of(box, self.scale) for box in self.letters.boxes(start, end)]


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

    def paint(self, canvas: Canvas) -> None:
        """Paint over one page."""
        painter, paper = canvas.painter, canvas.paper
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        modes = QPainter.CompositionMode
        painter.setCompositionMode(
            modes.CompositionMode_Screen if paper.dark else modes.CompositionMode_Multiply
        )
        for mark, start, end in self._marks.get(canvas.page, ()):
            canvas.fill(start, end, paper.colour(f"highlight-{mark.colour.value}"))
        strong = self._paint_hits(canvas)
        for page, start, end in self.glow:
            if page == canvas.page:
                canvas.fill(start, end, paper.colour("find"))
        chosen = self.selection.on(canvas.page, len(canvas.letters))
        if chosen is not None:
            canvas.fill(*chosen, paper.colour("selection"))
        painter.setCompositionMode(modes.CompositionMode_SourceOver)
        self._paint_signs(canvas)
        _paint_rings(canvas, strong)
        self._paint_caret(canvas)

    def _paint_hits(self, canvas: Canvas) -> list[QRectF]:
        """Paint all hits on the page; the answer is where the one is that the user is at."""
        finder, strong = self.finder, []
        if finder is None:
            return []
        faint = _mixed(canvas.paper.colour("find"), QColor("black") if canvas.paper.dark else QColor("white"))
        for start, end, nth in finder.on(canvas.page):
            is_here = nth == finder.nth
            rects = canvas.fill(start, end, canvas.paper.colour("find") if is_here else faint)
            strong += rects if is_here else []
        return strong

    def _paint_signs(self, canvas: Canvas) -> None:
        """Paint what tells highlights apart without colour, and a dot beside those with a note."""
        painter, paper = canvas.painter, canvas.paper
        for mark, start, end in self._marks.get(canvas.page, ()):
            rects = canvas.rects(start, end)
            colour = paper.colour(f"highlight-{mark.colour.value}")
            for rect in rects:
                paint_under_words(painter, rect.adjusted(0, 0, 0, _BELOW), PATTERNS[mark.colour], colour)
            if mark.note and rects and mark.spans[0][:2] == (canvas.page, start):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(paper.colour("accent"))
                middle = QPointF(canvas.width - _DOT * 1.6, rects[0].center().y())
                painter.drawEllipse(middle, _DOT / 2, _DOT / 2)

    def _paint_caret(self, canvas: Canvas) -> None:
        caret = self.selection.caret
        if self.has_caret and caret is not None and caret[0] == canvas.page:
            left, top, _right, bottom = (edge * canvas.scale for edge in canvas.letters.caret(caret[1]))
            canvas.painter.fillRect(QRectF(left - 1, top, 2, bottom - top), canvas.paper.colour("accent"))


def rect_of(box: Box, scale: float) -> QRectF:
    """A box of the page as pixels from its corner, a little wider than the letters."""
    left, top, right, bottom = box
    wide = right - left + 2 * _OVER
    return QRectF((left - _OVER) * scale, top * scale, wide * scale, (bottom - top) * scale)


def _paint_rings(canvas: Canvas, rects: Sequence[QRectF]) -> None:
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.setPen(QPen(canvas.paper.colour("ink"), 1.2))
    for rect in rects:
        canvas.painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


def _mixed(one: QColor, other: QColor) -> QColor:
    """What lies in the middle of two colours."""
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
