"""The left side of the journal: a month with the days that were written on, a filter, and the entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.ui.journal.choice import AllianceChoice
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.calendar import MonthCalendar
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.theme import Theme


class Entries(QWidget):
    """Lists entries and marks their days."""

    opened = Signal(object)
    """The Ref of an entry."""
    day_chosen = Signal(object)
    filtered = Signal(object)
    """The Ref of an alliance, or None for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = AllianceChoice(self.tr("Entries of which alliance"), self.tr("All alliances"))
        self.filter.picked.connect(self.filtered)
        self.calendar = MonthCalendar(theme, self._count)
        self.calendar.day_chosen.connect(self.day_chosen)
        self.list = ItemList(theme, self.tr("Entries"), 1, single_click=True)
        self.list.opened.connect(self.opened)
        self.month = icon_button(theme, "calendar-days", self.tr("Show the month"), checkable=True)
        self.month.setChecked(True)
        self.month.toggled.connect(self.calendar.setVisible)
        self._months: dict[tuple[int, int], str] = {}
        self._days: dict[Ref | None, date] = {}
        self._rows: dict[Ref, tuple[Entry, Row]] = {}
        """What each entry looks like, made once: there may be ten thousand, and one is saved while it is typed."""
        self._lay_out()

    def show_alliances(self, alliances: Sequence[Alliance], only: Ref | None) -> None:
        """Offer these alliances to filter by."""
        self.filter.show_alliances(alliances)
        self.filter.choose(only)

    def show_entries(self, entries: Sequence[Entry], current: Ref | None) -> None:
        """List these entries."""
        self._rows = {entry.ref: self._known(entry) for entry in entries}
        self.list.show_rows([row for _entry, row in self._rows.values()])
        self.calendar.set_marks(Counter(entry.draft.day for entry in entries))
        self._days = {entry.ref: entry.draft.day for entry in entries}
        self.choose(current)

    def choose(self, current: Ref | None) -> None:
        """Make this entry the current one."""
        if current in self._days:
            self.list.choose(current)
            self.calendar.choose(self._days[current])
        else:
            self.list.choose(None)

    def _known(self, entry: Entry) -> tuple[Entry, Row]:
        known = self._rows.get(entry.ref)
        return known if known is not None and known[0] is entry else (entry, self._row(entry))

    def _row(self, entry: Entry) -> Row:
        day = entry.draft.day
        month = (day.year, day.month)
        if month not in self._months:
            self._months[month] = QLocale().toString(QDate(*month, 1), "MMMM yyyy")
        kept = entry.kept is not None
        return Row(
            entry.ref,
            entry.draft.title or entry.opening or entry.label,
            entry.alliance_name
            if kept
            else self.tr("Draft · {alliance}").format(alliance=entry.alliance_name),
            str(day.day),
            stripe="" if kept else "focus",
            section=self._months[month],
        )

    def _count(self, number: int) -> str:
        return self.tr("1 entry") if number == 1 else self.tr("{n} entries").format(n=number)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 0, 0, 0)
        top.addWidget(self.filter, 1)
        top.addWidget(self.month)
        month = QHBoxLayout()
        month.setContentsMargins(6, 0, 0, 0)
        month.addWidget(self.calendar)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 14, 0, 0, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(month)
        column.addWidget(self.list, 1)
