"""The alliances of the user, and who belongs to them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Record
from animating_alliances_desktop.core.findable import Facets, Findable, cut
from animating_alliances_desktop.core.pointing import in_words


class AllianceRow(Record):
    """An alliance that the user works with."""

    __tablename__ = "alliance"
    KIND = Kind.ALLIANCE
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    purpose: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    description: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    form: Mapped[str] = mapped_column(default="", server_default="", info=USER_TEXT)
    """Network, hosted, incorporated …, in the user's words."""
    phase: Mapped[str] = mapped_column(String(16), default="", server_default="")
    hub: Mapped[str] = mapped_column(default="", server_default="", info=USER_TEXT)
    """Who holds it together: a secretariat, a host organisation, a person."""
    since: Mapped[date | None] = mapped_column(Date)
    archived_at: Mapped[datetime | None]
    members: Mapped[list[MemberRow]] = relationship(
        back_populates="alliance", order_by="MemberRow.created_at", cascade="save-update, merge"
    )

    def findable(self) -> Findable:
        """Its name, what it is for, and who belongs to it."""
        members = "\n".join(member.words for member in self.members)
        texts = (self.purpose, self.description, self.form, self.hub, members)
        return Findable(
            self.ref, self.name, cut([("", in_words(text)) for text in texts]), Facets(alliance=self.name)
        )


class OrganisationRow(Record):
    """An organisation; it can belong to several alliances."""

    __tablename__ = "organisation"
    KIND = Kind.ORGANISATION
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    about: Mapped[str] = mapped_column(default="", info=USER_TEXT)

    def findable(self) -> Findable:
        """Its name, and what is said of it."""
        return Findable(self.ref, self.name, cut([("", in_words(self.about))]))


class BelongingRow(Record):
    """Something of an alliance that is known by its own key, and shown with its alliance."""

    __abstract__ = True
    KIND = Kind.ALLIANCE
    alliance_id: Mapped[UUID] = mapped_column(ForeignKey("alliance.id"), index=True)

    @property
    def ref(self) -> Ref:
        """The alliance, and the key in it."""
        return Ref(Kind.ALLIANCE, f"{self.alliance_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The alliance."""
        return Ref(Kind.ALLIANCE, str(self.alliance_id))


class MemberRow(BelongingRow):
    """That an organisation belongs to an alliance, what it seeks there, and who speaks for it."""

    __tablename__ = "member"
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    people: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    seeks: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    firm_on: Mapped[str] = mapped_column(default="", server_default="", info=USER_TEXT)
    """What it cannot concede."""
    role: Mapped[str] = mapped_column(default="", server_default="", info=USER_TEXT)
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    alliance: Mapped[AllianceRow] = relationship(back_populates="members")
    organisation: Mapped[OrganisationRow] = relationship()

    @property
    def name(self) -> str:
        """What the organisation is called."""
        return self.organisation.name

    @property
    def words(self) -> str:
        """All that is said of it."""
        return " ".join((self.name, self.role, self.people, self.seeks, self.firm_on))
