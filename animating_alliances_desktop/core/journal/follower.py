"""Seals what becomes of entries, in the transaction that writes them, whoever writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.database.record import Record, now
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import AddendumRow, EntryRow, SealRow
from animating_alliances_desktop.core.sealing import FIELDS, Event, Past, hidden, seal, thought_of, words_of

_COLUMNS = ("number", "ref", "event", "at", "nonce", "content", "digest", "said")
_PAST = "SELECT number, event FROM seal WHERE ref = ? ORDER BY number"
_LAST = "SELECT number, digest FROM seal ORDER BY number DESC LIMIT 1"
_INSERT = f"INSERT INTO seal ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 -- ours
"""Said to the driver as they are, as in the index: each keep waits for them."""


class Seals:
    """Follows the user's rows."""

    def hangs_on(self, session: Session, rows: Sequence[Record]) -> list[Record]:
        """Nothing: seals stay."""
        return []

    def follow(self, writing: Writing, rows: Sequence[Record]) -> None:
        """Keep beside its seal what a kept entry said, if it is about to say something else."""
        for row in rows:
            if isinstance(row, EntryRow) and inspect(row).persistent:
                before = _before(row)
                if before["kept_at"] is not None and _leaves(row, before):
                    number = past_of(writing.session.connection(), str(row.ref)).carrying
                    said = update(SealRow).where(SealRow.number == number).values(said=words_of(before))
                    writing.session.execute(said, execution_options={"synchronize_session": False})

    def settle(self, connection: Connection, rows: Sequence[Record], gone: Sequence[Record]) -> None:
        """Seal what has happened."""
        for entry in (row for row in rows if isinstance(row, EntryRow)):
            _seal_entry(connection, entry)
        for thought in (row for row in rows if isinstance(row, AddendumRow)):
            if not past_of(connection, str(thought.ref)).is_known:
                append(
                    connection, str(thought.ref), Event.THOUGHT, thought_of(thought.entry_id, thought.text)
                )
        for entry in (row for row in gone if isinstance(row, EntryRow)):
            past = past_of(connection, str(entry.ref))
            if past.is_known and not past.is_gone:
                append(connection, str(entry.ref), Event.DELETED)


def past_of(connection: Connection, ref: str) -> Past:
    """How an entry stands by its seals."""
    found = connection.exec_driver_sql(_PAST, (ref,))
    return Past(tuple((number, Event(event)) for number, event in found))


def append(connection: Connection, ref: str, event: Event, said: str = "") -> None:
    """Put a seal at the end of the chain."""
    last = connection.exec_driver_sql(_LAST).first()
    number, before = tuple(last) if last is not None else (0, "")
    row = seal(number + 1, ref, event, now(), said, before)
    row["at"] = row["at"].replace(tzinfo=None).isoformat(" ", "microseconds")  # as SQLAlchemy writes it
    connection.exec_driver_sql(_INSERT, tuple(row[name] for name in _COLUMNS))


def values_of(row: EntryRow) -> dict[str, Any]:
    """What an entry says now."""
    return {name: getattr(row, name) for name in FIELDS}


def _seal_entry(connection: Connection, row: EntryRow) -> None:
    ref, past = str(row.ref), past_of(connection, str(row.ref))
    if past.is_gone:
        append(connection, ref, Event.RESTORED)
    if row.kept_at is None:
        if past.stands:
            append(connection, ref, Event.TAKEN_BACK)
    elif not past.stands:
        append(connection, ref, Event.KEPT, words_of(values_of(row)))
    elif _says_otherwise(connection, past.carrying, row):
        append(connection, ref, Event.CORRECTED, words_of(values_of(row)))


def _says_otherwise(connection: Connection, number: int | None, row: EntryRow) -> bool:
    found = connection.execute(select(SealRow.nonce, SealRow.content).where(SealRow.number == number)).one()
    return bool(hidden(found.nonce or "", words_of(values_of(row))) != found.content)


def _before(row: EntryRow) -> dict[str, Any]:
    """The columns of an entry as they are on the disk still."""
    found: dict[str, Any] = {}
    for name in (*FIELDS, "kept_at"):
        overwritten = inspect(row).attrs[name].history.deleted
        found[name] = overwritten[0] if overwritten else getattr(row, name)
    if isinstance(found["alliance_id"], UUID) and row.alliance_id is None:
        found["alliance_id"] = row.alliance.id
    return found


def _leaves(row: EntryRow, before: Mapping[str, Any]) -> bool:
    return row.kept_at is None or words_of(values_of(row)) != words_of(before)
