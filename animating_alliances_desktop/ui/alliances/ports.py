"""What the page of alliances is asked for, and what it hands over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.alliances.chronicle import Chronicle
from animating_alliances_desktop.core.alliances.invitations import Brought, Series
from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import (
    Alliance,
    Meeting,
    Member,
    Organisation,
    Person,
    Seat,
    Thing,
)
from animating_alliances_desktop.core.alliances.people import PeopleStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.links.model import Goal, Mention
from animating_alliances_desktop.ui.kit.saving import State

Undo = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """Where the page reads and writes."""

    alliances: AllianceStore
    people: PeopleStore
    meetings: MeetingStore
    chronicle: Chronicle
    mentions: Callable[[Ref], list[Mention]] = lambda _ref: []
    complete: Callable[[str], list[Goal]] = lambda _words: []
    """Finds things by their titles."""
    today: Callable[[], date] = date.today


@dataclass(frozen=True, slots=True)
class Ways:
    """Where one can go from the page."""

    write: Callable[[Ref], object] = lambda _alliance: None
    entries: Callable[[Ref], object] = lambda _alliance: None
    reflect: Callable[[Ref], object] = lambda _meeting: None
    prepare: Callable[[Ref], object] = lambda _alliance: None
    make_book: Callable[[Ref], object] = lambda _alliance: None
    open: Callable[[Ref], object] = lambda _ref: None


@dataclass(frozen=True, slots=True)
class WrittenMember:
    """What the form on a member says; days are as they were typed."""

    key: str
    name: str
    role: str = ""
    seeks: str = ""
    firm_on: str = ""
    since: str = ""
    until: str = ""
    people: str = ""


@dataclass(frozen=True, slots=True)
class WrittenSeat:
    """What the form on somebody's part in an alliance says."""

    key: str
    role: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What the fields say now; `member` or `seat` is the one that is being changed, if any."""

    name: str
    purpose: str
    description: str
    form: str = ""
    phase: str = ""
    hub: str = ""
    since: str = ""
    member: WrittenMember | None = None
    seat: WrittenSeat | None = None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is about to be added: an organisation, somebody who speaks for it, or somebody of the hub."""

    organisation: str = ""
    person: str = ""
    role: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether there is anybody to add."""
        return bool(self.organisation.strip() or self.person.strip())


class View(Protocol):
    """What the presenter asks of the page."""

    def show_none(self) -> None:
        """Say what an alliance is, and offer to add the first."""

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None) -> None:
        """List these alliances."""

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """Show an alliance; without its fields, if something is being typed into them."""

    def show_state(self, state: State) -> None:
        """Say how far saving got."""

    def written(self) -> Written:
        """Tell what the fields say now."""

    def newcomer(self) -> Newcomer:
        """Tell who is about to be added."""

    def clear_newcomer(self) -> None:
        """Empty the fields for a newcomer, and be ready for the next one."""

    def edit_member(self, member: Member) -> None:
        """Open the form for this member."""

    def edit_seat(self, seat: Seat) -> None:
        """Open the form for this seat."""

    def close_form(self) -> None:
        """Put the form away."""

    def clear_name(self) -> None:
        """Empty the field for the name of a new alliance: it was added."""

    def tell_deleted(self, alliance: Alliance, undo: Undo) -> None:
        """Say that an alliance was deleted, and what went with it."""

    def tell_archived(self, alliance: Alliance, undo: Undo) -> None:
        """Say that an alliance was put out of the way, or back."""

    def tell_removed(self, name: str, undo: Undo) -> None:
        """Say that a member, or somebody, was removed."""


@dataclass(frozen=True, slots=True)
class WrittenMeeting:
    """What the fields on a meeting say; hours are as they were typed."""

    title: str
    day: date
    begins: str = ""
    ends: str = ""
    place: str = ""
    agenda: str = ""


class MeetingView(Protocol):
    """What the presenter of meetings asks of the page."""

    def show_meetings(self, meetings: Sequence[Meeting], today: date) -> None:
        """List the meetings of the alliance."""

    def show_meeting(self, meeting: Meeting, entries: Sequence[Thing], *, fields: bool) -> None:
        """Show one meeting; without its fields, if something is being typed into them."""

    def written_meeting(self) -> WrittenMeeting:
        """Tell what the fields say now."""

    def show_meeting_state(self, state: State) -> None:
        """Say how far saving got."""

    def clear_new_meeting(self) -> None:
        """Empty the fields for a new meeting: it was added."""

    def leave_meeting(self) -> None:
        """Go back to the alliance: the meeting is not there any more."""

    def ask_whose(self, path: Path, series: Sequence[Series], unread: int) -> None:
        """Ask which alliances the meetings of a calendar belong to."""

    def tell_brought(self, brought: Brought, undo: Undo) -> None:
        """Say what became of the meetings of a calendar."""

    def tell_meeting_removed(self, meeting: Meeting, undo: Undo) -> None:
        """Say that a meeting was deleted."""

    def tell_called_off(self, meeting: Meeting, undo: Undo) -> None:
        """Say that a meeting was called off, or that it takes place after all."""


class ContactView(Protocol):
    """What the presenter of people and organisations asks of the page."""

    def show_person(self, person: Person, *, fields: bool) -> None:
        """Show a person."""

    def show_organisation(self, organisation: Organisation, *, fields: bool) -> None:
        """Show an organisation."""

    def written_contact(self) -> tuple[str, str, str, str]:
        """Tell name, address, organisation and what is said of them."""

    def show_contact_state(self, state: State) -> None:
        """Say how far saving got."""

    def leave_contact(self) -> None:
        """Go back: they are not there any more."""

    def tell_contact_removed(self, name: str, undo: Undo) -> None:
        """Say that a person or an organisation was deleted."""

    def tell_merged(self, name: str, undo: Undo) -> None:
        """Say into whom somebody was merged."""
