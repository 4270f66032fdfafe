"""The journal: entries, and the later thoughts beside them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Base, Record
from animating_alliances_desktop.core.database.tables.alliances import AllianceRow
from animating_alliances_desktop.core.findable import Facets, Findable, cut
from animating_alliances_desktop.core.pointing import in_words


class EntryRow(Record):
    """A journal entry: a draft until it is kept, then it stands."""

    __tablename__ = "entry"
    KIND = Kind.ENTRY
    alliance_id: Mapped[UUID] = mapped_column(ForeignKey("alliance.id"), index=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    minutes: Mapped[int | None]
    title: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    form: Mapped[str] = mapped_column(String(16))
    parts: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}", info=USER_TEXT)
    """What stands in each part of the form, by the part's key."""
    kept_at: Mapped[datetime | None]
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    energy: Mapped[int | None]
    """From 1 to 5, if the user cared to say."""
    trust: Mapped[int | None]
    alliance: Mapped[AllianceRow] = relationship()
    addenda: Mapped[list[AddendumRow]] = relationship(
        back_populates="entry", order_by="AddendumRow.created_at", cascade="save-update, merge"
    )

    @property
    def label(self) -> str:
        """Its title, or else whose it is and when."""
        return self.title or f"{self.alliance.name}, {self.day.day} {self.day:%B %Y}"

    @property
    def written(self) -> list[str]:
        """Its texts in their order, and the later thoughts beside it."""
        return [
            *(text for text in self.parts.values() if text),
            *(addendum.text for addendum in self.addenda),
        ]

    def findable(self) -> Findable:
        """What was written, and the later thoughts beside it."""
        parts = [("", in_words(text)) for text in self.written]
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


class SealRow(Base):
    """One link of the chain that shows what became of kept entries; never written over, but for what it hides."""

    __tablename__ = "seal"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ref: Mapped[str] = mapped_column(String(200), index=True)
    event: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    nonce: Mapped[str | None] = mapped_column(String(64))
    """Erased with what it hides."""
    content: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    said: Mapped[str | None]
    """What the entry said then, once it says something else."""
