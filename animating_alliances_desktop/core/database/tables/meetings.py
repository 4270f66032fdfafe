"""Meetings of an alliance, and who was there."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import USER_TEXT, Record
from animating_alliances_desktop.core.database.tables.alliances import AllianceRow
from animating_alliances_desktop.core.database.tables.people import PersonRow
from animating_alliances_desktop.core.findable import Facets, Findable, cut
from animating_alliances_desktop.core.pointing import in_words


class MeetingRow(Record):
    """A meeting: typed in, or taken from a calendar."""

    __tablename__ = "meeting"
    KIND = Kind.MEETING
    alliance_id: Mapped[UUID] = mapped_column(ForeignKey("alliance.id"), index=True)
    title: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    day: Mapped[date] = mapped_column(Date, index=True)
    """The day on the user's own clock."""
    begins: Mapped[datetime | None]
    """The moment, if a time is known."""
    ends: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    agenda: Mapped[str] = mapped_column(default="", info=USER_TEXT)
    uid: Mapped[str] = mapped_column(String(255), default="", index=True)
    """How the calendar that it came from knows it (RFC 5545, UID), or nothing."""
    occurrence: Mapped[str] = mapped_column(String(32), default="")
    """Of one that repeats, which of them it is (RFC 5545, RECURRENCE-ID)."""
    sequence: Mapped[int] = mapped_column(default=0)
    """Which version of it the calendar sent (RFC 5545, SEQUENCE)."""
    cancelled: Mapped[bool] = mapped_column(default=False)
    alliance: Mapped[AllianceRow] = relationship()
    attendances: Mapped[list[AttendanceRow]] = relationship(
        back_populates="meeting", order_by="AttendanceRow.name", cascade="save-update, merge"
    )

    @property
    def label(self) -> str:
        """Its title, or else whose it is, and when."""
        return f"{self.title or self.alliance.name}, {self.day.day} {self.day:%B %Y}"

    def findable(self) -> Findable:
        """Its title, place and agenda, and who was there."""
        names = ", ".join(one.called for one in self.attendances)
        parts = [("", in_words(text)) for text in (self.place, self.agenda, names)]
        return Findable(self.ref, self.label, cut(parts), Facets(alliance=self.alliance.name, day=self.day))


class AttendanceRow(Record):
    """That somebody was asked to a meeting, or was there."""

    __tablename__ = "attendance"
    KIND = Kind.MEETING
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    """None for a name that is not among the people yet."""
    name: Mapped[str] = mapped_column(info=USER_TEXT)
    email: Mapped[str] = mapped_column(String(254), default="")
    present: Mapped[bool | None]
    """None as long as nobody said."""
    meeting: Mapped[MeetingRow] = relationship(back_populates="attendances")
    person: Mapped[PersonRow | None] = relationship()

    @property
    def called(self) -> str:
        """The name of the person, as far as it is known who that is."""
        return self.person.name if self.person else self.name

    @property
    def ref(self) -> Ref:
        """An attendance is known by its own key, and shown with its meeting."""
        return Ref(Kind.MEETING, f"{self.meeting_id}/{self.id}")

    @property
    def seen_as(self) -> Ref:
        """The meeting."""
        return Ref(Kind.MEETING, str(self.meeting_id))
