"""What becomes of highlights whose text has changed: found again by themselves, then looked at by the user."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import select

from animating_alliances_desktop.core.annotations.anchors import Normalised, anchor_of, find_quote, place
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Moved, State
from animating_alliances_desktop.core.annotations.rows import annotations_of, put_anchor, settle_row
from animating_alliances_desktop.core.annotations.texts import Texts
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AnnotationRow
from animating_alliances_desktop.core.errors import AppError

SET_ASIDE = -1


class ReviewStore:
    """Lists what has moved, and takes the user's word for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moved(self) -> list[Moved]:
        """The highlights that were found elsewhere or with other words, each with the words of now."""
        query = select(AnnotationRow).where(AnnotationRow.state == State.MOVED.value)
        with self._database.read() as session:
            rows = session.scalars(query.order_by(AnnotationRow.target, AnnotationRow.start)).all()
            texts = Texts(session)
            return [
                Moved(annotation, _words_now(texts, annotation))
                for annotation in annotations_of(session, rows)
            ]

    def accept(self, refs: Collection[Ref]) -> Changes:
        """Take the words of now for the highlight's own; raises AppError if they are not to be found."""
        with self._database.write() as writing:
            texts = Texts(writing.session)
            for ref in refs:
                row = writing.find(AnnotationRow, ref)
                anchor = _anchor_now(texts, Ref.parse(row.target), _anchor_of(row))
                if anchor is None:
                    raise AppError(
                        "These words are not in the text any more. Open the text, and mark them anew."
                    )
                put_anchor(row, anchor)
                row.state = State.EXACT.value
        return writing.changes | Changes.of(Ref.parse(row.target)) if refs else Changes()

    def set_aside(self, refs: Collection[Ref]) -> Changes:
        """Take the user's word that a passage is gone: it is kept with its quote, and looked for no more."""
        with self._database.write() as writing:
            for ref in refs:
                row = writing.find(AnnotationRow, ref)
                row.state, row.start, row.end = State.LOST.value, SET_ASIDE, SET_ASIDE
        return writing.changes

    def put_back(self, annotations: Iterable[Annotation]) -> Changes:
        """Take back what was accepted or set aside: highlights as they were before."""
        with self._database.write() as writing:
            for annotation in annotations:
                row = writing.find(AnnotationRow, annotation.ref)
                put_anchor(row, annotation.anchor)
                row.state = annotation.state.value
        return writing.changes

    def settle_in(self, targets: Collection[Ref]) -> Changes:
        """Look where the highlights of these texts stand now, after the texts were made anew."""
        marked = {ref for ref in self._marked() if ref in targets}
        if not marked:
            return Changes()
        with self._database.write() as writing:
            texts = Texts(writing.session)
            query = select(AnnotationRow).where(AnnotationRow.target.in_([str(ref) for ref in marked]))
            for row in writing.session.scalars(query):
                _settle(row, texts.words_of(Ref.parse(row.target)))
        return writing.changes

    def _marked(self) -> set[Ref]:
        with self._database.read() as session:
            return {Ref.parse(target) for target in session.scalars(select(AnnotationRow.target).distinct())}


def _settle(row: AnnotationRow, words: Normalised | None) -> None:
    """Note only what says more than was known: what was moved stays so until the user has looked at it."""
    if words is None:
        return
    placed = place(words, _anchor_of(row))
    if placed.state is State.EXACT and row.state == State.MOVED.value:
        placed = replace(placed, state=State.MOVED)
    settle_row(row, placed)


def _words_now(texts: Texts, annotation: Annotation) -> str:
    found = _anchor_now(texts, annotation.target, annotation.anchor)
    return found.exact if found is not None else ""


def _anchor_now(texts: Texts, target: Ref, anchor: Anchor) -> Anchor | None:
    """The words of now; in a text with pages the page has noted their place already, and only it can."""
    words, pages = texts.words_of(target), texts.of_pages(target)
    if pages is not None:
        return anchor if find_quote(pages, anchor.exact) is not None else None
    if words is None:
        return None
    placed = place(words, anchor)
    return anchor_of(words, placed.start, placed.end) if placed.state is not State.LOST else None


def _anchor_of(row: AnnotationRow) -> Anchor:
    return Anchor(row.exact, row.prefix, row.suffix, row.start, row.end)
