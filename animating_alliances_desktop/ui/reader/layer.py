"""What is painted under the words: highlights, hits of a search, bars of quotations, and a glow where one landed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from animating_alliances_desktop.core.annotations.model import State
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.patterns import PATTERNS, paint_under_words

_PICTURE = "\ufffc"
"""What stands in a text for a picture."""
_RADIUS = 3.0
_BAR = 3.0
_DOT = 7.0


class Layer:
    """Paints from positions only: nothing in the document is changed by a highlight."""

    def __init__(self) -> None:
        self.base = 0
        """Where the body begins in the document."""
        self.hits: Sequence[tuple[int, int]] = ()
        self.hit = -1
        """Which of the hits the user is at."""
        self.glow: tuple[int, int] | None = None
        self.link: tuple[int, int] | None = None
        """The link that the keyboard is at."""
        self._marks: Sequence[Mark] = ()

    @property
    def marks(self) -> Sequence[Mark]:
        """The highlights that have a place."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Paint these from now on; those without a place are left out."""
        placed = (mark for mark in marks if mark.state is not State.LOST and mark.end > mark.start)
        self._marks = sorted(placed, key=lambda mark: (mark.start, -mark.end))

    def paint(self, painter: QPainter, page: QTextDocument, paper: Palette, window: QRectF) -> None:
        """Paint what lies within `window`, in the coordinates of the document."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        blocks = list(blocks_in(page, window))
        _paint_bars(painter, page, blocks, paper.colour("quote"))
        if not blocks:
            return
        low = blocks[0].position() - self.base
        high = blocks[-1].position() + blocks[-1].length() - self.base
        for mark in self._marks:
            if mark.start < high and mark.end > low:
                self._paint_mark(painter, page, blocks, mark, paper)
        self._paint_hits(painter, page, blocks, paper, (low, high))
        if self.link is not None:
            _outline(painter, self._rects(page, blocks, self.link), paper.colour("accent"))
        if self.glow is not None:
            self._fill(painter, page, blocks, self.glow, _clear(paper.colour("find"), 0.6))

    def _paint_mark(
        self,
        painter: QPainter,
        page: QTextDocument,
        blocks: Sequence[QTextBlock],
        mark: Mark,
        paper: Palette,
    ) -> None:
        colour = paper.colour(f"highlight-{mark.colour.value}")
        rects = self._fill(painter, page, blocks, (mark.start, mark.end), colour)
        for rect in rects:
            paint_under_words(painter, rect, PATTERNS[mark.colour], colour)
        if mark.note and rects:
            painter.setBrush(paper.colour("accent"))
            right = page.size().width() - page.documentMargin() / 2
            painter.drawEllipse(QPointF(right, rects[0].center().y()), _DOT / 2, _DOT / 2)

    def _paint_hits(
        self,
        painter: QPainter,
        page: QTextDocument,
        blocks: Sequence[QTextBlock],
        paper: Palette,
        seen: tuple[int, int],
    ) -> None:
        first = bisect_left(self.hits, (seen[0], 0))
        for nth in range(max(0, first - 1), len(self.hits)):
            if self.hits[nth][0] >= seen[1]:
                break
            strong = nth == self.hit
            colour = _clear(paper.colour("find"), 1.0 if strong else 0.45)
            rects = self._fill(painter, page, blocks, self.hits[nth], colour)
            if strong:
                _outline(painter, rects, paper.colour("ink"))

    def _fill(
        self,
        painter: QPainter,
        page: QTextDocument,
        blocks: Sequence[QTextBlock],
        span: tuple[int, int],
        colour: QColor,
    ) -> list[QRectF]:
        rects = self._rects(page, blocks, span)
        painter.setBrush(colour)
        for rect in rects:
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        return rects

    def _rects(
        self, page: QTextDocument, blocks: Sequence[QTextBlock], span: tuple[int, int]
    ) -> list[QRectF]:
        return list(rects_of(page, blocks, self.base + span[0], self.base + span[1]))


def rects_of(page: QTextDocument, blocks: Sequence[QTextBlock], start: int, end: int) -> Iterator[QRectF]:
    """Where the letters from `start` to `end` are, a rectangle for each line, in these blocks."""
    for block in blocks:
        low, high = max(start, block.position()), min(end, block.position() + block.length() - 1)
        if low >= high:
            continue
        layout = block.layout()
        origin = page.documentLayout().blockBoundingRect(block).topLeft()
        for nth in range(layout.lineCount()):
            line, first = layout.lineAt(nth), low - block.position()
            is_picture = high - low == 1 and block.text()[first] == _PICTURE
            rect = _line_rect(line, first, high - block.position())
            if rect is not None:
                yield (rect if is_picture else _round_letters(rect, line)).translated(origin)


def _line_rect(line: QTextLine, low: int, high: int) -> QRectF | None:
    first, last = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
    if first >= last:
        return None
    left, right = _x(line, first), _x(line, last)
    return QRectF(min(left, right), line.y(), abs(right - left), line.ascent()).adjusted(-2, 0, 2, 0)


def _round_letters(rect: QRectF, line: QTextLine) -> QRectF:
    """Lie close about the letters of a line, however high the line is."""
    baseline, letters = line.y() + line.ascent(), line.ascent() + line.descent()
    rect.setTop(baseline - letters * 0.80)
    rect.setBottom(baseline + letters * 0.26)
    return rect


def _x(line: QTextLine, position: int) -> float:
    told: Any = line.cursorToX(position)
    return float(told[0] if isinstance(told, tuple) else told)


def blocks_in(page: QTextDocument, window: QRectF) -> Iterator[QTextBlock]:
    """The blocks that the window shows."""
    layout = page.documentLayout()
    at = layout.hitTest(QPointF(page.documentMargin() + 1, window.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = page.findBlock(max(0, at))
    while block.previous().isValid() and layout.blockBoundingRect(block).top() > window.top():
        block = block.previous()
    while block.isValid() and layout.blockBoundingRect(block).top() <= window.bottom():
        yield block
        block = block.next()


def _paint_bars(painter: QPainter, page: QTextDocument, blocks: Sequence[QTextBlock], colour: QColor) -> None:
    """A bar at the left of each quotation; paragraphs of one quotation share it."""
    painter.setBrush(_clear(colour, 0.55))
    quoted = [(block, page.documentLayout().blockBoundingRect(block)) for block in blocks]
    top: float | None = None
    for (block, rect), (following, _below) in pairwise([*quoted, (QTextBlock(), QRectF())]):
        if _is_quoted(block):
            top = rect.top() if top is None else top
            if not _is_quoted(following):
                bar = QRectF(page.documentMargin(), top, _BAR, rect.bottom() - top)
                painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
                top = None


def _is_quoted(block: QTextBlock) -> bool:
    """Only quotations have a margin at the right; Qt notes their level on the first paragraph alone."""
    return block.isValid() and block.blockFormat().rightMargin() > 0


def _outline(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    for rect in rects:
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.restore()


def _clear(colour: QColor, alpha: float) -> QColor:
    colour = QColor(colour)
    colour.setAlphaF(alpha)
    return colour
