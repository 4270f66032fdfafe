"""Meetings: typed in or brought from a calendar, listed by day, with who was asked and who was there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from animating_alliances_desktop.core.alliances.invitations import Brought, Series, recognised, take
from animating_alliances_desktop.core.alliances.model import Attendance, Meeting, Planned
from animating_alliances_desktop.core.alliances.organisations import checked_name, person_meant, ref_of
from animating_alliances_desktop.core.alliances.rows import line
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.merged import put_back, settle
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import (
    AllianceRow,
    AttendanceRow,
    MeetingRow,
    PersonRow,
)
from animating_alliances_desktop.core.database.titles import fresh
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.worker import Worker

JOB, SECONDS = "read_calendar", 20.0
SUFFIXES = frozenset({".ics", ".ical", ".ifb", ".icalendar"})
"""The ends of the names of calendar files."""


class MeetingStore:
    """The user's meetings."""

    def __init__(self, database: Database, today: Callable[[], date] = date.today) -> None:
        self._database, self._today = database, today

    def listed(
        self, alliance: Ref | None = None, since: date | None = None, until: date | None = None
    ) -> list[Meeting]:
        """Meetings of one alliance or of all, by day and hour, from one day to another; without their people."""
        query = select(MeetingRow).options(joinedload(MeetingRow.alliance))
        asked = select(AttendanceRow.meeting_id, func.count()).group_by(AttendanceRow.meeting_id)
        if alliance is not None:
            query = query.where(MeetingRow.alliance_id == UUID(alliance.key))
            asked = asked.join(MeetingRow).where(MeetingRow.alliance_id == UUID(alliance.key))
        if since is not None:
            query = query.where(MeetingRow.day >= since)
        if until is not None:
            query = query.where(MeetingRow.day <= until)
        with self._database.read() as session:
            counts = {row[0]: row[1] for row in session.execute(asked)}
            rows = session.scalars(query.order_by(MeetingRow.day, MeetingRow.begins, MeetingRow.created_at))
            return [_meeting(row, counts.get(row.id, 0)) for row in rows]

    def whole(self) -> list[Meeting]:
        """All meetings by day, each with its people."""
        attendances = selectinload(MeetingRow.attendances).joinedload(AttendanceRow.person)
        query = select(MeetingRow).options(joinedload(MeetingRow.alliance), attendances)
        with self._database.read() as session:
            found = []
            for row in session.scalars(query.order_by(MeetingRow.day, MeetingRow.created_at)):
                people = tuple(_attendance(one) for one in row.attendances)
                found.append(_meeting(row, len(people), people))
            return found

    def get(self, ref: Ref) -> Meeting:
        """One meeting with its people; raises AppError if it is not there."""
        with self._database.read() as session:
            row = find(session, MeetingRow, ref)
            people = tuple(_attendance(one) for one in row.attendances)
            agenda = fresh(session, [row.agenda])[0]
            return _meeting(row, len(people), people, agenda)

    def add(self, planned: Planned) -> tuple[Changes, Ref]:
        """Note a meeting."""
        _check(planned)
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, planned.alliance)
            row = MeetingRow(id=new_id(), alliance=alliance, attendances=[], **_values(planned))
            writing.add(row)
        return writing.changes, row.ref

    def change(self, ref: Ref, planned: Planned) -> Changes:
        """Change what is said of a meeting."""
        _check(planned)
        with self._database.write() as writing:
            row = writing.find(MeetingRow, ref)
            if str(row.alliance_id) != planned.alliance.key:
                row.alliance = writing.find(AllianceRow, planned.alliance)
            for name, value in _values(planned).items():
                setattr(row, name, value)
        return writing.changes

    def call_off(self, ref: Ref, *, off: bool = True) -> Changes:
        """Say that a meeting does not take place, or that it does after all."""
        with self._database.write() as writing:
            writing.find(MeetingRow, ref).cancelled = off
        return writing.changes

    def ask(self, ref: Ref, name: str, *, present: bool | None = None) -> Changes:
        """Add somebody to a meeting by name."""
        with self._database.write() as writing:
            row = writing.find(MeetingRow, ref)
            name = checked_name(name, "person")
            if any(one.called.casefold() == name.casefold() for one in row.attendances):
                raise AppError(f"“{name[:80]}” is on the list already.")
            person = person_meant(writing.session, name, "", row.alliance_id)
            writing.add(
                AttendanceRow(
                    id=new_id(),
                    meeting=row,
                    name=name,
                    present=present,
                    person_id=person.id if person else None,
                )
            )
            writing.touch(row)
        return writing.changes

    def tick(self, ref: Ref, present: Mapping[str, bool | None]) -> Changes:
        """Say of people, by the keys of their attendances, whether they were there; None for nothing said."""
        with self._database.write() as writing:
            row = writing.find(MeetingRow, ref)
            for one in row.attendances:
                if str(one.id) in present:
                    one.present = present[str(one.id)]
        return writing.changes

    def know(self, ref: Ref, key: str, person: Ref) -> Changes:
        """Say who somebody on the list is; an address that is known now is that person's from now on."""
        with self._database.write() as writing:
            row = writing.find(MeetingRow, ref)
            one, who = _one(writing.session, key), writing.find(PersonRow, person)
            one.person_id = who.id
            who.email = who.email or one.email
            writing.flush()
            settle(writing.session, [one])
            writing.touch(row)
        return writing.changes

    def let_off(self, ref: Ref, key: str) -> tuple[Changes, UUID]:
        """Take somebody off the list; the key brings them back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(_one(writing.session, key))
        return writing.changes, batch

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a meeting away; what was written on it stays, and is tied to it again by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(writing.find(MeetingRow, ref))
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes

    # From a calendar

    def look_into(self, path: Path) -> tuple[list[Series], int]:
        """The meetings of a calendar file, and how many could not be read; raises AppError if it is none."""
        with Worker() as worker:
            said = worker.ask(JOB, seconds=SECONDS, path=str(path), today=self._today().isoformat())
        with self._database.read() as session:
            return recognised(session, said["series"], self._today()), said["unread"]

    def take(self, chosen: Iterable[tuple[Series, Ref]]) -> tuple[Changes, Brought]:
        """Bring series into the alliances that were chosen for them; `take_back` undoes it."""
        brought = Brought()
        with self._database.write() as writing:
            for series, alliance in chosen:
                take(writing, series, alliance, self._today(), brought)
        return writing.changes, brought

    def take_back(self, brought: Brought) -> Changes:
        """Undo what was brought in, or up to date."""
        tables: dict[str, Any] = {row.__tablename__: row for row in (MeetingRow, AttendanceRow)}
        with self._database.write() as writing:
            new = (writing.session.get(tables[table], key) for table, key in reversed(brought.added))
            writing.delete(*(row for row in new if row is not None))
            for batch in brought.removed:
                writing.restore(batch)
            put_back(writing.session, brought.written)
        return writing.changes

    def bring_in(self, path: Path, alliance: Ref | None = None) -> tuple[Changes, Brought]:
        """Bring in the meetings of a file; those of which it is not clear whose they are go to `alliance`, or wait."""
        found, unread = self.look_into(path)
        chosen = [(one, goal) for one in found if (goal := one.alliance or alliance) is not None]
        changes, brought = self.take(chosen)
        brought.asked = [one for one in found if one.alliance is None and alliance is None]
        brought.unread = unread
        return changes, brought


def _check(planned: Planned) -> None:
    if planned.begins is not None and planned.ends is not None and planned.ends < planned.begins:
        raise AppError("The meeting ends before it begins. Change one of the two times.")


def _values(planned: Planned) -> dict[str, Any]:
    return {
        "title": line(planned.title),
        "day": planned.day,
        "begins": planned.begins.astimezone(UTC) if planned.begins is not None else None,
        "ends": planned.ends.astimezone(UTC) if planned.ends is not None else None,
        "place": line(planned.place),
        "agenda": planned.agenda.strip(),
    }


def _meeting(
    row: MeetingRow, asked: int, people: Sequence[Attendance] = (), agenda: str | None = None
) -> Meeting:
    planned = Planned(
        Ref(Kind.ALLIANCE, str(row.alliance_id)),
        row.day,
        row.title,
        _here(row.begins),
        _here(row.ends),
        row.place,
        row.agenda if agenda is None else agenda,
    )
    return Meeting(row.ref, planned, row.label, row.alliance.name, row.cancelled, asked, tuple(people))


def _here(moment: datetime | None) -> datetime | None:
    """A moment on the user's own clock."""
    return moment.astimezone() if moment is not None else None


def _attendance(row: AttendanceRow) -> Attendance:
    email = row.email or (row.person.email if row.person else "")
    return Attendance(str(row.id), row.called, email, ref_of(row.person_id, PersonRow), row.present)


def _one(session: Session, key: str) -> AttendanceRow:
    row = session.get(AttendanceRow, UUID(key), options=[joinedload(AttendanceRow.meeting)])
    if row is None:
        raise AppError("This name is not on the list any more. Open the meeting again.")
    return row
