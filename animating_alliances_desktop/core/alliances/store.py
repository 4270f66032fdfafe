"""Alliances: made, described, listed with their members, and taken away with everything that hangs on them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import AllianceRow, EntryRow, MemberRow
from animating_alliances_desktop.core.errors import AppError


class AllianceStore:
    """The user's alliances."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> list[Alliance]:
        """All alliances by name."""
        with self._database.read() as session:
            rows = session.scalars(select(AllianceRow).options(selectinload(AllianceRow.members))).all()
            counted = _entries(session)
            found = [_alliance(row, *counted.get(row.id, (0, None))) for row in rows]
        return sorted(found, key=lambda alliance: alliance.name.casefold())

    def get(self, ref: Ref) -> Alliance:
        """One alliance; raises AppError if it is not there."""
        with self._database.read() as session:
            row = find(session, AllianceRow, ref)
            return _alliance(row, *_entries(session).get(row.id, (0, None)))

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

    def add(self, name: str, purpose: str = "", description: str = "") -> tuple[Changes, Ref]:
        """Make an alliance."""
        with self._database.write() as writing:
            row = AllianceRow(
                name=_checked_name(writing.session, name),
                purpose=purpose.strip(),
                description=description.strip(),
            )
            writing.add(row)
        return writing.changes, row.ref

    def describe(self, ref: Ref, name: str, purpose: str, description: str) -> Changes:
        """Change what is said of an alliance."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, ref)
            renamed = name.strip() != row.name
            if renamed:
                row.name = _checked_name(writing.session, name, row)
            row.purpose, row.description = purpose.strip(), description.strip()
            if renamed:
                _reindex_entries(writing, row)
        return writing.changes

    def add_member(self, ref: Ref, name: str, people: str = "", seeks: str = "") -> Changes:
        """Add an organisation to an alliance."""
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, ref)
            member = MemberRow(name=_member_name(name), people=people.strip(), seeks=seeks.strip())
            alliance.members.append(member)
            writing.add(member)
            writing.touch(alliance)
        return writing.changes

    def change_member(self, ref: Ref, key: str, name: str, people: str, seeks: str) -> Changes:
        """Change what is said of a member."""
        with self._database.write() as writing:
            member = _member(writing.session, key)
            member.name, member.people, member.seeks = _member_name(name), people.strip(), seeks.strip()
            writing.touch(member.alliance)
        return writing.changes

    def remove_member(self, ref: Ref, key: str) -> tuple[Changes, UUID]:
        """Take a member away; the key brings it back by `restore`."""
        with self._database.write() as writing:
            batch = writing.delete(_member(writing.session, key))
        return writing.changes, batch

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take an alliance away with its members and entries; the key brings all back by `restore`."""
        with self._database.write() as writing:
            row = writing.find(AllianceRow, ref)
            batch = writing.delete(row)
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes


def _reindex_entries(writing: Writing, alliance: AllianceRow) -> None:
    for row in writing.session.scalars(select(EntryRow).where(EntryRow.alliance_id == alliance.id)):
        writing.touch(row)


def _entries(session: Session) -> dict[UUID, tuple[int, date | None]]:
    counted = select(EntryRow.alliance_id, func.count(), func.max(EntryRow.day)).group_by(
        EntryRow.alliance_id
    )
    return {key: (number, latest) for key, number, latest in session.execute(counted)}


def _alliance(row: AllianceRow, entries: int, last: date | None) -> Alliance:
    members = tuple(
        Member(str(member.id), member.name, member.people, member.seeks) for member in row.members
    )
    return Alliance(row.ref, row.name, row.purpose, row.description, members, entries, last)


def _by_name(session: Session, name: str) -> AllianceRow | None:
    wanted = name.strip().casefold()
    return next((row for row in session.scalars(select(AllianceRow)) if row.name.casefold() == wanted), None)


def _checked_name(session: Session, name: str, own: AllianceRow | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise AppError("Give the alliance a name first.")
    there = _by_name(session, name)
    if there is not None and there is not own:
        raise AppError(
            f"There is an alliance called “{there.name[:80]}” already. Give this one another name."
        )
    return name


def _member_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise AppError("Give the member's name first.")
    return name


def _member(session: Session, key: str) -> MemberRow:
    member = session.get(MemberRow, UUID(key))
    if member is None:
        raise AppError("This member is not there any more. Open the alliance again.")
    return member
