"""What lies around an alliance: what is kept with it, what happened in it, what was written on it and points where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.alliances.model import Happening, Moment, Thing
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AddendumRow,
    AllianceRow,
    DecisionRow,
    EntryRow,
    KeptRow,
    LinkRow,
    MeetingRow,
    MemberRow,
    NoteRow,
    NoticingRow,
    SeatRow,
)
from animating_alliances_desktop.core.database.titles import short, titles_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.pointing import in_words

REVIEWS = ("weekly-log", "weekly", "quarterly", "review")
"""The beginnings of the keys of those forms by which one looks back."""
_LEFT = (DecisionRow, ActionRow, NoticingRow)


class Chronicle:
    """Reads what lies around an alliance, and keeps texts with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kept(self, alliance: Ref) -> list[Thing]:
        """The documents and other texts that are kept with an alliance, by title."""
        query = select(KeptRow).where(KeptRow.alliance_id == UUID(alliance.key))
        with self._database.read() as session:
            days = {Ref.parse(row.target): row.created_at.date() for row in session.scalars(query)}
            titles = titles_of(session, days)
        found = [Thing(ref, titles[ref], day) for ref, day in days.items() if ref in titles]
        return sorted(found, key=lambda thing: thing.title.casefold())

    def all_kept(self) -> dict[str, list[str]]:
        """For each alliance, by its reference, those of what is kept with it."""
        found: dict[str, list[str]] = {}
        with self._database.read() as session:
            for row in session.scalars(select(KeptRow).order_by(KeptRow.created_at)):
                found.setdefault(str(row.seen_as), []).append(row.target)
        return found

    def keep(self, alliance: Ref, target: Ref) -> Changes:
        """Keep a text with an alliance; one that is kept there already stays so."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, alliance)
            if not titles_of(writing.session, [target]):
                raise AppError("This is not there any more, so it cannot be kept. Go back to its list.")
            if _kept(writing.session, row.id, target) is None:
                writing.add(KeptRow(id=new_id(), alliance_id=row.id, target=str(target)))
        return writing.changes | Changes.of(alliance)

    def let_go(self, alliance: Ref, target: Ref) -> Changes:
        """Keep a text with an alliance no longer; the text itself stays where it is."""
        with self._database.write() as writing:
            row = _kept(writing.session, UUID(alliance.key), target)
            if row is not None:
                writing.delete(row)
        return writing.changes | Changes.of(alliance)

    def moments(self, alliance: Ref, today: date) -> list[Moment]:
        """What happened in an alliance, the latest first; what lies ahead is left out."""
        with self._database.read() as session:
            row = find(session, AllianceRow, alliance)
            found = [moment for part in _PARTS for moment in part(session, row)]
        past = [moment for moment in found if moment.day <= today]
        return sorted(past, key=lambda moment: moment.day, reverse=True)

    def entries(self, alliance: Ref) -> list[Thing]:
        """The entries on an alliance, the latest first."""
        with self._database.read() as session:
            return list(_entries(session, find(session, AllianceRow, alliance)))

    def on_meeting(self, meeting: Ref) -> list[Thing]:
        """The entries that were written on a meeting, and what it left behind: decisions, actions, noticings."""
        with self._database.read() as session:
            row = find(session, MeetingRow, meeting)
            entries = list(_entries(session, row.alliance, EntryRow.meeting_id == row.id))
            return entries + [one for table in _LEFT for one in _left(session, table, row.id)]

    def linked(self, alliance: Ref) -> list[Thing]:
        """What the texts of an alliance point at, and the notes on it, each once; by kind, then by title."""
        with self._database.read() as session:
            row = find(session, AllianceRow, alliance)
            refs = {Ref.parse(one) for some in _sources(session, row) for one in _targets(session, some)}
            titles = titles_of(session, refs - {alliance})
            notes = session.scalars(select(NoteRow).where(NoteRow.about == str(alliance)))
            titles |= {note.ref: short(in_words(note.text)) for note in notes}
        found = [Thing(ref, title) for ref, title in titles.items()]
        return sorted(found, key=lambda thing: (thing.ref.kind.value, thing.title.casefold()))


def _kept(session: Session, alliance: UUID, target: Ref) -> KeptRow | None:
    return session.scalar(
        select(KeptRow).where(KeptRow.alliance_id == alliance, KeptRow.target == str(target))
    )


def _entries(session: Session, alliance: AllianceRow, *narrower: Any) -> Iterator[Thing]:
    query = select(EntryRow.id, EntryRow.day, EntryRow.title, EntryRow.form, EntryRow.kept_at)
    query = query.where(EntryRow.alliance_id == alliance.id, *narrower)
    for key, day, title, form, kept in session.execute(
        query.order_by(EntryRow.day.desc(), EntryRow.id.desc())
    ):
        label = title or f"{alliance.name}, {day.day} {day:%B %Y}"
        yield Thing(Ref(Kind.ENTRY, str(key)), label, day, form if kept else "draft")


def _left(session: Session, table: Any, meeting: UUID) -> Iterator[Thing]:
    query = select(table.id, table.day, table.text).where(table.meeting_id == meeting)
    for key, day, text in session.execute(query.order_by(table.created_at)):
        yield Thing(Ref(table.KIND, str(key)), in_words(text), day)


def _sources(session: Session, alliance: AllianceRow) -> Iterator[Sequence[str]]:
    """The texts of an alliance, some at a time: its entries with the later thoughts, and its meetings."""
    entries = session.scalars(select(EntryRow.id).where(EntryRow.alliance_id == alliance.id)).all()
    later = select(AddendumRow.id, AddendumRow.entry_id).join(EntryRow)
    later = later.where(EntryRow.alliance_id == alliance.id)
    meetings = session.scalars(select(MeetingRow.id).where(MeetingRow.alliance_id == alliance.id))
    refs = [f"aa:entry/{key}" for key in entries]
    refs += [f"aa:entry/{entry}/{key}" for key, entry in session.execute(later)]
    refs += [f"aa:meeting/{key}" for key in meetings]
    yield from slices(refs)
    own = str(alliance.ref)
    yield list(
        session.scalars(
            select(LinkRow.source).where(or_(LinkRow.source == own, LinkRow.source.startswith(f"{own}/")))
        )
    )


def _targets(session: Session, sources: Sequence[str]) -> Iterator[str]:
    yield from session.scalars(select(LinkRow.target).where(LinkRow.source.in_(sources)).distinct())


def _course(_session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    if alliance.since is not None:
        yield Moment(alliance.since, Happening.BEGAN, alliance.ref, alliance.name)
    if alliance.archived_at is not None:
        yield Moment(alliance.archived_at.date(), Happening.ARCHIVED, alliance.ref, alliance.name)


def _members(session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    query = (
        select(MemberRow)
        .where(MemberRow.alliance_id == alliance.id)
        .options(joinedload(MemberRow.organisation))
    )
    for row in session.scalars(query):
        for day, what in ((row.since, Happening.JOINED), (row.until, Happening.LEFT)):
            if day is not None:
                yield Moment(day, what, row.organisation.ref, row.name, row.role)


def _seats(session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    query = (
        select(SeatRow)
        .where(SeatRow.alliance_id == alliance.id)
        .options(joinedload(SeatRow.person), joinedload(SeatRow.member).joinedload(MemberRow.organisation))
    )
    for row in session.scalars(query):
        for day, what in ((row.since, Happening.CAME), (row.until, Happening.WENT)):
            if day is not None:
                yield Moment(
                    day, what, row.person.ref, row.person.name, row.member.name if row.member else ""
                )


def _meetings(session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    query = select(MeetingRow.id, MeetingRow.day, MeetingRow.title, MeetingRow.place)
    query = query.where(MeetingRow.alliance_id == alliance.id, MeetingRow.cancelled.is_(False))
    for key, day, title, place in session.execute(query):
        yield Moment(day, Happening.MET, Ref(Kind.MEETING, str(key)), title or alliance.name, place)


def _decisions(session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    query = select(DecisionRow.id, DecisionRow.day, DecisionRow.text)
    for key, day, text in session.execute(query.where(DecisionRow.alliance_id == alliance.id)):
        yield Moment(day, Happening.DECIDED, Ref(Kind.DECISION, str(key)), in_words(text))


def _reviews(session: Session, alliance: AllianceRow) -> Iterator[Moment]:
    looks_back = or_(*(EntryRow.form.startswith(form) for form in REVIEWS))
    for entry in _entries(session, alliance, looks_back):
        assert entry.day is not None
        yield Moment(entry.day, Happening.LOOKED_BACK, entry.ref, entry.title)


_PARTS = (_course, _members, _seats, _meetings, _decisions, _reviews)
