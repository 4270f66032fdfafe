"""Moments as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from animating_alliances_desktop.core.lookback.model import DONE, DRAFT, LET_GO, Moment, Period, Span
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.rows import Row


def day_words(day: date, pattern: str = "d MMMM yyyy") -> str:
    """A day in the user's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def span_words(span: Span, period: Period | None = None) -> str:
    """A day, a month, a week or a quarter in words."""
    if span.since == span.until:
        return day_words(span.since, "dddd, d MMMM yyyy")
    if period is Period.QUARTER:
        quarter = (span.since.month - 1) // 3 + 1
        return _tr("Quarter {n} of {year}").format(n=quarter, year=span.since.year)
    if span == Span.month(span.since):
        return day_words(span.since, "MMMM yyyy")
    same = span.since.month == span.until.month
    first = day_words(span.since, "d" if same else "d MMMM")
    return _tr("{first} to {last}").format(first=first, last=day_words(span.until))


def by_day(moments: Iterable[Moment]) -> list[Row]:
    """Rows under the days that they belong to."""
    headings: dict[date, str] = {}
    return [
        row_of(moment, section=headings.setdefault(moment.day, day_words(moment.day, "dddd, d MMMM")))
        for moment in moments
    ]


def by_month(moments: Iterable[Moment]) -> list[Row]:
    """Rows under their months, each with its day."""
    months: dict[tuple[int, int], str] = {}
    rows = []
    for moment in moments:
        month = moment.day.year, moment.day.month
        if month not in months:
            months[month] = day_words(moment.day, "MMMM yyyy")
        rows.append(row_of(moment, section=months[month], meta=str(moment.day.day)))
    return rows


def under(section: str, moments: Sequence[Moment]) -> list[Row]:
    """Rows under one heading, each with its day; the same thing may stand under several."""
    return [
        row_of(moment, section=section, meta=day_words(moment.day, "d MMM"), ref=(section, moment.ref))
        for moment in moments
    ]


def row_of(moment: Moment, *, section: str, meta: str = "", ref: object = None) -> Row:
    """One moment as a row: its state and its alliance stand before its words."""
    facts = " · ".join(part for part in (_state(moment.state), moment.alliance) if part)
    summary = " — ".join(part for part in (facts, _rest(moment)) if part)
    return Row(
        ref if isinstance(ref, tuple) else moment.ref,
        moment.title,
        summary,
        meta,
        ICONS[moment.kind],
        section=section,
    )


def _rest(moment: Moment) -> str:
    """The words of a moment; where its title is how they begin, only what follows."""
    begun, said = moment.title.removesuffix("…"), spoken(moment.words)
    words = "…" + said[len(begun) :] if said.startswith(begun) else said
    return " — ".join(part for part in (words, spoken(moment.why)) if part)


def _state(state: str) -> str:
    return {DRAFT: _tr("Draft"), DONE: _tr("Done"), LET_GO: _tr("Let go")}.get(state, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lookback", text)
