"""Decides what is looked back on, and has it read; one read at a time, the newest wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.lookback.beginning import beginning
from animating_alliances_desktop.core.lookback.model import Again, Period, Review, Scope, Span, months_from
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.lookback.ports import (
    Days,
    Look,
    Reach,
    Shown,
    Side,
    Store,
    Thread,
    Trends,
    View,
)

Begin = Callable[[Ref, str, dict[str, str]], None]
"""Begins an entry: on an alliance, in a form, with these parts."""


class LookbackPresenter:
    """Keeps what is looked at."""

    def __init__(
        self, view: View, lookback: Store, tasks: Runner, today: Callable[[], date], begin: Begin
    ) -> None:
        self._view, self._lookback, self._tasks = view, lookback, tasks
        self._today, self._begin = today, begin
        day = today()
        self.look = Look(day, day=day, span=Period.WEEK.around(day))
        self._alliances: Sequence[tuple[Ref, str]] = ()

    def refresh(self) -> None:
        """Read what is looked at again; on another day the present week and month are other ones."""
        if self._today() != self.look.today:
            self._turn_the_day()
        look = self.look
        self._view.show_look(look)
        self._tasks.read(
            lambda: (look, self._lookback.alliances(), self._read(look)),
            lambda answer: self._take(*answer),
            "lookback",
        )

    def turn_to(self, side: Side) -> None:
        """Show another side."""
        self._go(side=side)

    def narrow(self, alliance: Ref | None) -> None:
        """Look at one alliance, or at all."""
        self._go(alliance=alliance)

    def go_to_day(self, day: date) -> None:
        """List one day."""
        self._go(day=day, whole_month=False)

    def go_to_month(self, day: date) -> None:
        """List the month of a day."""
        self._go(day=day, whole_month=True)

    def follow(self, topic: Ref) -> None:
        """Follow the thread that hangs on this."""
        self._go(side=Side.THREADS, topic=topic)

    def reach(self, reach: Reach) -> None:
        """Look further back, or less far."""
        self._go(reach=reach)

    def review(self, period: Period) -> None:
        """Review the present week or quarter."""
        self._go(side=Side.REVIEW, period=period, span=period.around(self._today()))

    def review_of(self, period: Period, span: Span) -> None:
        """Review this week or quarter."""
        self._go(side=Side.REVIEW, period=period, span=span)

    def step(self, by: int) -> None:
        """Review an earlier or a later week or quarter."""
        self._go(span=self.look.period.moved(self.look.span, by))

    def begin(self) -> None:
        """Begin the entry that belongs to the review; on which alliance is asked if it is not plain."""
        only = self._alliances[0][0] if len(self._alliances) == 1 else None
        chosen = self.look.alliance or only
        if chosen is not None:
            self.begin_on(chosen)
        else:
            self._view.ask_for_alliance(self._alliances)

    def begin_on(self, alliance: Ref) -> None:
        """Begin the entry on this alliance, with what was gathered on it."""
        look = self.look

        def work() -> Review:
            return self._lookback.review(look.period, look.span, alliance)

        def then(gathered: Review) -> None:
            self._begin(alliance, gathered.period.form, beginning(gathered))

        self._tasks.read(work, then, "lookback.begin")

    def arrive(self, place: object) -> None:
        """Go to a side, to a topic, or to the review of a period."""
        match place:
            case Side():
                self.turn_to(place)
            case Period():
                self.review(place)
            case Ref():
                self.follow(place)

    def _go(self, **what: object) -> None:
        self.look = replace(self.look, **what)  # type: ignore[arg-type]
        self.refresh()

    def _turn_the_day(self) -> None:
        before, day = self.look, self._today()
        was_present = before.span == before.period.around(before.today)
        self.look = replace(
            before,
            today=day,
            day=day if before.day == before.today else before.day,
            span=before.period.around(day) if was_present else before.span,
        )

    def _read(self, look: Look) -> Shown:
        match look.side:
            case Side.CALENDAR:
                return self._read_days(look)
            case Side.AGAIN:
                return self._lookback.again(look.today, look.alliance)
            case Side.THREADS:
                return self._read_thread(look)
            case Side.REVIEW:
                return self._lookback.review(look.period, look.span, look.alliance)
            case Side.CHARTS:
                return Trends(self._lookback.trends(reached(look)))

    def _read_days(self, look: Look) -> Days:
        chosen = Span.month(look.day) if look.whole_month else Span(look.day, look.day)
        marks = self._lookback.days(Scope(look.alliance, Span.year(look.day.year)))
        first, last = self._lookback.years(Scope(look.alliance)) or (look.day.year, look.day.year)
        years = min(first, look.today.year), max(last, look.today.year)
        return Days(marks, chosen, self._lookback.moments(Scope(look.alliance, chosen)), years)

    def _read_thread(self, look: Look) -> Thread:
        topics = self._lookback.topics()
        known = look.topic in {topic.ref for topic in topics}
        moments = self._lookback.thread(look.topic, reached(look)) if look.topic and known else []
        return Thread(topics, moments)

    def _take(self, look: Look, alliances: Sequence[tuple[Ref, str]], shown: Shown) -> None:
        self._alliances = alliances
        if look.alliance is not None and look.alliance not in {ref for ref, _name in alliances}:
            self.narrow(None)  # it was deleted meanwhile
            return
        self._view.show_alliances(alliances, look.alliance)
        match shown:
            case Days():
                self._view.show_days(look, shown)
            case Thread():
                self._view.show_thread(look, shown)
            case Review():
                self._view.show_review(shown)
            case Trends():
                self._view.show_trends(look, shown)
            case _:
                self._view.show_again([one for one in shown if isinstance(one, Again)])


def reached(look: Look) -> Scope:
    """What threads and charts look at: thirteen weeks, twelve months, or all."""
    if look.reach is Reach.ALL:
        return Scope(look.alliance)
    if look.reach is Reach.YEAR:
        first = months_from(look.today.replace(day=1), -11)
    else:
        first = Period.WEEK.around(look.today - timedelta(weeks=12)).since
    return Scope(look.alliance, Span(first, look.today))
