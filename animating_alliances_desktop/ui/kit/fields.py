"""Fields to type into, each with a name for screen readers: a search, a number, a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QLineEdit, QSpinBox, QToolButton, QWidget

from animating_alliances_desktop.ui.kit.theme import Theme

_INSET = 7
"""Keeps a number off the border: the padding of the style sheet does not reach it."""


def search_field(theme: Theme, name: str, *, large: bool = False) -> QLineEdit:
    """Make a field with a lens and a cross to empty it; the name is shown while it is empty."""
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    made.setClearButtonEnabled(True)
    if large:
        made.setProperty("role", "large")
    lens = made.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
    theme.dress(lens, "search", "faint")
    return made


def lead_down(field: QLineEdit, found: QWidget) -> None:
    """Let the arrow key go from a search down into what it found."""
    down = QShortcut(QKeySequence(Qt.Key.Key_Down), field)
    down.setContext(Qt.ShortcutContext.WidgetShortcut)
    down.activated.connect(lambda: found.isVisible() and found.setFocus(Qt.FocusReason.TabFocusReason))


def number_field(name: str, lowest: int, highest: int, unit: str = "") -> QSpinBox:
    """Make a field for a whole number; the unit is written behind it."""
    made = QSpinBox()
    made.setRange(lowest, highest)
    made.setSuffix(f" {unit}" if unit else "")
    made.setAccessibleName(name)
    inner = made.findChild(QLineEdit)
    if inner is not None:
        inner.setTextMargins(_INSET, 0, 0, 0)
    return made


def date_field(theme: Theme, name: str, day: date) -> QDateEdit:
    """Make a field for a day, with a calendar that drops down."""
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setDisplayFormat("d MMM yyyy")
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance("00 MMM 0000") + 64)
    calendar = made.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # Qt would paint it red
    for part, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
        theme.dress(calendar.findChild(QToolButton, f"qt_calendar_{part}"), icon, "muted")
    return made
