"""Alliances, organisations, people and meetings, as Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from animating_alliances_desktop.core.alliances.model import (
    Alliance,
    Meeting,
    Member,
    Organisation,
    Person,
    Place,
    Seat,
)

_PRESENT = {True: "was there", False: "was not there", None: ""}


@dataclass(frozen=True, slots=True)
class Met:
    """Whom one meets, and where, for an export."""

    organisations: Sequence[Organisation] = ()
    people: Sequence[Person] = ()
    meetings: Sequence[Meeting] = ()
    kept: dict[str, list[str]] = field(default_factory=dict)
    """The texts that are kept with each alliance."""

    def pages(self) -> Iterator[tuple[str, str, Any, str]]:
        """For each its folder, its name, itself, and its page."""
        for organisation in self.organisations:
            yield "organisations", organisation.name, organisation, organisation_page(organisation)
        for person in self.people:
            yield "people", person.name, person, person_page(person)
        for meeting in self.meetings:
            yield "meetings", f"{meeting.day} {meeting.label}", meeting, meeting_page(meeting)


def alliance_page(alliance: Alliance) -> str:
    """An alliance: what it is for, what it is, who belongs to it."""
    facts = alliance.facts
    said = [facts.form, facts.phase, f"held by {facts.hub}" if facts.hub else ""]
    said += [f"since {facts.since}" if facts.since else "", "archived" if alliance.archived else ""]
    parts = [f"# {alliance.name}", _facts(said), alliance.purpose, alliance.description]
    if alliance.hub_seats:
        parts += ["## The hub", "\n".join(_seat(seat) for seat in alliance.hub_seats)]
    if alliance.members:
        parts += ["## Members", "\n".join(line for member in alliance.members for line in _member(member))]
    return joined(parts)


def organisation_page(organisation: Organisation) -> str:
    """An organisation, and where one meets it."""
    return joined([f"# {organisation.name}", organisation.about, *_met(organisation.places)])


def person_page(person: Person) -> str:
    """A person, and where one meets them."""
    facts = _facts([person.organisation_name, person.email])
    return joined([f"# {person.name}", facts, person.about, *_met(person.places)])


def meeting_page(meeting: Meeting) -> str:
    """A meeting, with who was asked and who was there."""
    planned = meeting.planned
    hour = f"{planned.begins:%H:%M}" if planned.begins else ""
    if planned.begins and planned.ends:
        hour += f" to {planned.ends:%H:%M}"
    said = [meeting.alliance_name, str(meeting.day), hour, planned.place]
    said += ["called off" if meeting.cancelled else ""]
    parts = [f"# {planned.title or meeting.label}", _facts(said), planned.agenda]
    if meeting.attendances:
        people = (_dashed([one.name, one.email, _PRESENT[one.present]]) for one in meeting.attendances)
        parts += ["## Who was asked", "\n".join(people)]
    return joined(parts)


def joined(parts: Sequence[str]) -> str:
    """The parts of a page that say anything, as one text."""
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _member(member: Member) -> Iterator[str]:
    seeks = f"seeks: {member.seeks}" if member.seeks else ""
    firm = f"firm on: {member.firm_on}" if member.firm_on else ""
    words = [f"**{member.name}**", member.role, member.people, seeks, firm]
    yield _dashed([*words, _span(member.since, member.until)])
    yield from (f"  {_seat(seat)}" for seat in member.seats)


def _seat(seat: Seat) -> str:
    return _dashed([seat.name, seat.role, seat.email, _span(seat.since, seat.until)])


def _met(places: Sequence[Place]) -> list[str]:
    lines = [_dashed([place.name, place.role, _span(place.since, place.until)]) for place in places]
    return ["## Met in", "\n".join(lines)] if lines else []


def _span(since: date | None, until: date | None) -> str:
    return " ".join(
        part for part in (f"since {since}" if since else "", f"until {until}" if until else "") if part
    )


def _dashed(parts: Sequence[str]) -> str:
    return f"- {' — '.join(' '.join(part.split()) for part in parts if part.strip())}"


def _facts(said: Sequence[str]) -> str:
    told = " · ".join(part for part in said if part)
    return f"*{told}*" if told else ""
