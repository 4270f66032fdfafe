"""Rows of many tables as moments, read column by column: there may be ten thousand of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AllianceRow,
    AnnotationRow,
    DecisionRow,
    EntryRow,
    IntentionRow,
    MeetingRow,
    NoteRow,
    NoticingRow,
)
from animating_alliances_desktop.core.database.titles import annotation_title, short
from animating_alliances_desktop.core.lookback.model import DRAFT, Moment, Scope, Span
from animating_alliances_desktop.core.pointing import in_words, spoken

_LONGEST = 240
_TITLE = 90


def moments(session: Session, scope: Scope, kinds: Collection[Kind] = ()) -> list[Moment]:
    """Everything in a scope, the latest first."""
    found = [
        moment
        for kind, read in READERS.items()
        if not kinds or kind in kinds
        for moment in read(session, lambda query, table: within(query, table, scope))
    ]
    return latest_first(found)


def of_refs(session: Session, refs: Iterable[Ref], scope: Scope) -> list[Moment]:
    """Those of these things that lie in a scope, the latest first."""
    wanted: dict[Kind, set[UUID]] = {}
    for ref in refs:
        if ref.kind in READERS:
            wanted.setdefault(ref.kind, set()).add(UUID(ref.key))
    found: list[Moment] = []
    for kind, keys in wanted.items():
        for some in slices(sorted(keys)):
            found += READERS[kind](session, _among(scope, some))
    return latest_first(found)


def latest_first(found: Iterable[Moment]) -> list[Moment]:
    """In the order of days; keys sort by the time at which they were made."""
    return sorted(found, key=lambda moment: (moment.day, moment.ref.key), reverse=True)


def within(query: Any, table: Any, scope: Scope) -> Any:
    """Narrow a query to a scope; notes and highlights belong to an alliance only if they are about it."""
    if table in (NoteRow, AnnotationRow):
        return _made_within(query, table, scope)
    if scope.alliance is not None:
        query = query.where(table.alliance_id == UUID(scope.alliance.key))
    if scope.span is not None:
        query = query.where(table.day.between(scope.span.since, scope.span.until))
    return query


def _made_within(query: Any, table: Any, scope: Scope) -> Any:
    if scope.alliance is not None:
        about = NoteRow.about if table is NoteRow else AnnotationRow.target
        query = query.where(about == str(scope.alliance))
    if scope.span is not None:
        query = query.where(table.created_at.between(*_ends(scope.span)))
    return query


def _ends(span: Span) -> tuple[datetime, datetime]:
    """The first and the last moment of a span on the user's own clock, as the database tells time."""
    first = datetime.combine(span.since, time.min).astimezone(UTC)
    after = datetime.combine(span.until + timedelta(days=1), time.min).astimezone(UTC)
    return first, after - timedelta(microseconds=1)


Narrow = Callable[[Any, Any], Any]
"""Narrows a query on a table; a query is typed by its columns, which differ."""


def _among(scope: Scope, keys: Sequence[UUID]) -> Narrow:
    """Narrows to a scope, and there to these."""
    return lambda query, table: within(query, table, scope).where(table.id.in_(keys))


def _entries(session: Session, narrow: Narrow) -> Iterator[Moment]:
    query = select(
        EntryRow.id, EntryRow.day, EntryRow.title, EntryRow.parts, EntryRow.kept_at, AllianceRow.name
    )
    query = query.join(AllianceRow, EntryRow.alliance_id == AllianceRow.id)
    for key, day, title, parts, kept, alliance in session.execute(narrow(query, EntryRow)):
        words = _opening(parts.values())
        if title.strip() or words:
            called = title.strip() or short(words, _TITLE)
            state = "" if kept else DRAFT
            yield Moment(_ref(Kind.ENTRY, key), day, called, words if title.strip() else "", alliance, state)


def _meetings(session: Session, narrow: Narrow) -> Iterator[Moment]:
    query = select(MeetingRow.id, MeetingRow.day, MeetingRow.title, MeetingRow.place, AllianceRow.name)
    query = query.join(AllianceRow, MeetingRow.alliance_id == AllianceRow.id)
    query = query.where(MeetingRow.cancelled.is_(False))
    for key, day, title, place, alliance in session.execute(narrow(query, MeetingRow)):
        yield Moment(_ref(Kind.MEETING, key), day, title or alliance, in_words(place), alliance)


