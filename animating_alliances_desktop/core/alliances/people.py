"""Organisations and people, whatever alliance one meets them in, and the seats that people have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.alliances.merging import TABLES, merge, part
from animating_alliances_desktop.core.alliances.model import Organisation, Person, Place
from animating_alliances_desktop.core.alliances.organisations import (
    checked_name,
    organisation_called,
    person_for,
    ref_of,
    rename_organisation,
    touch_around,
)
from animating_alliances_desktop.core.alliances.rows import check_span, line, member_row
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.merged import led_to
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import (
    AllianceRow,
    MemberRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
)
from animating_alliances_desktop.core.database.titles import fresh
from animating_alliances_desktop.core.errors import AppError


class PeopleStore:
    """The user's organisations and people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def organisations(self) -> list[Organisation]:
        """All organisations by name, each with where it is met."""
        with self._database.read() as session:
            return _organisations(session, session.scalars(select(OrganisationRow)).all())

    def organisation(self, ref: Ref) -> Organisation:
        """One organisation; raises AppError if it is not there."""
        with self._database.read() as session:
            (one,) = _organisations(session, [find(session, OrganisationRow, ref)])
            return replace(one, about=fresh(session, [one.about])[0])

    def people(self) -> list[Person]:
        """All people by name, each with where they are met."""
        with self._database.read() as session:
            query = select(PersonRow).options(joinedload(PersonRow.organisation))
            return _people(session, session.scalars(query).all())

    def person(self, ref: Ref) -> Person:
        """One person; raises AppError if they are not there."""
        with self._database.read() as session:
            (one,) = _people(session, [find(session, PersonRow, ref)])
            return replace(one, about=fresh(session, [one.about])[0])

    def leads_to(self, ref: Ref) -> Ref:
        """The reference under which something is found now: its own, unless it was merged into another."""
        with self._database.read() as session:
            return led_to(session, ref)

    def add_organisation(self, name: str, about: str = "") -> tuple[Changes, Ref]:
        """Make an organisation; raises AppError if there is one of this name."""
        with self._database.write() as writing:
            name = checked_name(name, "organisation")
            there = organisation_called(writing.session, name)
            if there is not None:
                raise AppError(f"There is an organisation “{there.name[:80]}” already.")
            row = OrganisationRow(name=name, about=about.strip())
            writing.add(row)
        return writing.changes, row.ref

    def describe_organisation(self, ref: Ref, name: str, about: str) -> Changes:
        """Change what is said of an organisation; its name changes wherever it is met."""
        with self._database.write() as writing:
            row = writing.find(OrganisationRow, ref)
            rename_organisation(writing, row, name)
            row.about = about.strip()
        return writing.changes

    def describe_person(
        self, ref: Ref, name: str, email: str, about: str, organisation: str | None = None
    ) -> Changes:
        """Change what is said of a person; the organisation is given by its name, nothing for none."""
        with self._database.write() as writing:
            row = writing.find(PersonRow, ref)
            name = checked_name(name, "person")
            renamed = name != row.name
            row.name, row.email, row.about = name, line(email), about.strip()
            if organisation is not None:
                row.organisation = _organisation(writing, organisation)
            if renamed:
                touch_around(writing, row)
        return writing.changes

    def add_seat(
        self,
        alliance: Ref,
        name: str,
        *,
        member: str = "",
        role: str = "",
        email: str = "",
        since: date | None = None,
    ) -> tuple[Changes, Ref]:
        """Let somebody take part in an alliance, for a member or for the hub; who they are is told by the name."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, alliance)
            for_whom = member_row(writing.session, member) if member else None
            where = for_whom.organisation_id if for_whom is not None else None
            person = person_for(writing, name, email, row.id, where)
            there = _seat_of(writing.session, row, for_whom, person)
            if there is not None:
                there.role, there.until = line(role) or there.role, None
            else:
                writing.add(
                    SeatRow(
                        id=new_id(),
                        alliance=row,
                        member=for_whom,
                        person=person,
                        role=line(role),
                        since=since,
                    )
                )
        return writing.changes, person.ref

    def change_seat(self, key: str, role: str, since: date | None, until: date | None) -> Changes:
        """Change what somebody does in an alliance, and since when and until when."""
        with self._database.write() as writing:
            check_span(since, until)
            row = _seat(writing.session, key)
            row.role, row.since, row.until = line(role), since, until
        return writing.changes

    def remove_seat(self, key: str) -> tuple[Changes, UUID]:
        """Take a seat away, not the person; the key brings it back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(_seat(writing.session, key))
        return writing.changes, batch

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take an organisation or a person away from everywhere; the key brings them back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(writing.find(TABLES[ref.kind], ref))
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes

    def merge(self, ref: Ref, into: Ref) -> Changes:
        """Let one go up in the other, with all that points at it; `part` takes that back."""
        with self._database.write() as writing:
            merge(writing, ref, into)
        return writing.changes | Changes.of(ref, into)

    def part(self, ref: Ref) -> Changes:
        """Take a merge back: both are there again, each with its own."""
        with self._database.write() as writing:
            part(writing, ref)
        return writing.changes | Changes.of(ref)


def _organisations(session: Session, rows: Sequence[OrganisationRow]) -> list[Organisation]:
    query = select(MemberRow).options(joinedload(MemberRow.alliance))
    if len(rows) == 1:
        query = query.where(MemberRow.organisation_id == rows[0].id)
    met = _places((row.organisation_id, row) for row in session.scalars(query))
    found = [Organisation(row.ref, row.name, row.about, met.get(row.id, ())) for row in rows]
    return sorted(found, key=lambda one: one.name.casefold())


def _people(session: Session, rows: Sequence[PersonRow]) -> list[Person]:
    query = select(SeatRow).options(joinedload(SeatRow.alliance))
    if len(rows) == 1:
        query = query.where(SeatRow.person_id == rows[0].id)
    met = _places((row.person_id, row) for row in session.scalars(query))
    found = [
        Person(
            row.ref,
            row.name,
            row.email,
            row.about,
            ref_of(row.organisation_id, OrganisationRow),
            row.organisation.name if row.organisation else "",
            met.get(row.id, ()),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def _places(rows: Iterable[tuple[UUID, Any]]) -> dict[UUID, tuple[Place, ...]]:
    found: dict[UUID, tuple[Place, ...]] = {}
    for key, row in rows:
        place = Place(
            Ref(Kind.ALLIANCE, str(row.alliance_id)), row.alliance.name, row.role, row.since, row.until
        )
        found[key] = (*found.get(key, ()), place)
    return found


def _organisation(writing: Writing, name: str) -> OrganisationRow | None:
    if not line(name):
        return None
    row = organisation_called(writing.session, name)
    if row is None:
        row = OrganisationRow(id=new_id(), name=line(name))
        writing.add(row)
    return row


def _seat_of(
    session: Session, alliance: AllianceRow, member: MemberRow | None, person: PersonRow
) -> SeatRow | None:
    return session.scalar(
        select(SeatRow).where(
            SeatRow.alliance_id == alliance.id,
            SeatRow.person_id == person.id,
            SeatRow.member_id == (member.id if member is not None else None),
        )
    )


def _seat(session: Session, key: str) -> SeatRow:
    row = session.get(SeatRow, UUID(key))
    if row is None:
        raise AppError("This person does not take part there any more. Open the alliance again.")
    return row
