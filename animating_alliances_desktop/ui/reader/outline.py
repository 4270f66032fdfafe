"""The outline of a text, with the line where the reader is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.ui.kit.outline_bar import OutlineBar, Renaming
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_ID = Qt.ItemDataRole.UserRole
_LEVEL = Qt.ItemDataRole.UserRole + 1
_STEP, _PAD, _AIR = 14, 8, 5
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class _Lines(Renaming):
    """Paints a heading over as many lines as it needs, all of them indented by its level."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one heading."""
        looks = QStyleOptionViewItem(option)
        self.initStyleOption(looks, index)
        words, looks.text = looks.text, ""
        style = looks.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, looks, painter, looks.widget)
        painter.save()
        painter.setFont(looks.font)
        painter.setPen(looks.palette.text().color())
        painter.drawText(looks.rect.adjusted(_left(index), _AIR, -_PAD, -_AIR), _WRAP, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need in the width of the list."""
        looks = QStyleOptionViewItem(option)
        self.initStyleOption(looks, index)
        view = looks.widget
        room = view.viewport().width() if isinstance(view, QListWidget) else 200
        area = QRect(0, 0, max(60, room - _left(index) - _PAD), 10_000)
        return QSize(0, looks.fontMetrics.boundingRect(area, _WRAP, looks.text).height() + 2 * _AIR)


def _left(index: _Index) -> int:
    return _PAD + _STEP * int(index.data(_LEVEL) or 0)


class Outline(QFrame):
    """Lists the headings; one is marked as where the reader is."""

    chosen = Signal(str)
    """The id of a heading that the user wants to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._headings: Sequence[Heading] = ()
        self._positions: list[int] = []
        self._here = -1
        self.entries = QListWidget()
        self.entries.setAccessibleName(self.tr("Outline of this text"))
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.renaming = _Lines(self.entries)
        self.entries.setItemDelegate(self.renaming)
        self.bar = OutlineBar(theme)
        self.entries.setResizeMode(QListView.ResizeMode.Adjust)
        self.entries.itemClicked.connect(self._choose)
        self.entries.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 18, 8, 8)
        column.addWidget(label(self.tr("In this text"), "eyebrow"))
        column.addWidget(self.entries, 1)
        column.addWidget(self.bar)

    @property
    def here(self) -> str:
        """The id of the heading under which the reader is, or nothing."""
        return self._headings[self._here].id if 0 <= self._here < len(self._headings) else ""

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """List these headings."""
        self._headings, self._positions, self._here = headings, [], -1
        self.entries.clear()
        least = min((heading.level for heading in headings), default=1)
        for heading in headings:
            item = QListWidgetItem(heading.title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_ID, heading.id)
            item.setData(_LEVEL, heading.level - least)
            item.setToolTip(heading.title)
            self.entries.addItem(item)

    def nth_of(self, index: QModelIndex) -> int:
        """Tell which line a row is, -1 if it is none."""
        return index.row()

    def index_of(self, nth: int) -> QModelIndex:
        """Tell which row a line is."""
        return self.entries.model().index(nth, 0)

    def behind(self, position: int) -> int:
        """Tell how many lines lead to this position or to one above."""
        return bisect_right(self._positions, position)

    def place(self, position_of: Callable[[str], int | None]) -> None:
        """Ask where each heading stands in the text."""
        last = 0
        self._positions = []
        for heading in self._headings:
            last = max(last, position_of(heading.id) or last)
            self._positions.append(last)

    def follow(self, position: int) -> None:
        """Mark the heading above this position as where the reader is."""
        here = bisect_right(self._positions, position) - 1
        if here == self._here:
            return
        self._here = here
        for nth in range(self.entries.count()):
            self._mark(self.entries.item(nth), is_here=nth == here)
        if self.bar.is_on:
            return  # the line that is chosen is the one that is being edited
        self.entries.setCurrentRow(here)
        if here >= 0:
            self.entries.scrollToItem(self.entries.item(here))

    def _mark(self, item: QListWidgetItem, *, is_here: bool) -> None:
        item.setFont(
            self._theme.typeface("text", weight=QFont.Weight.DemiBold if is_here else QFont.Weight.Normal)
        )
        title = str(item.toolTip())
        told = self.tr("{title}, you are here").format(title=title) if is_here else title
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_ID)))
        if self.bar.is_on:
            self.entries.setFocus()  # there is more to edit

    def sizeHint(self) -> QSize:
        """Return a width that leaves the page its room."""
        return QSize(224, 400)
