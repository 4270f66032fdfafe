"""What stands on the right side of the page beside an alliance: a meeting, or a person or an organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from animating_alliances_desktop.core.alliances.invitations import Brought, Series
from animating_alliances_desktop.core.alliances.model import Alliance, Meeting, Organisation, Person, Thing
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.calendars import Calendars
from animating_alliances_desktop.ui.alliances.chooser import Chooser
from animating_alliances_desktop.ui.alliances.contact import ContactSheet
from animating_alliances_desktop.ui.alliances.contacts import Contacts
from animating_alliances_desktop.ui.alliances.diary import Diary
from animating_alliances_desktop.ui.alliances.meeting import MeetingSheet
from animating_alliances_desktop.ui.alliances.meetings import Meetings
from animating_alliances_desktop.ui.alliances.ports import Stores, Undo, Ways, WrittenMeeting
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.alliances.whose import Whose
from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import State
from animating_alliances_desktop.ui.kit.theme import Theme

_MOST = 200


class MeetingDesk(QObject):
    """The list of meetings, and the sheet of one, which is made when the first is opened."""

    made = Signal(QWidget)
    """The sheet was made."""
    came = Signal()
    """The sheet is to be seen."""
    gone = Signal()
    """The alliance is to be seen again."""
    typed = Signal()

    def __init__(
        self,
        theme: Theme,
        listing: Meetings,
        stores: Stores,
        tasks: Runner,
        telling: Telling,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window, self._telling = parent, telling
        self._theme, self._tasks, self._mentions = theme, tasks, stores.mentions
        self.listing = listing
        self.made_sheet: MeetingSheet | None = None
        self.diary = Diary(self, stores, tasks)
        self.calendars = Calendars(self, stores, tasks)
        self.alliances: Callable[[], Sequence[Alliance]] = tuple
        self.current: Callable[[], Ref | None] = lambda: None
        self._connect()

    @property
    def sheet(self) -> MeetingSheet:
        """The sheet of a meeting."""
        if self.made_sheet is None:
            self.made_sheet = MeetingSheet(self._theme)
            self.made_sheet.mentions.attend(self._tasks, self._mentions)
            self._connect_sheet(self.made_sheet)
            self.made.emit(self.made_sheet)
        return self.made_sheet

    def go(self, ways: Ways) -> None:
        """Take where one can go from a meeting."""
        sheet = self.sheet
        sheet.entries.opened.connect(ways.open)
        sheet.mentions.opened.connect(ways.open)
        sheet.reflect.clicked.connect(lambda: self.diary.leave(partial(self._reflect, ways)))

    def choose_file(self) -> None:
        """Ask for calendar files."""
        title = self.tr("Bring meetings from a calendar file")
        kinds = self.tr("Calendar files (*.ics *.ical *.ifb)")
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        for name in names:
            self.calendars.look_into(Path(name))

    # See `MeetingView`

    def show_meetings(self, meetings: Sequence[Meeting], today: date) -> None:
        """See `MeetingView`."""
        self.listing.show_meetings(meetings, today)

    def show_meeting(self, meeting: Meeting, entries: Sequence[Thing], *, fields: bool) -> None:
        """See `MeetingView`."""
        self.sheet.show_meeting(meeting, entries, fields=fields)
        self.sheet.mentions.look(meeting.ref)
        hidden = not self.sheet.isVisible()
        self.came.emit()
        if hidden:
            self.sheet.begin()

    def written_meeting(self) -> WrittenMeeting:
        """See `MeetingView`."""
        return self.sheet.written()

    def show_meeting_state(self, state: State) -> None:
        """See `MeetingView`."""
        self.sheet.state.show_state(state)

    def clear_new_meeting(self) -> None:
        """See `MeetingView`."""
        self.listing.line.clear()

    def leave_meeting(self) -> None:
        """See `MeetingView`."""
        self.gone.emit()

    def ask_whose(self, path: Path, series: Sequence[Series], unread: int) -> None:
        """See `MeetingView`."""
        here = [one for one in self.alliances() if one.archived is None]
        if not here:
            self._telling.no_alliance()
            return
        asking = Whose(path, series, here, self.current(), self._window)
        asking.chosen.connect(lambda chosen: self.calendars.take(chosen, unread))
        asking.open()

    def tell_brought(self, brought: Brought, undo: Undo) -> None:
        """See `MeetingView`."""
        self._telling.brought(brought, undo)

    def tell_meeting_removed(self, meeting: Meeting, undo: Undo) -> None:
        """See `MeetingView`."""
        self._telling.meeting_removed(meeting, undo)

    def tell_called_off(self, meeting: Meeting, undo: Undo) -> None:
        """See `MeetingView`."""
        self._telling.called_off(meeting, undo)

    def _connect(self) -> None:
        self.listing.line.entered.connect(self._add)
        self.listing.list.opened.connect(self.diary.open)
        self.listing.bring.clicked.connect(self.choose_file)

    def _connect_sheet(self, sheet: MeetingSheet) -> None:
        diary = self.diary
        sheet.back.clicked.connect(lambda: diary.leave(self.gone.emit))
        sheet.typed.connect(diary.typed)
        sheet.typed.connect(self.typed)
        sheet.left.connect(diary.save)
        sheet.state.again_asked.connect(diary.save)
        sheet.people.ticked.connect(diary.tick)
        sheet.people.removed.connect(lambda key: diary.let_off(key, self._telling.removed))
        sheet.name.returnPressed.connect(self._ask)
        sheet.know.clicked.connect(lambda: diary.take_in(sheet.people.current))
        sheet.call_off.clicked.connect(lambda: diary.call_off())
        sheet.delete.clicked.connect(lambda: diary.remove())

    def _add(self) -> None:
        alliance = self.current()
        title, day, hour = self.listing.line.typed
        if not (title.strip() or hour.strip()):
            self.listing.line.title.setFocus()
        elif alliance is not None:
            self.diary.add(alliance, title, day, hour)

    def _ask(self) -> None:
        self.diary.ask(self.sheet.name.text())
        self.sheet.name.clear()

    def _reflect(self, ways: Ways) -> None:
        if self.diary.meeting is not None:
            ways.reflect(self.diary.meeting.ref)


class ContactDesk(QObject):
    """The sheet of a person or an organisation, which is made when the first is opened."""

    made = Signal(QWidget)
    """The sheet was made."""
    came = Signal()
    gone = Signal()
    typed = Signal()
    alliance_asked = Signal(object)

    def __init__(
        self, theme: Theme, stores: Stores, tasks: Runner, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window, self._telling, self._theme, self._tasks = parent, telling, theme, tasks
        self._mentions = stores.mentions
        self.made_sheet: ContactSheet | None = None
        self.contacts = Contacts(self, stores, tasks)

    @property
    def sheet(self) -> ContactSheet:
        """The sheet of a person or an organisation."""
        if self.made_sheet is None:
            self.made_sheet = ContactSheet(self._theme)
            self.made_sheet.mentions.attend(self._tasks, self._mentions)
            self._connect_sheet(self.made_sheet)
            self.made.emit(self.made_sheet)
        return self.made_sheet

    def settle(self) -> None:
        """Let what is half typed on the sheet be whole."""
        if self.made_sheet is not None:
            self.made_sheet.fields.settle()

    # See `ContactView`

    def show_person(self, person: Person, *, fields: bool) -> None:
        """See `ContactView`."""
        self.sheet.show_person(person, fields=fields)
        self._came(person.ref)

    def show_organisation(self, organisation: Organisation, *, fields: bool) -> None:
        """See `ContactView`."""
        self.sheet.show_organisation(organisation, fields=fields)
        self._came(organisation.ref)

    def written_contact(self) -> tuple[str, str, str, str]:
        """See `ContactView`."""
        return self.sheet.written()

    def show_contact_state(self, state: State) -> None:
        """See `ContactView`."""
        self.sheet.state.show_state(state)

    def leave_contact(self) -> None:
        """See `ContactView`."""
        self.gone.emit()

    def tell_contact_removed(self, name: str, undo: Undo) -> None:
        """See `ContactView`."""
        self._telling.contact_removed(name, undo)

    def tell_merged(self, name: str, undo: Undo) -> None:
        """See `ContactView`."""
        self._telling.merged(name, undo)

    def _came(self, ref: Ref) -> None:
        self.sheet.mentions.look(ref)
        hidden = not self.sheet.isVisible()
        self.came.emit()
        if hidden:
            self.sheet.begin()

    def _connect_sheet(self, sheet: ContactSheet) -> None:
        contacts = self.contacts
        sheet.typed.connect(contacts.typed)
        sheet.typed.connect(self.typed)
        sheet.left.connect(contacts.save)
        sheet.state.again_asked.connect(contacts.save)
        sheet.back.clicked.connect(lambda: contacts.leave(self.gone.emit))
        sheet.places.opened.connect(lambda nth: self.alliance_asked.emit(sheet.alliance_at(nth)))
        sheet.delete.clicked.connect(lambda: contacts.remove())
        sheet.merge.clicked.connect(self._choose)

    def _choose(self) -> None:
        contact = self.contacts.contact
        if contact is None:
            return
        words = self.tr("Everything about “{name}” goes over to the one you choose. You can take it back.")
        asking = Chooser(
            self._theme,
            self.tr("Merge with another"),
            words.format(name=contact.name),
            self._find,
            QApplication.activeWindow() or self._window,
        )
        asking.chosen.connect(self.contacts.merge)
        asking.open()

    def _find(self, words: str, show: Callable[[Sequence[Row]], None]) -> None:
        wanted = words.casefold().split()

        def fit(others: list[tuple[Ref, str, str]]) -> None:
            rows = [
                Row(ref, name, "", met, "user")
                for ref, name, met in others
                if all(word in name.casefold() for word in wanted)
            ]
            show(rows[:_MOST])

        self._tasks.read(self.contacts.others, fit, "contacts.others")


def heed(desks: tuple[MeetingDesk, ContactDesk], changes: Changes) -> None:
    """Let the desks show again what was touched."""
    meetings, contacts = desks
    meetings.diary.changed(changes)
    contacts.contacts.changed(changes)
    for sheet in (meetings.made_sheet, contacts.made_sheet):
        if sheet is not None:
            sheet.mentions.heed(changes)
