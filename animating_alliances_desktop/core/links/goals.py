"""What a link may lead to, found by its title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.changes import Kind, Ref
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
)
from animating_alliances_desktop.core.database.titles import annotation_title, opening
from animating_alliances_desktop.core.links.model import Goal

_LINES = (DecisionRow, NoticingRow, ActionRow, IntentionRow)
_LAST = (*(table.KIND for table in _LINES), Kind.NOTE, Kind.ANNOTATION, Kind.TERM, Kind.PROMPT, Kind.SOURCE)
"""Of things with the same words in their titles these are less likely meant."""
_BEGINS, _WORD, _INSIDE = 0, 1, 2


def goals(session: Session, words: str, most: int) -> list[Goal]:
    """The things whose titles have all these words, or words that begin so; the likeliest first."""
    wanted = _folded(words).split()
    found = []
    for nth, (ref, title, where) in enumerate(_titles(session)):
        rank = _rank(wanted, _folded(f"{title} {where}" if where else title))
        if rank is not None:
            other = _folded(title).split() != wanted
            found.append((other, rank, ref.kind in _LAST, nth, Goal(ref, " ".join(title.split()))))
    return [goal for *_, goal in sorted(found, key=lambda each: each[:4])[:most]]


def _rank(wanted: list[str], title: str) -> int | None:
    """How well a title fits; None if it does not."""
    ranks = [_rank_word(word, title) for word in wanted]
    return None if None in ranks else max((rank for rank in ranks if rank is not None), default=_BEGINS)


def _rank_word(word: str, title: str) -> int | None:
    if title.startswith(word):
        return _BEGINS
    if f" {word}" in title:
        return _WORD
    return _INSIDE if word in title else None


def _titles(session: Session) -> Iterator[tuple[Ref, str, str]]:
    """Everything that can be linked to, with its title and the words by which it may be found besides."""
    yield from ((ref, title, "") for ref, title in _whole(session))
    notes = select(NoteRow.id, NoteRow.text).order_by(NoteRow.created_at.desc())
    for key, text in session.execute(notes):
        yield Ref(Kind.NOTE, str(key)), opening(text), ""
    for table in _LINES:
        query_lines = select(table.id, table.text).order_by(table.created_at.desc())
        for key, text in session.execute(query_lines):
            yield Ref(table.KIND, str(key)), opening(text), ""
    query = select(AnnotationRow.id, AnnotationRow.target_title, AnnotationRow.exact)
    for key, title, exact in session.execute(query.order_by(AnnotationRow.created_at.desc())):
        yield Ref(Kind.ANNOTATION, str(key)), annotation_title(exact), title


def _whole(session: Session) -> Iterator[tuple[Ref, str]]:
    """The user's own, the latest first, then what ships with the app."""
    yield from _named(session, AllianceRow, PersonRow, OrganisationRow)
    tables: tuple[Any, ...] = (MeetingRow, EntryRow)
    for table in tables:
        rows = select(table).options(joinedload(table.alliance)).order_by(table.day.desc())
        yield from ((row.ref, row.label) for row in session.scalars(rows))
    for key, title in session.execute(select(DocumentRow.id, DocumentRow.title)):
        yield Ref(Kind.DOCUMENT, str(key)), title
    yield from _named(session, CollectionRow)
    for name, title in session.execute(
        select(BundledRow.ref, BundledRow.title).order_by(BundledRow.position)
    ):
        yield Ref.parse(name), title


def _named(session: Session, *tables: Any) -> Iterator[tuple[Ref, str]]:
    for table in tables:
        for key, name in session.execute(select(table.id, table.name).order_by(table.name)):
            yield Ref(table.KIND, str(key)), name


@lru_cache(maxsize=32_768)  # the same titles are folded again at each letter that is typed
def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
