"""The outlines of the user's documents: as they came with the file, or as the user shaped them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import DocumentRow
from animating_alliances_desktop.core.library import documents
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Outlined, stored


class OutlineStore:
    """Tells and shapes outlines; the one of the file is kept whatever becomes of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ref: Ref) -> Outlined:
        """The outline of a document; raises AppError if that is not there."""
        with self._database.read() as session:
            return documents.outlined(find(session, DocumentRow, ref))

    def shape(self, ref: Ref, lines: Sequence[Heading] | None) -> Changes:
        """Give a document an outline of the user's own; None goes back to the one of its file."""
        with self._database.write() as writing:
            row = writing.find(DocumentRow, ref)
            row.own_outline = None if lines is None else stored(lines)
        return writing.changes

    def shaped(self) -> dict[Ref, tuple[Heading, ...]]:
        """The outlines that the user shaped, by document."""
        with self._database.read() as session:
            rows = session.scalars(select(DocumentRow).where(DocumentRow.own_outline.is_not(None)))
            return {row.ref: documents.outlined(row).lines for row in rows}
