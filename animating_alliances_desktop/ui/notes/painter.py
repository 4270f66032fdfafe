"""How a highlight with its note is measured and painted: stripe, quote, note, and a quiet line about both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from animating_alliances_desktop.ui.kit.painting import PAD, Index, ListPainter
from animating_alliances_desktop.ui.kit.rows import Row, cut, units_of
from animating_alliances_desktop.ui.kit.theme import READING, Theme
from animating_alliances_desktop.ui.notes.editor import NoteEditor

_STRIPE, _TOP, _GAP = 14, 13, 7
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


class NotePainter(ListPainter):
    """Paints rows whose title is the quote, whose summary is the note and whose meta is the quiet line."""

    def __init__(self, theme: Theme) -> None:
        self.editing: object = None
        """The ref of the row that has an editor in it."""
        super().__init__(theme)

    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._quote = _Look.of(self.theme.typeface("large", READING), 4)
        self._note = _Look.of(self.theme.typeface("text"), 8)
        self._small = self.theme.typeface("small")
        self._small_height = QFontMetrics(self._small).height()
        self._editor_height = NoteEditor.height_for(self.theme)
        self._blocks: dict[tuple[str, bool, int], _Block] = {}

    def guess(self, row: Row) -> int:
        """Guess from the number of letters."""
        quote = self._guess_block(row.title, self._quote)
        if row.ref == self.editing:
            return self._height(quote, self._editor_height)
        return self._height(quote, self._guess_block(row.summary, self._note))

    def measure(self, row: Row) -> int:
        """Break the quote and the note into lines."""
        quote = self._block(row.title, is_quote=True).height if row.title else 0
        if row.ref == self.editing:
            return self._height(quote, self._editor_height)
        return self._height(quote, self._block(row.summary, is_quote=False).height if row.summary else 0)

    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one row."""
        self.paint_ground(painter, area, state)
        if row.stripe:
            colour = self.theme.palette.colour(row.stripe)
            painter.setBrush(colour)
            painter.setPen(QPen(colour.darker(118), 0.6))
            painter.drawRoundedRect(
                area.left() + PAD, area.top() + _TOP + 2, 5, area.height() - 2 * _TOP - 4, 2, 2
            )
        self.paint_focus(painter, area, state)
        self._paint_words(painter, area, row)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Make the editor of a note."""
        return NoteEditor(self.theme, parent)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Leave the model as it is: the page keeps what was edited."""

    def updateEditorGeometry(  # noqa: N802 -- Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor where the note stands."""
        row, area = index.data(Qt.ItemDataRole.UserRole), option.rect
        top = area.top() + _TOP
        if row.title:
            top += round(self._block(row.title, is_quote=True).height) + _GAP
        editor.setGeometry(area.left() + PAD + _STRIPE, top, self._room(), self._editor_height)

    def _height(self, quote: float, note: float) -> int:
        parts = [round(part) + _GAP for part in (quote, note) if part]
        return 2 * _TOP + self._small_height + sum(parts)

    def _guess_block(self, text: str, look: _Look) -> float:
        if not text:
            return 0
        lines = 1 + len(text) * look.letter // self._room() + text.count("\n")
        return min(look.most, lines) * look.height

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        colour = self.theme.palette.colour
        left, top = area.left() + PAD + _STRIPE, float(area.top() + _TOP)
        if row.title:
            block = self._block(row.title, is_quote=True)
            painter.setPen(colour("ink"))
            block.layout.draw(painter, QPointF(left, top))
            top += round(block.height) + _GAP
        if row.summary and row.ref != self.editing:
            painter.setPen(colour("muted" if row.title else "ink"))
            self._block(row.summary, is_quote=False).layout.draw(painter, QPointF(left, top))
        self._paint_meta(
            painter, QRect(left, area.bottom() - _TOP - self._small_height, self._room(), 0), row
        )

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

    def _room(self) -> int:
        return max(80, self.width - 2 * PAD - _STRIPE)

    def _block(self, text: str, *, is_quote: bool) -> _Block:
        key = (text, is_quote, self._room())
        if key not in self._blocks:
            if len(self._blocks) > _MOST_BLOCKS:
                self._blocks.clear()
            look = self._quote if is_quote else self._note
            self._blocks[key] = _broken(text.replace("\n", _LINE_BREAK), look, self._room())
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
