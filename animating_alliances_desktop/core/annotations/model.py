"""Highlights and notes: what was marked, where it stood, and whether it was found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import NAMESPACE_URL, UUID, uuid5

from animating_alliances_desktop.core.changes import Changes, Ref


class Colour(StrEnum):
    """The four named colours of a highlight."""

    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"


class State(StrEnum):
    """How the passage of an annotation was found in its text."""

    EXACT = "exact"
    """Its words stand where they stood."""
    MOVED = "moved"
    """It was found elsewhere, or its words were changed a little."""
    LOST = "lost"
    """It could not be placed; only the quote is left."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of a normalised text: its words, some forty characters around them, and its positions there.

    These are the TextQuoteSelector and the TextPositionSelector of the W3C Web Annotation model. A start below
    zero says that the user has set the passage aside: it is looked for no more.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlighted passage; `note` is what the user wrote about it, or nothing."""

    ref: Ref
    target: Ref
    anchor: Anchor
    colour: Colour
    state: State
    note: str
    made: datetime
    changed: datetime
    target_title: str = ""
    page: int | None = None
    """Of a text with pages, the first page that the passage stands on (from 0)."""
    tags: tuple[str, ...] = ()
    """The tags of the highlight and of the note on it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A highlight whose text has changed: what stood there, and what stands there now (nothing, if it is gone)."""

    annotation: Annotation
    now: str


@dataclass(frozen=True, slots=True)
class Context:
    """What highlights and notes can be filtered by, besides what they are."""

    questions: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    """Of each text that is marked or noted on, the core questions to which it speaks."""
    alliances: Mapping[Ref, frozenset[Ref]] = field(default_factory=dict)
    """Of each highlight and note, the alliances that it is about, points at, or is pointed at by."""
    pages: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    """Of each text with pages that is marked, the numbers that are printed on them."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote about a whole text, or about whatever else `about` points at."""

    ref: Ref
    about: Ref
    text: str
    made: datetime
    changed: datetime
    about_title: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether it is about nothing but itself."""
        return self.about == self.ref


@dataclass(frozen=True, slots=True)
class Brought:
    """A highlight, or without an anchor a note on a whole text, as it comes from elsewhere."""

    id: str
    source: str
    title: str = ""
    digest: str = ""
    anchor: Anchor | None = None
    colour: Colour = Colour.AMBER
    note: str = ""
    tags: tuple[str, ...] = ()
    made: datetime | None = None
    page: int | None = None

    @property
    def key(self) -> UUID:
        """The key under which it is kept: its own, so that it comes in only once."""
        plain = self.id.removeprefix("urn:uuid:")
        try:
            return UUID(plain)
        except ValueError:
            return uuid5(NAMESPACE_URL, self.id)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of them: how many came in, how many of those have no place, and how many were here already."""

    changes: Changes = field(default_factory=Changes)
    came_in: int = 0
    lost: int = 0
    known: int = 0
    without_text: tuple[str, ...] = ()
    """The titles of the texts that are not in this library."""
    tags: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
