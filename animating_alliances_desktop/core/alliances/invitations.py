"""Meetings that come from a calendar: whose they are is recognised, and what is known already is brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from animating_alliances_desktop.core.alliances.organisations import person_at, person_meant
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.merged import Pen
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import (
    AllianceRow,
    AttendanceRow,
    MeetingRow,
    MemberRow,
    PersonRow,
    SeatRow,
)

_Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """A meeting of a calendar, or all of those that repeat; `alliance` is whose it is, if that is clear."""

    uid: str
    title: str
    day: date
    begins: datetime | None
    repeats: bool
    people: tuple[str, ...]
    meetings: tuple[_Said, ...]
    alliance: Ref | None = None
    is_known: bool = False
    """Whether it was brought in before."""


@dataclass(slots=True)
class Brought:
    """What became of the meetings of a calendar, and what takes that back."""

    new: list[Ref] = field(default_factory=list)
    changed: list[Ref] = field(default_factory=list)
    cancelled: list[Ref] = field(default_factory=list)
    same: int = 0
    older: int = 0
    """So many were known in a newer version already, or were cancelled before they were known."""
    unread: int = 0
    asked: list[Series] = field(default_factory=list)
    """Those of which it is not clear whose they are."""
    added: list[tuple[str, UUID]] = field(default_factory=list)
    written: list[list[Any]] = field(default_factory=list)
    removed: list[UUID] = field(default_factory=list)


def recognised(session: Session, said: Sequence[_Said], today: date) -> list[Series]:
    """The series that a calendar holds, each with whose it is."""
    known = _known(session, [one["uid"] for one in said])
    alliances = session.scalars(
        select(AllianceRow).options(selectinload(AllianceRow.members).joinedload(MemberRow.organisation))
    ).all()
    current = [row for row in alliances if row.archived_at is None]
    return [_series(session, one, known, current, today) for one in said if one["meetings"]]


def _known(session: Session, uids: Iterable[str]) -> dict[str, Ref]:
    wanted = set(uids)
    query = select(MeetingRow.uid, MeetingRow.alliance_id).where(MeetingRow.uid != "").distinct()
    return {uid: Ref(Kind.ALLIANCE, str(key)) for uid, key in session.execute(query) if uid in wanted}


def _series(
    session: Session, said: _Said, known: Mapping[str, Ref], alliances: Sequence[AllianceRow], today: date
) -> Series:
    meetings = said["meetings"]
    next_one = next((one for one in meetings if one["day"] >= today.isoformat()), meetings[-1])
    asked = {each["email"] or each["name"]: each for one in meetings for each in one["people"]}
    uid = said["uid"]
    alliance = known.get(uid) or _whose(session, next_one["title"], list(asked.values()), alliances)
    return Series(
        uid,
        next_one["title"],
        date.fromisoformat(next_one["day"]),
        _moment(next_one["begins"]),
        said["repeats"],
        tuple(each["name"] for each in asked.values()),
        tuple(meetings),
        alliance,
        uid in known,
    )


def _whose(
    session: Session, title: str, people: Sequence[_Said], alliances: Sequence[AllianceRow]
) -> Ref | None:
    """The one alliance that the title names, or that most of those who were asked sit in, or whose member is named."""
    named = [row for row in alliances if row.name.casefold() in title.casefold()]
    if len(named) == 1:
        return named[0].ref
    here = {row.id for row in alliances}
    met: Counter[UUID] = Counter()
    for person in _persons(session, people):
        seats = session.scalars(select(SeatRow.alliance_id).where(SeatRow.person_id == person.id))
        met.update(set(seats) & here)
    ranked = met.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return Ref(Kind.ALLIANCE, str(ranked[0][0]))
    told = f"{title}\n{' '.join(each['name'] for each in people)}".casefold()
    with_member = [row for row in alliances if any(one.name.casefold() in told for one in row.members)]
    return with_member[0].ref if len(with_member) == 1 and not ranked else None


def _persons(session: Session, people: Sequence[_Said]) -> list[PersonRow]:
    names = {each["name"].casefold() for each in people if " " in each["name"]}
    found = {row.id: row for row in session.scalars(select(PersonRow)) if row.name.casefold() in names}
    by_address = (person_at(session, each["email"]) for each in people if each["email"])
    return list((found | {row.id: row for row in by_address if row is not None}).values())


def take(writing: Writing, series: Series, alliance: Ref, today: date, brought: Brought) -> None:
    """Bring the meetings of a series into an alliance, or up to date."""
    owner = writing.find(AllianceRow, alliance)
    query = (
        select(MeetingRow).where(MeetingRow.uid == series.uid).options(selectinload(MeetingRow.attendances))
    )
    there = {row.occurrence: row for row in writing.session.scalars(query)}
    for said in series.meetings:
        row = there.get(said["occurrence"])
        if row is not None:
            _bring_up_to_date(writing, row, said, brought)
        elif said["cancelled"]:
            brought.older += 1
        else:
            _add(writing, owner, series.uid, said, brought)
        if said["onwards"]:
            _move_on(writing, said, [one for one in there.values() if one is not row], brought)
    if series.repeats:
        _miss(writing, series, there.values(), today, brought)


def _add(writing: Writing, alliance: AllianceRow, uid: str, said: _Said, brought: Brought) -> None:
    row = MeetingRow(
        id=new_id(),
        alliance=alliance,
        uid=uid,
        occurrence=said["occurrence"],
        sequence=said["sequence"],
        cancelled=False,
        attendances=[],
        **_fields(said),
    )
    writing.add(row)
    brought.new.append(row.ref)
    brought.added.append((MeetingRow.__tablename__, row.id))
    _ask(writing, row, said["people"], brought)


def _bring_up_to_date(writing: Writing, row: MeetingRow, said: _Said, brought: Brought) -> None:
    if said["sequence"] < row.sequence:
        brought.older += 1
        return
    pen = Pen(writing.session)
    was_on = not row.cancelled
    told = {} if said["cancelled"] else _fields(said)  # a cancellation repeats less than was known before
    for name, value in told.items():
        if name != "agenda" or value:  # what the user wrote there stays if the calendar says nothing
            pen.put(row, name, value)
    pen.put(row, "sequence", said["sequence"])
    pen.put(row, "cancelled", said["cancelled"])
    if said["people"]:
        _ask(writing, row, said["people"], brought)
    brought.written += pen.changed
    _tell(row, brought, told=any(change[2] != "sequence" for change in pen.changed), was_on=was_on)


def _tell(row: MeetingRow, brought: Brought, *, told: bool, was_on: bool) -> None:
    if told and row.cancelled and was_on:
        brought.cancelled.append(row.ref)
    elif told:
        brought.changed.append(row.ref)
    else:
        brought.same += 1


def _move_on(writing: Writing, said: _Said, rows: Iterable[MeetingRow], brought: Brought) -> None:
    """Of a series of which only the news came (from this one on): let the later ones follow."""
    was, moved = date.fromisoformat(said["occurrence"]), date.fromisoformat(said["day"])
    for row in rows:
        if row.occurrence <= said["occurrence"]:
            continue
        day = date.fromisoformat(row.occurrence[:10]) + (moved - was)
        on_that_day = {name: _on(day, said, name) for name in ("begins", "ends")}
        later = {**said, **on_that_day, "day": day.isoformat()}
        _bring_up_to_date(writing, row, later, brought)


def _on(day: date, said: _Said, name: str) -> str | None:
    """The same hour on the user's own clock, on another day."""
    moment = _moment(said[name])
    if moment is None:
        return None
    return datetime.combine(day, moment.astimezone().time()).astimezone().isoformat()


