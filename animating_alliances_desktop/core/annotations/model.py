"""Highlights and notes: what was marked, where it stood, and whether it was found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from animating_alliances_desktop.core.changes import Ref


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

    These are the TextQuoteSelector and the TextPositionSelector of the W3C Web Annotation model.
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


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote about a whole text, or about whatever else `about` points at."""

    ref: Ref
    about: Ref
    text: str
    made: datetime
    changed: datetime
    about_title: str = ""
