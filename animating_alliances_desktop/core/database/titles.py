"""What things are called now, whatever kind they are of, and the user's texts with those titles in their pointers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.merged import led_to
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AllianceRow,
    AnnotationRow,
    BundledRow,
    CollectionRow,
    DecisionRow,
    DocumentRow,
    EntryRow,
    IntentionRow,
    MeetingRow,
    NoteRow,
    NoticingRow,
    OrganisationRow,
    PersonRow,
    TagRow,
)
from animating_alliances_desktop.core.pointing import OPENING, in_words, pointers, retitled, spoken

_BEGINNING = 800
"""Letters of a text that are looked at for its opening; a pointer may take a good many of them."""
_SHORT = 60


def opening(text: str) -> str:
    """How a text of the user's begins, in words: what it is called that has no name."""
    return short(spoken(text[:_BEGINNING]))


def short(text: str, most: int = _SHORT) -> str:
    """The first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def titles_of(session: Session, refs: Iterable[Ref]) -> dict[Ref, str]:
    """What these things are called; those that are not there are left out."""
    wanted: dict[Kind, list[str]] = {}
    refs = set(refs)
    for ref in refs:
        wanted.setdefault(ref.kind, []).append(ref.key)
    found: dict[Ref, str] = {}
    for kind, keys in wanted.items():
        for some in slices(keys):
            found |= _of_kind(session, kind, some)
    merged = [ref for ref in refs - set(found) if ref.kind in (Kind.ORGANISATION, Kind.PERSON)]
    now = {ref: there for ref in merged if (there := led_to(session, ref)) != ref}
    titles = titles_of(session, now.values()) if now else {}
    return found | {ref: titles[there] for ref, there in now.items() if there in titles}


def fresh(session: Session, texts: Sequence[str]) -> list[str]:
    """Texts whose pointers have the titles of now."""
    if not any(OPENING in text for text in texts):
        return list(texts)
    titles = titles_of(session, (pointer.ref for text in texts for pointer in pointers(text)))
    return [retitled(text, titles) for text in texts]


def annotation_title(exact: str) -> str:
    """What a highlight is called: its first words."""
    return f"“{short(exact)}”"


def _of_kind(session: Session, kind: Kind, keys: Sequence[str]) -> dict[Ref, str]:
    if kind not in _OWN:
        refs = [str(Ref(kind, key)) for key in keys]
        query = select(BundledRow.ref, BundledRow.title).where(BundledRow.ref.in_(refs))
        return {Ref.parse(ref): title for ref, title in session.execute(query)}
    table, title = _OWN[kind]
    query_own: Any = select(table).where(
        table.id.in_([found for key in keys if (found := _id(key)) is not None])
    )
    if table in (EntryRow, MeetingRow):
        query_own = query_own.options(joinedload(table.alliance))
    return {row.ref: title(row) for row in session.scalars(query_own)}


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


_OWN: dict[Kind, tuple[type[Record], Callable[[Any], str]]] = {
    Kind.DOCUMENT: (DocumentRow, lambda row: row.title),
    Kind.ALLIANCE: (AllianceRow, lambda row: row.name),
    Kind.ENTRY: (EntryRow, lambda row: row.label),
    Kind.NOTE: (NoteRow, lambda row: opening(row.text)),
    Kind.ANNOTATION: (AnnotationRow, lambda row: annotation_title(row.exact)),
    Kind.TAG: (TagRow, lambda row: row.name),
    Kind.COLLECTION: (CollectionRow, lambda row: row.name),
    Kind.ORGANISATION: (OrganisationRow, lambda row: row.name),
    Kind.PERSON: (PersonRow, lambda row: row.name),
    Kind.MEETING: (MeetingRow, lambda row: row.label),
    Kind.ACTION: (ActionRow, lambda row: opening(row.text)),
    Kind.DECISION: (DecisionRow, lambda row: opening(row.text)),
    Kind.NOTICING: (NoticingRow, lambda row: opening(row.text)),
    Kind.INTENTION: (IntentionRow, lambda row: short(in_words(f"If {row.cue}, then I will {row.text}"))),
}
