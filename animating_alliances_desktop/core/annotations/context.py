"""What highlights and notes have to do with: the core questions of their texts, and the alliances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.model import Context
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    AnnotationRow,
    BundledRow,
    DocumentRow,
    EntryRow,
    LinkRow,
    NoteRow,
)


def context_of(session: Session) -> Context:
    """Look at everything that was marked or noted."""
    marks = {str(Ref(Kind.ANNOTATION, str(key))): target for key, target in _pairs(session, AnnotationRow)}
    notes = {str(Ref(Kind.NOTE, str(key))): about for key, about in _pairs(session, NoteRow)}
    texts = {*marks.values(), *notes.values()}
    return Context(questions_of(session, texts), _alliances(session, marks, notes), _pages(session))


def _pairs(session: Session, table: type[AnnotationRow | NoteRow]) -> Iterable[tuple[object, str]]:
    about = AnnotationRow.target if table is AnnotationRow else NoteRow.about
    return ((row[0], row[1]) for row in session.execute(select(table.id, about)))


def questions_of(session: Session, texts: set[str]) -> dict[Ref, tuple[str, ...]]:
    """The core questions that these texts speak to."""
    found: dict[Ref, tuple[str, ...]] = {}
    for name, fields in session.execute(
        select(BundledRow.ref, BundledRow.fields).where(BundledRow.ref.in_(texts))
    ):
        ref = Ref.parse(name)
        found[ref] = (ref.key,) if ref.kind is Kind.QUESTION else tuple(fields.get("questions", ()))
    return found


def _pages(session: Session) -> dict[Ref, tuple[str, ...]]:
    paged = select(AnnotationRow.target).where(AnnotationRow.page.is_not(None)).distinct()
    refs = {UUID(ref.key): ref for ref in map(Ref.parse, session.scalars(paged)) if ref.kind is Kind.DOCUMENT}
    found: dict[Ref, tuple[str, ...]] = {}
    for some in slices(list(refs)):
        query = select(DocumentRow.id, DocumentRow.pages).where(DocumentRow.id.in_(some))
        found |= {refs[row[0]]: tuple(label for label, _words in row[1]) for row in session.execute(query)}
    return found


def _alliances(
    session: Session, marks: Mapping[str, str], notes: Mapping[str, str]
) -> dict[Ref, frozenset[Ref]]:
    """By what they are about, and by links in either direction; a note on a highlight speaks for it, too."""
    links = [(row[0], row[1]) for row in session.execute(select(LinkRow.source, LinkRow.target))]
    ends = (end for link in links for end in link)
    owners = _owners(session, {*marks.values(), *notes.values(), *ends})
    found: defaultdict[str, set[Ref]] = defaultdict(set)

    def note_down(thing: str, other: str) -> None:
        alliance = _alliance_of(other, owners)
        if alliance is not None and (thing in marks or thing in notes):
            found[thing].add(alliance)
            if notes.get(thing) in marks:
                found[notes[thing]].add(alliance)

    for thing, about in (*marks.items(), *notes.items()):
        note_down(thing, about)
    for source, target in links:
        note_down(source, target)
        note_down(target, source)
    return {Ref.parse(thing): frozenset(alliances) for thing, alliances in found.items()}


def _owners(session: Session, things: Iterable[str]) -> dict[str, Ref]:
    """The alliances of those of these things that are entries or parts of one; there may be ten thousand others."""
    wanted = {ref.key.partition("/")[0] for ref in map(Ref.parse, things) if ref.kind is Kind.ENTRY}
    keys = [UUID(key) for key in sorted(wanted)]
    found: dict[str, Ref] = {}
    for some in slices(keys):
        query = select(EntryRow.id, EntryRow.alliance_id).where(EntryRow.id.in_(some))
        for key, alliance in session.execute(query):
            found[str(Ref(Kind.ENTRY, str(key)))] = Ref(Kind.ALLIANCE, str(alliance))
    return found


def _alliance_of(thing: str, owners: Mapping[str, Ref]) -> Ref | None:
    """The alliance that a reference points at or belongs to; a part of an entry belongs to the entry."""
    ref = Ref.parse(thing)
    whole = Ref(ref.kind, ref.key.partition("/")[0])
    return whole if whole.kind is Kind.ALLIANCE else owners.get(str(whole))
