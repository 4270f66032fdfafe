"""The library of a workspace: what ships with the app and what the user brought, in one list and one reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from uuid import UUID

from sqlalchemy import LargeBinary, func, select, type_coerce
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import (
    BundledRow,
    DocumentRow,
    MetaRow,
    PictureRow,
    PlaceRow,
)
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import documents, wording
from animating_alliances_desktop.core.library.bundle import PROBLEMS, headings
from animating_alliances_desktop.core.library.formats import MARKDOWN_TYPE, PDF_TYPE, PLAIN_TYPE
from animating_alliances_desktop.core.library.imports import Importer, Report
from animating_alliances_desktop.core.library.model import (
    PAGE,
    Continued,
    Heading,
    Listed,
    Place,
    Reading,
    minutes_to_read,
)
from animating_alliances_desktop.core.library.pictures import ADDRESS, HEAD, size_of
from animating_alliances_desktop.core.library.watching import Watcher
from animating_alliances_desktop.core.progress import Progress

KINDS = (
    Kind.QUESTION,
    Kind.PAPER,
    Kind.CASE,
    Kind.GUIDE,
    Kind.INSTRUMENT,
    Kind.FORM,
    Kind.PROMPT,
    Kind.SLIDES,
    Kind.TERM,
    Kind.SOURCE,
    Kind.DOCUMENT,
)
"""The kinds that the library holds, in the order in which it shows them."""
FINISHED = 0.97


class LibraryStore:
    """Lists, opens and brings in texts, and remembers where the user stopped reading."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._importer = Importer(database)
        self._watcher = Watcher(database, self._importer)

    def listed(self, kinds: Collection[Kind] = KINDS) -> list[Listed]:
        """The texts of these kinds, in the library's order."""
        with self._database.read() as session:
            found = [*_bundled(session, kinds), *(_documents(session) if Kind.DOCUMENT in kinds else ())]
        return sorted(found, key=lambda text: KINDS.index(text.kind))

    def problems(self) -> list[str]:
        """What is wrong with the shipped files, a sentence each."""
        with self._database.read() as session:
            row = session.get(MetaRow, PROBLEMS)
            return row.value.splitlines() if row is not None else []

    def title_of(self, ref: Ref) -> str:
        """The title of a text; raises AppError if it is not there."""
        with self._database.read() as session:
            return _row(session, ref).title

    def credit_of(self, ref: Ref) -> str:
        """Who wrote a document, and when, as far as that is known."""
        with self._database.read() as session:
            row = find(session, DocumentRow, ref)
            return ", ".join(part for part in (row.author, row.year) if part)

    def place_of(self, ref: Ref) -> Place | None:
        """Where the user stopped reading a text; None where that is not known."""
        with self._database.read() as session:
            return _place(session, ref)

    def read(self, ref: Ref) -> Reading:
        """A text for the reader, with the place where the user stopped; raises AppError if it is not there."""
        with self._database.read() as session:
            row = _row(session, ref)
            fields = row.fields if isinstance(row, BundledRow) else _said_of(row)
            minutes = minutes_to_read(row.words) if row.words else 0
            place = _place(session, ref)
            page = _page(row, place)
            return Reading(
                ref=ref,
                title=row.title,
                subtitle=wording.subtitle(ref.kind, fields, minutes),
                html=row.html,
                outline=_outline(row),
                words=row.words,
                minutes=minutes,
                place=None if page else place,
                meta=wording.meta(ref.kind, fields),
                related=tuple(_related(session, fields.get("related", ()))),
                figures=_figures(row),
                pictures=_pictures(session, row),
                page=page,
            )

    def source_of(self, ref: Ref) -> str:
        """A text as it was written (Markdown), for the command line; of other files, their words."""
        with self._database.read() as session:
            row = _row(session, ref)
            if isinstance(row, BundledRow):
                return row.source
            if row.media_type in (MARKDOWN_TYPE, PLAIN_TYPE):
                return row.original.decode("utf-8", errors="replace")
            return _as_markdown(row)

    def original_of(self, ref: Ref) -> bytes:
        """The bytes of a document as they were brought in."""
        with self._database.read() as session:
            return find(session, DocumentRow, ref).original

    def picture(self, ref: Ref, name: str) -> bytes:
        """A picture of a document (`aa:picture/NAME` in its body); raises AppError if it is not there."""
        with self._database.read() as session:
            row = session.get(PictureRow, (find(session, DocumentRow, ref).id, name))
            if row is None:
                raise AppError("This picture is not there any more. Import the document again.")
            return row.data

    def media_type_of(self, ref: Ref) -> str:
        """What kind of file a document was; raises AppError if it is not there."""
        with self._database.read() as session:
            return find(session, DocumentRow, ref).media_type

    def html_of(self, ref: Ref) -> str:
        """The body of a text as the reader shows it."""
        with self._database.read() as session:
            return _row(session, ref).html

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a text."""
        with self._database.write() as writing:
            writing.session.merge(
                PlaceRow(
                    ref=str(ref),
                    position=place.position,
                    quote=place.quote,
                    fraction=place.fraction,
                    read_at=now(),
                )
            )
        return Changes.of(ref)

    def continued(self, most: int = 3) -> list[Continued]:
        """The texts that were begun and not finished, the latest first."""
        with self._database.read() as session:
            places = session.scalars(
                select(PlaceRow)
                .where(PlaceRow.fraction < FINISHED)
                .order_by(PlaceRow.read_at.desc())
                .limit(most * 3)
            )
            found = ((place, _row_or_none(session, Ref.parse(place.ref))) for place in places)
            begun = [
                Continued(Ref.parse(place.ref), row.title, place.fraction)
                for place, row in found
                if row is not None
            ]
        return begun[:most]

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None, password: str = "") -> Report:
        """Import files and folders; see `Importer.bring_in`."""
        return self._importer.bring_in(paths, progress, password)

    def look_through(self, folders: Iterable[Path], progress: Progress | None = None) -> Report:
        """Import what is new in watched folders; see `Watcher.look_through`."""
        return self._watcher.look_through(folders, progress)

    def describe(self, ref: Ref, *, title: str, author: str, year: str) -> Changes:
        """Call a document otherwise than its file does; raises AppError if the title is blank."""
        with self._database.write() as writing:
            documents.describe(writing, ref, title, author, year)
        return writing.changes

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a document of the user's away; the key brings it back by `restore`."""
        with self._database.write() as writing:
            batch = documents.take_away(writing, ref)
        return Changes.of(ref), batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away."""
        with self._database.write() as writing:
            documents.bring_back(writing, batch)
        return writing.changes


def _bundled(session: Session, kinds: Collection[Kind]) -> Iterator[Listed]:
    rows = session.scalars(
        select(BundledRow)
        .where(BundledRow.kind.in_([kind.value for kind in kinds]))
        .order_by(BundledRow.position)
    )
    for row in rows:
        fields = {name: value for name, value in row.fields.items() if name != "figures"}
        questions = tuple(fields.get("questions", ()))
        yield Listed(
            Ref.parse(row.ref), row.title, row.summary, questions, minutes_to_read(row.words), fields
        )


def _documents(session: Session) -> Iterator[Listed]:
    for row in session.scalars(select(DocumentRow).order_by(DocumentRow.created_at.desc())):
        said = ", ".join(part for part in (row.author, row.year) if part)
        summary = " · ".join(part for part in (said, row.summary) if part)
        fields = {**_said_of(row), "media_type": row.media_type, "added": row.created_at.date().isoformat()}
        yield Listed(row.ref, row.title, summary, (), minutes_to_read(row.words) if row.words else 0, fields)


def _said_of(row: DocumentRow) -> dict[str, str]:
    """What there is to say of a document besides its title; `gaps` says which pages hold no text."""
    return {"author": row.author, "year": row.year, "gaps": row.summary, "file_name": row.file_name}


def _as_markdown(row: DocumentRow) -> str:
    """The words of a document under its headings."""
    parts, above = [f"# {row.title}"], ""
    for heading, text in row.paragraphs:
        if heading != above:
            parts.append(f"## {heading}")
            above = heading
        parts.append(text)
    return "\n\n".join(parts) + "\n"


def _row(session: Session, ref: Ref) -> BundledRow | DocumentRow:
    if ref.kind is Kind.DOCUMENT:
        return find(session, DocumentRow, ref)
    row = session.get(BundledRow, str(ref))
    if row is None:
        raise AppError(f"There is no {ref.kind.value} “{ref.key[:60]}” in the library.")
    return row


def _row_or_none(session: Session, ref: Ref) -> BundledRow | DocumentRow | None:
    try:
        return _row(session, ref)
    except AppError:
        return None


def _figures(row: BundledRow | DocumentRow) -> Mapping[str, str]:
    figures: Mapping[str, str] = row.fields.get("figures", {}) if isinstance(row, BundledRow) else {}
    return figures


def _pictures(session: Session, row: BundledRow | DocumentRow) -> dict[str, tuple[int, int]]:
    """The sizes of a document's pictures, by name; what is no picture that can be shown is left out."""
    if not isinstance(row, DocumentRow) or ADDRESS not in row.html:
        return {}
    head = type_coerce(func.substr(PictureRow.data, 1, HEAD), LargeBinary)
    heads = session.execute(select(PictureRow.name, head).where(PictureRow.document_id == row.id))
    sizes = ((name, size_of(data)) for name, data in heads)
    return {name: size for name, size in sizes if size is not None}


def _outline(row: BundledRow | DocumentRow) -> tuple[Heading, ...]:
    return documents.outlined(row).lines if isinstance(row, DocumentRow) else headings(row.outline)


def _place(session: Session, ref: Ref) -> Place | None:
    row = session.get(PlaceRow, str(ref))
    return Place(row.position, row.quote, row.fraction) if row is not None else None


def _page(row: BundledRow | DocumentRow, place: Place | None) -> str:
    """The id of the page where a text with pages was left; nothing for others."""
    if not isinstance(row, DocumentRow) or row.media_type != PDF_TYPE:
        return ""
    return f"page-{(place.position if place is not None else 0) // PAGE + 1}"


def _related(session: Session, related: Iterable[str]) -> Iterator[tuple[Ref, str]]:
    for text in related:
        ref = Ref.parse(text)
        row = _row_or_none(session, ref)
        if row is not None:
            yield ref, row.title
