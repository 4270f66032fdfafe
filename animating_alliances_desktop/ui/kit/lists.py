"""The list that every page uses: rows of things, with headings between them, quick with thousands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from animating_alliances_desktop.ui.kit.rows import HIT_FROM, HIT_TO, Row, RowPainter
from animating_alliances_desktop.ui.kit.theme import Theme

__all__ = ["HIT_FROM", "HIT_TO", "ItemList", "Row"]

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NOT_BY_KEYS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class _Rows(QAbstractListModel):
    """Rows, and before the first of each section its heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Row | str] = []
        self.places: dict[Hashable, int] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.lines, section = [], ""
        for row in rows:
            if row.section != section:
                section = row.section
                self.lines.append(section)
            self.lines.append(row)
        self.places = {line.ref: at for at, line in enumerate(self.lines) if isinstance(line, Row)}
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count rows and headings."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the painter, its words to everyone else."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, Row) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, Row) else line
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _Rows(self)
        self._painter = RowPainter(theme, lines, lambda at: self._model.lines[at], self)
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self._set_up_view()
        self.doubleClicked.connect(self._open)
        if single_click:
            self.clicked.connect(self._open)
        theme.changed.connect(self._measure_again)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return tuple(line for line in self._model.lines if isinstance(line, Row))

    @property
    def current(self) -> Hashable | None:
        """The ref of the current row, if there is one."""
        line = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return line.ref if isinstance(line, Row) else None

    def show_rows(self, rows: Sequence[Row], *, keep: bool = True) -> None:
        """Show these rows; the current one stays current, and the list where it is, if `keep`."""
        before, scrolled = self.current, self.verticalScrollBar().value()
        self._quiet = True
        self._model.show_rows(rows)
        if keep and before in self._model.places:
            self.setCurrentIndex(self._model.index(self._model.places[before]))
            self.verticalScrollBar().setValue(scrolled)
        self._quiet = False

    def choose(self, ref: Hashable) -> None:
        """Make the row of this thing the current one, without telling anyone."""
        if ref in self._model.places:
            self._quiet = True
            self.setCurrentIndex(self._model.index(self._model.places[ref]))
            self.scrollTo(self.currentIndex())
            self._quiet = False

    def step(self, by: int) -> None:
        """Move the current row up or down, over headings."""
        refs = list(self._model.places)
        if refs:
            at = refs.index(self.current) + by if self.current in self._model.places else 0
            self.setCurrentIndex(self._model.index(self._model.places[refs[max(0, min(at, len(refs) - 1))]]))

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 -- Qt's name
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
        self._painter.widen(event.size().width())
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard arrives."""
        if self.current is None and event.reason() not in _NOT_BY_KEYS:
            self.step(0)
        super().focusInEvent(event)

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(QSize(160, 80))
        self.verticalScrollBar().setSingleStep(24)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Row):
            self.opened.emit(line.ref)

    def _measure_again(self) -> None:
        self._painter.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
