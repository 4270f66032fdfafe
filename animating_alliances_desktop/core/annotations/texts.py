"""The words of the texts that highlights stand in, as the reader shows them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.annotations.normal import Normalised, of_html
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import BundledRow, DocumentRow


class Texts:
    """Fetches each text once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[Ref, tuple[Normalised | None, bool]] = {}

    def words_of(self, ref: Ref) -> Normalised | None:
        """The words of a text; None if there is none, or if it has pages: those have an order of their own."""
        words, has_pages = self._look_up(ref)
        return words if not has_pages else None

    def of_pages(self, ref: Ref) -> Normalised | None:
        """The words of a text that has pages: good for knowing whether words are in it, not for where they stand."""
        words, has_pages = self._look_up(ref)
        return words if has_pages else None

    def _look_up(self, ref: Ref) -> tuple[Normalised | None, bool]:
        if ref not in self._held:
            html, has_pages = self._html_of(ref)
            self._held[ref] = (of_html(html) if html is not None else None), has_pages
        return self._held[ref]

    def _html_of(self, ref: Ref) -> tuple[str | None, bool]:
        if ref.kind is not Kind.DOCUMENT:
            return self._session.scalar(select(BundledRow.html).where(BundledRow.ref == str(ref))), False
        row = self._session.execute(
            select(DocumentRow.html, DocumentRow.pages).where(DocumentRow.id == _id(ref))
        ).first()
        return (row.html, bool(row.pages)) if row is not None else (None, False)


def _id(ref: Ref) -> UUID | None:
    try:
        return UUID(ref.key)
    except ValueError:
        return None
