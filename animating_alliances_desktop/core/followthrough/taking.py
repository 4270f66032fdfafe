"""Takes the signed lines of a kept entry out of it, in the transaction that keeps it; again and again if need be.

A line that is still there keeps what it has become; a changed one changes its thing in what the line says otherwise;
the thing of a line that is gone goes too, unless something has happened to it since, and so do the things of all its
lines when the entry is made a draft again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.belonging import going_with
from animating_alliances_desktop.core.database.record import Record, new_id
from animating_alliances_desktop.core.database.session import Database, Writing
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AddendumRow,
    CollectedRow,
    DecisionRow,
    EntryRow,
    IntentionRow,
    NoticingRow,
    TaggingRow,
    TombstoneRow,
)
from animating_alliances_desktop.core.database.tables.followthrough import Left as LeftRow
from animating_alliances_desktop.core.followthrough.changing import make, say_otherwise
from animating_alliances_desktop.core.followthrough.intentions import has_room
from animating_alliances_desktop.core.followthrough.model import Status
from animating_alliances_desktop.core.followthrough.owners import known_in
from animating_alliances_desktop.core.followthrough.signs import IF_THEN, Sign, cue_and_then, sign_of, signs
from animating_alliances_desktop.core.followthrough.wording import read_wish

_ALIKE = 0.5
"""From here on a changed line counts as the one that it was."""
_TABLES: dict[Kind, type[LeftRow]] = {
    Kind.ACTION: ActionRow,
    Kind.DECISION: DecisionRow,
    Kind.NOTICING: NoticingRow,
    Kind.INTENTION: IntentionRow,
}


class Taking:
    """Follows the user's rows."""

    def hangs_on(self, session: Session, rows: Sequence[Record]) -> list[Record]:
        """What was taken from entries that go, as long as nothing has happened to it since; the rest stays."""
        entries = [row.id for row in rows if isinstance(row, EntryRow)]
        taken = [row for table in _TABLES.values() for row in _taken_from(session, table, entries)]
        return going_with(session, taken) if taken else []

    def follow(self, writing: Writing, rows: Sequence[Record]) -> None:
        """Take from the entries that are being kept, or changed after that, and from thoughts beside them."""
        entries = [row for row in rows if isinstance(row, EntryRow) and _is_written(writing.session, row)]
        entries += [row.entry for row in rows if isinstance(row, AddendumRow) and row in writing.session.new]
        for entry in dict.fromkeys(entries):
            if entry.kept_at is not None:
                take(writing, entry)
            elif inspect(entry).attrs.kept_at.history.deleted:
                put_back(writing, entry)

    def settle(self, connection: Connection, rows: Sequence[Record], gone: Sequence[Record]) -> None:
        """Nothing is derived."""


def take_from(database: Database, entry: Ref) -> Changes:
    """Take from one entry that is kept; of a draft nothing is taken."""
    with database.write() as writing:
        row = writing.find(EntryRow, entry)
        if row.kept_at is not None:
            take(writing, row)
    return writing.changes


def take(writing: Writing, entry: EntryRow) -> None:
    """Bring what an entry has left behind in step with its lines."""
    found = [sign for key, text in entry.parts.items() for sign in signs(text, asked=key == IF_THEN)]
    found += [sign for thought in entry.addenda for sign in signs(thought.text)]
    for kind, table in _TABLES.items():
        _match(writing, entry, table, [sign for sign in found if sign.kind is kind])


def put_back(writing: Writing, entry: EntryRow) -> None:
    """The keep of an entry is taken back: what was taken from it goes, too, unless something has happened to it."""
    taken = [row for table in _TABLES.values() for row in _taken_from(writing.session, table, [entry.id])]
    if taken:
        writing.unmake(*taken)


def _is_written(session: Session, row: Record) -> bool:
    """An entry that is only put into the index anew, or comes back from the dead, has been taken from before."""
    return row in session.new or session.is_modified(row)


def _match(writing: Writing, entry: EntryRow, table: type[LeftRow], found: list[Sign]) -> None:
    there = _there(writing, entry, table)
    if there or found:
        there = _pair(there, found, _same, lambda row, _sign: _move_with(entry, row))
        there = _pair(there, found, _alike, partial(_change, writing, entry))
        _add_new(writing, entry, table, found)
        for row in there:
            _let_loose(writing, row)


