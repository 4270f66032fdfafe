"""What puts things together: tags and collections."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Record
from animating_alliances_desktop.core.findable import Findable, cut
from animating_alliances_desktop.core.pointing import in_words


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

    def findable(self) -> Findable | None:
        """Its name and what it is about; the reading list has a place of its own."""
        return None if self.role else Findable(self.ref, self.name, cut([("", in_words(self.about))]))


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
