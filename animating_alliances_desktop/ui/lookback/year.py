"""A year to look over: its months beside each other, with dots on the days that hold something."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from animating_alliances_desktop.core.lookback.model import Span, months_from
from animating_alliances_desktop.ui.kit.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CELL, _NAME, _BETWEEN, _WEEKS, _MOST = 25, 26, 22, 6, 3
_WIDE, _HIGH = 7 * _CELL, _NAME + _WEEKS * _CELL


class YearView(QWidget):
    """Twelve months, painted; one day is current, and a month or a day is chosen."""

    day_chosen = Signal(object)
    month_chosen = Signal(object)
    list_asked = Signal()
    """Enter: the keyboard wants to go to what is listed."""

    def __init__(
        self, theme: Theme, describe: Callable[[int], str], today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._describe, self._today = theme, describe, today
        self._marks: Mapping[date, int] = {}
        self.day = today()
        self.chosen = Span.month(self.day)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)
        self._rename()

    def show_year(self, day: date, chosen: Span, marks: Mapping[date, int]) -> None:
        """Show the year of a day."""
        self.day, self.chosen, self._marks = day, chosen, marks
        self._rename()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower year is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all months."""
        rows = -(-12 // self._columns(width))
        return rows * (_HIGH + _BETWEEN)

    def sizeHint(self) -> QSize:
        """Return room for three months beside each other."""
        width = 3 * _WIDE + 2 * _BETWEEN
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for one month."""
        return QSize(_WIDE, _HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months; Space chooses the month, Enter goes to the list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.day + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self._go(months_from(self.day, _MONTHS[key]))
        elif key == Qt.Key.Key_Home:
            self._go(self._today())
        elif key == Qt.Key.Key_Space:
            self.month_chosen.emit(self.day)
        elif key in _LIST:
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day or the month under the mouse."""
        where = event.position().toPoint()
        day = self.day_at(where)
        if day is not None:
            self.day_chosen.emit(day)
            return
        for month in range(1, 13):
            if self._name(month).contains(where):
                self.month_chosen.emit(date(self.day.year, month, 1))

    def event(self, event: QEvent) -> bool:
        """Say what is on a day as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(day) if day is not None else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            if self._place(month).intersects(event.rect()):
                self._paint_month(painter, month)
        painter.end()

    def day_at(self, where: QPoint) -> date | None:
        """The day at a point."""
        for month in range(1, 13):
            if self._place(month).contains(where):
                found = (day for day, cell in self._cells(month) if cell.contains(where))
                return next(found, None)
        return None

    def month_of(self, day: date) -> QRect:
        """Where the month of a day lies."""
        return self._place(day.month)

    def place_of(self, day: date) -> QRect:
        """Where a day of this year lies."""
        return next(cell for one, cell in self._cells(day.month) if one.day == day.day)

    def _go(self, day: date) -> None:
        self.day_chosen.emit(day)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said(day)))

    def _rename(self) -> None:
        self.setAccessibleName(self._said(self.day))

    def _said(self, day: date) -> str:
        words = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        count = self._marks.get(day, 0)
        return f"{words}, {self._describe(count)}" if count else words

    @staticmethod
    def _columns(width: int) -> int:
        fit = max(1, (width + _BETWEEN) // (_WIDE + _BETWEEN))
        return max(columns for columns in (1, 2, 3, 4, 6) if columns <= fit)

    def _place(self, month: int) -> QRect:
        row, column = divmod(month - 1, self._columns(self.width()))
        return QRect(column * (_WIDE + _BETWEEN), row * (_HIGH + _BETWEEN), _WIDE, _HIGH)

    def _name(self, month: int) -> QRect:
        place = self._place(month)
        return QRect(place.left(), place.top(), place.width(), _NAME)

    def _cells(self, month: int) -> list[tuple[date, QRect]]:
        place = self._place(month)
        weeks = calendar.Calendar(QLocale().firstDayOfWeek().value - 1).monthdayscalendar(
            self.day.year, month
        )
        return [
            (
                date(self.day.year, month, number),
                QRect(
                    place.left() + column * _CELL,
                    place.top() + _NAME + row * _CELL,
                    _CELL,
                    _CELL,
                ),
            )
            for row, week in enumerate(weeks)
            for column, number in enumerate(week)
            if number
        ]

    def _paint_month(self, painter: QPainter, month: int) -> None:
        colour, name = self._theme.palette.colour, self._name(month)
        first = date(self.day.year, month, 1)
        chosen = self.chosen == Span.month(first)
        painter.setFont(self._theme.typeface("small", weight=600))
        painter.setPen(colour("accent" if chosen else "muted"))
        words = QLocale().standaloneMonthName(month, QLocale.FormatType.LongFormat)
        painter.drawText(name.adjusted(7, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, words)
        if chosen:
            wide = painter.fontMetrics().horizontalAdvance(words)
            painter.fillRect(name.left() + 7, name.bottom() - 4, wide, 2, colour("accent"))
        for day, cell in self._cells(month):
            self._paint_day(painter, day, cell)

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        colour = self._theme.palette.colour
        chosen, today = self.chosen.since == self.chosen.until == day, day == self._today()
        disc = cell.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour("focus"), 2) if day == self.day and self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent") if chosen else Qt.GlobalColor.transparent)
        painter.drawEllipse(disc)
        count = min(_MOST, self._marks.get(day, 0))
        painter.setFont(self._theme.typeface("small", weight=600 if today or count else 400))
        painter.setPen(colour("accent-ink" if chosen else "accent" if today else "ink" if count else "faint"))
        painter.drawText(
            disc.adjusted(0, 0, 0, -4 if count else 0), Qt.AlignmentFlag.AlignCenter, str(day.day)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent-ink" if chosen else "accent"))
        for dot in range(count):
            painter.drawEllipse(disc.center().x() - 2 * (count - 1) + 5 * dot - 1, disc.bottom() - 5, 3, 3)
