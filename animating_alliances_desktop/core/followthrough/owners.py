"""Who may own an action in an alliance: its members, their people, the hub and its people, and the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.database.tables import AllianceRow, MemberRow, PersonRow, SeatRow
from animating_alliances_desktop.core.followthrough.model import Owner, OwnerKind

ME, HUB = "me", "the hub"
_SELF = ("me", "i", "myself")
_HUB = ("hub", "the hub", "secretariat", "the secretariat", "us", "we")


class Known:
    """Owners by what one calls them, whatever the capitals; a first name counts if only one of them has it."""

    def __init__(self, owners: Iterable[Owner] = ()) -> None:
        self.owners = [*owners, Owner(HUB, OwnerKind.HUB), Owner(ME, OwnerKind.ME)]
        self._by_name = {owner.name.casefold(): owner for owner in reversed(self.owners)}
        self._by_name |= dict.fromkeys(_HUB, Owner(HUB, OwnerKind.HUB))
        self._by_name |= dict.fromkeys(_SELF, Owner(ME, OwnerKind.ME))
        first = [(owner.name.partition(" ")[0].casefold(), owner) for owner in self.owners if owner.person]
        often = Counter(name for name, _owner in first)
        for name, owner in first:
            if often[name] == 1:
                self._by_name.setdefault(name, owner)
        self._longest_first = sorted(self._by_name, key=len, reverse=True)

    def get(self, name: str) -> Owner | None:
        """Who is called so; None if nobody is."""
        return self._by_name.get(" ".join(name.split()).casefold())

    def at(self, text: str, start: int) -> tuple[Owner, int] | None:
        """Who is named at this place of a text, and where the name ends."""
        there = text[start : start + 120].casefold()
        for name in self._longest_first:
            if there.startswith(name) and not there[len(name) : len(name) + 1].isalnum():
                return self._by_name[name], start + len(name)
        return None

    def owner(self, name: str, kind: OwnerKind | None = None) -> Owner:
        """Whoever is meant: somebody who is known, or else a name, on the side that the user says."""
        name = " ".join(name.split())
        if not name:
            return Owner()
        known = self.get(name)
        if known is not None and kind in (None, known.kind):
            return known
        return Owner(known.name if known else name, kind or OwnerKind.OTHER)


def is_called(owner: Owner, name: str) -> bool:
    """Whether somebody would call this owner so: by the whole name, the first one, or the organisation's."""
    wanted = " ".join(name.split()).casefold()
    if owner.kind in (OwnerKind.HUB, OwnerKind.ME) and wanted in (*_HUB, *_SELF):
        return wanted in (_HUB if owner.kind is OwnerKind.HUB else _SELF)
    names = (owner.name, owner.organisation_name)
    return any(wanted in (each.casefold(), each.partition(" ")[0].casefold()) for each in names if each)


def known_in(session: Session, alliance: UUID) -> Known:
    """Who may own an action in this alliance."""
    return Known([*_people(session, alliance), *_members(session, alliance), *_hub(session, alliance)])


def _people(session: Session, alliance: UUID) -> Iterable[Owner]:
    member = joinedload(SeatRow.member).joinedload(MemberRow.organisation)
    person = joinedload(SeatRow.person).joinedload(PersonRow.organisation)
    query = select(SeatRow).where(SeatRow.alliance_id == alliance).options(member, person)
    for seat in session.scalars(query):
        kind = OwnerKind.HUB if seat.member is None else OwnerKind.MEMBER
        there = seat.member.organisation if seat.member is not None else seat.person.organisation
        yield Owner(
            seat.person.name,
            kind,
            seat.person.ref,
            there.ref if there is not None else None,
            there.name if there is not None else "",
        )


def _members(session: Session, alliance: UUID) -> Iterable[Owner]:
    query = select(MemberRow).where(MemberRow.alliance_id == alliance)
    for member in session.scalars(query.options(joinedload(MemberRow.organisation))):
        there = member.organisation
        yield Owner(there.name, OwnerKind.MEMBER, None, there.ref, there.name)


def _hub(session: Session, alliance: UUID) -> Iterable[Owner]:
    row = session.get(AllianceRow, alliance)
    if row is not None and row.hub.strip():
        yield Owner(" ".join(row.hub.split()), OwnerKind.HUB)
