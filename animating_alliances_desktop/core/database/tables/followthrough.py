"""What a meeting or an entry leaves behind: actions with their history, decisions, noticings, intentions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Record
from animating_alliances_desktop.core.database.tables.alliances import AllianceRow, OrganisationRow
from animating_alliances_desktop.core.database.tables.journal import EntryRow
from animating_alliances_desktop.core.database.tables.people import PersonRow
from animating_alliances_desktop.core.findable import Facets, Findable, Passage
from animating_alliances_desktop.core.pointing import in_words


class Left(Record):
    """What every such row has: whose it is, where it was written, and its words."""

    __abstract__ = True
    text: Mapped[str] = mapped_column(info=USER_TEXT)
    day: Mapped[date] = mapped_column(Date, index=True)
    line: Mapped[str] = mapped_column(default="")
    """The signed line of the entry that it was taken from, as that was then."""

    @declared_attr
    @classmethod
    def alliance_id(cls) -> Mapped[UUID]:
        """The alliance."""
        return mapped_column(ForeignKey("alliance.id"), index=True)

    @declared_attr
    @classmethod
    def entry_id(cls) -> Mapped[UUID | None]:
        """The entry in which it was written, if it was."""
        return mapped_column(ForeignKey("entry.id"), index=True)

    @declared_attr
    @classmethod
    def meeting_id(cls) -> Mapped[UUID | None]:
        """The meeting at which it was said, if it was."""
        return mapped_column(ForeignKey("meeting.id"), index=True)

    @declared_attr
    @classmethod
    def alliance(cls) -> Mapped[AllianceRow]:
        """The alliance."""
        return relationship()

    @declared_attr
    @classmethod
    def entry(cls) -> Mapped[EntryRow | None]:
        """The entry: one that is new goes into the database before what was taken from it."""
        return relationship()

    def findable(self) -> Findable:
        """Its words, under the alliance."""
        text = in_words(self.text)
        return Findable(
            self.ref, text[:120], (Passage(text),), Facets(alliance=self.alliance.name, day=self.day)
        )


class DecisionRow(Left):
    """What was decided."""

    __tablename__ = "decision"
    KIND = Kind.DECISION


class NoticingRow(Left):
    """What somebody noticed, and would not lose."""

    __tablename__ = "noticing"
    KIND = Kind.NOTICING


class ActionRow(Left):
    """What somebody will do; `day` is the day it was agreed on."""

    __tablename__ = "action"
    KIND = Kind.ACTION
    owner: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    """As it was written; what it stands for is in the next three."""
    owner_kind: Mapped[str] = mapped_column(String(8), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    due: Mapped[date | None] = mapped_column(Date, index=True)
    agreed: Mapped[bool] = mapped_column(default=False)
    """Whether it was agreed aloud."""
    status: Mapped[str] = mapped_column(String(8), index=True)
    reason: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    closed_on: Mapped[date | None] = mapped_column(Date)
    repeats: Mapped[str] = mapped_column(String(16), default="")
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("action.id"), index=True)
    """Of one that comes again, the one before it."""
    person: Mapped[PersonRow | None] = relationship()
    organisation: Mapped[OrganisationRow | None] = relationship()
    steps: Mapped[list[StepRow]] = relationship(
        back_populates="action", order_by="StepRow.created_at", cascade="save-update, merge"
    )

    @property
    def owner_name(self) -> str:
        """Who does it, as they are called now."""
        known = self.person or self.organisation
        return known.name if known is not None else self.owner

    def findable(self) -> Findable:
        """Its words, who does it, and why it was let go, if it was."""
        text = in_words(self.text)
        whole = "\n".join(part for part in (text, in_words(self.reason)) if part)
        facets = Facets(alliance=self.alliance.name, day=self.day, owner=self.owner_name, status=self.status)
        return Findable(self.ref, text[:120], (Passage(whole),), facets)


class StepRow(Record):
    """A step in the history of an action."""

    __tablename__ = "step"
    KIND = Kind.ACTION
    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"), index=True)
    day: Mapped[date] = mapped_column(Date)
    what: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    action: Mapped[ActionRow] = relationship(back_populates="steps")

    @property
    def ref(self) -> Ref:
        """A step is known by its own key, and shown with its action."""
        return Ref(Kind.ACTION, f"{self.action_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The action."""
        return Ref(Kind.ACTION, str(self.action_id))


class IntentionRow(Left):
    """What somebody means to do when something happens; `text` is the “then”."""

    __tablename__ = "intention"
    KIND = Kind.INTENTION
    cue: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    """The “if”."""
    outcome: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    """What happened, in the user's own words."""
    closed_on: Mapped[date | None] = mapped_column(Date)

    def findable(self) -> Findable:
        """Its words, and what came of it."""
        whole = " ".join(in_words(part) for part in (self.cue, self.text, self.outcome) if part)
        return Findable(
            self.ref, whole[:120], (Passage(whole),), Facets(alliance=self.alliance.name, day=self.day)
        )
