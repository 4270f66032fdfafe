"""Highlights and notes that come from elsewhere: put on the passages that they were on, each only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.anchors import Placed, find_quote, place
from animating_alliances_desktop.core.annotations.model import Anchor, Arrived, Brought, State
from animating_alliances_desktop.core.annotations.rows import settle_row
from animating_alliances_desktop.core.annotations.texts import Texts
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database, Writing
from animating_alliances_desktop.core.database.tables import AnnotationRow, DocumentRow, NoteRow
from animating_alliances_desktop.core.database.titles import titles_of
from animating_alliances_desktop.core.errors import AppError


class Bringing:
    """Brings highlights and notes in, all in one write."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bring_in(self, brought: Iterable[Brought]) -> Arrived:
        """Put each on its passage; what is here already stays as it is."""
        with self._database.write() as writing:
            arrival = _Arrival(writing)
            for one in brought:
                arrival.take(one)
        return replace(arrival.arrived, changes=writing.changes | arrival.arrived.changes)

    def digests(self, documents: Iterable[Ref]) -> dict[Ref, str]:
        """By what each of these documents can be told on another machine."""
        with self._database.read() as session:
            rows = session.execute(select(DocumentRow.id, DocumentRow.digest))
            known = {Ref(Kind.DOCUMENT, str(key)): digest for key, digest in rows}
        return {ref: known[ref] for ref in documents if ref in known}


class _Arrival:
    """One import under way."""

    def __init__(self, writing: Writing) -> None:
        self._writing, self._texts = writing, Texts(writing.session)
        self.arrived = Arrived()

    def take(self, one: Brought) -> None:
        """Bring one in."""
        target, title = _target(self._writing.session, one)
        if target is None:
            missing = one.title or one.source
            without = dict.fromkeys((*self.arrived.without_text, missing))
            self._count(without_text=tuple(without))
        elif self._is_here(one):
            self._count(known=self.arrived.known + 1)
        elif one.anchor is None:
            self._note(one, target, title, one.key)
        else:
            self._mark(one, one.anchor, target, title)

    def _mark(self, one: Brought, anchor: Anchor, target: Ref, title: str) -> None:
        row = AnnotationRow(id=one.key, target=str(target), target_title=title, colour=one.colour.value)
        row.created_at, row.page = one.made or now(), one.page
        placed = self._place(target, anchor)
        settle_row(row, placed)
        self._writing.add(row)
        is_lost = placed.state is State.LOST
        self._count(
            came_in=self.arrived.came_in + 1,
            lost=self.arrived.lost + is_lost,
            changes=self.arrived.changes | Changes.of(target),
            tags={**self.arrived.tags, row.ref: one.tags},
        )
        if one.note.strip():
            made = one.made or now()
            note = NoteRow(id=uuid5(one.key, "note"), about=str(row.ref), about_title=title)
            note.text, note.created_at = one.note.strip(), made
            if self._writing.session.get(NoteRow, note.id) is None:
                self._writing.add(note)

    def _note(self, one: Brought, target: Ref, title: str, key: UUID) -> None:
        if not one.note.strip():
            return
        row = NoteRow(id=key, about=str(target), about_title=title, text=one.note.strip())
        row.created_at = one.made or now()
        self._writing.add(row)
        self._count(
            came_in=self.arrived.came_in + 1,
            changes=self.arrived.changes | Changes.of(target),
            tags={**self.arrived.tags, row.ref: one.tags},
        )

    def _place(self, target: Ref, anchor: Anchor) -> Placed:
        """Where a passage is; where nothing but its words came along, where those first stand."""
        words = self._texts.words_of(target)
        if words is None:
            state = (
                State.LOST if anchor.start < 0 else State.EXACT
            )  # set aside by the user, or taken at its word
            return Placed(state, anchor.start, anchor.end, anchor)
        placed = place(words, anchor)
        bare = not anchor.prefix and not anchor.suffix and anchor.start == 0
        if placed.state is State.LOST and bare:
            found = find_quote(words, anchor.exact)
            if found is not None:
                return Placed(State.MOVED, *found, replace(anchor, start=found[0], end=found[1]))
        return placed

    def _is_here(self, one: Brought) -> bool:
        session = self._writing.session
        table: Any = NoteRow if one.anchor is None else AnnotationRow
        pending = any(isinstance(row, table) and row.id == one.key for row in session.new)
        return pending or session.get(table, one.key) is not None

    def _count(self, **changed: Any) -> None:
        self.arrived = replace(self.arrived, **changed)


def _target(session: Session, one: Brought) -> tuple[Ref | None, str]:
    """The text that is meant: the same reference, or for a document the same bytes."""
    try:
        ref = Ref.parse(one.source)
    except AppError:
        return None, ""
    if ref.kind is Kind.NOTE and ref.key == str(one.key):
        return ref, one.title  # a note of its own
    titles = titles_of(session, [ref])
    if ref not in titles and ref.kind is Kind.DOCUMENT and one.digest:
        row = session.scalars(select(DocumentRow).where(DocumentRow.digest == one.digest)).first()
        return (row.ref, row.title) if row is not None else (None, "")
    return (ref, titles[ref]) if ref in titles else (None, "")
