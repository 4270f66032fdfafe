"""Days and hours as somebody types them: “3 Dec 2025”, “March 2024”, “2019”, “9.30”."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from animating_alliances_desktop.core.errors import AppError

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_NOON, _DAY = 12, 24


def day_typed(text: str, today: date) -> date | None:
    """The day that was typed, the first of a month or a year that was; None for nothing; raises AppError."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        pass
    from dateutil.parser import ParserError, parse  # takes 50 ms, which only who types a day pays

    try:
        return parse(text, dayfirst=True, default=datetime(today.year, 1, 1)).date()  # noqa: DTZ001 -- a day
    except (ParserError, OverflowError, ValueError):
        raise AppError(
            f"“{text.strip()[:40]}” is not a day. Write it as 3 Dec 2025, or only the month or the year."
        ) from None


def day_written(day: date | None) -> str:
    """A day as one would type it."""
    return f"{day.day} {day:%b %Y}" if day is not None else ""


def hour_typed(text: str) -> time | None:
    """The hour that was typed; None for nothing; raises AppError if it is none."""
    if not text.strip():
        return None
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (_DAY, 0)
    half = (found[3] or "").lower() if found else ""
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0) if 1 <= hour <= _NOON else _DAY
    if hour >= _DAY or minute >= 60:
        raise AppError(f"“{text.strip()[:20]}” is not a time. Write it as 14:30.")
    return time(hour, minute)


def hour_written(moment: datetime | None) -> str:
    """An hour as one would type it."""
    return f"{moment:%H:%M}" if moment is not None else ""
