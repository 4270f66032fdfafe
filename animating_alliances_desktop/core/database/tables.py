"""The schema: everything of the user's as a dated, numbered row; and what is only kept to be quick."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Date, Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Base, Record, new_id, now
from animating_alliances_desktop.core.findable import Facets, Findable, Passage, cut
from animating_alliances_desktop.core.pointing import in_words


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

    def findable(self) -> Findable:
        """Its paragraphs, cut into passages."""
        paragraphs = ((heading, text) for heading, text in self.paragraphs)
        return Findable(self.ref, self.title, cut(paragraphs), Facets(author=self.author))


class PictureRow(Base):
    """A picture in a document, as it came out of it; derived from the original, and kept as long as that."""

    __tablename__ = "picture"
    document_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes]


class AllianceRow(Record):
    """An alliance that the user works with."""

    __tablename__ = "alliance"
    KIND = Kind.ALLIANCE
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    purpose: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    description: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    members: Mapped[list[MemberRow]] = relationship(
        back_populates="alliance", order_by="MemberRow.name", cascade="save-update, merge"
    )

    def findable(self) -> Findable:
        """Its name, what it is for, and who belongs to it."""
        members = "\n".join(f"{member.name} {member.people} {member.seeks}" for member in self.members)
        return Findable(
            self.ref,
            self.name,
            cut([("", in_words(text)) for text in (self.purpose, self.description, members)]),
            Facets(alliance=self.name),
        )


class MemberRow(Record):
    """An organisation that belongs to an alliance, and who speaks for it."""

    __tablename__ = "member"
    KIND = Kind.ALLIANCE
    alliance_id: Mapped[UUID] = mapped_column(ForeignKey("alliance.id"), index=True)
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    people: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    seeks: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    alliance: Mapped[AllianceRow] = relationship(back_populates="members")

    @property
    def ref(self) -> Ref:
        """A member is known by its own key, and shown with its alliance."""
        return Ref(Kind.ALLIANCE, f"{self.alliance_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The alliance."""
        return Ref(Kind.ALLIANCE, str(self.alliance_id))


