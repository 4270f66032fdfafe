"""How a highlight with its note is measured and painted: stripe, quote, note, and a quiet line about both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.kit.theme import READING, Theme
from animating_alliances_desktop.ui.notes.editor import NoteEditor

_PAD, _STRIPE, _TOP, _GAP = 14, 14, 13, 7
_QUOTE_LINES, _NOTE_LINES = 4, 8
_LINE_BREAK = "\u2028"
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Block:
    """A text that was broken into lines."""

    layout: QTextLayout
    height: float


class NotePainter(QStyledItemDelegate):
    """Paints rows whose title is the quote, whose summary is the note and whose meta is the quiet line."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        self.editing: object = None
        """The ref of the row that has an editor in it."""
        self.measure()

    def measure(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        self._quote = self._theme.typeface("large", READING)
        self._note = self._theme.typeface("text")
        self._small = self._theme.typeface("small")
        self._heading = self._theme.typeface("small", weight=600)
        self._small_height = QFontMetrics(self._small).height()
        self._blocks: dict[tuple[str, bool, int], _Block] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of the quote, the note or its editor, and the quiet line."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return QSize(0, QFontMetrics(self._heading).height() + 26)
        height = 2 * _TOP + self._small_height
        if row.title:
            height += round(self._block(row.title, is_quote=True).height) + _GAP
        return QSize(0, height + self._note_height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row, or a heading."""
        row = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Row):
            self._paint_ground(painter, area, option.state, row)
            self._paint_words(painter, area, row)
        else:
            painter.setFont(self._heading)
            painter.setPen(self._theme.palette.colour("accent"))
            words = QFontMetrics(self._heading).elidedText(
                str(row), Qt.TextElideMode.ElideRight, area.width() - 2 * _PAD
            )
            painter.drawText(area.adjusted(_PAD, 8, -_PAD, -6), Qt.AlignmentFlag.AlignBottom, words)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        """Make the editor of a note."""
        return NoteEditor(self._theme, parent)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        """Leave the model as it is: the page keeps what was edited."""

    def updateEditorGeometry(  # noqa: N802 -- Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Put the editor where the note stands."""
        row, area = index.data(Qt.ItemDataRole.UserRole), option.rect
        top = area.top() + _TOP
        if row.title:
            top += round(self._block(row.title, is_quote=True).height) + _GAP
        editor.setGeometry(area.left() + _PAD + _STRIPE, top, self._room(), self._editor_height())

    def _note_height(self, row: Row) -> int:
        if row.ref == self.editing:
            return self._editor_height() + _GAP
        return round(self._block(row.summary, is_quote=False).height) + _GAP if row.summary else 0

    def _editor_height(self) -> int:
        return NoteEditor.height_for(self._theme)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        colour = self._theme.palette.colour
        painter.setPen(Qt.PenStyle.NoPen)
        inner = area.adjusted(1, 1, -1, -1)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setBrush(colour("accent-soft" if state & QStyle.StateFlag.State_Selected else "window"))
            painter.drawRoundedRect(inner, 8, 8)
        else:
            painter.fillRect(area.left() + _PAD, area.bottom(), area.width() - 2 * _PAD, 1, colour("line"))
        if row.stripe:
            painter.setBrush(colour(row.stripe))
            painter.setPen(QPen(colour(row.stripe).darker(118), 0.6))
            painter.drawRoundedRect(
                area.left() + _PAD, area.top() + _TOP + 2, 5, area.height() - 2 * _TOP - 4, 2, 2
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(inner, 8, 8)

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        colour = self._theme.palette.colour
        left, top = area.left() + _PAD + _STRIPE, float(area.top() + _TOP)
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
            picture = self._theme.pixmap(row.icon, 14, "warning", ratio)
            painter.drawPixmap(line.left(), line.top() + (line.height() - 14) // 2, picture)
            line.setLeft(line.left() + 20)
        painter.setFont(self._small)
        painter.setPen(self._theme.palette.colour("warning" if row.icon else "faint"))
        words = QFontMetrics(self._small).elidedText(row.meta, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _room(self) -> int:
        return max(80, self._view.viewport().width() - 2 * _PAD - _STRIPE)

    def _block(self, text: str, *, is_quote: bool) -> _Block:
        key = (text, is_quote, self._room())
        if key not in self._blocks:
            if len(self._blocks) > 6000:
                self._blocks.clear()
            font, most = (self._quote, _QUOTE_LINES) if is_quote else (self._note, _NOTE_LINES)
            self._blocks[key] = _broken(text.replace("\n", _LINE_BREAK), font, self._room(), most)
        return self._blocks[key]


def _broken(text: str, font: QFont, width: int, most: int) -> _Block:
    """Break a text into lines, and end the last in … if there are more than `most`."""
    layout, whole = _lay_out(text, font, width, most)
    if not whole:
        last = layout.lineAt(most - 1)
        before, rest = _cut(text, last.textStart())
        line = rest.split(_LINE_BREAK)[0]
        ending = QFontMetrics(font).elidedText(f"{line} …", Qt.TextElideMode.ElideRight, width)
        layout, _whole = _lay_out(before + ending, font, width, most)
    return _Block(layout, layout.lineCount() * _line_height(font))


def _lay_out(text: str, font: QFont, width: int, most: int) -> tuple[QTextLayout, bool]:
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    whole = True
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * _line_height(font)))
        if layout.lineCount() == most:
            whole = line.textStart() + line.textLength() >= len(text.encode("utf-16-le")) // 2
            break
    layout.endLayout()
    return layout, whole


def _line_height(font: QFont) -> float:
    return QFontMetrics(font).height() + 2.0


def _cut(text: str, units: int) -> tuple[str, str]:
    """Cut a text after so many UTF-16 units, which is how Qt counts."""
    raw = text.encode("utf-16-le")
    return raw[: units * 2].decode("utf-16-le", "ignore"), raw[units * 2 :].decode("utf-16-le", "ignore")
