"""One meeting: when and where, what it is about, who is asked and who was there, and what was written on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from animating_alliances_desktop.core.alliances.days import hour_written
from animating_alliances_desktop.core.alliances.model import Attendance, Meeting, Thing
from animating_alliances_desktop.ui.alliances.fields import Fields, Line
from animating_alliances_desktop.ui.alliances.ports import WrittenMeeting
from animating_alliances_desktop.ui.alliances.single import SingleSheet
from animating_alliances_desktop.ui.alliances.words import day_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import Section
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_HIGHEST = 320


class Attendances(QListWidget):
    """Names with boxes: ticked for who was there. Space ticks, Delete takes off the list."""

    ticked = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemChanged.connect(self._changed)

    @property
    def current(self) -> str:
        """The key of the name that the keyboard is on."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_people(self, people: Sequence[Attendance], stranger: str) -> None:
        """Show these; the keyboard stays on the name that it is on."""
        before = self.current
        with QSignalBlocker(self):
            self.clear()
            for one in people:
                words = one.name if one.person is not None else stranger.format(name=one.name)
                item = QListWidgetItem(words)
                item.setData(_KEY, one.key)
                item.setToolTip(one.email)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if one.present else Qt.CheckState.Unchecked)
                self.addItem(item)
                if one.key == before:
                    self.setCurrentItem(item)
        rows = max(1, self.count())
        height = sum(self.sizeHintForRow(row) for row in range(min(rows, 12)))
        self.setFixedHeight(min(_HIGHEST, max(height, 30) + 12))
        self.setVisible(bool(people))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current one off the list with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.current:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(str(item.data(_KEY)), item.checkState() == Qt.CheckState.Checked)


class MeetingFields(Fields):
    """When and where a meeting is, and what it is about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = date_field(theme, self.tr("Day"), date(2000, 1, 1))
        self.begins = self.line(self.tr("From"), self.tr("14:30"))
        self.ends = self.line(self.tr("To"))
        self.where = self.line(self.tr("Place"))
        self.agenda = self.text(self.tr("What it is about"), 4)
        self.place(self.day, 0, 0)
        self.place(self.begins, 0, 1)
        self.place(self.ends, 0, 2)
        self.place(self.where, 0, 3)
        self.place(self.agenda, 1, 0, 4)
        self.grid.setColumnStretch(3, 1)
        for hour in (self.begins, self.ends):
            hour.setFixedWidth(76)
        self.day.dateChanged.connect(self._moved)

    def fill(self, meeting: Meeting) -> None:
        """Show what was saved."""
        day, planned = meeting.day, meeting.planned
        with QSignalBlocker(self.day):
            self.day.setDate(QDate(day.year, day.month, day.day))
        self.begins.show_text(hour_written(planned.begins))
        self.ends.show_text(hour_written(planned.ends))
        self.where.show_text(planned.place)
        self.agenda.show_text(planned.agenda)

    def _moved(self, _day: QDate) -> None:
        self.typed.emit()
        self.left.emit()


class MeetingSheet(SingleSheet):
    """Shows one meeting, and takes what is typed about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = Line(self.tr("Title of the meeting"), self.tr("Title of the meeting"))
        self.title.setProperty("role", "title")
        self.off = label("", "muted")
        self.fields = MeetingFields(theme)
        self.people = Attendances(self.tr("Who was there"))
        self.name = Line(self.tr("Name of somebody"), self.tr("Add somebody by name"))
        self.nobody = label(self.tr("Nobody is on the list yet."), "muted")
        self.know = button(self.tr("Add to the people"), "plain", "user", theme)
        self.reflect = button(self.tr("Reflect on this meeting"), "primary", "notebook-pen", theme)
        self.unwritten = label(self.tr("Nothing is written on it yet."), "muted")
        self.entries = ItemList(theme, self.tr("What it left behind"), 1, single_click=True)
        self.call_off = button(self.tr("Call it off"), "quiet", "x", theme)
        self._people: Sequence[Attendance] = ()
        self._lay_out()
        self.title.textEdited.connect(lambda _text: self.typed.emit())
        self.title.editingFinished.connect(self.left)
        self.fields.typed.connect(self.typed)
        self.fields.left.connect(self.left)
        self.people.currentItemChanged.connect(lambda *_: self._enable())

    def show_meeting(self, meeting: Meeting, entries: Sequence[Thing], *, fields: bool) -> None:
        """Show a meeting; its fields only if nothing is being typed there."""
        if fields:
            self.title.show_text(meeting.planned.title)
            self.fields.fill(meeting)
        self.back.setText(meeting.alliance_name)
        self.back.setAccessibleName(self.tr("Back to {name}").format(name=meeting.alliance_name))
        self.off.setText(self.tr("This meeting was called off.") if meeting.cancelled else "")
        self.off.setVisible(meeting.cancelled)
        self.call_off.setText(
            self.tr("It takes place after all") if meeting.cancelled else self.tr("Call it off")
        )
        self._people = meeting.attendances
        self.people.show_people(meeting.attendances, self.tr("{name}  (not among the people yet)"))
        self.nobody.setVisible(not meeting.attendances)
        self.entries.show_rows([self._row(one) for one in entries])
        self.unwritten.setVisible(not entries)
        self.entries.setVisible(bool(entries))
        self.entries.setFixedHeight(min(240, self.entries.whole_height() + 4) if entries else 0)
        self._enable()

    def written(self) -> WrittenMeeting:
        """Tell what the fields say."""
        fields = self.fields
        day: QDate = fields.day.date()
        return WrittenMeeting(
            self.title.text(),
            date(day.year(), day.month(), day.day()),
            fields.begins.text(),
            fields.ends.text(),
            fields.where.text(),
            fields.agenda.toPlainText(),
        )

    def _enable(self) -> None:
        """Whoever is known already need not be added."""
        strangers = {one.key for one in self._people if one.person is None}
        self.know.setVisible(bool(strangers))
        self.know.setEnabled(self.people.current in strangers)

    def _row(self, one: Thing) -> Row:
        meta = day_words(one.day) if one.day is not None else ""
        draft = self.tr("draft") if one.more == "draft" else ""
        return Row(one.ref, one.title, draft, meta, ICONS[one.ref.kind])

    def _lay_out(self) -> None:
        there = Section(self.tr("Who was there"))
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.know)
        there.add(self.nobody)
        there.add(self.people)
        there.body.addLayout(line)
        written = Section(self.tr("What it left behind"))
        written.add(self.unwritten)
        written.add(self.entries)
        self.lay_out(self.reflect, (self.title, self.off, self.fields, there, written), self.call_off)
