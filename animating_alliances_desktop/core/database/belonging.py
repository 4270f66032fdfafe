"""What goes with a row when it is deleted, by the foreign keys: what needs it goes along, the rest is let go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.database.frozen import thaw
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import RECORDS, TombstoneRow

_TABLES = {table.__tablename__: table for table in RECORDS}


@dataclass(frozen=True)
class Key:
    """That the rows of one table point at those of another."""

    table: type[Record]
    name: str
    owner: type[Record]
    needed: bool
    """Whether such a row is nothing without what it points at."""

    @property
    def column(self) -> Any:
        """The column of the key."""
        return getattr(self.table, self.name)


def going_with(session: Session, rows: Iterable[Record]) -> list[Record]:
    """These rows, and all that need them."""
    found = dict.fromkeys(rows)
    fresh = list(found)
    while fresh:
        fresh = [row for key in keys() if key.needed for row in _pointing(session, key, fresh)]
        fresh = [row for row in dict.fromkeys(fresh) if row not in found]
        found |= dict.fromkeys(fresh)
    return list(found)


def let_go(session: Session, rows: Sequence[Record]) -> tuple[dict[Record, list[list[str]]], list[Record]]:
    """Untie from these rows what can be without them; what tied it to each of them, and the rows that stay."""
    ties: dict[Record, list[list[str]]] = {}
    staying: dict[Record, None] = {}
    owners = {(type(row), row.id): row for row in rows}
    for key in keys():
        if key.needed:
            continue
        tied = [row for row in _pointing(session, key, rows) if (type(row), row.id) not in owners]
        for row in tied:
            owner = owners[key.owner, getattr(row, key.name)]
            ties.setdefault(owner, []).append([row.__tablename__, str(row.id), key.name])
            staying[row] = None
        _untie(session, key, rows)
        for row in tied:
            reread(session, row, key.name)
    return ties, list(staying)


def take_out(session: Session, rows: Sequence[Record]) -> None:
    """Delete rows, those that point before those that are pointed at."""
    for table in reversed(RECORDS):
        own = [row for row in rows if type(row) is table]
        for some in slices([row.id for row in own]):
            session.execute(delete(table).where(table.id.in_(some)), execution_options=_UNSEEN)
        for row in own:
            session.expunge(row)
            _forget_children(session, row)


def bring_back(session: Session, batch: UUID) -> tuple[list[Record], list[Record]]:
    """The rows that were deleted together, as they were, and those that are tied to them again."""
    graves = [grave for grave in session.scalars(_buried(batch)) if grave.record is not None]
    within: list[tuple[Record, str, UUID]] = []
    back = _dug_up(session, sorted(graves, key=_place), within)
    for row in back:
        _forget_children(session, row)
    for row, name, owner in within:
        _tie(session, type(row), row.id, name, owner)
    tied = [one for row, grave in back.items() for one in _tied_again(session, row, grave)]
    for grave in back.values():
        session.delete(grave)
    return list(back), tied


def shown_with(session: Session, rows: Iterable[Record]) -> list[Record]:
    """What these rows are a part of, as far as it is there: it is found by their words, too."""
    owners = dict.fromkeys(
        (key.owner, getattr(row, key.name))
        for row in rows
        for key in keys()
        if key.needed and key.table is type(row) and key.owner.KIND is row.seen_as.kind
    )
    found = (session.get(table, key) for table, key in owners if key is not None)
    return [owner for owner in found if owner is not None]


def pointing_at(session: Session, row: Record) -> Iterator[Record]:
    """The rows that point at this one."""
    for key in keys():
        yield from _pointing(session, key, [row])


@cache
def keys() -> tuple[Key, ...]:
    """Every key by which the user's rows point at each other."""
    return tuple(
        Key(
            table,
            column.key,
            _TABLES[foreign.column.table.name],
            needed=not column.nullable or column.info.get("goes_along", False),
        )
        for table in RECORDS
        for column in inspect(table).columns
        for foreign in column.foreign_keys
    )


_UNSEEN = {"synchronize_session": False}


def reread(session: Session, row: Record, name: str) -> None:
    """Let the session read anew what a row points at; all else of it stays, unsaved changes too."""
    relations = inspect(type(row)).relationships
    parents = [one.key for one in relations if name in {column.key for column in one.local_columns}]
    session.expire(row, [name, *parents])


