"""Which lines the page shows, and in which groups; no Qt, so that it can be done off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Action, Intention, Left, OwnerKind
from animating_alliances_desktop.core.pointing import in_words

Thing = Action | Intention | Left


class Side(StrEnum):
    """A side of the page."""

    OPEN = "open"
    CLOSED = "closed"
    DECISIONS = "decisions"
    NOTICINGS = "noticings"
    INTENTIONS = "intentions"
    SHARES = "shares"


class Grouping(StrEnum):
    """What open actions are grouped by."""

    DATE = "date"
    ALLIANCE = "alliance"
    ORGANISATION = "organisation"
    PERSON = "person"


class When(StrEnum):
    """A group of days."""

    EARLIER = "earlier"
    """The day for which it was meant has gone by."""
    THIS_WEEK = "this week"
    NEXT_WEEK = "next week"
    LATER = "later"
    SOME_DAY = "some day"


class Who(StrEnum):
    """A group of owners that is no name."""

    HUB = "hub"
    ME = "me"
    OTHERS = "others"
    """Those whose organisation is not known."""
    NOBODY = "nobody"


class Standing(StrEnum):
    """A group of intentions."""

    OPEN = "open"
    CLOSED = "closed"


Key = When | Who | Standing | date | str
"""What a group is headed by: a date stands for its month, a plain text is a name."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: everything that decides what is shown."""

    side: Side = Side.OPEN
    grouping: Grouping = Grouping.DATE
    words: str = ""
    alliance: Ref | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand together."""

    key: Key
    things: tuple[Thing, ...]


def grouped(things: Sequence[Thing], look: Look, today: date) -> list[Group]:
    """What passes, in its groups."""
    wanted = _folded(look.words).split()
    passing = [thing for thing in things if _passes(thing, wanted)]
    keys = _KEYS.get(look.side) or _BY[look.grouping]
    found: dict[Key, list[Thing]] = {}
    for thing in passing:
        found.setdefault(keys(thing, today), []).append(thing)
    ordered: Iterable[Key] = found
    if look.side is Side.OPEN:
        ordered = sorted(found, key=_by_day if look.grouping is Grouping.DATE else _by_name)
    return [Group(key, tuple(found[key])) for key in ordered]


def _passes(thing: Thing, wanted: Sequence[str]) -> bool:
    return not wanted or all(any(word in text for text in _texts(thing)) for word in wanted)


def _texts(thing: Thing) -> Iterator[str]:
    yield _folded(thing.text)
    yield _folded(thing.alliance_name)
    if isinstance(thing, Action):
        yield _folded(thing.owner.name)
        yield _folded(thing.owner.organisation_name)
        yield _folded(thing.reason)
    elif isinstance(thing, Intention):
        yield _folded(thing.cue)
        yield _folded(thing.outcome)


@lru_cache(maxsize=32_768)  # the same texts are folded again at each letter that is typed
def _folded(text: str) -> str:
    if text.isascii():
        return (in_words(text) if "[[" in text else text).lower()
    return "".join(letter for letter in normalize("NFKD", in_words(text).casefold()) if not combining(letter))


def _when(action: Any, today: date) -> Key:
    due, sunday = action.due, today + timedelta(6 - today.weekday())
    if due is None:
        return When.SOME_DAY
    if due < today:
        return When.EARLIER
    if due <= sunday:
        return When.THIS_WEEK
    return When.NEXT_WEEK if due <= sunday + timedelta(7) else When.LATER


def _person(action: Any, _today: date) -> Key:
    if action.owner.person is not None:
        return str(action.owner.name)
    return _SIDES.get(action.owner.kind) or action.owner.name


def _organisation(action: Any, _today: date) -> Key:
    return _SIDES.get(action.owner.kind) or action.owner.organisation_name or Who.OTHERS


_SIDES: dict[OwnerKind, Key] = {
    OwnerKind.HUB: Who.HUB,
    OwnerKind.ME: Who.ME,
    OwnerKind.NOBODY: Who.NOBODY,
}
_BY: dict[Grouping, Callable[[Any, date], Key]] = {
    Grouping.DATE: _when,
    Grouping.ALLIANCE: lambda action, _today: str(action.alliance_name),
    Grouping.ORGANISATION: _organisation,
    Grouping.PERSON: _person,
}
_KEYS: dict[Side, Callable[[Any, date], Key]] = {
    Side.CLOSED: lambda action, today: (action.closed_on or today).replace(day=1),
    Side.DECISIONS: lambda left, _today: left.day.replace(day=1),
    Side.NOTICINGS: lambda left, _today: left.day.replace(day=1),
    Side.INTENTIONS: lambda one, _today: Standing.OPEN if one.is_open else Standing.CLOSED,
}
_LAST = (Who.HUB, Who.OTHERS, Who.NOBODY)


def _by_day(key: Key) -> int:
    return list(When).index(key) if isinstance(key, When) else 0


def _by_name(key: Key) -> tuple[int, str]:
    """The user first, then the names, then the rest."""
    if isinstance(key, Who):
        return (0, "") if key is Who.ME else (2 + _LAST.index(key), "")
    return 1, str(key).casefold()
