"""A line of the notes page, the filters that it passes, and the period that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from unicodedata import combining, normalize

from animating_alliances_desktop.core.annotations.model import Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Line:
    """A highlight with or without a note, or a note on a whole text (then without a quote)."""

    ref: Ref
    target: Ref
    title: str
    made: datetime
    note: str
    quote: str = ""
    colour: Colour | None = None
    lost: bool = False
    start: int = 0

    @property
    def day(self) -> date:
        """The day on which it was made, where the user is."""
        return self.made.astimezone().date()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a line must be to be shown; what is empty does not matter."""

    colours: frozenset[Colour] = frozenset()
    with_note: bool = False
    lost: bool = False
    words: str = ""

    @property
    def any_set(self) -> bool:
        """Whether anything is left out."""
        return self != Filters()


class Recent(Enum):
    """The periods that have a name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    """The seven days before today, but for yesterday."""


@dataclass(frozen=True, slots=True)
class Period:
    """Something recent, or else a month."""

    recent: Recent | None = None
    month: date | None = None

    @classmethod
    def of(cls, day: date, today: date) -> Period:
        """Return the period that a day belongs to; a clock that was wrong does not matter."""
        if day >= today:
            return cls(Recent.TODAY)
        if day == today - timedelta(days=1):
            return cls(Recent.YESTERDAY)
        if day > today - timedelta(days=7):
            return cls(Recent.WEEK)
        return cls(month=day.replace(day=1))


def from_annotation(mark: Annotation) -> Line:
    """Make the line of a highlight."""
    return Line(
        mark.ref,
        mark.target,
        mark.target_title,
        mark.made,
        mark.note,
        mark.anchor.exact,
        mark.colour,
        mark.state is State.LOST,
        mark.anchor.start,
    )


def from_note(note: Note) -> Line:
    """Make the line of a note on a whole text."""
    return Line(note.ref, note.about, note.about_title, note.made, note.text)


def passes(line: Line, filters: Filters) -> bool:
    """Say whether a line passes the filters."""
    if filters.colours and line.colour not in filters.colours:
        return False
    if (filters.with_note and not line.note) or (filters.lost and not line.lost):
        return False
    wanted = _folded(filters.words).split()
    there = [_folded(text) for text in (line.quote, line.note, line.title)] if wanted else []
    return all(any(word in text for text in there) for word in wanted)


@lru_cache(maxsize=16_384)  # the same texts are folded again at each letter that is typed
def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
