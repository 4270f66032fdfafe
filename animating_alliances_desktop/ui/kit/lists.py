"""The list that every page uses: rows of things, with headings between them, quick with thousands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from animating_alliances_desktop.ui.kit.painting import Index, ListPainter
from animating_alliances_desktop.ui.kit.rowpainter import RowPainter
from animating_alliances_desktop.ui.kit.rows import HIT_FROM, HIT_TO, Row, with_headings
from animating_alliances_desktop.ui.kit.theme import Theme

__all__ = ["HIT_FROM", "HIT_TO", "ItemList", "Row"]

_Still = tuple[Hashable, int]
"""The ref of a row, and how far below the upper edge of the list it stands."""
_NOWHERE = QModelIndex()
_INSIDE, _FEW = 20, 8
_ROUNDS = 3
"""Measuring what is seen may bring other rows into sight: so often it is looked again before painting."""
_NOT_BY_KEYS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class _Rows(QAbstractListModel):
    """Rows, and before the first of each section its heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.lines: list[Row | str] = []
        self.places: dict[Hashable, int] = {}

    def show_rows(self, rows: Sequence[Row], painter: ListPainter) -> None:
        """Take other rows, and have the painter take them before the view asks it how high they are."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.lines = with_headings(rows)
        self.places = {line.ref: at for at, line in enumerate(self.lines) if isinstance(line, Row)}
        painter.take(self.lines)
        self.endResetModel()

    def exchange(self, rows: Sequence[Row], painter: ListPainter) -> bool | None:
        """Take rows of which only a few are others: whether heights are others, too; None if more has changed."""
        if len(rows) != len(self.rows):
            return None
        others = [(old, new) for old, new in zip(self.rows, rows, strict=True) if old is not new]
        if len(others) > _FEW or any((a.ref, a.section) != (b.ref, b.section) for a, b in others):
            return None
        self.rows = tuple(rows)
        moved = False
        for _old, new in others:
            at = self.places[new.ref]
            self.lines[at] = new
            moved = painter.measure_again(at) or moved
        return moved

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count rows and headings."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the painter, its words to everyone else."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, Row) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, Row) else line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, and headings not."""
        if isinstance(self.lines[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class ItemList(QListView):
    """Rows of things; Enter or a double click opens one."""

    opened = Signal(object)
    """The ref of a row that the user opened."""
    chosen = Signal(object)
    """The ref of the row that the user has moved to."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        lines: int = 2,
        *,
        single_click: bool = False,
        painter: ListPainter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _Rows(self)
        self._painter = painter or RowPainter(theme, lines)
        self._painter.setParent(self)
        self._quiet = False
        self._still: _Still | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._set_up_view()
        self.doubleClicked.connect(self._open)
        if single_click:
            self.clicked.connect(self._open)
        theme.changed.connect(self._dress_again)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return tuple(self._model.rows)

    @property
    def current(self) -> Hashable | None:
        """The ref of the current row, if there is one."""
        line = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return line.ref if isinstance(line, Row) else None

    def show_rows(self, rows: Sequence[Row], *, keep: bool = True) -> None:
        """Show these rows; the current one stays current, and the list where it is, if `keep`."""
        moved = self._model.exchange(rows, self._painter) if keep else None
        if moved is not None:
            if moved:
                self._lay_out_again()
            self.viewport().update()  # to tell of changed data would make Qt lay all rows out anew
            return
        before, scrolled, still = self.current, self.verticalScrollBar().value(), self._standing()
        self._quiet = True
        self._model.show_rows(rows, self._painter)
        if keep and self.index_of(before).isValid():
            self.setCurrentIndex(self.index_of(before))
            self.verticalScrollBar().setValue(scrolled)
        self._still = None
        if keep:
            self._hold(still)
        self._quiet = False

    def choose(self, ref: Hashable) -> None:
        """Make the row of this thing the current one, without telling anyone; None means no row."""
        self._quiet = True
        if ref is None:
            self.selectionModel().clear()
        elif self.index_of(ref).isValid():
            self._still = None
            self.setCurrentIndex(self.index_of(ref))
            self.scrollTo(self.currentIndex())
        self._quiet = False

    def index_of(self, ref: Hashable) -> QModelIndex:
        """Return where the row of this thing is; the index is not valid if there is none."""
        return self._model.index(self._model.places.get(ref, -1))

    def whole_height(self) -> int:
        """Measure all rows; return how high they are together."""
        height = self._painter.whole_height()
        self.scheduleDelayedItemsLayout()
        return height

    def step(self, by: int) -> None:
        """Move the current row up or down, over headings."""
        refs = list(self._model.places)
        if refs:
            at = refs.index(self.current) + by if self.current in self._model.places else 0
            self.setCurrentIndex(self._model.index(self._model.places[refs[max(0, min(at, len(refs) - 1))]]))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 -- Qt's name
        """Tell which row the user moved to."""
        super().currentChanged(current, previous)
        if not self._quiet and self.current is not None:
            self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the mouse's back and forward buttons to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines where the list ends now."""
        still = self._standing()
        if self._painter.widen(event.size().width()):
            self._still = self._still or still
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Measure what is about to be seen, then paint it: until then its height was a guess."""
        still, self._still = self._still, None
        self._hold(still)
        for _ in range(_ROUNDS):
            if not self._painter.settle(*self._in_view()):
                break
            self._lay_out_again()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard arrives."""
        if self.current is None and event.reason() not in _NOT_BY_KEYS:
            self.step(0)
        super().focusInEvent(event)

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(QSize(160, 80))
        self.verticalScrollBar().setSingleStep(24)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Row):
            self.opened.emit(line.ref)

    def _in_view(self) -> tuple[int, int]:
        """Return the first and the last line that are to be seen."""
        first = self.indexAt(QPoint(_INSIDE, 0))
        last = self.indexAt(QPoint(_INSIDE, self.viewport().height() - 1))
        return max(0, first.row()), last.row() if last.isValid() else self._model.rowCount() - 1

    def _is_whole(self, index: QModelIndex) -> bool:
        """Say whether all of a row is to be seen, from its upper to its lower edge."""
        area = self.visualRect(index)
        return area.isValid() and area.top() >= 0 and area.bottom() < self.viewport().height()

    def _standing(self) -> _Still | None:
        """Return what must stand still, and where: the current row, else the first whole one; None at the top."""
        if not self.verticalScrollBar().value():
            return None
        index = self.currentIndex()
        if not self._is_whole(index):
            index = self.indexAt(QPoint(_INSIDE, 0))
            if not self._is_whole(index) or isinstance(index.data(Qt.ItemDataRole.UserRole), str):
                index = index.siblingAtRow(index.row() + 1)
        line = index.data(Qt.ItemDataRole.UserRole)
        return (line.ref, self.visualRect(index).top()) if isinstance(line, Row) else None

    def _hold(self, still: _Still | None) -> None:
        """Scroll so that this row stands where it stood."""
        if still is not None and self.index_of(still[0]).isValid():
            moved = self.visualRect(self.index_of(still[0])).top() - still[1]
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _lay_out_again(self) -> None:
        bar, still = self.verticalScrollBar(), self._standing()
        at_end = bar.maximum() > 0 and bar.value() == bar.maximum()
        whole = self._is_whole(self.currentIndex())
        self.doItemsLayout()
        self._hold(still)
        if whole:
            self.scrollTo(self.currentIndex())
        if at_end:
            bar.setValue(bar.maximum())

    def _dress_again(self) -> None:
        self._still = self._standing()
        self._painter.dress_again()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