def _left(kind: Kind, table: Any) -> Callable[[Session, Narrow], Iterator[Moment]]:
    """Makes the reader of a table of what an entry or a meeting leaves behind."""

    def read(session: Session, narrow: Narrow) -> Iterator[Moment]:
        query = select(table.id, table.day, table.text, AllianceRow.name)
        query = query.join(AllianceRow, table.alliance_id == AllianceRow.id)
        for key, day, text, alliance in session.execute(narrow(query, table)):
            yield _moment(_ref(kind, key), day, text, alliance)

    return read


def _actions(session: Session, narrow: Narrow) -> Iterator[Moment]:
    columns = (
        ActionRow.id,
        ActionRow.day,
        ActionRow.text,
        AllianceRow.name,
        ActionRow.status,
        ActionRow.reason,
    )
    query = select(*columns).join(AllianceRow, ActionRow.alliance_id == AllianceRow.id)
    for key, day, text, alliance, status, reason in session.execute(narrow(query, ActionRow)):
        yield _moment(_ref(Kind.ACTION, key), day, text, alliance, status, reason)


def _intentions(session: Session, narrow: Narrow) -> Iterator[Moment]:
    columns = IntentionRow.id, IntentionRow.day, IntentionRow.cue, IntentionRow.text, IntentionRow.outcome
    query = select(*columns, AllianceRow.name).join(AllianceRow, IntentionRow.alliance_id == AllianceRow.id)
    for key, day, cue, text, outcome, alliance in session.execute(narrow(query, IntentionRow)):
        sentence = f"{cue} → {text}" if cue.strip() else text
        yield _moment(_ref(Kind.INTENTION, key), day, sentence, alliance, "", outcome)


def _moment(ref: Ref, day: date, text: str, alliance: str, state: str = "", why: str = "") -> Moment:
    words = " ".join(spoken(text).split())
    title = short(words, _TITLE)
    rest = words if title != words else ""
    return Moment(ref, day, title, rest, alliance, state, " ".join(in_words(why).split()))


def _notes(session: Session, narrow: Narrow) -> Iterator[Moment]:
    query = select(NoteRow.id, NoteRow.created_at, NoteRow.about_title, NoteRow.text)
    for key, made, title, text in session.execute(narrow(query, NoteRow)):
        yield Moment(_ref(Kind.NOTE, key), made.astimezone().date(), title, _flat(text))


def _annotations(session: Session, narrow: Narrow) -> Iterator[Moment]:
    query = select(
        AnnotationRow.id, AnnotationRow.created_at, AnnotationRow.target_title, AnnotationRow.exact
    )
    for key, made, title, exact in session.execute(narrow(query, AnnotationRow)):
        day = made.astimezone().date()
        yield Moment(_ref(Kind.ANNOTATION, key), day, annotation_title(exact), title)


READERS: dict[Kind, Callable[[Session, Narrow], Iterator[Moment]]] = {
    Kind.MEETING: _meetings,
    Kind.ENTRY: _entries,
    Kind.DECISION: _left(Kind.DECISION, DecisionRow),
    Kind.NOTICING: _left(Kind.NOTICING, NoticingRow),
    Kind.ACTION: _actions,
    Kind.INTENTION: _intentions,
    Kind.NOTE: _notes,
    Kind.ANNOTATION: _annotations,
}
TABLES: dict[Kind, Any] = {
    Kind.MEETING: MeetingRow,
    Kind.ENTRY: EntryRow,
    Kind.DECISION: DecisionRow,
    Kind.NOTICING: NoticingRow,
    Kind.ACTION: ActionRow,
    Kind.INTENTION: IntentionRow,
    Kind.NOTE: NoteRow,
    Kind.ANNOTATION: AnnotationRow,
}


def _ref(kind: Kind, key: UUID) -> Ref:
    return Ref(kind, str(key))


def _opening(texts: Iterable[str]) -> str:
    return _flat(next((text for text in texts if text.strip()), ""))


def _flat(text: str) -> str:
    """The first words of a text, on one line."""
    return " ".join(spoken(text[: 4 * _LONGEST]).split())[:_LONGEST]
