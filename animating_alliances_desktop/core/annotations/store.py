"""Highlights and notes: made, settled when their text changed, taken away and brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import (
    AllianceRow,
    AnnotationRow,
    BundledRow,
    DocumentRow,
    EntryRow,
    NoteRow,
    TombstoneRow,
)
from animating_alliances_desktop.core.errors import AppError


class AnnotationStore:
    """What the user marked and noted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def on(self, target: Ref) -> list[Annotation]:
        """The highlights of one text, in the order in which they stand."""
        with self._database.read() as session:
            rows = session.scalars(
                select(AnnotationRow).where(AnnotationRow.target == str(target)).order_by(AnnotationRow.start)
            ).all()
            return _annotations(session, rows)

    def listed(self) -> list[Annotation]:
        """All highlights, the latest first."""
        with self._database.read() as session:
            rows = session.scalars(select(AnnotationRow).order_by(AnnotationRow.created_at.desc())).all()
            return _annotations(session, rows)

    def get(self, ref: Ref) -> Annotation:
        """One highlight; raises AppError if it is not there."""
        with self._database.read() as session:
            return _annotations(session, [find(session, AnnotationRow, ref)])[0]

    def notes(self) -> list[Note]:
        """All notes, on passages and on whole texts, the latest first."""
        with self._database.read() as session:
            return [
                _note(row) for row in session.scalars(select(NoteRow).order_by(NoteRow.created_at.desc()))
            ]

    def notes_about(self, ref: Ref) -> list[Note]:
        """The notes on a whole text, in the order in which they were made."""
        with self._database.read() as session:
            rows = session.scalars(
                select(NoteRow).where(NoteRow.about == str(ref)).order_by(NoteRow.created_at)
            )
            return [_note(row) for row in rows]

    def get_note(self, ref: Ref) -> Note:
        """One note; raises AppError if it is not there."""
        with self._database.read() as session:
            return _note(find(session, NoteRow, ref))

    def place_of(self, ref: Ref) -> tuple[Ref, str]:
        """The text that a highlight or a note belongs to, and the words there if it belongs to a passage."""
        if ref.kind is Kind.ANNOTATION:
            annotation = self.get(ref)
            return annotation.target, annotation.anchor.exact
        about = self.get_note(ref).about
        return self.place_of(about) if about.kind is Kind.ANNOTATION else (about, "")

    def lost(self) -> list[Annotation]:
        """The highlights that could not be placed after their text changed."""
        return [annotation for annotation in self.listed() if annotation.state is State.LOST]

    def mark(
        self, target: Ref, anchor: Anchor, colour: Colour, note: str = "", *, page: int | None = None
    ) -> Changes:
        """Highlight a passage, with or without a note on it."""
        with self._database.write() as writing:
            title = _title(writing.session, target)
            row = AnnotationRow(
                target=str(target),
                target_title=title,
                exact=anchor.exact,
                prefix=anchor.prefix,
                suffix=anchor.suffix,
                start=anchor.start,
                end=anchor.end,
                colour=colour.value,
                state=State.EXACT.value,
                page=page,
            )
            writing.add(row)
            if note.strip():
                writing.add(NoteRow(about=str(row.ref), about_title=title, text=note.strip()))
        return writing.changes | Changes.of(target)

    def recolour(self, ref: Ref, colour: Colour) -> Changes:
        """Give a highlight another colour."""
        with self._database.write() as writing:
            row = writing.find(AnnotationRow, ref)
            row.colour = colour.value
        return writing.changes | Changes.of(Ref.parse(row.target))

    def write_note(self, ref: Ref, text: str) -> Changes:
        """Write the note on a highlight, or over it; a blank text takes the note away."""
        with self._database.write() as writing:
            mark = writing.find(AnnotationRow, ref)
            there = _notes_on(writing.session, [mark])
            if there and text.strip():
                there[0].text = text.strip()
            elif text.strip():
                writing.add(NoteRow(about=str(ref), about_title=mark.target_title, text=text.strip()))
            else:
                writing.delete(*there)
            writing.touch(mark)
        return writing.changes | Changes.of(Ref.parse(mark.target))

    def add_note(self, about: Ref, text: str) -> Changes:
        """Write a note on a whole text, a question or an alliance."""
        if not text.strip():
            raise AppError("Write the note first.")
        with self._database.write() as writing:
            writing.add(
                NoteRow(about=str(about), about_title=_title(writing.session, about), text=text.strip())
            )
        return writing.changes | Changes.of(about)

    def change_note(self, ref: Ref, text: str) -> Changes:
        """Write over a note; what it said before stays as a revision."""
        if not text.strip():
            raise AppError("Write the note first, or remove it.")
        with self._database.write() as writing:
            row = writing.find(NoteRow, ref)
            row.text = text.strip()
        return writing.changes | Changes.of(Ref.parse(row.about))

    def remove(self, ref: Ref) -> Changes:
        """Take a highlight with its note, or a note, away; `restore` brings it back."""
        with self._database.write() as writing:
            rows, target = _with_notes(writing, ref)
            writing.delete(*rows)
        return writing.changes | Changes.of(target)

    def restore(self, ref: Ref) -> Changes:
        """Bring back what `remove` took away."""
        with self._database.write() as writing:
            batch = _batch_of(writing.session, ref)
            writing.restore(batch)
        return writing.changes

    def settle(self, placed: Mapping[Ref, Placed]) -> Changes:
        """Write down where highlights stand now, after their text changed."""
        with self._database.write() as writing:
            for ref, place in placed.items():
                row = writing.find(AnnotationRow, ref)
                row.state = place.state.value
                anchor = place.anchor
                row.prefix, row.suffix, row.start, row.end = (
                    anchor.prefix,
                    anchor.suffix,
                    anchor.start,
                    anchor.end,
                )
        return writing.changes


