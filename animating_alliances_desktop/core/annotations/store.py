"""Highlights and notes: made, settled when their text changed, taken away and brought back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.context import context_of, questions_of
from animating_alliances_desktop.core.annotations.model import (
    Anchor,
    Annotation,
    Colour,
    Context,
    Note,
    State,
)
from animating_alliances_desktop.core.annotations.rows import (
    annotations_of,
    notes_of,
    notes_on,
    settle_row,
    title_of,
)
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import Record, new_id
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import AnnotationRow, NoteRow, TombstoneRow
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
            return annotations_of(session, rows)

    def listed(self) -> list[Annotation]:
        """All highlights, the latest first."""
        with self._database.read() as session:
            rows = session.scalars(select(AnnotationRow).order_by(AnnotationRow.created_at.desc())).all()
            return annotations_of(session, rows)

    def get(self, ref: Ref) -> Annotation:
        """One highlight; raises AppError if it is not there."""
        with self._database.read() as session:
            return annotations_of(session, [find(session, AnnotationRow, ref)])[0]

    def notes(self) -> list[Note]:
        """All notes, on passages and on whole texts, the latest first."""
        with self._database.read() as session:
            return notes_of(session, session.scalars(select(NoteRow).order_by(NoteRow.created_at.desc())))

    def notes_about(self, ref: Ref) -> list[Note]:
        """The notes on a whole text, in the order in which they were made."""
        with self._database.read() as session:
            rows = session.scalars(
                select(NoteRow).where(NoteRow.about == str(ref)).order_by(NoteRow.created_at)
            )
            return notes_of(session, rows)

    def get_note(self, ref: Ref) -> Note:
        """One note; raises AppError if it is not there."""
        with self._database.read() as session:
            return notes_of(session, [find(session, NoteRow, ref)])[0]

    def place_of(self, ref: Ref) -> tuple[Ref, str]:
        """The text that a highlight or a note belongs to, and the words there if it belongs to a passage."""
        if ref.kind is Kind.ANNOTATION:
            annotation = self.get(ref)
            return annotation.target, annotation.anchor.exact
        about = self.get_note(ref).about
        return self.place_of(about) if about.kind is Kind.ANNOTATION else (about, "")

    def on_question(self, key: str) -> list[Annotation]:
        """The highlights in texts that speak to a core question, the latest first."""
        marks = self.listed()
        with self._database.read() as session:
            questions = questions_of(session, {str(one.target) for one in marks})
        return [one for one in marks if key in questions.get(one.target, ())]

    def context(self) -> Context:
        """What highlights and notes can be filtered by, besides what they are."""
        with self._database.read() as session:
            return context_of(session)

    def lost(self) -> list[Annotation]:
        """The highlights that could not be placed after their text changed."""
        return [annotation for annotation in self.listed() if annotation.state is State.LOST]

    def mark(
        self, target: Ref, anchor: Anchor, colour: Colour, note: str = "", *, page: int | None = None
    ) -> Changes:
        """Highlight a passage, with or without a note on it."""
        with self._database.write() as writing:
            title = title_of(writing.session, target)
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
            there = notes_on(writing.session, [mark])
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
                NoteRow(about=str(about), about_title=title_of(writing.session, about), text=text.strip())
            )
        return writing.changes | Changes.of(about)

    def add_free(self, title: str, text: str) -> tuple[Changes, Ref]:
        """Write a note of its own, about nothing but itself."""
        if not text.strip():
            raise AppError("Write the note first.")
        with self._database.write() as writing:
            row = NoteRow(id=new_id(), about_title=title.strip(), text=text.strip())
            row.about = str(row.ref)
            writing.add(row)
        return writing.changes, row.ref

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

    def remove_all(self, refs: Collection[Ref]) -> Changes:
        """Take several away; `restore_all` brings them back."""
        with self._database.write() as writing:
            touched = Changes()
            for ref in refs:
                rows, target = _with_notes(writing, ref)
                writing.delete(*rows)
                touched |= Changes.of(target)
        return writing.changes | touched

    def restore_all(self, refs: Collection[Ref]) -> Changes:
        """Bring back what `remove_all` took away."""
        with self._database.write() as writing:
            for ref in refs:
                writing.restore(_batch_of(writing.session, ref))
        return writing.changes

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
                settle_row(writing.find(AnnotationRow, ref), place)
        return writing.changes


def _with_notes(writing: Writing, ref: Ref) -> tuple[list[Record], Ref]:
    if ref.kind is Kind.NOTE:
        note = writing.find(NoteRow, ref)
        return [note], Ref.parse(note.about)
    mark = writing.find(AnnotationRow, ref)
    return [*notes_on(writing.session, [mark]), mark], Ref.parse(mark.target)


def _batch_of(session: Session, ref: Ref) -> UUID:
    latest = select(TombstoneRow).where(TombstoneRow.ref == str(ref)).order_by(TombstoneRow.deleted_at.desc())
    grave = session.scalars(latest).first()
    if grave is None:
        raise AppError("There is nothing to bring back here.")
    return grave.batch
