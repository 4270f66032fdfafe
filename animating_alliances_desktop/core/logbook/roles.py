"""Names replaced by roles, for a log book that goes out of the user's hands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting, Member, Seat
from animating_alliances_desktop.core.book.model import Book
from animating_alliances_desktop.core.book.plain import changed_texts
from animating_alliances_desktop.core.followthrough.model import Action, OwnerKind
from animating_alliances_desktop.core.logbook.model import ORGANISATIONS, PEOPLE, Name, calls


def names_of(alliance: Alliance) -> tuple[Name, ...]:
    """The people and organisations of an alliance, each with a role of its own."""
    found: list[Name] = []
    members = sorted(alliance.members, key=lambda member: member.name.casefold())
    for nth, member in enumerate(members):
        called = f"Member {_letter(nth)}"
        found.append(Name(member.name, called, ORGANISATIONS))
        found += _people(member.seats, called)
        found += _written(member, called)
    found += _people(alliance.hub_seats, "the hub")
    if alliance.facts.hub.strip():
        found.append(Name(alliance.facts.hub.strip(), "the hub", ORGANISATIONS))
    return tuple(found)


def others_of(
    actions: Iterable[Action], meetings: Iterable[Meeting], known: Iterable[Name]
) -> tuple[Name, ...]:
    """Those who own actions or were at meetings, and are not among the people of the alliance."""
    called = {name.words.casefold() for name in known}
    names = [one.owner.name for one in actions if one.owner.kind in (OwnerKind.OTHER, OwnerKind.MEMBER)]
    names += [one.name for meeting in meetings for one in meeting.attendances]
    new = dict.fromkeys(name for name in names if name.strip() and name.casefold() not in called)
    return tuple(Name(name, f"another person {nth}", PEOPLE) for nth, name in enumerate(new, 1))


def with_roles(book: Book, names: Iterable[Name]) -> Book:
    """The same book with roles where names stood; whole names first, then the parts by which people are called."""
    by_words = {words: one.role if one is not None else "somebody" for words, one in calls(names).items()}
    if not by_words:
        return book
    longest_first = sorted(by_words, key=len, reverse=True)
    either = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return changed_texts(book, lambda text: either.sub(lambda found: by_words[found[0]], text))


def _people(seats: Iterable[Seat], of: str) -> Iterator[Name]:
    for nth, seat in enumerate(seats, 1):
        what = seat.role.strip() or (f"person {nth}" if len(tuple(seats)) > 1 else "the person")
        role = f"{what} of {of}"
        yield Name(seat.name, role, PEOPLE)
        if seat.email:
            yield Name(seat.email, f"[address of {role}]", PEOPLE)


def _written(member: Member, of: str) -> Iterator[Name]:
    """Those whom the user only wrote down beside the member, between commas."""
    known = {seat.name.casefold() for seat in member.seats}
    names = [part.strip() for part in re.split(r"[,;\n]| and ", member.people)]
    for nth, name in enumerate([name for name in names if name and name.casefold() not in known], 1):
        yield Name(name, f"person {len(known) + nth} of {of}", PEOPLE)


def _letter(nth: int) -> str:
    """A, B … Z, AA, AB …"""
    above, rest = divmod(nth, len(ascii_uppercase))
    return (_letter(above - 1) if above else "") + ascii_uppercase[rest]
