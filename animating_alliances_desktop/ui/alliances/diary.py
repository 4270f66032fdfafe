"""The meetings of the alliance that is open: noted, opened, changed, called off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from animating_alliances_desktop.core.alliances.days import hour_typed
from animating_alliances_desktop.core.alliances.model import Attendance, Meeting, Planned, Thing
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.alliances.ports import MeetingView, Stores, WrittenMeeting
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, Saving, State

_TELLING = (
    Kind.MEETING,
    Kind.ALLIANCE,
    Kind.PERSON,
    Kind.ENTRY,
    Kind.DECISION,
    Kind.ACTION,
    Kind.NOTICING,
)
"""A change to one of these may be one to what is shown of a meeting."""


class Diary(Saving[WrittenMeeting]):
    """One meeting can be open; what is typed about it is saved before another one comes."""

    def __init__(self, view: MeetingView, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self._alliance: Ref | None = None
        self.meeting: Meeting | None = None

    def list_of(self, alliance: Ref) -> None:
        """List the meetings of an alliance."""
        self._alliance = alliance
        store, today = self._stores.meetings, self._stores.today()

        def show(meetings: list[Meeting]) -> None:
            if alliance == self._alliance:
                self._view.show_meetings(meetings, today)

        self._tasks.read(lambda: store.listed(alliance), show, "meetings.listed")

    def add(self, alliance: Ref, title: str, day: date, hour: str) -> None:
        """Note a meeting."""

        def work() -> Changes:
            planned = Planned(alliance, day, title, _moment(day, hour))
            return self._stores.meetings.add(planned)[0]

        self._tasks.write(work, lambda _changes: self._view.clear_new_meeting())

    def open(self, ref: Ref) -> None:
        """Show a meeting, after what was typed about another was saved."""
        self.leave(lambda: self._read(ref, fields=True))

    def close(self) -> None:
        """Have no meeting open."""
        self.meeting = self._saver = None

    def tick(self, key: str, present: bool) -> None:  # noqa: FBT001 -- a check box tells so
        """Note that somebody was there, or that nothing is said of it."""
        self._on_open(lambda store, ref: store.tick(ref, {key: True if present else None}))

    def ask(self, name: str) -> None:
        """Put somebody on the list."""
        if name.strip():
            ahead = self.meeting is not None and self.meeting.day > self._stores.today()
            self._on_open(lambda store, ref: store.ask(ref, name, present=None if ahead else True))

    def let_off(self, key: str, tell: Callable[[str, Callable[[], None]], None]) -> None:
        """Take somebody off the list."""
        meeting, one = self.meeting, self._attendance(key)
        if meeting is not None and one is not None:
            take_away(
                self._tasks,
                lambda: self._stores.meetings.let_off(meeting.ref, key),
                lambda batch: tell(one.name, lambda: self._restore(batch)),
            )

    def take_in(self, key: str) -> None:
        """Let somebody on the list take part in the alliance from now on: for the hub, until one says for whom."""
        meeting, one = self.meeting, self._attendance(key)
        if meeting is None or one is None or one.person is not None:
            return

        def work() -> Changes:
            changes, person = self._stores.people.add_seat(
                meeting.planned.alliance, one.name, email=one.email
            )
            return changes | self._stores.meetings.know(meeting.ref, key, person)

        self._tasks.write(work)

    def call_off(self) -> None:
        """Say that the meeting does not take place, or that it does after all."""
        meeting = self.meeting
        if meeting is None:
            return
        store, off = self._stores.meetings, not meeting.cancelled

        def back() -> None:
            self._tasks.write(lambda: store.call_off(meeting.ref, off=not off))

        self.leave(
            lambda: self._tasks.write(
                lambda: store.call_off(meeting.ref, off=off),
                lambda _changes: self._view.tell_called_off(meeting, back),
            )
        )

    def remove(self) -> None:
        """Take the meeting away; what was written on it stays."""
        self.leave(self._remove)

    def changed(self, changes: Changes) -> None:
        """Show again what was touched."""
        if not changes.touch(*_TELLING):
            return
        if self.meeting is not None:
            self._read(self.meeting.ref, fields=not self.unsaved)

    def _read(self, ref: Ref, *, fields: bool) -> None:
        held = self._stores

        def work() -> tuple[Meeting, list[Thing]] | None:
            try:
                return held.meetings.get(ref), held.chronicle.on_meeting(ref)
            except AppError:
                return None

        def show(found: tuple[Meeting, list[Thing]] | None) -> None:
            if found is None:
                self.close()
                self._view.leave_meeting()
            else:
                self._show(*found, fields=fields)

        self._tasks.read(work, show, "meetings.get")

    def _show(self, meeting: Meeting, entries: Sequence[Thing], *, fields: bool) -> None:
        if self.meeting is None or self.meeting.ref != meeting.ref:
            self._saver = Saver(
                self._tasks,
                self._view.written_meeting,
                lambda written: self._write(meeting.ref, written),
                lambda state: self._tell(meeting.ref, state),
            )
            self._view.show_meeting_state(State(Phase.NOTHING))
            fields = True
        self.meeting = meeting
        self._view.show_meeting(meeting, entries, fields=fields)

    def _write(self, ref: Ref, said: WrittenMeeting) -> Changes:
        alliance = self._stores.meetings.get(ref).planned.alliance
        begins, ends = _moment(said.day, said.begins), _moment(said.day, said.ends)
        planned = Planned(alliance, said.day, said.title, begins, ends, said.place, said.agenda)
        return self._stores.meetings.change(ref, planned)

    def _tell(self, ref: Ref, state: State) -> None:
        if self.meeting is not None and self.meeting.ref == ref:
            self._view.show_meeting_state(state)

    def _remove(self) -> None:
        meeting = self.meeting
        if meeting is None:
            return

        def then(batch: UUID) -> None:
            self.close()
            self._view.leave_meeting()
            self._view.tell_meeting_removed(meeting, lambda: self._restore(batch))

        take_away(self._tasks, lambda: self._stores.meetings.remove(meeting.ref), then)

    def _restore(self, batch: UUID) -> None:
        self._tasks.write(lambda: self._stores.meetings.restore(batch))

    def _on_open(self, work: Callable[..., Changes]) -> None:
        meeting, store = self.meeting, self._stores.meetings
        if meeting is not None:
            self._tasks.write(lambda: work(store, meeting.ref))

    def _attendance(self, key: str) -> Attendance | None:
        people = self.meeting.attendances if self.meeting is not None else ()
        return next((one for one in people if one.key == key), None)


def _moment(day: date, hour: str) -> datetime | None:
    typed = hour_typed(hour)
    return datetime.combine(day, typed).astimezone() if typed is not None else None
