"""Organisations and people by their names: found, made, called otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.alliances.rows import line
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.belonging import going_with, keys, pointing_at
from animating_alliances_desktop.core.database.record import Record, new_id
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import OrganisationRow, PersonRow, SeatRow
from animating_alliances_desktop.core.errors import AppError


def checked_name(name: str, what: str) -> str:
    """A name without spare room; raises AppError for none."""
    name = line(name)
    if not name:
        raise AppError(f"Give the {what}'s name first.")
    return name


def organisation_called(session: Session, name: str) -> OrganisationRow | None:
    """The organisation of this name, in any case of letters."""
    wanted = line(name).casefold()
    rows = session.scalars(select(OrganisationRow).order_by(OrganisationRow.created_at))
    return next((row for row in rows if row.name.casefold() == wanted), None)


def organisation_for(writing: Writing, name: str) -> OrganisationRow:
    """The organisation of this name; it is made if there is none."""
    name = checked_name(name, "member")
    row = organisation_called(writing.session, name)
    if row is None:
        row = OrganisationRow(id=new_id(), name=name)
        writing.add(row)
    return row


def rename_organisation(writing: Writing, row: OrganisationRow, name: str) -> None:
    """Call an organisation otherwise, wherever it is met; raises AppError if another one is called so."""
    name = checked_name(name, "organisation")
    if name == row.name:
        return
    there = organisation_called(writing.session, name)
    if there is not None and there is not row:
        raise AppError(f"There is an organisation “{there.name[:80]}” already. Merge the two instead.")
    row.name = name
    touch_around(writing, row)


def touch_around(writing: Writing, row: Record) -> None:
    """Say that everything that shows this by its name has changed with it."""
    around = list(pointing_at(writing.session, row))
    for one in (*around, *writing.shown_with(around)):
        writing.touch(one)


def met_only_there(session: Session, row: Record) -> list[Record]:
    """The organisations and people whom nothing points at once a row is gone, and of whom nothing else is said."""
    going = {(type(one), one.id) for one in going_with(session, [row])}
    going |= {(type(one), one.id) for one in _met(session, going)}
    while True:
        staying = {key for key in going if key[0] in _MET and not _is_alone(session, key, going)}
        if not staying:
            break
        going -= staying
    found = (session.get(table, key) for table, key in going if table in _MET)
    return [one for one in found if one is not None]


def _met(session: Session, going: Collection[tuple[type[Record], UUID]]) -> Iterator[Record]:
    """The organisations and people at whom these rows point, and where those people work."""
    rows = [session.get(table, key) for table, key in going]
    keys_of = [key for key in keys() if key.owner in _MET]
    while rows:
        met = [
            session.get(key.owner, getattr(row, key.name))
            for row in rows
            for key in keys_of
            if row is not None and key.table is type(row) and getattr(row, key.name) is not None
        ]
        yield from (one for one in met if one is not None)
        rows = [one for one in met if isinstance(one, PersonRow)]


def _is_alone(
    session: Session, key: tuple[type[Record], UUID], going: Collection[tuple[type[Record], UUID]]
) -> bool:
    row: Any = session.get(*key)
    return not row.about and all((type(one), one.id) in going for one in pointing_at(session, row))


_MET = (OrganisationRow, PersonRow)


def person_for(
    writing: Writing, name: str, email: str, alliance: UUID, organisation: UUID | None
) -> PersonRow:
    """The person meant by a name in an alliance; one is made if it is not clear that it is somebody known."""
    name = checked_name(name, "person")
    row = person_meant(writing.session, name, email, alliance, organisation)
    if row is None:
        row = PersonRow(id=new_id(), name=name, email=line(email), organisation_id=organisation)
        writing.add(row)
    elif email and not row.email:
        row.email = line(email)
    return row


def person_meant(
    session: Session, name: str, email: str, alliance: UUID, organisation: UUID | None = None
) -> PersonRow | None:
    """Somebody known by an address, or else by a name: here, or in this organisation, or nowhere else again."""
    by_address = person_at(session, email) if email else None
    if by_address is not None:
        return by_address
    wanted = line(name).casefold()
    namesakes = [row for row in session.scalars(select(PersonRow)) if row.name.casefold() == wanted]
    here = set(session.scalars(select(SeatRow.person_id).where(SeatRow.alliance_id == alliance)))
    near = [
        row for row in namesakes if row.id in here or (organisation and row.organisation_id == organisation)
    ]
    if near:
        return near[0]
    # A first name alone says little: another alliance has another Ines.
    return namesakes[0] if len(namesakes) == 1 and " " in wanted else None


def person_at(session: Session, email: str) -> PersonRow | None:
    """The person who has this address."""
    wanted = line(email).casefold()
    if not wanted:
        return None
    likely = select(PersonRow).where(func.lower(PersonRow.email).contains(wanted, autoescape=True))
    return next((row for row in session.scalars(likely) if wanted in addresses(row.email)), None)


def addresses(email: str) -> list[str]:
    """The addresses of a person."""
    return [one.strip().casefold() for one in email.split(",") if one.strip()]


def ref_of(key: UUID | None, row: type[Record]) -> Ref | None:
    """What points at the row of this key, if there is one."""
    return Ref(row.KIND, str(key)) if key is not None else None
