"""Alliances: made, described, archived, listed with their members, and taken away with all that hangs on them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.alliances.model import PHASES, Alliance, Facts, Member
from animating_alliances_desktop.core.alliances.organisations import (
    met_only_there,
    organisation_called,
    organisation_for,
    rename_organisation,
)
from animating_alliances_desktop.core.alliances.rows import (
    alliances_of,
    check_span,
    line,
    member_row,
    with_members,
)
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.belonging import pointing_at
from animating_alliances_desktop.core.database.record import new_id, now
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import AllianceRow, MemberRow, OrganisationRow
from animating_alliances_desktop.core.errors import AppError


class AllianceStore:
    """The user's alliances, and who belongs to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> list[Alliance]:
        """All alliances by name, those that are archived at the end."""
        with self._database.read() as session:
            found = alliances_of(session, session.scalars(with_members()).all())
        return sorted(found, key=lambda one: (one.archived is not None, one.name.casefold()))

    def get(self, ref: Ref) -> Alliance:
        """One alliance; raises AppError if it is not there."""
        with self._database.read() as session:
            return alliances_of(session, [find(session, AllianceRow, ref)])[0]

    def named(self, name: str) -> Ref:
        """The alliance of this name, in any case of letters; raises AppError if there is none."""
        with self._database.read() as session:
            row = _by_name(session, name)
            if row is None:
                names = ", ".join(f"“{other}”" for other in session.scalars(select(AllianceRow.name)))
                raise AppError(
                    f"There is no alliance called “{name.strip()[:80]}”. "
                    + (f"There are: {names}." if names else "Add it first.")
                )
            return row.ref

    def add(
        self, name: str, purpose: str = "", description: str = "", facts: Facts | None = None
    ) -> tuple[Changes, Ref]:
        """Make an alliance."""
        with self._database.write() as writing:
            row = AllianceRow(
                name=_checked_name(writing.session, name),
                purpose=purpose.strip(),
                description=description.strip(),
            )
            _put(row, facts)
            writing.add(row)
        return writing.changes, row.ref

    def describe(
        self, ref: Ref, name: str, purpose: str, description: str, facts: Facts | None = None
    ) -> Changes:
        """Change what is said of an alliance; without facts those stay as they are."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, ref)
            renamed = name.strip() != row.name
            if renamed:
                row.name = _checked_name(writing.session, name, row)
            row.purpose, row.description = purpose.strip(), description.strip()
            _put(row, facts)
            if renamed:
                for one in pointing_at(writing.session, row):
                    writing.touch(one)
        return writing.changes

    def archive(self, ref: Ref) -> Changes:
        """Put an alliance out of the way; nothing of it is lost, and search still finds it."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, ref)
            row.archived_at = row.archived_at or now()
        return writing.changes

    def unarchive(self, ref: Ref) -> Changes:
        """Put an alliance back among the others."""
        with self._database.write() as writing:
            writing.find(AllianceRow, ref).archived_at = None
        return writing.changes

    def add_member(
        self,
        ref: Ref,
        name: str,
        people: str = "",
        seeks: str = "",
        firm_on: str = "",
        role: str = "",
        since: date | None = None,
    ) -> Changes:
        """Add an organisation to an alliance; one of this name that is known from elsewhere is taken."""
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, ref)
            organisation = organisation_for(writing, name)
            _check_no_member(alliance, organisation)
            member = MemberRow(
                id=new_id(),
                alliance=alliance,
                organisation=organisation,
                people=people.strip(),
                seeks=seeks.strip(),
                firm_on=firm_on.strip(),
                role=line(role),
                since=since,
            )
            writing.add(member)
            writing.touch(alliance)
        return writing.changes

    def member_named(self, ref: Ref, name: str) -> Member:
        """The member of an alliance whose organisation is called so; raises AppError if there is none."""
        wanted = line(name).casefold()
        found = next((one for one in self.get(ref).members if one.name.casefold() == wanted), None)
        if found is None:
            raise AppError(f"“{line(name)[:80]}” is not a member there. Add it first.")
        return found

    def change_member(
        self,
        ref: Ref,
        key: str,
        name: str,
        people: str,
        seeks: str,
        *,
        firm_on: str | None = None,
        role: str | None = None,
        span: tuple[date | None, date | None] | None = None,
    ) -> Changes:
        """Change what is said of a member; another name is one for its organisation, wherever that is met."""
        with self._database.write() as writing:
            member = member_row(writing.session, key)
            _call(writing, member, name)
            member.people, member.seeks = people.strip(), seeks.strip()
            member.firm_on = member.firm_on if firm_on is None else firm_on.strip()
            member.role = member.role if role is None else line(role)
            if span is not None:
                check_span(*span)
                member.since, member.until = span
            writing.touch(member.alliance)
        return writing.changes

    def remove_member(self, ref: Ref, key: str) -> tuple[Changes, UUID]:
        """Take a member away with the seats of those who speak for it; the key brings it back by `restore`."""
        with self._database.write() as writing:
            member = member_row(writing.session, key)
            batch = writing.delete(*met_only_there(writing.session, member), member)
        return writing.changes, batch

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take an alliance away with everything of it; the key brings all back by `restore`."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, ref)
            batch = writing.delete(*met_only_there(writing.session, row), row)
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes


def _put(row: AllianceRow, facts: Facts | None) -> None:
    if facts is None:
        return
    if facts.phase and facts.phase not in PHASES:
        raise AppError(f"The phase of an alliance is one of these: {', '.join(PHASES)}.")
    row.form, row.hub = line(facts.form), line(facts.hub)
    row.phase, row.since = facts.phase, facts.since


def _call(writing: Writing, member: MemberRow, name: str) -> None:
    """A name that belongs to another organisation means that one; a new one is this one's own from now on."""
    known = organisation_called(writing.session, name)
    if known is not None and known is not member.organisation:
        _check_no_member(member.alliance, known)
        member.organisation = known
    else:
        rename_organisation(writing, member.organisation, name)


def _check_no_member(alliance: AllianceRow, organisation: OrganisationRow) -> None:
    """One that left may come back, which is a second time of its own."""
    if any(one.organisation is organisation and one.until is None for one in alliance.members):
        raise AppError(f"“{organisation.name[:80]}” is a member of this alliance already.")


def _by_name(session: Session, name: str) -> AllianceRow | None:
    wanted = name.strip().casefold()
    return next((row for row in session.scalars(select(AllianceRow)) if row.name.casefold() == wanted), None)


def _checked_name(session: Session, name: str, own: AllianceRow | None = None) -> str:
    name = line(name)
    if not name:
        raise AppError("Give the alliance a name first.")
    there = _by_name(session, name)
    if there is not None and there is not own:
        raise AppError(
            f"There is an alliance called “{there.name[:80]}” already. Give this one another name."
        )
    return name
