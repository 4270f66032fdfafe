"""The seven core questions, each with its papers, cases and prompts, and what the user noted on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AnnotationRow, BundledRow, NoteRow
from animating_alliances_desktop.core.enquiry.model import Gathered, Overview, Question
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.pointing import in_words

TEXTS = (Kind.PAPER, Kind.CASE, Kind.GUIDE, Kind.INSTRUMENT, Kind.SLIDES, Kind.PROMPT)


class EnquiryStore:
    """Everything in the order of the core questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def questions(self) -> list[Question]:
        """The seven, in their order."""
        with self._database.read() as session:
            texts = _texts(session)
            return [
                _question(row, len(_own(session, Ref.parse(row.ref), texts)))
                for row in texts
                if row.kind == Kind.QUESTION.value
            ]

    def overview(self, ref: Ref) -> Overview:
        """One question with all that gathers under it; raises AppError if there is none."""
        with self._database.read() as session:
            row = session.get(BundledRow, str(ref), options=[undefer(BundledRow.html)])
            if row is None:
                raise AppError("This question is not in the library. Go back to the enquiry.")
            texts = _texts(session)
            own = tuple(_own(session, ref, texts))
            gathered = {
                kind: tuple(
                    Gathered(Ref.parse(text.ref), text.title, text.summary)
                    for text in _main_first(texts, ref.key)
                    if text.kind == kind.value
                )
                for kind in TEXTS
            }
            return Overview(_question(row, len(own)), row.html, gathered, own)


def _texts(session: Session) -> Sequence[BundledRow]:
    speaking = select(BundledRow).where(BundledRow.kind != Kind.SOURCE.value)  # a source is of no question
    return session.scalars(speaking.order_by(BundledRow.position)).all()


def _main_first(texts: Iterable[BundledRow], key: str) -> list[BundledRow]:
    """The texts that speak to a question, those first whose main question it is."""
    speaking = [text for text in texts if key in text.fields.get("questions", ())]
    return sorted(speaking, key=lambda text: text.fields["questions"].index(key))


def _question(row: BundledRow, own: int) -> Question:
    return Question(Ref.parse(row.ref), row.fields["number"], row.title, row.summary, own)


def _own(session: Session, ref: Ref, texts: Iterable[BundledRow]) -> list[Gathered]:
    """Notes on the question itself, and notes and highlights in the papers and cases that speak to it."""
    about = {str(ref)} | {text.ref for text in _main_first(texts, ref.key)}
    marks = session.scalars(select(AnnotationRow).where(AnnotationRow.target.in_(about))).all()
    places = about | {str(mark.ref) for mark in marks}
    notes = session.scalars(select(NoteRow).where(NoteRow.about.in_(places))).all()
    noted = {note.about for note in notes}
    found = [(note.created_at, Gathered(note.ref, note.about_title, in_words(note.text))) for note in notes]
    found += [
        (mark.created_at, Gathered(mark.ref, mark.target_title, mark.exact))
        for mark in marks
        if str(mark.ref) not in noted
    ]
    return [gathered for _when, gathered in sorted(found, key=lambda pair: pair[0], reverse=True)]
