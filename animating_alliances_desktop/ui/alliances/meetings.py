"""The meetings of an alliance: the next one first, those past below; a new one noted in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.ui.alliances.fields import Line
from animating_alliances_desktop.ui.alliances.words import month_words, when_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class MeetingLine(QWidget):
    """Names a meeting, its day and its hour; Enter notes it."""

    entered = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line(self.tr("Meeting"), self.tr("steering group, call, visit …"))
        self.day = date_field(theme, self.tr("Day"), today)
        self.hour = Line(self.tr("Time"), self.tr("14:30"))
        self.add = button(self.tr("Add"), "primary", "plus", theme)
        self.add.clicked.connect(self.entered)
        self.hour.setFixedWidth(84)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, field in enumerate((self.title, self.day, self.hour)):
            grid.addWidget(label(field.accessibleName(), "small", wrap=False), 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self.add, 1, 3)
        grid.setColumnStretch(0, 1)
        for line in (self.title, self.hour):
            line.returnPressed.connect(self.entered)

    @property
    def typed(self) -> tuple[str, date, str]:
        """Title, day and hour."""
        day: QDate = self.day.date()
        return self.title.text(), date(day.year(), day.month(), day.day()), self.hour.text()

    def clear(self) -> None:
        """Empty the fields, but for the day: the next one is often near."""
        held = self.hour.hasFocus() or self.add.hasFocus()
        self.title.clear()
        self.hour.clear()
        if held:
            self.title.setFocus()


class Meetings(QWidget):
    """The part of an alliance's page that lists its meetings."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = MeetingLine(theme, today)
        self.list = ItemList(theme, self.tr("Meetings"), 1, single_click=True)
        self.none = label(
            self.tr(
                "No meeting is noted yet. Write one above, or bring a calendar file (.ics): drop it on the window, or "
                "choose it below. People whom the alliance knows are recognised."
            ),
            "muted",
        )
        self.bring = button(self.tr("From a calendar file…"), "plain", "calendar-days", theme)
        foot = QHBoxLayout()
        foot.addWidget(self.bring)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.line)
        whole.addWidget(self.none)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)
        whole.addLayout(foot)

    def show_meetings(self, meetings: Sequence[Meeting], today: date) -> None:
        """List these: what lies ahead from the next one on, then what is past from the last one back."""
        rows = [*self._ahead(meetings, today), *self._past(meetings, today)]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _ahead(self, meetings: Sequence[Meeting], today: date) -> Iterator[Row]:
        for one in meetings:
            if one.day >= today:
                yield self._row(one, self.tr("Ahead"))

    def _past(self, meetings: Sequence[Meeting], today: date) -> Iterator[Row]:
        for one in reversed(meetings):
            if one.day < today:
                yield self._row(one, month_words(one.day))

    def _row(self, one: Meeting, section: str) -> Row:
        said = [self.tr("called off") if one.cancelled else "", one.planned.place]
        title = one.planned.title or self.tr("Meeting")
        return Row(
            one.ref,
            title,
            " · ".join(part for part in said if part),
            when_words(one),
            "x" if one.cancelled else "calendar-days",
            section=section,
        )
