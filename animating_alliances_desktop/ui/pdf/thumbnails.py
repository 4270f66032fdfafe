"""Small pictures of all pages, with their printed numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.dressing import Picture
from animating_alliances_desktop.ui.pdf.stock import THUMB_WIDTH, Stock

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HIGH = 150
_WORDS = 22
_CELL = QSize(THUMB_WIDTH + 40, _HIGH + _WORDS + 16)


class _Pages(QAbstractListModel):
    """The numbers of the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: Sequence[str] = ()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Take those of another file."""
        self.beginResetModel()
        self.labels = labels
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the pages."""
        return 0 if parent.isValid() else len(self.labels)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a page, or what a screen reader says of it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.labels[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {label}").format(label=self.labels[index.row()])
        return None


class _Painter(QStyledItemDelegate):
    """Paints a page as far as its picture is there."""

    def __init__(self, theme: Theme, stock: Stock[Picture]) -> None:
        super().__init__()
        self._theme, self._stock = theme, stock

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of every page's cell."""
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one page with its number."""
        colour = self._theme.palette.colour
        chosen = option.state & QStyle.StateFlag.State_Selected
        area = QRect(option.rect).adjusted(6, 4, -6, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if chosen:
            painter.fillRect(area, colour("accent-soft"))
        picture = self._stock.thumbs.get(index.row())
        page = self._page(picture, area)
        if picture is not None:
            painter.drawImage(page, picture.image)
        else:
            painter.fillRect(page, colour("raised"))
        painter.setPen(QPen(colour("focus" if option.state & QStyle.StateFlag.State_HasFocus else "line"), 1))
        painter.drawRect(page)
        painter.setFont(self._theme.typeface("small"))
        painter.setPen(colour("ink" if chosen else "muted"))
        words = QRect(area.left(), area.bottom() - _WORDS, area.width(), _WORDS)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _page(self, picture: Picture | None, area: QRect) -> QRectF:
        """Where the page is painted: in the middle, as large as there is room."""
        size = QSize(THUMB_WIDTH, _HIGH)
        if picture is not None:
            size = picture.image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        left = area.center().x() - size.width() / 2
        return QRectF(left, area.top() + 4 + (_HIGH - size.height()) / 2, size.width(), size.height())


class Thumbnails(QListView):
    """Lists the pages; the one that is on view is marked."""

    chosen = Signal(int)
    """The page that the user wants to go to."""

    def __init__(self, theme: Theme, stock: Stock[Picture]) -> None:
        super().__init__()
        self._stock = stock
        self._painted = 0
        self._pages = _Pages()
        self._painter = _Painter(theme, stock)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Pages of this file"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.look())

    def show_labels(self, labels: Sequence[str]) -> None:
        """List the pages of another file."""
        self._pages.show_labels(labels)
        self.look()

    def follow(self, page: int) -> None:
        """Mark the page that is on view."""
        index = self._pages.index(page, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def take(self) -> None:
        """Paint anew if more pictures are there."""
        if self._stock.thumbs.size != self._painted:
            self._painted = self._stock.thumbs.size
            self.viewport().update()

    def look(self) -> None:
        """Have the pictures fetched that are seen now."""
        seen = range(0)
        if self.isVisible() and self._pages.labels:
            first = max(0, self.verticalScrollBar().value() // _CELL.height())
            count = self.viewport().height() // _CELL.height() + 2
            seen = range(first, min(first + count, len(self._pages.labels)))
        self._stock.want_thumbs(seen, self.devicePixelRatioF())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look which pages are seen now."""
        super().resizeEvent(event)
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pictures fetched, now that somebody looks."""
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have none fetched that nobody sees."""
        super().hideEvent(event)
        self.look()
