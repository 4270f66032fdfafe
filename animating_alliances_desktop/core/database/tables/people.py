"""People, whatever alliance one meets them in, the seats that they have, and what is kept with an alliance."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.database.record import GOES_ALONG, USER_TEXT, Base, Record
from animating_alliances_desktop.core.database.tables.alliances import (
    AllianceRow,
    BelongingRow,
    MemberRow,
    OrganisationRow,
)
from animating_alliances_desktop.core.findable import Findable, cut
from animating_alliances_desktop.core.pointing import in_words


class PersonRow(Record):
    """A person; what they do in an alliance is a seat of theirs."""

    __tablename__ = "person"
    KIND = Kind.PERSON
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    email: Mapped[str] = mapped_column(String(254), default="")
    """One address, or several with commas between them."""
    about: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    organisation: Mapped[OrganisationRow | None] = relationship()

    def findable(self) -> Findable:
        """The name, where they work, and what is said of them."""
        where = self.organisation.name if self.organisation else ""
        texts = (self.email, where, in_words(self.about))
        return Findable(self.ref, self.name, cut([("", text) for text in texts]))


class SeatRow(BelongingRow):
    """That a person takes part in an alliance: for a member, or for the hub itself."""

    __tablename__ = "seat"
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True, info=GOES_ALONG)
    """None for somebody of the hub."""
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    alliance: Mapped[AllianceRow] = relationship()
    member: Mapped[MemberRow | None] = relationship()
    person: Mapped[PersonRow] = relationship()


class KeptRow(BelongingRow):
    """That a document, a case or another text is kept with an alliance."""

    __tablename__ = "kept"
    target: Mapped[str] = mapped_column(String(200), index=True)


class MergedRow(Base):
    """That an organisation or a person was merged into another: where its name leads now, and how to undo it."""

    __tablename__ = "merged"
    old: Mapped[str] = mapped_column(String(64), primary_key=True)
    into: Mapped[str] = mapped_column(String(64), index=True)
    batch: Mapped[UUID]
    changed: Mapped[list[Any]]
    """What else the merge wrote: [["seat", "…", "person_id", before, after], …]."""
