"""How a highlight with its note is measured and painted: stripe, quote, note, and a quiet line about both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle

from animating_alliances_desktop.ui.kit.painting import PAD, ListPainter
from animating_alliances_desktop.ui.kit.patterns import paint_bar
from animating_alliances_desktop.ui.kit.richnote import RichNote, is_plain
from animating_alliances_desktop.ui.kit.rows import Row, cut, units_of
from animating_alliances_desktop.ui.kit.theme import READING, Theme

STRIPE, TOP, GAP = 14, 13, 7
_MOST_BLOCKS = 300
_LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text is broken into lines, and into how many at the most."""

    font: QFont
    most: int
    height: float
    letter: int

    @classmethod
    def of(cls, font: QFont, most: int) -> _Look:
        """Measure a font."""
        metrics = QFontMetrics(font)
        return cls(font, most, metrics.height() + 2.0, metrics.averageCharWidth())


@dataclass(frozen=True, slots=True)
class _Block:
    """A text that was broken into lines."""

    layout: QTextLayout
    height: float


class QuotePainter(ListPainter):
    """Paints rows whose title is the quote, whose summary is the note and whose meta is the quiet line."""

    def __init__(self, theme: Theme, size: str = "large") -> None:
        self._size = size
        super().__init__(theme)

    def height_of_note(self, row: Row) -> float:
        """Return how high the note of a row is."""
        return self._note_height(row.summary) if row.summary else 0

    def room(self) -> int:
        """Return the width of the words."""
        return max(80, self.width - 2 * PAD - STRIPE)

    def height_of_quote(self, row: Row) -> float:
        """Return how high the quote of a row is."""
        return self._block(row.title, is_quote=True).height if row.title else 0

    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._quote = _Look.of(self.theme.typeface(self._size, READING), 4)
        self._note = _Look.of(self.theme.typeface("text"), 8)
        self._small = self.theme.typeface("small")
        self._small_height = QFontMetrics(self._small).height()
        self._blocks: dict[tuple[str, bool, int], _Block] = {}
        self._notes: dict[tuple[str, int], RichNote] = {}

    def guess(self, row: Row) -> int:
        """Guess from the number of letters."""
        quote = self._guess_block(row.title, self._quote)
        return self._height(quote, self._guess_block(row.summary, self._note))

    def measure(self, row: Row) -> int:
        """Break the quote and the note into lines."""
        return self._height(self.height_of_quote(row), self.height_of_note(row))

    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one row."""
        self.paint_ground(painter, area, state)
        if row.stripe:
            bar = QRectF(area.left() + PAD, area.top() + TOP + 2, 5, area.height() - 2 * TOP - 4)
            paint_bar(painter, bar, row.stripe, self.theme.palette.colour(row.stripe))
        self.paint_focus(painter, area, state)
        self._paint_words(painter, area, row)

    def _height(self, quote: float, note: float) -> int:
        parts = [round(part) + GAP for part in (quote, note) if part]
        return 2 * TOP + self._small_height + sum(parts)

    def _guess_block(self, text: str, look: _Look) -> float:
        if not text:
            return 0
        lines = 1 + len(text) * look.letter // self.room() + text.count("\n")
        return min(look.most, lines) * look.height

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        colour = self.theme.palette.colour
        left, top = area.left() + PAD + STRIPE, float(area.top() + TOP)
        if row.title:
            block = self._block(row.title, is_quote=True)
            painter.setPen(colour("ink"))
            block.layout.draw(painter, QPointF(left, top))
            top += round(block.height) + GAP
        if row.summary:
            self.paint_note(painter, QPointF(left, top), row)
        self._paint_meta(painter, QRect(left, area.bottom() - TOP - self._small_height, self.room(), 0), row)

    def paint_note(self, painter: QPainter, at: QPointF, row: Row) -> None:
        """Paint a note as it reads, not as it was written."""
        ink = self.theme.palette.colour("muted" if row.title else "ink")
        if is_plain(row.summary):
            painter.setPen(ink)
            self._block(row.summary, is_quote=False).layout.draw(painter, at)
        else:
            most = self._note_height(row.summary)
            self._rich(row.summary).draw(painter, at, most, ink, self.theme.palette)

    def _note_height(self, note: str) -> float:
        if is_plain(note):
            return self._block(note, is_quote=False).height
        return min(self._rich(note).height, (self._note.most + 2) * self._note.height)

    def _rich(self, note: str) -> RichNote:
        key = (note, self.room())
        if key not in self._notes:
            if len(self._notes) > _MOST_BLOCKS:
                self._notes.clear()
            self._notes[key] = RichNote(note, self._note.font, self.room())
        return self._notes[key]

    def _paint_meta(self, painter: QPainter, line: QRect, row: Row) -> None:
        line.setHeight(self._small_height)
        if row.icon:
            ratio = painter.device().devicePixelRatio()
            picture = self.theme.pixmap(row.icon, 14, "warning", ratio)
            painter.drawPixmap(line.left(), line.top() + (line.height() - 14) // 2, picture)
            line.setLeft(line.left() + 20)
        painter.setFont(self._small)
        painter.setPen(self.theme.palette.colour("warning" if row.icon else "faint"))
        words = QFontMetrics(self._small).elidedText(row.meta, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _block(self, text: str, *, is_quote: bool) -> _Block:
        key = (text, is_quote, self.room())
        if key not in self._blocks:
            if len(self._blocks) > _MOST_BLOCKS:
                self._blocks.clear()
            look = self._quote if is_quote else self._note
            self._blocks[key] = _broken(text.replace("\n", _LINE_BREAK), look, self.room())
        return self._blocks[key]


def _broken(text: str, look: _Look, width: int) -> _Block:
    """Break a text into lines, and end the last in … if there are more than there may be."""
    layout, whole = _lay_out(text, look, width)
    if not whole:
        last = layout.lineAt(look.most - 1)
        before, rest = cut(text, last.textStart())
        line = rest.split(_LINE_BREAK)[0]
        ending = QFontMetrics(look.font).elidedText(f"{line} …", Qt.TextElideMode.ElideRight, width)
        layout, _whole = _lay_out(before + ending, look, width)
    return _Block(layout, layout.lineCount() * look.height)


def _lay_out(text: str, look: _Look, width: int) -> tuple[QTextLayout, bool]:
    layout = QTextLayout(text, look.font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    whole = True
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * look.height))
        if layout.lineCount() == look.most:
            whole = line.textStart() + line.textLength() >= units_of(text)
            break
    layout.endLayout()
    return layout, whole
