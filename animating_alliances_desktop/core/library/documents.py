"""What is done with a document of the user's once it is there: described anew, taken away, brought back."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Text, delete, insert, literal, select, type_coerce, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import (
    AnnotationRow,
    DocumentRow,
    NoteRow,
    PictureRow,
    TombstoneRow,
)
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.bundle import headings
from animating_alliances_desktop.core.library.outlining import Outlined, fetched

ORIGINAL = "original"
"""Under this name the bytes of a document that was taken away wait among its pictures: a grave is too small."""
_LONGEST_YEAR = 16


def describe(writing: Writing, ref: Ref, title: str, author: str, year: str) -> None:
    """Call a document otherwise; what hangs on it calls it so, too."""
    row = writing.find(DocumentRow, ref)
    title, author, year = (" ".join(words.split()) for words in (title, author, year))
    if not title:
        raise AppError("A document needs a title: write one first.")
    if len(year) > _LONGEST_YEAR:
        raise AppError("Write the year as it is printed, such as 2021 or 2019 to 2021.")
    if title != row.title:
        target = str(ref)
        for mark in writing.session.scalars(select(AnnotationRow).where(AnnotationRow.target == target)):
            mark.target_title = title
        for note in writing.session.scalars(select(NoteRow).where(NoteRow.about == target)):
            note.about_title = title
    row.title, row.author, row.year = title, author, year


def outlined(row: DocumentRow) -> Outlined:
    """The outline of a document: the user's own, or the one of its file."""
    original = headings(row.outline)
    if row.own_outline is None:
        return Outlined(original, original)
    return Outlined(fetched(row.own_outline), original, own=True)


def take_away(writing: Writing, ref: Ref) -> UUID:
    """Take a document away; its pictures and its bytes stay where they are until nothing can bring it back."""
    key = _key(ref)
    row = writing.session.get(DocumentRow, key)
    if row is None:
        raise AppError("This document is not there any more. Go back to the library.")
    bytes_of_it = select(literal(key), literal(ORIGINAL), DocumentRow.original).where(DocumentRow.id == key)
    writing.session.execute(insert(PictureRow).from_select(["document_id", "name", "data"], bytes_of_it))
    set_committed_value(row, "original", b"")
    return writing.delete(row)


def bring_back(writing: Writing, batch: UUID) -> None:
    """Bring back what was taken away, documents with their bytes; raises AppError if that came in anew meanwhile."""
    digests = [record["digest"] for record in _buried(writing.session, batch)]
    if writing.session.scalar(select(DocumentRow.id).where(DocumentRow.digest.in_(digests))) is not None:
        raise AppError("This document was brought in again meanwhile: it is in the library already.")
    for row in writing.restore(batch):
        if isinstance(row, DocumentRow):
            waiting = select(PictureRow.data).where(
                PictureRow.document_id == row.id, PictureRow.name == ORIGINAL
            )
            original = waiting.scalar_subquery()
            writing.session.execute(
                update(DocumentRow)
                .where(DocumentRow.id == row.id, waiting.exists())
                .values(original=original)
            )
            writing.session.execute(
                delete(PictureRow).where(PictureRow.document_id == row.id, PictureRow.name == ORIGINAL)
            )


def drop_orphans(connection: Connection) -> None:
    """Let go of the pictures of documents that nothing can bring back any more."""
    with_pictures = set(connection.scalars(select(PictureRow.document_id).distinct()))
    if not with_pictures:
        return
    alive = set(connection.scalars(select(DocumentRow.id)))
    full = type_coerce(TombstoneRow.record, Text) != "null"  # an emptied one holds NULL, or the null of JSON
    graves = connection.scalars(select(TombstoneRow.ref).where(full))
    for key in with_pictures - alive - set(_documents_among(graves)):
        connection.execute(delete(PictureRow).where(PictureRow.document_id == key))


def _buried(session: Session, batch: UUID) -> list[dict[str, str]]:
    found = select(TombstoneRow).where(
        TombstoneRow.batch == batch, TombstoneRow.table_name == DocumentRow.__tablename__
    )
    return [grave.record for grave in session.scalars(found) if grave.record is not None]


def _documents_among(refs: Iterable[str]) -> Iterable[UUID]:
    found = (Ref.parse(ref) for ref in refs)
    return (UUID(ref.key) for ref in found if ref.kind is Kind.DOCUMENT)


def _key(ref: Ref) -> UUID:
    try:
        return UUID(ref.key)
    except ValueError:
        raise AppError("This document is not there any more. Go back to the library.") from None
