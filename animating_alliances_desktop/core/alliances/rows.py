"""What the rows of alliances, members and people say, as the things that the rest of the app knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from animating_alliances_desktop.core.alliances.model import Alliance, Facts, Member, Seat
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import AllianceRow, EntryRow, MemberRow, SeatRow
from animating_alliances_desktop.core.errors import AppError

Counted = tuple[int, date | None]


def with_members() -> Select[AllianceRow]:
    """Asks for alliances, with their members at hand."""
    members = selectinload(AllianceRow.members).joinedload(MemberRow.organisation)
    return select(AllianceRow).options(members)


def alliances_of(session: Session, rows: Sequence[AllianceRow]) -> list[Alliance]:
    """These alliances, with all that their rows and those of their people say."""
    counted, seats = entries_of(session), seats_of(session, rows[0].id if len(rows) == 1 else None)
    return [alliance_of(row, counted.get(row.id, (0, None)), seats.get(row.id, [])) for row in rows]


def entries_of(session: Session) -> dict[UUID, Counted]:
    """How many entries there are on each alliance, and the latest day of one."""
    query = select(EntryRow.alliance_id, func.count(), func.max(EntryRow.day)).group_by(EntryRow.alliance_id)
    return {key: (number, latest) for key, number, latest in session.execute(query)}


def seats_of(session: Session, alliance: UUID | None = None) -> dict[UUID, list[SeatRow]]:
    """The seats of one alliance or of all, by alliance."""
    query = select(SeatRow).options(joinedload(SeatRow.person))
    if alliance is not None:
        query = query.where(SeatRow.alliance_id == alliance)
    found: dict[UUID, list[SeatRow]] = {}
    for row in session.scalars(query.order_by(SeatRow.created_at)):
        found.setdefault(row.alliance_id, []).append(row)
    return found


def alliance_of(row: AllianceRow, counted: Counted, seats: Iterable[SeatRow]) -> Alliance:
    """One alliance."""
    by_member: dict[UUID | None, list[Seat]] = {}
    for seat in seats:
        by_member.setdefault(seat.member_id, []).append(seat_of(seat))
    members = sorted((member_of(member, by_member) for member in row.members), key=_by_name)
    return Alliance(
        row.ref,
        row.name,
        row.purpose,
        row.description,
        tuple(members),
        *counted,
        Facts(row.form, row.phase, row.hub, row.since),
        tuple(by_member.get(None, ())),
        row.archived_at,
    )


def member_of(row: MemberRow, seats: Mapping[UUID | None, list[Seat]]) -> Member:
    """One member."""
    return Member(
        str(row.id),
        row.name,
        row.people,
        row.seeks,
        row.firm_on,
        row.role,
        row.since,
        row.until,
        Ref(Kind.ORGANISATION, str(row.organisation_id)),
        tuple(seats.get(row.id, ())),
    )


def seat_of(row: SeatRow) -> Seat:
    """One seat."""
    member = str(row.member_id) if row.member_id else ""
    person = row.person
    return Seat(str(row.id), person.ref, person.name, row.role, person.email, member, row.since, row.until)


def member_row(session: Session, key: str) -> MemberRow:
    """The row of a member; raises AppError if it is gone."""
    member = session.get(MemberRow, UUID(key))
    if member is None:
        raise AppError("This member is not there any more. Open the alliance again.")
    return member


def check_span(since: date | None, until: date | None) -> None:
    """Refuse an end before the beginning."""
    if since is not None and until is not None and until < since:
        raise AppError("The last day lies before the first. Change one of the two.")


def line(text: str) -> str:
    """What was typed into a field of one line."""
    return " ".join(text.split())


def _by_name(member: Member) -> tuple[bool, str]:
    """Those who left come last."""
    return member.until is not None, member.name.casefold()
