"""A review as a Markdown page."""

from __future__ import annotations

from datetime import date

from animating_alliances_desktop.core.lookback.model import Aim, Moment, Period, Review, Span
from animating_alliances_desktop.core.pointing import in_markdown
from animating_alliances_desktop.core.scales import as_they_came


def as_markdown(review: Review, alliance: str = "") -> str:
    """What a week or a quarter held, under headings; those with nothing below them are left out."""
    year = review.span.until.year
    parts = [f"# {_title(review)}", f"*{alliance}*" if alliance else "", _figures(review)]
    if review.brought is not None:
        parts.append(_said("Meant for this week", (review.brought,), year))
    parts.append(_said("Aims", review.aims, year))
    for heading, moments in (
        ("Noticed", review.noticings),
        ("Decided", review.decisions),
        ("Done", review.done),
        ("Let go", review.let_go),
        ("Still open, and due by then", review.waiting),
    ):
        parts.append(_listed(heading, moments, year))
    parts.append(_said("Learned", review.learned, year))
    for heading, moments in (
        ("If-then", review.intentions),
        ("Meetings", review.meetings),
        ("Entries", review.entries),
    ):
        parts.append(_listed(heading, moments, year))
    if review.is_empty:
        parts.append("Nothing was written in it.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _title(review: Review) -> str:
    span: Span = review.span
    if review.period is Period.WEEK:
        same = span.since.month == span.until.month
        first = str(span.since.day) if same else _day(span.since, span.until.year)
        return f"The week from {first} to {_day(span.until)}"
    return f"Quarter {(span.since.month - 1) // 3 + 1} of {span.since.year}"


def _day(day: date, year: int = 0) -> str:
    """A day as people write it, without its year if that is understood."""
    return f"{day.day} {day:%B}" if day.year == year else f"{day.day} {day:%B %Y}"


def _figures(review: Review) -> str:
    facts = [
        f"{review.minutes} minutes noted" if review.minutes else "",
        f"energy {as_they_came('energy', review.energy)}" if review.energy else "",
        f"trust {as_they_came('trust', review.trust)}" if review.trust else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _listed(heading: str, moments: tuple[Moment, ...], year: int) -> str:
    if not moments:
        return ""
    lines = (f"- {_day(moment.day, year)}: {moment.line}" for moment in moments)
    return f"## {heading}\n\n" + "\n".join(lines)


def _said(heading: str, aims: tuple[Aim, ...], year: int) -> str:
    if not aims:
        return ""
    texts = (f"*{_day(aim.day, year)}*\n\n{in_markdown(aim.text)}" for aim in aims)
    return f"## {heading}\n\n" + "\n\n".join(texts)
