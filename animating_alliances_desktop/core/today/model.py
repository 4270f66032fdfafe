"""What a moment asks for: meetings just past and ahead, what was promised for now, drafts that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Known:
    """An alliance that is not archived, and when it was last written on."""

    ref: Ref
    name: str
    last_entry: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, with its time if that is known."""

    ref: Ref
    alliance: Ref
    alliance_name: str
    title: str
    day: date
    begins: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft."""

    ref: Ref
    label: str
    opening: str
    changed: datetime


@dataclass(frozen=True, slots=True)
class Promised:
    """An open action whose day has come."""

    ref: Ref
    text: str
    alliance_name: str
    owner: str
    owner_kind: str
    due: date


@dataclass(frozen=True, slots=True)
class Now:
    """All of it together."""

    alliances: tuple[Known, ...] = ()
    written_last: Ref | None = None
    """The alliance that was written on last."""
    has_entries: bool = False
    past: tuple[Meeting, ...] = ()
    """Meetings of the last days on which nothing was written, the latest first."""
    ahead: Meeting | None = None
    drafts: tuple[Waiting, ...] = ()
    promised: tuple[Promised, ...] = ()
    """Some of what was promised for now; the latest day first."""
    promised_in_all: int = 0
