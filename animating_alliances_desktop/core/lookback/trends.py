"""Figures over time, all of them given by the user: energy, trust, minutes, and what became of what was agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.database.tables import ActionRow, EntryRow
from animating_alliances_desktop.core.lookback.model import Period, Scope, Span, Stretch
from animating_alliances_desktop.core.lookback.moments import within

_BY_WEEK = timedelta(days=130)
"""A span that is no longer is cut into weeks, a longer one into months."""


def trends(session: Session, scope: Scope) -> list[Stretch]:
    """One stretch after the other; those of which nothing is known are there, too."""
    spans = list(_cut(_whole(session, scope)))
    said = _by_stretch(session, scope, spans)
    agreed = _agreed(session, scope, spans)
    return [
        Stretch(
            span,
            _mean([energy for energy, _trust, _minutes in rows]),
            _mean([trust for _energy, trust, _minutes in rows]),
            _sum([minutes for _energy, _trust, minutes in rows]),
            counts,
        )
        for span, rows, counts in zip(spans, said, agreed, strict=True)
    ]


Given = tuple[int | None, int | None, int | None]


def _whole(session: Session, scope: Scope) -> Span | None:
    """The span that was asked for, or else from the first day of all to the last."""
    if scope.span is not None:
        return scope.span
    ends = [
        end
        for table in (EntryRow, ActionRow)
        for end in session.execute(
            within(select(func.min(table.day), func.max(table.day)), table, scope)
        ).one()
        if end is not None
    ]
    return Span(min(ends), max(ends)) if ends else None


def _cut(whole: Span | None) -> Iterator[Span]:
    """Cut a span into whole weeks or whole months."""
    if whole is None:
        return
    weekly = whole.until - whole.since <= _BY_WEEK
    span = Period.WEEK.around(whole.since) if weekly else Span.month(whole.since)
    while span.since <= whole.until:
        yield span
        after = span.until + timedelta(days=1)
        span = Period.WEEK.around(after) if weekly else Span.month(after)


def _by_stretch(session: Session, scope: Scope, spans: Sequence[Span]) -> list[list[Given]]:
    found: list[list[Given]] = [[] for _ in spans]
    query = select(EntryRow.day, EntryRow.energy, EntryRow.trust, EntryRow.minutes)
    for day, *given in session.execute(within(query, EntryRow, scope)):
        found[_place(spans, day)].append((given[0], given[1], given[2]))
    return found


def _agreed(session: Session, scope: Scope, spans: Sequence[Span]) -> list[Counter[str]]:
    found: list[Counter[str]] = [Counter() for _ in spans]
    query = select(ActionRow.day, ActionRow.status, func.count()).group_by(ActionRow.day, ActionRow.status)
    for day, status, count in session.execute(within(query, ActionRow, scope)):
        found[_place(spans, day)][status] += count
    return found


def _place(spans: Sequence[Span], day: date) -> int:
    first = spans[0].since
    if spans[0].until - first < timedelta(days=7):
        return (day - first).days // 7
    return (day.year - first.year) * 12 + day.month - first.month


def _mean(values: list[int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
