"""What painters of list rows share: heights that are guessed until a row is seen, the ground, and headings."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from animating_alliances_desktop.ui.kit.rows import Row
from animating_alliances_desktop.ui.kit.theme import Theme

PAD = 14
"""From the edge of a row to its words."""
FEW = 24
"""So many rows are measured at once, for they are quick and decide whether there is a scroll bar; many are not."""
_HEADING = 24
Index = QModelIndex | QPersistentModelIndex


class ListPainter(QStyledItemDelegate):
    """Paints the lines of a list, which are rows and headings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.width = 0
        self._lines: Sequence[Row | str] = ()
        self._sizes: list[QSize] = []
        self._measured: set[int] = set()
        self._dress()

    @abstractmethod
    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""

    @abstractmethod
    def guess(self, row: Row) -> int:
        """Return about how high a row is; this is asked of every row whenever the list changes."""

    @abstractmethod
    def measure(self, row: Row) -> int:
        """Return how high a row is."""

    @abstractmethod
    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one row."""

    def take(self, lines: Sequence[Row | str]) -> None:
        """Take other lines."""
        self._lines = lines
        self._guess_all()

    def widen(self, width: int) -> bool:
        """Take the width of the list, where lines break; say whether it is another one."""
        if width == self.width:
            return False
        self.width = width
        self._guess_all()
        return True

    def dress_again(self) -> None:
        """Take the theme as it is now."""
        self._dress()
        self._guess_all()

    def settle(self, first: int, last: int) -> bool:
        """Measure these lines; say whether a guess was wrong."""
        wrong = False
        for at in set(range(first, last + 1)) - self._measured:
            wrong = self.measure_again(at) or wrong
        return wrong

    def measure_again(self, at: int) -> bool:
        """Measure one line; say whether its height is another one."""
        line = self._lines[at]
        before = self._sizes[at]
        self._sizes[at] = QSize(0, self.measure(line)) if isinstance(line, Row) else before
        self._measured.add(at)
        return self._sizes[at] != before

    def whole_height(self) -> int:
        """Measure all lines; return how high they are together."""
        self.settle(0, len(self._lines) - 1)
        return sum(size.height() for size in self._sizes)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line as far as it is known."""
        return self._sizes[index.row()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row, or a heading."""
        line = self._lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Row):
            self.paint_row(painter, option.rect, option.state, line)
        else:
            self._paint_heading(painter, option.rect, line)
        painter.restore()

    def paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """Paint what shows that a row is chosen or under the mouse, or the line below it."""
        colour = self.theme.palette.colour
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.setBrush(colour("accent-soft" if chosen else "window"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        else:
            painter.fillRect(area.left() + PAD, area.bottom(), area.width() - 2 * PAD, 1, colour("line"))

    def paint_focus(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """Paint the ring round the row that has the keyboard."""
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.palette.colour("focus"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_heading(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.setFont(self._heading)
        painter.setPen(self.theme.palette.colour("accent"))
        room = area.adjusted(PAD, 8, -PAD, -6)
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, short)

    def _dress(self) -> None:
        self._heading = self.theme.typeface("small", weight=600)
        self._heading_size = QSize(0, QFontMetrics(self._heading).height() + _HEADING)
        self.take_fonts()

    def _guess_all(self) -> None:
        sizes: dict[int, QSize] = {}
        self._measured.clear()
        self._sizes = []
        for line in self._lines:
            if isinstance(line, Row):
                height = self.guess(line)
                if height not in sizes:
                    sizes[height] = QSize(0, height)
                self._sizes.append(sizes[height])
            else:
                self._sizes.append(self._heading_size)
        if len(self._lines) <= FEW:
            self.settle(0, len(self._lines) - 1)
