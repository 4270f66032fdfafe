"""Names replaced by roles, for a log book that goes out of the user's hands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.book.model import Book
from animating_alliances_desktop.core.book.plain import changed_texts
from animating_alliances_desktop.core.logbook.model import Name
from animating_alliances_desktop.core.logbook.terms import ORGANISATIONS, PEOPLE

_SHORTEST_GIVEN = 3


def names_of(alliance: Alliance) -> tuple[Name, ...]:
    """The people and organisations of an alliance, each with a role of its own."""
    found: list[Name] = []
    members = sorted(alliance.members, key=lambda member: member.name.casefold())
    for nth, member in enumerate(members):
        called = f"Member {_letter(nth)}"
        found.append(Name(member.name, called, ORGANISATIONS))
        found += _written(member, called)
    return tuple(found)


def with_roles(book: Book, names: Iterable[Name]) -> Book:
    """The same book with roles where names stood; whole names first, then the parts by which people are called."""
    by_words = dict(_all_words(names))
    if not by_words:
        return book
    longest_first = sorted(by_words, key=len, reverse=True)
    either = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return changed_texts(book, lambda text: either.sub(lambda found: by_words[found[0]], text))


def _written(member: Member, of: str) -> Iterator[Name]:
    """Those whom the user only wrote down beside the member, between commas."""
    names = [part.strip() for part in re.split(r"[,;\n]| and ", member.people)]
    for nth, name in enumerate([name for name in names if name], 1):
        yield Name(name, f"person {nth} of {of}", PEOPLE)


def _all_words(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Each name, and each given or family name that belongs to only one person."""
    names = tuple(names)
    single: dict[str, set[str]] = {}
    for name in names:
        for word in name.words.split() if name.group == PEOPLE and "@" not in name.words else ():
            if len(word) >= _SHORTEST_GIVEN and word[0].isupper():
                single.setdefault(word, set()).add(name.role)
    yield from ((word, min(roles)) for word, roles in single.items() if len(roles) == 1)
    yield from ((word, "somebody") for word, roles in single.items() if len(roles) > 1)
    yield from ((name.words, name.role) for name in names if name.words.strip())


def _letter(nth: int) -> str:
    """A, B … Z, AA, AB …"""
    above, rest = divmod(nth, len(ascii_uppercase))
    return (_letter(above - 1) if above else "") + ascii_uppercase[rest]