def _with_notes(writing: Writing, ref: Ref) -> tuple[list[Record], Ref]:
    if ref.kind is Kind.NOTE:
        note = writing.find(NoteRow, ref)
        return [note], Ref.parse(note.about)
    mark = writing.find(AnnotationRow, ref)
    return [*_notes_on(writing.session, [mark]), mark], Ref.parse(mark.target)


def _batch_of(session: Session, ref: Ref) -> UUID:
    latest = select(TombstoneRow).where(TombstoneRow.ref == str(ref)).order_by(TombstoneRow.deleted_at.desc())
    grave = session.scalars(latest).first()
    if grave is None:
        raise AppError("There is nothing to bring back here.")
    return grave.batch


def _notes_on(session: Session, rows: Iterable[AnnotationRow]) -> list[NoteRow]:
    about = [str(row.ref) for row in rows]
    return list(session.scalars(select(NoteRow).where(NoteRow.about.in_(about)).order_by(NoteRow.created_at)))


def _annotations(session: Session, rows: Iterable[AnnotationRow]) -> list[Annotation]:
    rows = list(rows)
    notes: dict[str, list[str]] = {}
    for note in _notes_on(session, rows):
        notes.setdefault(note.about, []).append(note.text)
    return [_annotation(row, "\n\n".join(notes.get(str(row.ref), ()))) for row in rows]


def _annotation(row: AnnotationRow, note: str) -> Annotation:
    return Annotation(
        ref=row.ref,
        target=Ref.parse(row.target),
        anchor=Anchor(row.exact, row.prefix, row.suffix, row.start, row.end),
        colour=Colour(row.colour),
        state=State(row.state),
        note=note,
        made=row.created_at,
        changed=row.changed_at,
        target_title=row.target_title,
        page=row.page,
    )


def _note(row: NoteRow) -> Note:
    return Note(row.ref, Ref.parse(row.about), row.text, row.created_at, row.changed_at, row.about_title)


def _title(session: Session, ref: Ref) -> str:
    """The title of what is written about; raises AppError if it is not there."""
    match ref.kind:
        case Kind.DOCUMENT:
            return find(session, DocumentRow, ref).title
        case Kind.ANNOTATION:
            return find(session, AnnotationRow, ref).target_title
        case Kind.ALLIANCE | Kind.ENTRY:
            return _own_title(session, ref)
        case _:
            row = session.get(BundledRow, str(ref))
            if row is None:
                raise AppError(f"There is no {ref.kind.value} “{ref.key[:60]}” in the library.")
            return row.title


def _own_title(session: Session, ref: Ref) -> str:
    if ref.kind is Kind.ALLIANCE:
        return find(session, AllianceRow, ref).name
    return find(session, EntryRow, ref).label
