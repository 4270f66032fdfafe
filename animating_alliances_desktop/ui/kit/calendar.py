"""A month to look at and to choose a day from, with marks on the days that hold something."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_KEEP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CELL, _HEAD = 36, 24


def month_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month if it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(9999, count // 12)), count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _today() -> date:
    return datetime.now().astimezone().date()


def _for_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class _Grid(QWidget):
    """The days of one month, painted; one of them is current."""

    moved = Signal(object)
    kept = Signal(object)

    def __init__(self, theme: Theme, describe: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._describe = theme, describe
        self.day = _today()
        self.marks: Mapping[date, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.rename()

    def sizeHint(self) -> QSize:
        """Return room for six weeks."""
        return QSize(7 * _CELL, _HEAD + 6 * _CELL)

    def minimumSizeHint(self) -> QSize:
        """Return the least room for six weeks."""
        return QSize(7 * 28, _HEAD + 6 * _CELL)

    def rename(self) -> None:
        """Let the name that a screen reader says be the current day and what is on it."""
        words = QLocale().toString(_for_qt(self.day), QLocale.FormatType.LongFormat)
        count = self.marks.get(self.day, 0)
        self.setAccessibleName(f"{words}, {self._describe(count)}" if count else words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months; Enter and Space choose."""
        key = Qt.Key(event.key())
        if key in _KEEP:
            self.kept.emit(self.day)
        elif key in _DAYS:
            self._go(self.day + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self._go(month_after(self.day, _MONTHS[key]))
        elif key == Qt.Key.Key_Home:
            self._go(_today())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        for day, cell in self._cells():
            if cell.contains(event.position().toPoint()):
                self.moved.emit(day)
                self.kept.emit(day)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the days, and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        for day, cell in self._cells():
            self._paint_day(painter, day, cell)
        painter.end()

    def _go(self, day: date) -> None:
        self.moved.emit(day)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _first_day(self) -> int:
        return QLocale().firstDayOfWeek().value - 1

    def _cells(self) -> list[tuple[date, QRect]]:
        weeks = calendar.Calendar(self._first_day()).monthdatescalendar(self.day.year, self.day.month)
        wide = self.width() / 7
        return [
            (day, QRect(round(column * wide), _HEAD + row * _CELL, round(wide), _CELL))
            for row, week in enumerate(weeks)
            for column, day in enumerate(week)
        ]

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._theme.typeface("small"))
        painter.setPen(self._theme.palette.colour("faint"))
        wide = self.width() / 7
        for column in range(7):
            name = QLocale().dayName((self._first_day() + column) % 7 + 1, QLocale.FormatType.ShortFormat)
            place = QRect(round(column * wide), 0, round(wide), _HEAD)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name[:2])

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        colour = self._theme.palette.colour
        disc = QRect(QPoint(0, 0), QSize(30, 30))
        disc.moveCenter(cell.center())
        current, today = day == self.day, day == _today()
        painter.setPen(QPen(colour("focus"), 2) if current and self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent") if current else Qt.GlobalColor.transparent)
        painter.drawEllipse(disc)
        inside = day.month == self.day.month
        ink = "accent-ink" if current else "accent" if today else "ink" if inside else "faint"
        painter.setFont(self._theme.typeface("text", weight=600 if today or current else 400))
        painter.setPen(colour(ink))
        painter.setOpacity(1.0 if inside else 0.6)
        count = min(3, self.marks.get(day, 0))
        words = disc.adjusted(0, 0, 0, -5 if count else 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent-ink" if current else "accent"))
        for dot in range(count):
            painter.drawEllipse(disc.center().x() - 3 * (count - 1) + 6 * dot - 1, disc.bottom() - 7, 4, 4)
        painter.setOpacity(1.0)


class MonthCalendar(QWidget):
    """A month with its name, a way to the months before and after, and the days."""

    day_chosen = Signal(object)
    """A datetime.date: the user chose a day, with the mouse, Enter or Space."""
    month_shown = Signal(int, int)
    """Year and month: another month is on view and needs its marks."""

    def __init__(
        self, theme: Theme, describe: Callable[[int], str] = str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = _Grid(theme, describe, self)
        self._name = label("", "subheading", wrap=False)
        back = icon_button(theme, "chevron-left", self.tr("The month before"))
        on = icon_button(theme, "chevron-right", self.tr("The month after"))
        back.clicked.connect(lambda: self._move(month_after(self.chosen, -1)))
        on.clicked.connect(lambda: self._move(month_after(self.chosen, 1)))
        head = QHBoxLayout()
        head.addSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(back)
        head.addWidget(on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._grid)
        self._grid.moved.connect(self._move)
        self._grid.kept.connect(self.day_chosen)
        self._show_name()

    @property
    def chosen(self) -> date:
        """The current day."""
        return self._grid.day

    def choose(self, day: date) -> None:
        """Make this day the current one; `day_chosen` stays silent."""
        self._move(day)

    def show_month(self, year: int, month: int) -> None:
        """Show another month, at the same day of it if there is one."""
        self._move(month_after(self.chosen, (year - self.chosen.year) * 12 + month - self.chosen.month))

    def set_marks(self, marks: Mapping[date, int]) -> None:
        """Say how many things there are on which days."""
        self._grid.marks = dict(marks)
        self._grid.rename()
        self._grid.update()

    def _move(self, day: date) -> None:
        before, self._grid.day = self._grid.day, day
        self._grid.rename()
        self._grid.update()
        if (before.year, before.month) != (day.year, day.month):
            self._show_name()
            self.month_shown.emit(day.year, day.month)

    def _show_name(self) -> None:
        day = self.chosen
        month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
        self._name.setText(f"{month} {day.year}")
