"""Actions as to-dos of a calendar (RFC 5545, VTODO)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Todo

from animating_alliances_desktop.core.followthrough.model import Action, Status
from animating_alliances_desktop.core.followthrough.saying import facts, owner_said
from animating_alliances_desktop.core.pointing import in_words

_STATUS = {Status.OPEN: "NEEDS-ACTION", Status.DONE: "COMPLETED", Status.LET_GO: "CANCELLED"}


def todos(actions: Iterable[Action], stamp: datetime) -> bytes:
    """A calendar of these; one that is read in again takes the place of the one before, by its UID."""
    calendar = Calendar()
    calendar.add("prodid", "-//Animating Alliances//Desktop//EN")
    calendar.add("version", "2.0")
    for action in actions:
        calendar.add_component(_todo(action, stamp))
    written: bytes = calendar.to_ical()
    return written


def _todo(action: Action, stamp: datetime) -> Todo:
    made = Todo()
    made.add("uid", f"{action.ref.key}@animating-alliances.invalid")
    made.add("dtstamp", stamp)
    made.add("summary", in_words(action.text))
    made.add("status", _STATUS[action.status])
    made.add("categories", [action.alliance_name])
    made.add("description", "\n".join([owner_said(action), *facts(action, stamp.date())]))
    if action.due is not None:
        made.add("due", action.due)
    if action.status is Status.DONE and action.closed_on is not None:
        made.add("completed", _noon(action.closed_on))
        made.add("percent-complete", 100)
    return made


def _noon(day: date) -> datetime:
    """COMPLETED must be a moment in UTC; noon is on that day nearly everywhere."""
    return datetime.combine(day, time(12), UTC)
