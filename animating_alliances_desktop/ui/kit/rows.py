"""How the rows of a list are measured and painted: icon, title, word at the right, summary with its hits."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from animating_alliances_desktop.ui.kit.theme import Theme

HIT_FROM, HIT_TO = "\ue000", "\ue001"
"""Stand before and after what matched, in a summary that comes from a search."""

_PAD, _ICON, _GAP, _MARGIN = 14, 20, 12, 11
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, and the thing that it stands for; `stripe` names a colour of the palette."""

    ref: Hashable
    title: str
    summary: str = ""
    meta: str = ""
    icon: str = ""
    stripe: str = ""
    section: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.title, without_hits(self.summary), self.meta) if part)


def without_hits(text: str) -> str:
    """Take the marks of hits out of a text."""
    return text.replace(HIT_FROM, "").replace(HIT_TO, "")


def hits(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Split a marked text into the plain one and where its hits are, counted as Qt does: in UTF-16 units."""
    plain, spans, at = [], [], 0
    for index, piece in enumerate(text.split(HIT_FROM)):
        hit, _, rest = piece.partition(HIT_TO) if index else ("", "", piece)
        if hit:
            spans.append((at, _units(hit)))
        plain += [hit, rest]
        at += _units(hit) + _units(rest)
    return "".join(plain).replace("\n", " "), spans


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> tuple[str, str]:
    """Cut a text after so many UTF-16 units."""
    raw = text.encode("utf-16-le")
    return raw[: units * 2].decode("utf-16-le", "ignore"), raw[units * 2 :].decode("utf-16-le", "ignore")


class RowPainter(QStyledItemDelegate):
    """Paints rows and the headings between them; remembers how it broke the lines."""

    def __init__(
        self, theme: Theme, lines: int, line_at: Callable[[int], Row | str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._lines, self._line_at = theme, lines, line_at
        self.widen(0)
        self.measure()

    def widen(self, width: int) -> None:
        """Take the width of the list: lines break there."""
        self.room = max(80, width - 2 * _PAD - _ICON - _GAP)

    def measure(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._title = self._theme.typeface("text", weight=600)
        self._plain = self._theme.typeface("text")
        self._small = self._theme.typeface("small")
        self._heading = self._theme.typeface("small", weight=600)
        self._title_height = QFontMetrics(self._title).height()
        self._heading_height = QFontMetrics(self._heading).height() + 24
        self._metrics = QFontMetrics(self._plain)
        self._letter = self._metrics.averageCharWidth()
        self._line_height = self._metrics.height() + 2
        self._broken: dict[tuple[str, int], QTextLayout] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a height for the title and for as many lines as the summary is likely to need."""
        row = self._line_at(index.row())
        if not isinstance(row, Row):
            return QSize(0, self._heading_height)
        height = 2 * _MARGIN + self._title_height
        return QSize(0, height + 4 + self._count_lines(row) * self._line_height if row.summary else height)

    def _count_lines(self, row: Row) -> int:
        """Guess from the number of letters, and measure only where the guess is not safe."""
        room = self.room
        about = len(row.summary) * self._letter
        if self._lines == 1 or about < 0.7 * room:
            return 1
        if about < 1.4 * room:
            return 1 if self._metrics.horizontalAdvance(without_hits(row.summary)) <= room else 2
        return min(self._lines, 2 + int(about / room / 1.4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row, or a heading."""
        row = self._line_at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Row):
            self._paint_ground(painter, area, option.state, row)
            self._paint_words(painter, area, row)
        else:
            painter.setFont(self._heading)
            painter.setPen(self._theme.palette.colour("accent"))
            painter.drawText(area.adjusted(_PAD, 8, -_PAD, -6), Qt.AlignmentFlag.AlignBottom, str(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        colour = self._theme.palette.colour
        painter.setPen(Qt.PenStyle.NoPen)
        inner = area.adjusted(1, 1, -1, -1)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.setBrush(colour("accent-soft" if chosen else "window"))
            painter.drawRoundedRect(inner, 8, 8)
        else:
            painter.fillRect(area.left() + _PAD, area.bottom(), area.width() - 2 * _PAD, 1, colour("line"))
        if row.stripe:
            painter.setBrush(colour(row.stripe))
            painter.drawRoundedRect(inner.left() + 3, inner.top() + 9, 4, inner.height() - 18, 2, 2)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(inner, 8, 8)

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        colour = self._theme.palette.colour
        room = area.adjusted(_PAD, _MARGIN, -_PAD, -_MARGIN)
        if row.icon:
            ratio = painter.device().devicePixelRatio()
            top = room.top() + (self._title_height - _ICON) // 2
            painter.drawPixmap(room.left(), top, self._theme.pixmap(row.icon, _ICON, "accent", ratio))
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
            below = QPointF(room.left(), first.bottom() + 4)
            self._break(row.summary, room.width()).draw(painter, below)

    def _break(self, summary: str, width: int) -> QTextLayout:
        """Break a summary into as many lines as there is room for, and end the last in … if there is more."""
        key = (summary, width)
        if key not in self._broken:
            if len(self._broken) > 300:
                self._broken.clear()
            text, spans = hits(summary)
            layout = self._lay_out(text, spans, width)
            last = layout.lineAt(layout.lineCount() - 1)
            if last.textStart() + last.textLength() < _units(text):
                before, rest = _cut(text, last.textStart())
                ending = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                layout = self._lay_out(before + ending, spans, width)
            self._broken[key] = layout
        return self._broken[key]

    def _lay_out(self, text: str, spans: list[tuple[int, int]], width: int) -> QTextLayout:
        layout = QTextLayout(text, QFont(self._plain))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setCacheEnabled(True)
        layout.setFormats([self._hit(at, length) for at, length in spans if at + length <= _units(text)])
        layout.beginLayout()
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line_height))
        layout.endLayout()
        return layout

    def _hit(self, at: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setBackground(self._theme.palette.colour("highlight-amber"))
        look.setForeground(self._theme.palette.colour("ink"))
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = at, length, look
        return found
