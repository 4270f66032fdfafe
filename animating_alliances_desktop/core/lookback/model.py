"""Something that was written on a day; a stretch of days; what a thread hangs on; what a week or a quarter held."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from animating_alliances_desktop.core.changes import Kind, Ref

OPEN, DONE, LET_GO = "open", "done", "let go"
"""What an action can be."""
DRAFT = "draft"
"""What an entry is until it is kept."""
AIMS, LEARNED, NEXT_AIMS = "aims", "learned", "next-week"
"""The parts of the weekly log that a review gathers."""
WEEKLY_LOG, QUARTERLY_REVIEW = "weekly-log", "quarterly-review"
"""The bundled forms that one may begin from a review."""


def months_from(day: date, by: int) -> date:
    """The same day so many months later or earlier, or the last day of that month if it is shorter."""
    count = day.year * 12 + day.month - 1 + by
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included."""

    since: date
    until: date

    @classmethod
    def month(cls, day: date) -> Span:
        """The month of a day."""
        first = day.replace(day=1)
        return cls(first, months_from(first, 1) - timedelta(days=1))

    @classmethod
    def year(cls, year: int) -> Span:
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31))


class Period(StrEnum):
    """What a review is of."""

    WEEK = "week"
    QUARTER = "quarter"

    @property
    def form(self) -> str:
        """The bundled form that belongs to it."""
        return WEEKLY_LOG if self is Period.WEEK else QUARTERLY_REVIEW

    def around(self, day: date) -> Span:
        """The week, from Monday on, or the quarter of the year that a day is in."""
        if self is Period.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Span(monday, monday + timedelta(days=6))
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        return Span(first, months_from(first, 3) - timedelta(days=1))

    def moved(self, span: Span, by: int) -> Span:
        """The period so many periods later or earlier."""
        if self is Period.WEEK:
            return self.around(span.since + timedelta(weeks=by))
        return self.around(months_from(span.since, 3 * by))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at: one alliance or all, and from when to when."""

    alliance: Ref | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was written, noted, decided or agreed on a day."""

    ref: Ref
    day: date
    title: str
    words: str = ""
    alliance: str = ""
    """What the alliance is called, where there is one."""
    state: str = ""
    """Of an action, what it is; of an entry, `draft` as long as it is one."""
    why: str = ""
    """Of an action that was let go, the reason; of an intention, what came of it."""

    @property
    def kind(self) -> Kind:
        """What kind of thing it is."""
        return self.ref.kind

    @property
    def line(self) -> str:
        """All of its words, on one line."""
        said = self.words if self.words.startswith(self.title.removesuffix("…")) else self.title
        return f"{said} ({self.why})" if self.why else said


@dataclass(frozen=True, slots=True)
class Again:
    """What was written so many months ago, around the same day."""

    months: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a thread hangs on: a core question, a tag, an organisation or a person."""

    ref: Ref
    title: str


@dataclass(frozen=True, slots=True)
class Aim:
    """What somebody meant to do or had learned, as the log of a week says."""

    ref: Ref
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a week or a quarter held, gathered without judging it."""

    period: Period
    scope: Scope
    brought: Aim | None = None
    """Of a week, what the log before it meant to do."""
    aims: tuple[Aim, ...] = ()
    learned: tuple[Aim, ...] = ()
    noticings: tuple[Moment, ...] = ()
    decisions: tuple[Moment, ...] = ()
    done: tuple[Moment, ...] = ()
    let_go: tuple[Moment, ...] = ()
    waiting: tuple[Moment, ...] = ()
    """What is open and was due by the end of it."""
    intentions: tuple[Moment, ...] = ()
    entries: tuple[Moment, ...] = ()
    meetings: tuple[Moment, ...] = ()
    energy: tuple[int, ...] = ()
    trust: tuple[int, ...] = ()
    minutes: int = 0

    @property
    def span(self) -> Span:
        """From when to when."""
        assert self.scope.span is not None
        return self.scope.span

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        return not any((self.noticings, self.decisions, self.done, self.let_go, self.entries, self.meetings))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week or a month, in figures that the user gave."""

    span: Span
    energy: float | None = None
    trust: float | None = None
    minutes: int | None = None
    agreed: Mapping[str, int] = field(default_factory=dict)
    """How many actions were agreed on in it, by what they are now."""
