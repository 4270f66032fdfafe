"""Highlights, notes, and what they point at."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.database.record import USER_TEXT, Base, Record
from animating_alliances_desktop.core.findable import Facets, Findable, Passage, cut
from animating_alliances_desktop.core.pointing import in_words


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


class LinkRow(Base):
    """That a text of the user's points at a thing by `[[…]]`; derived from the text, written with it."""

    __tablename__ = "link"
    source: Mapped[str] = mapped_column(String(200), primary_key=True)
    target: Mapped[str] = mapped_column(String(200), primary_key=True, index=True)
    words: Mapped[str]
    """The sentence around the link, with its pointers: it is read with the titles of now."""
