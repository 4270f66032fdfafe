"""What can be read: the shipped library, the documents of the user, and where reading stopped."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Float, String
from sqlalchemy.orm import Mapped, mapped_column

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.database.record import USER_TEXT, Base, Record, now
from animating_alliances_desktop.core.findable import Facets, Findable, Passage, cut


class MetaRow(Base):
    """Facts about the workspace itself."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str]


class BundledRow(Base):
    """A text of the shipped library, rendered; derived from the content files, made anew when they change."""

    __tablename__ = "bundled"
    ref: Mapped[str] = mapped_column(String(200), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), index=True)
    position: Mapped[int]
    title: Mapped[str]
    summary: Mapped[str]
    fields: Mapped[dict[str, Any]]
    source: Mapped[str] = mapped_column(deferred=True)
    html: Mapped[str] = mapped_column(deferred=True)
    outline: Mapped[list[Any]] = mapped_column(deferred=True)
    words: Mapped[int]


class DocumentRow(Record):
    """A text that the user brought along: the original bytes, and what they became."""

    __tablename__ = "document"
    KIND = Kind.DOCUMENT
    title: Mapped[str] = mapped_column(info=USER_TEXT)
    author: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    year: Mapped[str] = mapped_column(String(16), default="")
    summary: Mapped[str] = mapped_column(default="")
    """What there is to say of those parts of it that hold no text, such as scanned pages."""
    file_name: Mapped[str] = mapped_column(default="", server_default="")
    media_type: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    original: Mapped[bytes] = mapped_column(deferred=True)
    html: Mapped[str] = mapped_column(deferred=True)
    outline: Mapped[list[Any]] = mapped_column(deferred=True)
    paragraphs: Mapped[list[Any]] = mapped_column(deferred=True)
    pages: Mapped[list[Any]] = mapped_column(default=list, server_default="[]", deferred=True)
    """Of a text with pages, for each its printed number and how many words it holds: [["iv", 120], …]."""
    words: Mapped[int]
    own_outline: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)
    """The outline as the user wants it; None as long as that is the one of the file."""

    def findable(self) -> Findable:
        """Its paragraphs, cut into passages, what there is to say of those parts that hold no text, and the lines of
        its outline that are the user's own.
        """
        paragraphs = ((heading, text) for heading, text in self.paragraphs)
        told = (Passage(self.summary),) if self.summary else ()
        passages = cut(paragraphs) + told + self._own_lines()
        return Findable(self.ref, self.title, passages, Facets(author=self.author))

    def _own_lines(self) -> tuple[Passage, ...]:
        if not self.own_outline:
            return ()
        known = {title for _level, title, *_ in self.outline}
        return tuple(Passage("", title) for _level, title, *_ in self.own_outline if title not in known)


class PictureRow(Base):
    """A picture in a document, as it came out of it; derived from the original, and kept as long as that."""

    __tablename__ = "picture"
    document_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes]


class PlaceRow(Base):
    """Where the user stopped reading a text."""

    __tablename__ = "place"
    ref: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int]
    quote: Mapped[str]
    fraction: Mapped[float] = mapped_column(Float)
    read_at: Mapped[datetime] = mapped_column(default=now)
