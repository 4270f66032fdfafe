"""Threads: what belongs together because it is on one question, has one tag, or is about one person or organisation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AnnotationRow,
    AttendanceRow,
    BundledRow,
    DecisionRow,
    EntryRow,
    LinkRow,
    NoteRow,
    NoticingRow,
    OrganisationRow,
    PersonRow,
    TaggingRow,
    TagRow,
)
from animating_alliances_desktop.core.lookback.model import Moment, Scope, Topic
from animating_alliances_desktop.core.lookback.moments import of_refs

_SHORTEST_NAME = 3
"""A name of fewer letters stands in too many words."""
_LEFT = ((Kind.DECISION, DecisionRow), (Kind.NOTICING, NoticingRow), (Kind.ACTION, ActionRow))
_WRITTEN: tuple[tuple[Kind, Any, Any], ...] = (
    (Kind.ENTRY, EntryRow, EntryRow.parts),
    (Kind.NOTE, NoteRow, NoteRow.text),
    (Kind.DECISION, DecisionRow, DecisionRow.text),
    (Kind.NOTICING, NoticingRow, NoticingRow.text),
    (Kind.ACTION, ActionRow, ActionRow.text),
    (Kind.ACTION, ActionRow, ActionRow.owner),
)
"""Where somebody's name may be written."""


def topics(session: Session) -> list[Topic]:
    """Everything that a thread can hang on: the core questions, then tags, organisations and people by their names."""
    query = select(BundledRow.ref, BundledRow.title).where(BundledRow.kind == Kind.QUESTION.value)
    found = [
        Topic(Ref.parse(ref), title) for ref, title in session.execute(query.order_by(BundledRow.position))
    ]
    tables: tuple[tuple[Kind, Any], ...] = (
        (Kind.TAG, TagRow),
        (Kind.ORGANISATION, OrganisationRow),
        (Kind.PERSON, PersonRow),
    )
    for kind, table in tables:
        named = [
            Topic(Ref(kind, str(key)), name) for key, name in session.execute(select(table.id, table.name))
        ]
        found += sorted(named, key=lambda topic: topic.title.casefold())
    return found


def thread(session: Session, topic: Ref, scope: Scope) -> list[Moment]:
    """What belongs to a topic, the earliest first."""
    match topic.kind:
        case Kind.QUESTION:
            refs = set(_on_question(session, topic))
        case Kind.TAG:
            refs = set(_tagged(session, topic))
        case Kind.PERSON:
            refs = set(_with_person(session, topic))
        case Kind.ORGANISATION:
            refs = set(_with_organisation(session, topic))
        case _:
            refs = set()
    if topic.kind in (Kind.QUESTION, Kind.TAG):
        refs |= set(_left_by(session, refs))
    return of_refs(session, refs, scope)[::-1]


def _on_question(session: Session, question: Ref) -> Iterator[Ref]:
    """Notes and highlights on the question and on the texts that speak to it, and what points at those."""
    speaking = select(BundledRow.ref, BundledRow.fields).where(BundledRow.kind != Kind.SOURCE.value)
    about = [ref for ref, fields in session.execute(speaking) if question.key in fields.get("questions", ())]
    about.append(str(question))
    marks: list[str] = []
    for some in slices(about):
        marks += [
            str(Ref(Kind.ANNOTATION, str(key)))
            for key in session.scalars(select(AnnotationRow.id).where(AnnotationRow.target.in_(some)))
        ]
    yield from map(Ref.parse, marks)
    for some in slices(about + marks):
        for key in session.scalars(select(NoteRow.id).where(NoteRow.about.in_(some))):
            yield Ref(Kind.NOTE, str(key))
        yield from _pointing_at(session, some)


def _tagged(session: Session, tag: Ref) -> Iterator[Ref]:
    """What has the tag, and what points at it."""
    query = select(TaggingRow.target).where(TaggingRow.tag_id == UUID(tag.key))
    yield from map(Ref.parse, session.scalars(query))
    yield from _pointing_at(session, [str(tag)])


def _with_person(session: Session, person: Ref) -> Iterator[Ref]:
    """The meetings that somebody was at and what was written on them, what they owned, and where their name stands."""
    key = UUID(person.key)
    yield from _pointing_at(session, [str(person)])
    yield from _met(session, [key])
    for action in session.scalars(select(ActionRow.id).where(ActionRow.person_id == key)):
        yield Ref(Kind.ACTION, str(action))
    name = session.scalars(select(PersonRow.name).where(PersonRow.id == key)).one_or_none()
    yield from _naming(session, name or "")


def _with_organisation(session: Session, organisation: Ref) -> Iterator[Ref]:
    """The meetings that its people were at and what was written on them, what it owned, and where its name stands."""
    key = UUID(organisation.key)
    yield from _pointing_at(session, [str(organisation)])
    yield from _met(
        session, session.scalars(select(PersonRow.id).where(PersonRow.organisation_id == key)).all()
    )
    for action in session.scalars(select(ActionRow.id).where(ActionRow.organisation_id == key)):
        yield Ref(Kind.ACTION, str(action))
    name = session.scalars(select(OrganisationRow.name).where(OrganisationRow.id == key)).one_or_none()
    yield from _naming(session, name or "")


def _met(session: Session, people: Sequence[UUID]) -> Iterator[Ref]:
    """The meetings that one of these was asked to, and what was written on them."""
    asked = select(AttendanceRow.meeting_id)
    met = {
        one
        for some in slices(people)
        for one in session.scalars(asked.where(AttendanceRow.person_id.in_(some)))
    }
    for few in slices([*met]):
        yield from (Ref(Kind.MEETING, str(one)) for one in few)
        for entry in session.scalars(select(EntryRow.id).where(EntryRow.meeting_id.in_(few))):
            yield Ref(Kind.ENTRY, str(entry))


def _naming(session: Session, name: str) -> Iterator[Ref]:
    """The texts in which a name is written."""
    if len(name) < _SHORTEST_NAME:
        return
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for kind, table, column in _WRITTEN:
        sought = json.dumps(name)[1:-1] if column is EntryRow.parts else name
        query = select(table.id, column).where(_as_text(column).contains(sought, autoescape=True))
        for key, text in session.execute(query):
            said = " ".join(text.values()) if isinstance(text, dict) else text
            if whole.search(said):
                yield Ref(kind, str(key))


def _as_text(column: Any) -> Any:
    """A column of several texts is kept as JSON, in which letters beyond ASCII are written as numbers."""
    return cast(column, Text) if column is EntryRow.parts else column


def _pointing_at(session: Session, targets: Sequence[str]) -> Iterator[Ref]:
    """Whose texts point at these; a later thought stands for its entry."""
    for source in session.scalars(select(LinkRow.source).where(LinkRow.target.in_(targets))):
        ref = Ref.parse(source)
        yield Ref(ref.kind, ref.key.partition("/")[0])


def _left_by(session: Session, refs: set[Ref]) -> Iterator[Ref]:
    """The decisions, noticings and actions of these entries."""
    entries = [UUID(ref.key) for ref in refs if ref.kind is Kind.ENTRY]
    for some in slices(entries):
        for kind, table in _LEFT:
            for key in session.scalars(select(table.id).where(table.entry_id.in_(some))):
                yield Ref(kind, str(key))
