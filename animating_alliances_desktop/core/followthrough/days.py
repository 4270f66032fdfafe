"""Days as they are promised: “by Friday”, “by 3 Dec”, “due 3/12”, “by the end of March”; always one to come."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from animating_alliances_desktop.core.followthrough.model import Repeats

_WEEKDAYS = (
    "mon(?:day)?",
    "tue(?:s|sday)?",
    "wed(?:nesday)?",
    "thu(?:r|rs|rsday)?",
    "fri(?:day)?",
    "sat(?:urday)?",
    "sun(?:day)?",
)
_WEEKDAY = "|".join(_WEEKDAYS)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_PERIODS = {
    Repeats.WEEKLY: relativedelta(weeks=1),
    Repeats.FORTNIGHTLY: relativedelta(weeks=2),
    Repeats.MONTHLY: relativedelta(months=1),
    Repeats.QUARTERLY: relativedelta(months=3),
}
_FRIDAY = 4

_Reader = Callable[[re.Match[str], date], date]


def _near(found: re.Match[str], day: date) -> date:
    return day + timedelta({"tomorrow": 1, "today": 0, "tonight": 0}[found[0].lower()])


def _weekday(found: re.Match[str], day: date) -> date:
    """“Friday” is the next one, “next Friday” that of next week, “Friday week” a week after the next one."""
    wanted = next(n for n, name in enumerate(_WEEKDAYS) if re.fullmatch(name, found["weekday"], re.I))
    if (found["which"] or "").lower() == "next":
        return day + timedelta(7 - day.weekday() + wanted)
    ahead = (wanted - day.weekday() - 1) % 7 + 1
    return day + timedelta(ahead + (7 if found["week"] else 0))


def _iso(found: re.Match[str], _day: date) -> date:
    return date.fromisoformat(found[0])


def _slashes(found: re.Match[str], day: date) -> date:
    """The day before the month, as the British write it."""
    year = int(found["y"]) if found["y"] else 0
    return _to_come(int(found["d"]), int(found["m"]), year + 2000 if 0 < year < 100 else year, day)


def _spoken(found: re.Match[str], day: date) -> date:
    return _to_come(int(found["d"]), _month(found["month"]), int(found["year"] or 0), day)


def _day_of_month(found: re.Match[str], day: date) -> date:
    wanted = int(found["d"])
    month = day.replace(day=1)
    for _ in range(4):  # a month without a 31st is left out
        last = month + relativedelta(day=31)
        if wanted <= last.day and month.replace(day=wanted) > day:
            return month.replace(day=wanted)
        month += relativedelta(months=1)
    raise ValueError(found[0])


def _end_of(found: re.Match[str], day: date) -> date:
    if found["month"]:
        return _to_come(31, _month(found["month"]), int(found["year"] or 0), day, last=True)
    ahead = 1 if (found["which"] or "").lower() == "next" else 0
    match found["unit"].lower():
        case "week":
            friday = day + timedelta(_FRIDAY - day.weekday() + 7 * ahead)
            return friday if friday >= day else friday + timedelta(7)
        case "month":
            return day + relativedelta(months=ahead, day=31)
        case "quarter":
            return day + relativedelta(months=2 - (day.month - 1) % 3 + 3 * ahead, day=31)
        case _:
            return day + relativedelta(years=ahead, month=12, day=31)


def _next_unit(found: re.Match[str], day: date) -> date:
    """“Next week” leaves all of it: its Friday; “next month” its last day."""
    if found["unit"].lower() == "week":
        return day + timedelta(7 - day.weekday() + _FRIDAY)
    return day + relativedelta(months=1, day=31)


def _ahead(found: re.Match[str], day: date) -> date:
    said = found["n"].lower()
    number = _NUMBERS.get(said) or int(said)
    match found["unit"].lower():
        case "day":
            return day + timedelta(number)
        case "week":
            return day + timedelta(7 * number)
        case "fortnight":
            return day + timedelta(14 * number)
        case _:
            return day + relativedelta(months=number)


def _to_come(number: int, month: int, year: int, day: date, *, last: bool = False) -> date:
    """A day and a month, in the year that was said, or the next time that they come."""
    for of in (year,) if year else (day.year, day.year + 1, day.year + 2, day.year + 3, day.year + 4):
        found = date(of, month, 1) + relativedelta(day=number)
        if (found.day == number or last) and (year or found >= day):
            return found
    raise ValueError(number)


def _month(said: str) -> int:
    return _MONTHS.index(said[:3].lower()) + 1


_ON = rf"(?:(?:{_WEEKDAY}),?[ ]+)?"
"""A weekday before a date says nothing more."""
_YEAR = r"(?:,?[ ]+(?P<year>20\d\d))?"
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"(?:{pattern})(?![\w'’]|[-/]\d)", re.IGNORECASE), reader)
    for pattern, reader in (
        (r"\d{4}-\d{2}-\d{2}", _iso),
        (r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>20\d\d|\d\d))?", _slashes),
        (
            rf"{_ON}(?:the[ ]+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?(?P<month>{_MONTH}){_YEAR}",
            _spoken,
        ),
        (rf"{_ON}(?P<month>{_MONTH})[ ]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}", _spoken),
        (rf"{_ON}the[ ]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)", _day_of_month),
        (
            rf"(?:the[ ]+)?end[ ]+of[ ]+(?:(?:the[ ]+|this[ ]+|(?P<which>next)[ ]+)?(?P<unit>week|month|quarter|year)"
            rf"|(?P<month>{_MONTH}){_YEAR})",
            _end_of,
        ),
        (r"next[ ]+(?P<unit>week|month)", _next_unit),
        (rf"(?:(?P<which>this|next)[ ]+)?(?P<weekday>{_WEEKDAY})(?P<week>[ ]+week)?", _weekday),
        (r"today|tonight|tomorrow", _near),
        (rf"in[ ]+(?P<n>{_NUMBER})[ ]+(?P<unit>day|week|fortnight|month)s?", _ahead),
    )
)
_LEADING = re.compile(r"\b(?:due[ ]+(?:by|on)|due|by)[ ]+", re.IGNORECASE)


def said_day(text: str, today: date) -> date | None:
    """The day that a whole text says, with or without “by”; None if it says none."""
    said = " ".join(text.split())
    lead = _LEADING.match(said)
    found = _read(said, lead.end() if lead else 0, today)
    return found[0] if found and found[1] == len(said) else None


def due_in(text: str, today: date) -> tuple[date, int, int] | None:
    """The day until which something is promised in a text, and from where to where that is said; the last one."""
    for lead in reversed(list(_LEADING.finditer(text))):
        found = _read(text, lead.end(), today)
        if found is not None:
            return found[0], lead.start(), found[1]
    return None


def next_time(repeats: Repeats, due: date | None, closed: date) -> date:
    """When something that comes again is due next, after the day on which it was closed."""
    period, first = _PERIODS[repeats], due or closed
    nth = 1
    while first + period * nth <= closed:
        nth += 1
    return first + period * nth


def _read(text: str, at: int, today: date) -> tuple[date, int] | None:
    for pattern, reader in _READERS:
        found = pattern.match(text, at)
        if found is not None:
            try:
                return reader(found, today), found.end()
            except (ValueError, OverflowError):
                continue  # such as 31 February
    return None
