"""The things of the library: what a list shows of a text, and what the reader opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from animating_alliances_desktop.core.changes import Kind, Ref

WORDS_A_MINUTE = 220
"""An unhurried reader of non-fiction; for the reading time only."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a text's outline."""

    level: int
    title: str
    id: str
    spot: tuple[float, float] | None = None
    """In a PDF, where on the page: x and y in the file's own coordinates, if its outline says so."""
    down: float | None = None
    """In a PDF, how many points below the upper edge of the page, of a line that the user put in."""


PAGE = 1000
"""In a text with pages, the position of a place is so many times its page (from 0), and thousandths of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stopped reading: a position in the normalised text, the words there, how far through (0 to 1)."""

    position: int
    quote: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Listed:
    """A text as a list shows it."""

    ref: Ref
    title: str
    summary: str = ""
    questions: tuple[str, ...] = ()
    minutes: int = 0
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Its kind."""
        return self.ref.kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, ready for the reader; `html` is sanitised and holds no outside resource."""

    ref: Ref
    title: str
    subtitle: str
    html: str
    outline: tuple[Heading, ...] = ()
    words: int = 0
    minutes: int = 0
    place: Place | None = None
    meta: tuple[tuple[str, str], ...] = ()
    related: tuple[tuple[Ref, str], ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    """The drawings (SVG) that the text shows, by name."""
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The sizes of the pictures that the text shows, by name; `LibraryStore.picture` has their bytes."""
    page: str = ""
    """Of a text with pages, the id of the one where it was left: place and highlights are those of its pages."""


@dataclass(frozen=True, slots=True)
class Continued:
    """A text that was begun: for "continue reading"."""

    ref: Ref
    title: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Queued:
    """A text on the reading list."""

    ref: Ref
    title: str
    minutes: int
    fraction: float = 0.0
    """How much of it was read already."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Markdown became: a sanitised body, its outline, and its paragraphs as (heading, text)."""

    html: str
    outline: tuple[Heading, ...]
    paragraphs: tuple[tuple[str, str], ...]

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(text.split()) for _heading, text in self.paragraphs)


def minutes_to_read(words: int) -> int:
    """Reading time in whole minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))