def _pointing(session: Session, key: Key, rows: Iterable[Record]) -> Iterator[Record]:
    """The rows that point at one of these; one that was turned to another meanwhile does no more."""
    wanted = {row.id for row in rows if type(row) is key.owner}
    for some in slices(list(wanted)):
        for row in session.scalars(select(key.table).where(key.column.in_(some))):
            if getattr(row, key.name) in wanted:
                yield row


def _untie(session: Session, key: Key, rows: Sequence[Record]) -> None:
    for some in slices([row.id for row in rows if type(row) is key.owner]):
        blank = update(key.table).where(key.column.in_(some)).values({key.name: None})
        session.execute(blank, execution_options=_UNSEEN)


def _forget_children(session: Session, row: Record) -> None:
    """Let the session read anew which rows belong to the owner of this one."""
    for key in (key for key in keys() if key.table is type(row)):
        mapper = inspect(key.owner)
        owner = session.identity_map.get(mapper.identity_key_from_primary_key((getattr(row, key.name),)))
        lists = [one.key for one in mapper.relationships if one.uselist and one.mapper.class_ is key.table]
        if owner is not None and lists:
            session.expire(owner, lists)


def _dug_up(
    session: Session, graves: Sequence[TombstoneRow], within: list[tuple[Record, str, UUID]]
) -> dict[Record, TombstoneRow]:
    """The rows of these graves, written table by table, for each may point at one of a table before."""
    back = {}
    for _place_of_table, group in groupby(graves, key=_place):
        for grave in group:
            row = _revived(session, grave, within)
            if row is not None:
                session.add(row)
                back[row] = grave
        session.flush()
    return back


def _revived(session: Session, grave: TombstoneRow, within: list[tuple[Record, str, UUID]]) -> Record | None:
    """The row of a grave, or None if what it needs is gone; an optional key waits until its goal is back."""
    table = _TABLES[grave.table_name]
    row = thaw(table, grave.record or {})
    for key in (key for key in keys() if key.table is table):
        owner = getattr(row, key.name)
        if owner is None or (key.owner is not table and session.get(key.owner, owner) is not None):
            continue
        if key.needed:
            return None
        setattr(row, key.name, None)
        within.append((row, key.name, owner))
    return row


def _tied_again(session: Session, row: Record, grave: TombstoneRow) -> Iterator[Record]:
    for table, key, name in grave.ties:
        other = _tie(session, _TABLES[table], UUID(key), name, row.id)
        if other is not None:
            yield other


def _tie(session: Session, table: type[Record], key: UUID, name: str, owner: UUID) -> Record | None:
    """Let a row point at its owner again; if one of the two is deleted, that happens when it comes back."""
    target = next(one.owner for one in keys() if one.table is table and one.name == name)
    row = session.get(table, key)
    if session.get(target, owner) is None:
        _note(session, target, owner, [table.__tablename__, str(key), name])
        return None
    if row is None:
        _remember(session, table, key, name, owner)
        return None
    if getattr(row, name) is not None:
        return None
    again = update(table).where(table.id == key).values({name: owner})
    session.execute(again, execution_options=_UNSEEN)
    reread(session, row, name)
    return row


def _note(session: Session, target: type[Record], owner: UUID, tie: list[str]) -> None:
    grave = session.scalar(_grave_of(target, owner))
    if grave is not None:
        grave.ties = [*grave.ties, tie]


def _remember(session: Session, table: type[Record], key: UUID, name: str, owner: UUID) -> None:
    grave = session.scalar(_grave_of(table, key))
    if grave is not None and grave.record is not None and grave.record.get(name) is None:
        grave.record = grave.record | {name: str(owner)}


def _buried(batch: UUID) -> Any:
    return select(TombstoneRow).where(TombstoneRow.batch == batch)


def _grave_of(table: type[Record], key: UUID) -> Any:
    return select(TombstoneRow).where(
        TombstoneRow.table_name == table.__tablename__, TombstoneRow.ref.endswith(str(key))
    )


def _place(grave: TombstoneRow) -> int:
    return RECORDS.index(_TABLES[grave.table_name])
