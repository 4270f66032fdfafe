"""Rows of highlights and notes as the things that they stand for, with their tags and under present titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import find
from animating_alliances_desktop.core.database.tables import AnnotationRow, NoteRow, TaggingRow, TagRow
from animating_alliances_desktop.core.database.titles import fresh, titles_of
from animating_alliances_desktop.core.errors import AppError

_FEW = 200
"""Of so many things the tags are asked for one by one; of more, all at once."""
Tags = dict[str, tuple[str, ...]]


def annotations_of(session: Session, rows: Iterable[AnnotationRow]) -> list[Annotation]:
    """Highlights with the notes on them."""
    rows = list(rows)
    notes: dict[str, list[NoteRow]] = {}
    for note in notes_on(session, rows):
        notes.setdefault(note.about, []).append(note)
    tags = _tags(
        session, [str(row.ref) for row in [*rows, *(one for some in notes.values() for one in some)]]
    )
    titles = titles_of(session, {Ref.parse(row.target) for row in rows})
    texts = fresh(session, ["\n\n".join(one.text for one in notes.get(str(row.ref), ())) for row in rows])
    return [
        _annotation(row, text, titles, _together(tags, row, notes.get(str(row.ref), ())))
        for row, text in zip(rows, texts, strict=True)
    ]


def notes_of(session: Session, rows: Iterable[NoteRow]) -> list[Note]:
    """Notes."""
    rows = list(rows)
    tags = _tags(session, [str(row.ref) for row in rows])
    about = {Ref.parse(row.about) for row in rows}
    titles = titles_of(session, {ref for ref in about if ref.kind not in (Kind.NOTE, Kind.ANNOTATION)})
    texts = fresh(session, [row.text for row in rows])
    return [
        _note(row, text, titles, tags.get(str(row.ref), ())) for row, text in zip(rows, texts, strict=True)
    ]


def notes_on(session: Session, rows: Sequence[AnnotationRow]) -> list[NoteRow]:
    """The notes on these highlights, in the order in which they were made."""
    if len(rows) > _FEW:  # more than SQLite takes in one question: all notes on highlights, then
        about = {str(row.ref) for row in rows}
        query = select(NoteRow).where(NoteRow.about.like("aa:annotation/%")).order_by(NoteRow.created_at)
        return [note for note in session.scalars(query) if note.about in about]
    refs = [str(row.ref) for row in rows]
    return list(session.scalars(select(NoteRow).where(NoteRow.about.in_(refs)).order_by(NoteRow.created_at)))


def title_of(session: Session, ref: Ref) -> str:
    """The title of what is written about; raises AppError if it is not there."""
    if ref.kind is Kind.ANNOTATION:
        return find(session, AnnotationRow, ref).target_title
    title = titles_of(session, [ref]).get(ref)
    if title is None:
        raise AppError(f"There is no {ref.kind.value} “{ref.key[:60]}” in the library.")
    return title


def settle_row(row: AnnotationRow, placed: Placed) -> None:
    """Write down where a highlight stands; one that has no place keeps where it stood."""
    row.state = placed.state.value
    put_anchor(row, placed.anchor)


def put_anchor(row: AnnotationRow, anchor: Anchor) -> None:
    """Give a highlight an anchor."""
    row.exact, row.prefix, row.suffix = anchor.exact, anchor.prefix, anchor.suffix
    row.start, row.end = anchor.start, anchor.end


def _annotation(row: AnnotationRow, note: str, titles: dict[Ref, str], tags: tuple[str, ...]) -> Annotation:
    target = Ref.parse(row.target)
    return Annotation(
        ref=row.ref,
        target=target,
        anchor=Anchor(row.exact, row.prefix, row.suffix, row.start, row.end),
        colour=Colour(row.colour),
        state=State(row.state),
        note=note,
        made=row.created_at,
        changed=row.changed_at,
        target_title=titles.get(target, row.target_title),
        page=row.page,
        tags=tags,
    )


def _note(row: NoteRow, text: str, titles: dict[Ref, str], tags: tuple[str, ...]) -> Note:
    about = Ref.parse(row.about)
    title = titles.get(about, row.about_title)
    return Note(row.ref, about, text, row.created_at, row.changed_at, title, tags)


def _together(tags: Tags, row: AnnotationRow, notes: Iterable[NoteRow]) -> tuple[str, ...]:
    own = (name for one in (row, *notes) for name in tags.get(str(one.ref), ()))
    return tuple(sorted(dict.fromkeys(own), key=str.casefold))


def _tags(session: Session, refs: Sequence[str]) -> Tags:
    query = select(TaggingRow.target, TagRow.name).join(TagRow, TaggingRow.tag_id == TagRow.id)
    if len(refs) <= _FEW:
        query = query.where(TaggingRow.target.in_(refs))
    found: Tags = {}
    for target, name in session.execute(query.order_by(TagRow.name)):
        found[target] = (*found.get(target, ()), name)
    return found