class EntryRow(Record):
    """A journal entry: a draft until it is kept, then it stands."""

    __tablename__ = "entry"
    KIND = Kind.ENTRY
    alliance_id: Mapped[UUID] = mapped_column(ForeignKey("alliance.id"), index=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    minutes: Mapped[int | None]
    title: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    form: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    so_what: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    now_what: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    free: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    kept_at: Mapped[datetime | None]
    alliance: Mapped[AllianceRow] = relationship()
    addenda: Mapped[list[AddendumRow]] = relationship(
        back_populates="entry", order_by="AddendumRow.created_at", cascade="save-update, merge"
    )

    @property
    def label(self) -> str:
        """Its title, or else whose it is and when."""
        return self.title or f"{self.alliance.name}, {self.day.day} {self.day:%B %Y}"

    def findable(self) -> Findable:
        """What was written, and the later thoughts beside it."""
        parts = [("", in_words(text)) for text in (self.what, self.so_what, self.now_what, self.free)]
        parts += [("", in_words(addendum.text)) for addendum in self.addenda]
        return Findable(self.ref, self.label, cut(parts), Facets(alliance=self.alliance.name, day=self.day))


class AddendumRow(Record):
    """A later thought, beside the entry that it is about."""

    __tablename__ = "addendum"
    KIND = Kind.ENTRY
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), index=True)
    text: Mapped[str] = mapped_column(info=USER_TEXT)
    entry: Mapped[EntryRow] = relationship(back_populates="addenda")

    @property
    def ref(self) -> Ref:
        """An addendum is known by its own key, and shown with its entry."""
        return Ref(Kind.ENTRY, f"{self.entry_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The entry."""
        return Ref(Kind.ENTRY, str(self.entry_id))


class AnnotationRow(Record):
    """A highlighted passage: the quote, what stood around it, and where it was (W3C Web Annotation terms)."""

    __tablename__ = "annotation"
    KIND = Kind.ANNOTATION
    target: Mapped[str] = mapped_column(String(200), index=True)
    target_title: Mapped[str]
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    colour: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    page: Mapped[int | None]
    """Of a text with pages, the first page that the passage stands on (from 0)."""

    def findable(self) -> Findable:
        """The quoted words, under the title of the text that they stand in."""
        return Findable(
            self.ref, self.target_title, (Passage(self.exact),), Facets(day=self.created_at.date())
        )


class NoteRow(Record):
    """The user's words about a text, or about a highlighted passage of it."""

    __tablename__ = "note"
    KIND = Kind.NOTE
    about: Mapped[str] = mapped_column(String(200), index=True)
    about_title: Mapped[str]
    text: Mapped[str] = mapped_column(info=USER_TEXT)

    def findable(self) -> Findable:
        """The note, under the title of what it is about."""
        return Findable(
            self.ref, self.about_title, cut([("", in_words(self.text))]), Facets(day=self.created_at.date())
        )


class TagRow(Record):
    """A word of the user's own under which anything can be put."""

    __tablename__ = "tag"
    KIND = Kind.TAG
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    """Search finds a tag through the things that have it."""


class TaggingRow(Record):
    """That a thing has a tag."""

    __tablename__ = "tagging"
    KIND = Kind.TAG
    tag_id: Mapped[UUID] = mapped_column(ForeignKey("tag.id"), index=True)
    target: Mapped[str] = mapped_column(String(200), index=True)
    tag: Mapped[TagRow] = relationship()

    @property
    def ref(self) -> Ref:
        """A tagging is known by its own key, and shown with its tag."""
        return Ref(Kind.TAG, f"{self.tag_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The tag."""
        return Ref(Kind.TAG, str(self.tag_id))


class CollectionRow(Record):
    """Things that the user put together, in an order; the reading list is one."""

    __tablename__ = "collection"
    KIND = Kind.COLLECTION
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    about: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    role: Mapped[str] = mapped_column(String(16), default="")
    """`reading` for the one reading list, else nothing."""

    def findable(self) -> Findable:
        """Its name and what it is about."""
        return Findable(self.ref, self.name, cut([("", in_words(self.about))]))


class CollectedRow(Record):
    """That a thing is in a collection, and at which place."""

    __tablename__ = "collected"
    KIND = Kind.COLLECTION
    collection_id: Mapped[UUID] = mapped_column(ForeignKey("collection.id"), index=True)
    target: Mapped[str] = mapped_column(String(200), index=True)
    position: Mapped[int]
    collection: Mapped[CollectionRow] = relationship()

    @property
    def ref(self) -> Ref:
        """An entry of a collection is known by its own key, and shown with its collection."""
        return Ref(Kind.COLLECTION, f"{self.collection_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The collection."""
        return Ref(Kind.COLLECTION, str(self.collection_id))


class LinkRow(Base):
    """That a text of the user's points at a thing by `[[…]]`; derived from the text, written with it."""

    __tablename__ = "link"
    source: Mapped[str] = mapped_column(String(200), primary_key=True)
    target: Mapped[str] = mapped_column(String(200), primary_key=True, index=True)
    words: Mapped[str]
    """The sentence around the link."""


class PlaceRow(Base):
    """Where the user stopped reading a text."""

    __tablename__ = "place"
    ref: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int]
    quote: Mapped[str]
    fraction: Mapped[float] = mapped_column(Float)
    read_at: Mapped[datetime] = mapped_column(default=now)


class RevisionRow(Base):
    """What a row said before somebody wrote over it."""

    __tablename__ = "revision"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    ref: Mapped[str] = mapped_column(String(200), index=True)
    rev: Mapped[int]
    texts: Mapped[dict[str, Any]]
    replaced_at: Mapped[datetime] = mapped_column(default=now)


class TombstoneRow(Base):
    """What is left of a deleted row: that it was there, and, until it is emptied, all that brings it back."""

    __tablename__ = "tombstone"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    ref: Mapped[str] = mapped_column(String(200), index=True)
    batch: Mapped[UUID] = mapped_column(index=True)
    table_name: Mapped[str] = mapped_column(String(32))
    rev: Mapped[int]
    record: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    deleted_at: Mapped[datetime] = mapped_column(default=now)


RECORDS: tuple[type[Record], ...] = (
    AllianceRow,
    MemberRow,
    DocumentRow,
    EntryRow,
    AddendumRow,
    AnnotationRow,
    NoteRow,
    TagRow,
    TaggingRow,
    CollectionRow,
    CollectedRow,
)
"""The tables of the user's rows, parents before children."""
