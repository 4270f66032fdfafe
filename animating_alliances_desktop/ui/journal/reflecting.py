"""Which meeting somebody would reflect on now, and what the last weekly log meant to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Draft, Entry

WEEKLY, AIMS, NEXT = "weekly-log", "aims", "next-week"
"""The form of the weekly log, and the part that takes up what the last one said in another."""
_LONG_AGO = timedelta(days=7)
_UNDER_WAY = timedelta(minutes=10)
"""A meeting that is about to end counts as past: one writes while the others say good-bye."""


def just_past(meetings: Iterable[Meeting], now: datetime) -> Meeting | None:
    """The meeting that ended last, if that was not long ago; one without hours ends with its day's morning."""
    ended = [(_end(one, now), one) for one in meetings if not one.cancelled]
    past = [(end, one) for end, one in ended if now - _LONG_AGO <= end <= now + _UNDER_WAY]
    return max(past, key=lambda each: each[0])[1] if past else None


def last_aims(entries: Iterable[Entry], draft: Draft, own: Ref | None) -> str:
    """What the last log of this alliance meant to do next, to be looked at beside the aims of this one."""
    if draft.form != WEEKLY:
        return ""
    logs = [
        entry
        for entry in entries
        if entry.draft.form == WEEKLY
        and entry.draft.alliance == draft.alliance
        and entry.ref != own
        and entry.draft.day <= draft.day
    ]
    last = max(logs, key=lambda entry: (entry.draft.day, entry.made), default=None)
    return last.draft.said(NEXT).strip() if last is not None else ""


def _end(meeting: Meeting, now: datetime) -> datetime:
    planned = meeting.planned
    known = planned.ends or planned.begins
    return known if known is not None else datetime.combine(meeting.day, time(6), now.tzinfo)