def _pair(
    there: list[Any],
    found: list[Sign],
    fits: Callable[[str, str], bool],
    work: Callable[[Any, Sign], None],
) -> list[Any]:
    """Work on each row whose line is found, and take that out of what was found; the answer is the other rows."""
    rest = []
    for row in there:
        sign = next((sign for sign in found if fits(sign.line, row.line)), None)
        if sign is None:
            rest.append(row)
        else:
            found.remove(sign)
            work(row, sign)
    return rest


def _add_new(writing: Writing, entry: EntryRow, table: type[LeftRow], found: list[Sign]) -> None:
    gone = _taken_away(writing.session, entry, table) if found else []
    for sign in found:
        if sign.line in gone:
            gone.remove(sign.line)
        else:
            _new(writing, entry, sign)


def _there(writing: Writing, entry: EntryRow, table: type[LeftRow]) -> list[Any]:
    if inspect(entry).pending:
        return []
    query = select(table).where(table.entry_id == entry.id, table.line != "").order_by(table.created_at)
    return list(writing.session.scalars(query))


def _same(one: str, other: str) -> bool:
    return one == other


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _taken_away(session: Session, entry: EntryRow, table: type[LeftRow]) -> list[str]:
    """The lines whose things the user has deleted: they must not come back."""
    if inspect(entry).pending:
        return []
    graves = select(TombstoneRow.record).where(
        TombstoneRow.table_name == table.__tablename__,
        TombstoneRow.record["entry_id"].as_string() == str(entry.id),
    )
    return [record["line"] for record in session.scalars(graves) if record and record.get("line")]


def _move_with(entry: EntryRow, row: LeftRow) -> None:
    """An entry that is dated otherwise, or belongs to another alliance, takes its things along."""
    row.day, row.meeting_id = entry.day, entry.meeting_id
    if row.alliance_id != entry.alliance.id:
        row.alliance = entry.alliance


def _change(writing: Writing, entry: EntryRow, row: Any, sign: Sign) -> None:
    """Change what the line says otherwise now; what was changed elsewhere meanwhile stays so."""
    _move_with(entry, row)
    before = sign_of(row.line)
    if isinstance(row, ActionRow):
        known = known_in(writing.session, row.alliance_id)
        was = read_wish(before.words if before else row.text, row.day, known)
        for _made in say_otherwise(writing, row, was, read_wish(sign.words, row.day, known)):
            pass
    elif isinstance(row, IntentionRow):
        row.cue, row.text = cue_and_then(sign.words)
    else:
        row.text = sign.words
    row.line = sign.line
    writing.touch(row)


def _new(writing: Writing, entry: EntryRow, sign: Sign) -> None:
    row: Any
    if sign.kind is Kind.ACTION:
        known = known_in(writing.session, entry.alliance.id)
        row = make(writing, entry.alliance, read_wish(sign.words, entry.day, known), entry.day)
    else:
        row = _TABLES[sign.kind](id=new_id(), text=sign.words, day=entry.day)
        row.alliance, row.alliance_id = entry.alliance, entry.alliance.id
        if isinstance(row, IntentionRow):
            if not has_room(writing.session, entry.alliance.id):
                return  # the line stays in the entry, where it can be read
            row.cue, row.text = cue_and_then(sign.words)
        writing.add(row)
    row.entry_id, row.meeting_id, row.line = entry.id, entry.meeting_id, sign.line
    row.entry = entry  # an entry that is new itself then goes into the database before it


def _taken_from(session: Session, table: type[LeftRow], entries: Sequence[UUID]) -> Iterator[LeftRow]:
    for some in slices(entries):
        query = select(table).where(table.entry_id.in_(some), table.line != "")
        yield from (row for row in session.scalars(query).all() if _is_as_taken(session, row))


def _is_as_taken(session: Session, row: Any) -> bool:
    """Whether nothing has happened to a thing since it was taken, and nobody has tagged or collected it."""
    if isinstance(row, ActionRow):
        same = row.status == Status.OPEN and len(row.steps) <= 1
    elif isinstance(row, IntentionRow):
        same = row.closed_on is None
    else:
        sign = sign_of(row.line)
        same = sign is not None and sign.words == row.text
    marks = (select(table.id).where(table.target == str(row.ref)) for table in (TaggingRow, CollectedRow))
    return same and not any(session.scalar(mark) for mark in marks)


def _let_loose(writing: Writing, row: Any) -> None:
    """Its line is gone. What something has happened to stays; the rest goes, to be found among what was deleted."""
    is_as_taken = _is_as_taken(writing.session, row)
    row.line = ""
    if is_as_taken:
        writing.delete(row)
