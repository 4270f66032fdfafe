"""What a calendar file (iCalendar, RFC 5545) says of meetings; read in the child process: it comes from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

from icalendar import Calendar
from icalendar.error import InvalidCalendar
from recurring_ical_events import of

from animating_alliances_desktop.core.errors import AppError

LARGEST = 5 * 1024 * 1024
MOST_SERIES, MOST_EACH, MOST_PEOPLE = 2000, 500, 300
MOST_PAST = 24
"""Of a series that ended long ago, its last ones."""
BEFORE, BEHIND = timedelta(days=92), timedelta(days=366)
"""Of meetings that repeat, those of the last three months and of the year to come."""
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_LONGEST = {"SUMMARY": 300, "LOCATION": 500, "DESCRIPTION": 20_000}
_DAMAGED = "this calendar file is damaged or was cut short; export it from the calendar again"
_FOLD = re.compile(rb"\r?\n[ \t]")
_Found = dict[str, Any]
_Event = Any
"""A part of a calendar; what stands in it can be of thirty types, of which those that fit are picked."""


def read_calendar(path: str, today: str) -> _Found:
    """The meetings of a file as plain data, by series, and how many of them could not be read; raises AppError."""
    series: list[_Found] = []
    unread = 0
    for calendar in _calendars(_bytes_of(Path(path))):
        cancels = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for uid, events in _by_uid(calendar).items():
            try:
                series.append(_series(calendar, uid, events, date.fromisoformat(today), cancels=cancels))
            except (ValueError, KeyError, TypeError, AttributeError, InvalidCalendar, OverflowError):
                unread += 1
    if not series:
        raise AppError(_DAMAGED if unread else "there is no meeting in this calendar file")
    if len(series) > MOST_SERIES:
        raise AppError(f"this calendar file holds more than {MOST_SERIES:,} meetings; export a shorter time")
    return {"series": series, "unread": unread}


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise AppError("this calendar file is larger than 5 MB; export a shorter time")
        return path.read_bytes()
    except OSError as error:
        raise AppError(f"this file cannot be read ({error.strerror})") from error


def _calendars(data: bytes) -> Iterable[_Event]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            data = data.decode(encoding, "replace").encode()
    data = _in_unicode(data)
    if b"BEGIN:VCALENDAR" not in data[:4096].upper():
        raise AppError("this is not a calendar file; export the meeting from the calendar as .ics")
    try:
        return Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise AppError(_DAMAGED) from error


def _in_unicode(data: bytes) -> bytes:
    """The same in UTF-8: old programs write as Windows does, and some fold a line within a letter."""
    whole = _FOLD.sub(b"", data)
    try:
        whole.decode()
    except UnicodeDecodeError:
        return whole.decode("cp1252", "replace").encode()
    return whole


def _by_uid(calendar: _Event) -> dict[str, list[_Event]]:
    found: dict[str, list[_Event]] = {}
    for event in calendar.walk("VEVENT"):
        found.setdefault(_uid(event), []).append(event)
    return found


def _uid(event: _Event) -> str:
    """How the calendar knows a meeting; without that, what it says stands for it."""
    uid = str(event.get("UID", "")).strip()
    if uid and len(uid) <= 255:
        return uid
    told = uid or f"{event.get('SUMMARY', '')} {event.decoded('DTSTART', '')}"
    return f"sha256:{sha256(told.encode()).hexdigest()}"


def _series(calendar: _Event, uid: str, events: list[_Event], today: date, *, cancels: bool) -> _Found:
    main = [event for event in events if "RECURRENCE-ID" not in event]
    repeats = any("RRULE" in event or "RDATE" in event for event in main)
    if repeats and not any(_too_often(event) for event in main):
        shown = _occurrences(calendar, events, today)
    else:
        shown = sorted(main, key=_sequence)[-1:] + [event for event in events if event not in main]
    shifts = _shifts(events) if repeats else {}
    meetings = [_meeting(event, shifts, repeats=repeats, cancels=cancels) for event in shown]
    return {"uid": uid, "repeats": repeats, "meetings": _told_apart(meetings)}


def _occurrences(calendar: _Event, events: list[_Event], today: date) -> list[_Event]:
    """The meetings of a series that matter now; of one that has ended, its last ones."""
    alone = Calendar()
    for part in (*calendar.walk("VTIMEZONE"), *events):
        alone.add_component(part)
    near = takewhile(lambda event: _day(event.start) <= today + BEHIND, of(alone).after(today - BEFORE))
    shown = list(islice(near, MOST_EACH))
    if shown:
        return shown
    first = min(_day(event.start) for event in events)
    return sorted(of(alone).between(first, today), key=lambda event: _day(event.start))[-MOST_PAST:]


def _shifts(events: list[_Event]) -> dict[Any, timedelta]:
    """By how many days a series was moved from one of its meetings on: each is still known by its old day."""
    return {
        event["RECURRENCE-ID"].dt: _day(event["RECURRENCE-ID"].dt) - _day(event.start)
        for event in events
        if _goes_on(event)
    }


def _goes_on(event: _Event) -> bool:
    original = event.get("RECURRENCE-ID")
    return original is not None and str(original.params.get("RANGE", "")).upper() == "THISANDFUTURE"


def _too_often(event: _Event) -> bool:
    """Whether it repeats as no meeting does; such a rule is left out."""
    rules = event.get("RRULE", [])
    return any(
        _TOO_OFTEN & {str(one).upper() for one in rule.get("FREQ", [])}
        for rule in (rules if isinstance(rules, list) else [rules])
    )


def _meeting(event: _Event, shifts: dict[Any, timedelta], *, repeats: bool, cancels: bool) -> _Found:
    starts, ends = event.start, event.end
    timed = isinstance(starts, datetime)
    original = event["RECURRENCE-ID"].dt if "RECURRENCE-ID" in event else starts
    which = _day(starts) + shifts[original] if original in shifts else _day(original)
    return {
        "occurrence": which.isoformat() if repeats or "RECURRENCE-ID" in event else "",
        "onwards": _goes_on(event) and not repeats,
        "day": _day(starts).isoformat(),
        "begins": starts.astimezone().isoformat() if timed else None,
        "ends": ends.astimezone().isoformat()
        if timed and isinstance(ends, datetime) and ends > starts
        else None,
        "title": _text(event, "SUMMARY"),
        "place": _text(event, "LOCATION"),
        "agenda": _text(event, "DESCRIPTION"),
        "sequence": _sequence(event),
        "cancelled": cancels or str(event.get("STATUS", "")).upper() == "CANCELLED",
        "people": list(_people(event)),
    }


def _told_apart(meetings: list[_Found]) -> list[_Found]:
    """Two of a series on one day are told apart by their time; all others keep their name if their time moves."""
    seen: set[str] = set()
    for one in meetings:
        if one["occurrence"] in seen:
            one["occurrence"] = f"{one['occurrence']} {(one['begins'] or '')[11:16]}"
        seen.add(one["occurrence"])
    return meetings


def _day(moment: date) -> date:
    """The day on the user's own clock."""
    return moment.astimezone().date() if isinstance(moment, datetime) else moment


