"""What the page shows, and what its presenter asks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.lookback.model import (
    Again,
    Moment,
    Period,
    Review,
    Scope,
    Span,
    Stretch,
    Topic,
)


class Side(StrEnum):
    """A side of the page."""

    CALENDAR = "calendar"
    AGAIN = "again"
    THREADS = "threads"
    REVIEW = "review"
    CHARTS = "charts"


class Reach(StrEnum):
    """How far back threads and charts go."""

    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: everything that decides what is shown."""

    today: date
    side: Side = Side.CALENDAR
    alliance: Ref | None = None
    day: date = date.min
    """The day that is current in the calendar."""
    whole_month: bool = True
    """Whether its whole month is listed."""
    topic: Ref | None = None
    reach: Reach = Reach.YEAR
    period: Period = Period.WEEK
    span: Span = field(default_factory=lambda: Span(date.min, date.min))
    """The week or quarter of the review."""


@dataclass(frozen=True, slots=True)
class Days:
    """A year of the calendar, and the things of the month or the day that is chosen in it."""

    marks: Mapping[date, int]
    chosen: Span
    moments: Sequence[Moment]
    years: tuple[int, int]
    """The first and the last year that there is something to see in."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a thread can hang on, and the one that is followed."""

    topics: Sequence[Topic]
    moments: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class Trends:
    """Figures over time."""

    stretches: Sequence[Stretch]


Shown = Days | Thread | Review | Trends | Sequence[Again]


class Store(Protocol):
    """What can be looked back on; `LookbackStore` is the one."""

    def alliances(self) -> list[tuple[Ref, str]]:
        """What can be narrowed to, by name."""

    def days(self, scope: Scope) -> dict[date, int]:
        """How many things there are on each day."""

    def years(self, scope: Scope) -> tuple[int, int] | None:
        """The first and the last year in which anything lies."""

    def moments(self, scope: Scope) -> list[Moment]:
        """Everything in a scope."""

    def again(self, today: date, alliance: Ref | None = None) -> list[Again]:
        """What there was some months and years ago."""

    def topics(self) -> list[Topic]:
        """Everything that a thread can hang on."""

    def thread(self, topic: Ref, scope: Scope) -> list[Moment]:
        """What belongs to a topic."""

    def review(self, period: Period, span: Span, alliance: Ref | None = None) -> Review:
        """What a week or a quarter held."""

    def trends(self, scope: Scope) -> list[Stretch]:
        """Figures over time."""


class View(Protocol):
    """What the presenter asks of the page."""

    def show_alliances(self, alliances: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these to narrow by."""

    def show_look(self, look: Look) -> None:
        """Show the side that is looked at."""

    def show_days(self, look: Look, days: Days) -> None:
        """Show the calendar."""

    def show_again(self, again: Sequence[Again]) -> None:
        """Show what there was around this day."""

    def show_thread(self, look: Look, thread: Thread) -> None:
        """Show a thread."""

    def show_review(self, review: Review) -> None:
        """Show a review."""

    def show_trends(self, look: Look, trends: Trends) -> None:
        """Show the charts."""

    def ask_for_alliance(self, alliances: Sequence[tuple[Ref, str]]) -> None:
        """Ask on which alliance the entry shall be."""
