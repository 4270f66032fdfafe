"""Reads what a moment asks for; narrowly, for it is what is shown first, and there may be ten thousand entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import ActionRow, AllianceRow, EntryRow, MeetingRow
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.core.today.model import Known, Meeting, Now, Promised, Waiting

JUST_PAST = timedelta(days=7)
"""A meeting of longer ago is no more asked about."""
SOON = timedelta(days=14)
"""A meeting that is further ahead is not prepared yet."""
NEARLY = timedelta(minutes=10)
"""A meeting that is about to end counts as past: one writes while the others say good-bye."""
SHOWN = 3
"""So many promises are told of one by one."""
_ASKED = 2
_OPEN = "open"
_NOON = time(12)
_OPENING = 240


class TodayStore:
    """Reads; nothing is written here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at(self, now: datetime) -> Now:
        """What this moment, on the user's own clock, asks for."""
        with self._database.read() as session:
            meetings = list(_meetings(session, now))
            ending = now + NEARLY
            past = [meeting for end, meeting, written in meetings if end <= ending and not written]
            ahead = [meeting for end, meeting, _written in meetings if end > ending]
            last = _written_last(session)
            return Now(
                alliances=tuple(_alliances(session)),
                written_last=last,
                has_entries=last is not None,
                past=tuple(past[::-1][:_ASKED]),
                ahead=next(iter(ahead), None),
                drafts=tuple(_drafts(session)),
                promised=tuple(_promised(session, now.date())),
                promised_in_all=_count(session, now.date()),
            )


def _alliances(session: Session) -> list[Known]:
    latest = select(EntryRow.alliance_id, func.max(EntryRow.day)).group_by(EntryRow.alliance_id)
    last: dict[UUID, date] = {key: day for key, day in session.execute(latest)}  # noqa: C416 -- typed so
    query = select(AllianceRow.id, AllianceRow.name).where(AllianceRow.archived_at.is_(None))
    found = [Known(_ref(Kind.ALLIANCE, key), name, last.get(key)) for key, name in session.execute(query)]
    return sorted(found, key=lambda known: known.name.casefold())


def _written_last(session: Session) -> Ref | None:
    query = select(EntryRow.alliance_id).order_by(EntryRow.changed_at.desc()).limit(1)
    key = session.scalars(query).first()
    return _ref(Kind.ALLIANCE, key) if key is not None else None


def _meetings(session: Session, now: datetime) -> list[tuple[datetime, Meeting, bool]]:
    """The meetings of these days by their ends, and whether something was written on each."""
    today = now.date()
    query = (
        select(MeetingRow, EntryRow.id)
        .join(AllianceRow, MeetingRow.alliance_id == AllianceRow.id)
        .outerjoin(EntryRow, EntryRow.meeting_id == MeetingRow.id)
        .where(MeetingRow.day.between(today - JUST_PAST, today + SOON))
        .where(MeetingRow.cancelled.is_(False), AllianceRow.archived_at.is_(None))
        .options(joinedload(MeetingRow.alliance))
    )
    found = {
        row.id: (_end(row, now), _meeting(row), entry is not None) for row, entry in session.execute(query)
    }
    return sorted(found.values(), key=lambda one: (one[0], one[1].ref))


def _end(row: MeetingRow, now: datetime) -> datetime:
    """When it is over; one of which only the day is known, at noon."""
    return row.ends or row.begins or datetime.combine(row.day, _NOON, now.tzinfo)


def _meeting(row: MeetingRow) -> Meeting:
    alliance = _ref(Kind.ALLIANCE, row.alliance_id)
    return Meeting(row.ref, alliance, row.alliance.name, row.title, row.day, row.begins)


def _drafts(session: Session) -> Iterable[Waiting]:
    query = select(EntryRow).where(EntryRow.kept_at.is_(None)).options(joinedload(EntryRow.alliance))
    for row in session.scalars(query.order_by(EntryRow.day.desc(), EntryRow.created_at.desc())):
        said = [in_words(text).strip() for text in row.parts.values() if text.strip()]
        if said or row.title.strip():
            yield Waiting(row.ref, row.label, " ".join("".join(said[:1]).split())[:_OPENING], row.changed_at)


def _promised(session: Session, today: date) -> Iterable[Promised]:
    query = select(ActionRow).options(joinedload(ActionRow.alliance))
    rows: Sequence[ActionRow] = session.scalars(
        _due(query, today).order_by(ActionRow.due.desc(), ActionRow.id).limit(SHOWN)
    ).all()
    for row in rows:
        if row.due is not None:
            text = " ".join(in_words(row.text).split())
            yield Promised(row.ref, text, row.alliance.name, row.owner, row.owner_kind, row.due)


def _count(session: Session, today: date) -> int:
    count: int = session.scalars(_due(select(func.count(ActionRow.id)), today)).one()
    return count


def _due(query: Any, today: date) -> Any:
    query = query.join(AllianceRow, ActionRow.alliance_id == AllianceRow.id)
    return query.where(ActionRow.status == _OPEN, ActionRow.due <= today, AllianceRow.archived_at.is_(None))


def _ref(kind: Kind, key: Any) -> Ref:
    return Ref(kind, str(key))
