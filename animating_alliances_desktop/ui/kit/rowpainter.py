"""The painter of most lists: icon, title, a word at the right, and a summary with its hits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle

from animating_alliances_desktop.ui.kit.painting import PAD, ListPainter
from animating_alliances_desktop.ui.kit.patterns import paint_bar
from animating_alliances_desktop.ui.kit.rows import Row, cut, hits, units_of
from animating_alliances_desktop.ui.kit.theme import Theme

_ICON, _GAP, _MARGIN, _BELOW = 20, 12, 11, 4


class RowPainter(ListPainter):
    """Paints rows whose summary has so many lines at the most; remembers how it broke them."""

    def __init__(self, theme: Theme, lines: int) -> None:
        self._most = lines
        super().__init__(theme)

    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._title = self.theme.typeface("text", weight=600)
        self._plain = self.theme.typeface("text")
        self._small = self.theme.typeface("small")
        self._title_height = QFontMetrics(self._title).height()
        self._metrics = QFontMetrics(self._plain)
        self._letter = self._metrics.averageCharWidth()
        self._line_height = self._metrics.height() + 2
        self._broken: dict[tuple[str, int], QTextLayout] = {}

    def guess(self, row: Row) -> int:
        """Guess from the number of letters."""
        if not row.summary:
            return self._height(0)
        room = max(80, self.width - 2 * PAD)
        return self._height(min(self._most, 1 + len(row.summary) * self._letter // room))

    def measure(self, row: Row) -> int:
        """Break the summary into lines, and count them."""
        if not row.summary:
            return self._height(0)
        return self._height(1 if self._most == 1 else self._break(row.summary, self._room(row)).lineCount())

    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one row."""
        self.paint_ground(painter, area, state)
        if row.stripe:
            inner = area.adjusted(1, 1, -1, -1)
            bar = QRectF(inner.left() + 3, inner.top() + 9, 5, inner.height() - 18)
            paint_bar(painter, bar, row.stripe, self.theme.palette.colour(row.stripe))
        self.paint_focus(painter, area, state)
        self._paint_words(painter, area, row)

    def _height(self, lines: int) -> int:
        height = 2 * _MARGIN + self._title_height
        return height + _BELOW + lines * self._line_height if lines else height

    def _room(self, row: Row) -> int:
        return max(80, self.width - 2 * PAD - (_ICON + _GAP if row.icon else 0))

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        colour = self.theme.palette.colour
        room = area.adjusted(PAD, _MARGIN, -PAD, -_MARGIN)
        if row.icon:
            ratio = painter.device().devicePixelRatio()
            top = room.top() + (self._title_height - _ICON) // 2
            painter.drawPixmap(room.left(), top, self.theme.pixmap(row.icon, _ICON, "accent", ratio))
            room.setLeft(room.left() + _ICON + _GAP)
        first = QRect(room.left(), room.top(), room.width(), self._title_height)
        painter.setFont(self._small)
        painter.setPen(colour("faint"))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.meta)
        taken = painter.fontMetrics().horizontalAdvance(row.meta) + 16 if row.meta else 0
        painter.setFont(self._title)
        painter.setPen(colour("ink"))
        title = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, first.width() - taken
        )
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if row.summary:
            painter.setPen(colour("muted"))
            below = QPointF(room.left(), first.bottom() + _BELOW)
            self._break(row.summary, self._room(row)).draw(painter, below)

    def _break(self, summary: str, width: int) -> QTextLayout:
        """Break a summary into as many lines as there is room for, and end the last in … if there is more."""
        key = (summary, width)
        if key not in self._broken:
            if len(self._broken) > 300:
                self._broken.clear()
            text, spans = hits(summary)
            layout = self._lay_out(text, spans, width)
            last = layout.lineAt(layout.lineCount() - 1)
            if last.textStart() + last.textLength() < units_of(text):
                before, rest = cut(text, last.textStart())
                ending = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                layout = self._lay_out(before + ending, spans, width)
            self._broken[key] = layout
        return self._broken[key]

    def _lay_out(self, text: str, spans: list[tuple[int, int]], width: int) -> QTextLayout:
        layout = QTextLayout(text, QFont(self._plain))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setCacheEnabled(True)
        layout.setFormats([self._hit(at, length) for at, length in spans if at + length <= units_of(text)])
        layout.beginLayout()
        for number in range(self._most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line_height))
        layout.endLayout()
        return layout

    def _hit(self, at: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setBackground(self.theme.palette.colour("highlight-amber"))
        look.setForeground(self.theme.palette.colour("ink"))
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = at, length, look
        return found
