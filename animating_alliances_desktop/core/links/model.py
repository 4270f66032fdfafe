"""A mention of a thing in a text of the user's, and a thing that a link may lead to."""

from __future__ import annotations

from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Kind, Ref

SOURCES = (
    Kind.NOTE,
    Kind.ENTRY,
    Kind.ALLIANCE,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.MEETING,
    Kind.ACTION,
    Kind.DECISION,
    Kind.NOTICING,
    Kind.INTENTION,
    Kind.COLLECTION,
    Kind.ANNOTATION,
)
"""What may point at other things; a highlight is pointed at in the name of its text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """That something points here: what, how it is called, and the sentence in which it does."""

    source: Ref
    title: str
    words: str
    passage: Ref | None = None
    """The highlight that is pointed at, if it is not the whole text."""
    quote: str = ""
    """The words of that highlight."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that a link may lead to."""

    ref: Ref
    title: str
