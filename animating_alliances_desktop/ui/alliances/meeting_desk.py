"""A meeting on the right side of the page, with what lists, brings and changes meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from animating_alliances_desktop.core.alliances.invitations import Brought, Series
from animating_alliances_desktop.core.alliances.model import Alliance, Meeting, Thing
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.calendars import Calendars
from animating_alliances_desktop.ui.alliances.diary import Diary
from animating_alliances_desktop.ui.alliances.meeting import MeetingSheet
from animating_alliances_desktop.ui.alliances.meetings import Meetings
from animating_alliances_desktop.ui.alliances.ports import Stores, Undo, Ways, WrittenMeeting
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.alliances.whose import Whose
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import State
from animating_alliances_desktop.ui.kit.theme import Theme


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

    def heed(self, changes: Changes) -> None:
        """Show again what was touched."""
        self.diary.changed(changes)
        if self.made_sheet is not None:
            self.made_sheet.mentions.heed(changes)

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
