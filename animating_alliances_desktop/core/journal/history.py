"""The history of the journal: a chain of seals that shows whether something was rewritten afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AddendumRow, EntryRow, SealRow, TombstoneRow
from animating_alliances_desktop.core.journal.follower import append, past_of, values_of
from animating_alliances_desktop.core.sealing import (
    CARRYING,
    Event,
    Past,
    Proof,
    Seal,
    hidden,
    link,
    thought_of,
    words_of,
)


class History:
    """Reads the chain."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self) -> list[str]:
        """Go through the whole chain; a sentence for each thing that does not fit."""
        with self._database.read() as session:
            rows = list(session.scalars(select(SealRow).order_by(SealRow.number)))
            return [*_broken_links(rows), *_amiss(rows, _said_now(session), _standing(session))]

    def proof(self, alliance: Ref, since: date, until: date) -> Proof:
        """The seals on the entries of an alliance in a span of days, for its log book."""
        with self._database.read() as session:
            entries = session.scalars(
                select(EntryRow.id).where(
                    EntryRow.alliance_id == UUID(alliance.key), EntryRow.day.between(since, until)
                )
            )
            wanted = {str(Ref(Kind.ENTRY, str(key))) for key in entries}
            rows = list(session.scalars(select(SealRow).order_by(SealRow.number)))
        seals = tuple(_seal(row) for row in rows if _owner(row.ref) in wanted)
        return Proof(seals, _seal(rows[-1]) if rows else None, tuple(self.check()))

    def holds(self, number: int, digest: str) -> bool:
        """Whether the chain has this seal, as somebody noted it down."""
        with self._database.read() as session:
            found = session.scalars(select(SealRow.digest).where(SealRow.number == number)).one_or_none()
        return found is not None and found == digest.strip().lower()

    def of(self, entry: Ref) -> list[Seal]:
        """The seals on an entry and on the thoughts beside it."""
        with self._database.read() as session:
            own = or_(SealRow.ref == str(entry), SealRow.ref.startswith(f"{entry}/"))
            return [
                _seal(row) for row in session.scalars(select(SealRow).where(own).order_by(SealRow.number))
            ]


def erase(session: Session, refs: Iterable[str]) -> None:
    """Let nobody find out any more what these entries and thoughts said; that they were there stays in the chain."""
    connection = session.connection()
    for ref in refs:
        past = past_of(connection, ref)
        if past.is_known:
            blank = update(SealRow).where(SealRow.ref == ref).values(nonce=None, said=None)
            session.execute(blank, execution_options={"synchronize_session": False})
            append(connection, ref, Event.ERASED)


def _broken_links(rows: Sequence[SealRow]) -> Iterator[str]:
    before = ""
    for nth, row in enumerate(rows, 1):
        if row.number != nth:
            yield f"The history of the journal has a gap before its seal {row.number}."
        if row.digest != link(row.number, row.ref, row.event, row.at, row.content, before):
            yield f"Seal {row.number} of the journal's history was changed, or one before it was."
        before = row.digest


def _amiss(rows: Sequence[SealRow], now: Mapping[str, str], standing: Mapping[str, str]) -> Iterator[str]:
    pasts: dict[str, Past] = {}
    for row in rows:
        past = pasts.get(row.ref, Past())
        pasts[row.ref] = Past((*past.seals, (row.number, Event(row.event))))
    for row in rows:
        if row.event in (*CARRYING, Event.THOUGHT):
            yield from _does_not_fit(row, pasts[row.ref], now)
    for ref, name in standing.items():
        if not pasts.get(ref, Past()).stands:
            yield f"{name} stands as kept, but was not kept by this app."


def _does_not_fit(row: SealRow, past: Past, now: Mapping[str, str]) -> Iterator[str]:
    if past.seals[-1][1] is Event.ERASED:
        if row.nonce is not None or row.said is not None:
            yield f"What seal {row.number} held was to be erased, and was not."
        return
    said = row.said if row.said is not None or _is_over(row, past) else now.get(row.ref)
    what = "The thought" if row.event == Event.THOUGHT else "The entry"
    if said is None:
        yield f"{what} {row.ref}, {row.event} on {row.at:%Y-%m-%d}, is not there, though it was not deleted here."
    elif hidden(row.nonce or "", said) != row.content:
        yield f"{what} {row.ref} does not say what it said when it was {row.event} on {row.at:%Y-%m-%d}."


def _is_over(row: SealRow, past: Past) -> bool:
    """Whether an entry was corrected or taken back after this seal, so that the seal keeps what it said."""
    later = [event for number, event in past.seals if number > row.number]
    return Event.CORRECTED in later or Event.TAKEN_BACK in later


def _said_now(session: Session) -> dict[str, str]:
    """What entries and thoughts say, those in the trash too."""
    graves = session.scalars(select(TombstoneRow).where(TombstoneRow.table_name.in_(("entry", "addendum"))))
    found = {grave.ref: _frozen(grave.table_name, grave.record) for grave in graves if grave.record}
    for entry in session.scalars(select(EntryRow)):
        found[str(entry.ref)] = words_of(values_of(entry))
    for thought in session.scalars(select(AddendumRow)):
        found[str(thought.ref)] = thought_of(thought.entry_id, thought.text)
    return found


def _frozen(table: str, record: Mapping[str, Any]) -> str:
    return words_of(record) if table == "entry" else thought_of(record["entry_id"], record["text"])


def _standing(session: Session) -> dict[str, str]:
    kept = session.scalars(select(EntryRow).where(EntryRow.kept_at.is_not(None)))
    return {str(row.ref): f"The entry {row.ref} of {row.day}" for row in kept}


def _owner(ref: str) -> str:
    return "/".join(ref.split("/")[:2])


def _seal(row: SealRow) -> Seal:
    return Seal(row.number, Ref.parse(row.ref), Event(row.event), row.at, row.content, row.digest)
