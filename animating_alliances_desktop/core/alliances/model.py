"""An alliance as the user works with it: the organisations that belong to it, and the people one meets there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from animating_alliances_desktop.core.changes import Ref

PHASES = ("scoping", "managing", "reviewing", "sustaining")
"""Where an alliance can be in its life, in the words of the shipped library."""


@dataclass(frozen=True, slots=True)
class Seat:
    """That a person takes part in an alliance: for a member, or for the hub."""

    key: str
    person: Ref
    name: str
    role: str = ""
    email: str = ""
    member: str = ""
    """The key of the member that they speak for; nothing for somebody of the hub."""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation of an alliance: who speaks for it, what it seeks, and what it cannot concede."""

    key: str
    name: str
    people: str = ""
    """Who speaks for it, as the user wrote it down; `seats` are those who are known one by one."""
    seeks: str = ""
    firm_on: str = ""
    role: str = ""
    since: date | None = None
    until: date | None = None
    organisation: Ref | None = None
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What sort of alliance it is, and where it stands."""

    form: str = ""
    phase: str = ""
    hub: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Alliance:
    """An alliance with its members; `entries` and `last_entry` tell what the journal holds on it."""

    ref: Ref
    name: str
    purpose: str = ""
    description: str = ""
    members: tuple[Member, ...] = ()
    entries: int = 0
    last_entry: date | None = None
    facts: Facts = Facts()
    hub_seats: tuple[Seat, ...] = ()
    archived: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person or an organisation is met: the alliance, and what they are there."""

    alliance: Ref
    name: str
    role: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, whatever alliance one meets it in."""

    ref: Ref
    name: str
    about: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person, whatever alliance one meets them in."""

    ref: Ref
    name: str
    email: str = ""
    about: str = ""
    organisation: Ref | None = None
    organisation_name: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """That somebody was asked to a meeting; `present` is None as long as nobody said whether they came."""

    key: str
    name: str
    email: str = ""
    person: Ref | None = None
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """What is said of a meeting; without `begins` it is known by its day only."""

    alliance: Ref
    day: date
    title: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    agenda: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, typed in or taken from a calendar; a list of many leaves out who was asked to each."""

    ref: Ref
    planned: Planned
    label: str
    alliance_name: str
    cancelled: bool = False
    asked: int = 0
    attendances: tuple[Attendance, ...] = ()

    @property
    def day(self) -> date:
        """The day on the user's own clock."""
        return self.planned.day


class Happening(StrEnum):
    """What can stand in the course of an alliance."""

    BEGAN = "began"
    JOINED = "joined"
    LEFT = "left"
    CAME = "came"
    WENT = "went"
    MET = "met"
    DECIDED = "decided"
    LOOKED_BACK = "looked-back"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened in an alliance, and what it is about."""

    day: date
    what: Happening
    ref: Ref
    title: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that lies with an alliance, or that its texts point at."""

    ref: Ref
    title: str
    day: date | None = None
    more: str = ""
