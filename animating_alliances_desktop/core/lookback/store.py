"""Everything that can be looked back on, read from the tables of all features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import func, select

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AllianceRow, AnnotationRow, NoteRow
from animating_alliances_desktop.core.lookback import review, threads, trends
from animating_alliances_desktop.core.lookback.model import (
    Again,
    Moment,
    Period,
    Review,
    Scope,
    Span,
    Stretch,
    Topic,
    months_from,
)
from animating_alliances_desktop.core.lookback.moments import TABLES, latest_first, moments, within

AGO = (1, 3, 12, 24, 36, 60)
"""So many months ago it is looked what there was."""
_AROUND = timedelta(days=3)
"""Meetings keep to days of the week, not of the month: so many days beside the same one count, too."""
_FEW = 6


class LookbackStore:
    """Reads; nothing is written here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def alliances(self) -> list[tuple[Ref, str]]:
        """What can be narrowed to, by name; those that are archived at the end."""
        query = select(AllianceRow.id, AllianceRow.name, AllianceRow.archived_at)
        with self._database.read() as session:
            rows = sorted(session.execute(query), key=lambda row: (row[2] is not None, row[1].casefold()))
        return [(Ref(Kind.ALLIANCE, str(key)), name) for key, name, _archived in rows]

    def days(self, scope: Scope) -> dict[date, int]:
        """How many things there are on each day."""
        found: Counter[date] = Counter()
        with self._database.read() as session:
            for table in TABLES.values():
                if table in (NoteRow, AnnotationRow):
                    made = session.scalars(within(select(table.created_at), table, scope))
                    found.update(moment.astimezone().date() for moment in made)
                else:
                    query = within(select(table.day, func.count()).group_by(table.day), table, scope)
                    for day, count in session.execute(query):
                        found[day] += count
        return dict(found)

    def years(self, scope: Scope) -> tuple[int, int] | None:
        """The first and the last year in which anything lies; None if there is nothing."""
        with self._database.read() as session:
            ends = []
            for table in TABLES.values():
                when = table.created_at if table in (NoteRow, AnnotationRow) else table.day
                query = within(select(func.min(when), func.max(when)), table, Scope(scope.alliance))
                ends += [end.year for end in session.execute(query).one() if end is not None]
        return (min(ends), max(ends)) if ends else None

    def moments(self, scope: Scope) -> list[Moment]:
        """Everything in a scope, the latest first."""
        with self._database.read() as session:
            return moments(session, scope)

    def again(self, today: date, alliance: Ref | None = None) -> list[Again]:
        """What there was a month, a quarter, a year and some years ago, the nearest day first."""
        return list(self._again(today, alliance))

    def topics(self) -> list[Topic]:
        """Everything that a thread can hang on."""
        with self._database.read() as session:
            return threads.topics(session)

    def thread(self, topic: Ref, scope: Scope) -> list[Moment]:
        """What belongs to a topic, the earliest first."""
        with self._database.read() as session:
            return threads.thread(session, topic, scope)

    def review(self, period: Period, span: Span, alliance: Ref | None = None) -> Review:
        """What a week or a quarter held."""
        with self._database.read() as session:
            return review.review(session, period, Scope(alliance, span))

    def trends(self, scope: Scope) -> list[Stretch]:
        """Figures over time."""
        with self._database.read() as session:
            return trends.trends(session, scope)

    def _again(self, today: date, alliance: Ref | None) -> Iterator[Again]:
        with self._database.read() as session:
            for months in AGO:
                day = months_from(today, -months)
                there = moments(session, Scope(alliance, Span(day - _AROUND, day + _AROUND)))
                nearest = sorted(there, key=lambda moment: abs(moment.day - day))[:_FEW]
                if nearest:
                    yield Again(months, tuple(latest_first(nearest)))
