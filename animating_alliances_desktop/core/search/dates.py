"""Days as people write them: “last month”, “march 2025”, “since 2024”, “2026-11-03”."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from animating_alliances_desktop.core.search.tree import Period

_MONTHS = "january february march april may june july august september october november december"
MONTHS = _MONTHS.split()
_MONTH = "|".join(month[:3] + "[a-z]*" for month in MONTHS)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$")
_SPOKEN = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({_MONTH})(?: (\d{{4}}))?$")
_SPAN = re.compile(r"(this|last|past|previous) (?:(\d{1,3}) )?(day|week|month|quarter|year)s?$")
_BOUND = re.compile(r"(>=|>|<=|<|since|from|after|until|before)\s*(.+)$")
_LONGEST = 40
_LENGTHS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}

UNQUOTED = re.compile(
    rf"\bdate:\s*((?:(?:since|from|after|until|before)\s+)?(?:(?:this|last|past|previous)\s+(?:\d{{1,3}}\s+)?"
    rf"(?:day|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?|(?:\d{{1,2}}\s+)?(?:{_MONTH})\b(?:\s+\d{{4}})?|\d{{4}}[-/.\d]*))",
    re.IGNORECASE,
)
"""Days of several words after `date:`, which need quotation marks to be read as one."""


def period(text: str, today: date) -> Period | None:
    """The days that are meant, or None if that cannot be told."""
    said = " ".join(text.lower().replace(",", " ").split())
    if not said or len(said) > _LONGEST:
        return None
    bound = _BOUND.match(said)
    try:
        return _bounded(bound[1], bound[2], today) if bound else _days(said, today)
    except (ValueError, OverflowError):
        return None  # such as 31 February, or the year 0


def between(start: str | None, end: str | None, today: date) -> Period | None:
    """The days from the beginning of one to the end of the other."""
    first = period(start, today) if start else None
    last = period(end, today) if end else None
    if first is None and last is None:
        return None
    return Period(first.start if first else None, last.end if last else None)


def _bounded(word: str, text: str, today: date) -> Period | None:
    days = _days(text, today)
    if days is None or days.start is None or days.end is None:
        return None
    match word:
        case ">=" | "since" | "from":
            return Period(days.start, None)
        case ">" | "after":
            return Period(days.end + timedelta(1), None)
        case "<=" | "until":
            return Period(None, days.end)
        case _:
            return Period(None, days.start - timedelta(1))


def _days(said: str, today: date) -> Period | None:
    if said in ("today", "yesterday"):
        day = today - timedelta(said == "yesterday")
        return Period(day, day)
    if found := _SPAN.match(said):
        return _span(found[1], int(found[2] or 0), found[3], today)
    if found := _ISO.match(said):
        return _of(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if found := _SPOKEN.match(said):
        return _spoken(int(found[1] or 0), found[2], int(found[3] or 0), today)
    return _by_whoosh(said, today)


def _span(word: str, number: int, unit: str, today: date) -> Period:
    if number or word == "past":
        return Period(today - timedelta(_LENGTHS[unit] * (number or 1)), today)
    current = _around(unit, today)
    if word == "this" or current.start is None:
        return current
    return _around(unit, current.start - timedelta(1))


def _around(unit: str, day: date) -> Period:
    match unit:
        case "week":
            monday = day - timedelta(day.weekday())
            return Period(monday, monday + timedelta(6))
        case "month":
            return _of(day.year, day.month)
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1
            return Period(date(day.year, first, 1), _of(day.year, first + 2).end)
        case "year":
            return _of(day.year)
        case _:
            return Period(day, day)


def _spoken(day: int, word: str, year: int, today: date) -> Period | None:
    month = next((i for i, name in enumerate(MONTHS, 1) if name.startswith(word.removesuffix("t"))), 0)
    if not month:
        return None
    # a month without a year is the latest one that has begun
    return _of(year or today.year - (month > today.month), month, day)


def _of(year: int, month: int = 0, day: int = 0) -> Period:
    if day:
        return Period(date(year, month, day), date(year, month, day))
    first, last = (month, month) if month else (1, 12)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _by_whoosh(said: str, today: date) -> Period | None:
    # what else there is, such as “last tuesday”; imported here since Whoosh takes 155 ms that no start should pay
    from animating_alliances_desktop.core.search.parser import parse_day

    try:
        meant = parse_day(said, today)
    except Exception:  # the parser raises all sorts of things at what is no date
        return None
    return Period(*meant) if meant else None