def _miss(
    writing: Writing, series: Series, rows: Iterable[MeetingRow], today: date, brought: Brought
) -> None:
    """What a series does not hold any more was called off, as far as it lies ahead."""
    held = {one["occurrence"] for one in series.meetings}
    last = max(one["day"] for one in series.meetings)
    for row in rows:
        ahead = today <= row.day <= date.fromisoformat(last)
        if row.occurrence and row.occurrence not in held and ahead and not row.cancelled:
            pen = Pen(writing.session)
            pen.put(row, "cancelled", True)  # noqa: FBT003
            brought.written += pen.changed
            brought.cancelled.append(row.ref)


def _ask(writing: Writing, row: MeetingRow, people: Sequence[_Said], brought: Brought) -> None:
    """Note who is asked; whom the calendar no longer asks is left out, unless the user said that they were there."""
    known = {_key(one.name, one.email): one for one in row.attendances}
    wanted = {_key(each["name"], each["email"]): each for each in people}
    for key, each in wanted.items():
        if key not in known:
            person = person_meant(writing.session, each["name"], each["email"], row.alliance.id)
            one = AttendanceRow(
                id=new_id(),
                meeting=row,
                name=each["name"],
                email=each["email"],
                person_id=person.id if person is not None else None,
            )
            writing.add(one)
            writing.touch(row)
            brought.added.append((AttendanceRow.__tablename__, one.id))
    gone = [one for key, one in known.items() if key not in wanted and one.present is None and one.email]
    if gone:
        brought.removed.append(writing.delete(*gone))


def _fields(said: _Said) -> dict[str, Any]:
    moments = {name: _moment(said[name]) for name in ("begins", "ends")}
    words = {name: said[name] for name in ("title", "place", "agenda")}
    return {"day": date.fromisoformat(said["day"]), **moments, **words}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def _key(name: str, email: str) -> str:
    return email.casefold() or " ".join(name.split()).casefold()