def _sequence(event: _Event) -> int:
    return max(0, min(int(event.get("SEQUENCE", 0)), 2**31))


def _text(event: _Event, name: str) -> str:
    said = event.get(name, "")
    text = str(said[0] if isinstance(said, list) else said).replace("\r\n", "\n").replace("\x00", "").strip()
    return text[: _LONGEST[name]] if name == "DESCRIPTION" else " ".join(text.split())[: _LONGEST[name]]


def _people(event: _Event) -> Iterator[dict[str, str]]:
    """Who was asked, and who asked; rooms are not people."""
    named: Any = [event.get("ORGANIZER"), event.get("ATTENDEE")]
    flat = [one for each in named for one in (each if isinstance(each, list) else [each]) if one is not None]
    seen = set()
    for one in flat[:MOST_PEOPLE]:
        params = getattr(one, "params", {})
        email = str(one).strip()
        email = email[len("mailto:") :] if email.lower().startswith("mailto:") else ""
        name = " ".join(str(params.get("CN", "")).strip('"').split())
        name = (name or email.partition("@")[0]).removeprefix("mailto:")[:200]
        key = email.casefold() or name.casefold()
        if name and key not in seen and str(params.get("CUTYPE", "")).upper() not in ("ROOM", "RESOURCE"):
            seen.add(key)
            yield {"name": name, "email": email[:254]}
