"""What a log book is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Action, Intention, Left
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.sealing import Proof


@dataclass(frozen=True, slots=True)
class Order:
    """Which log book is wanted: of which alliance, from when to when, and whether names become roles."""

    alliance: Ref
    since: date
    until: date
    with_roles: bool = False


PEOPLE, ORGANISATIONS = "People", "Organisations"
_SHORTEST = 3
"""A name of fewer letters stands in too many words."""


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody or something is called, and by which role that can be replaced."""

    words: str
    role: str
    group: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that goes into one log book."""

    order: Order
    made: date
    alliance: Alliance
    entries: tuple[Entry, ...] = ()
    """Those that are kept, the earliest first."""
    drafts: int = 0
    """How many of the span are left out, because they are still being written."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """What the forms are called."""
    titles: Mapping[Ref, str] = field(default_factory=dict)
    """What the things are called now that the texts point at."""
    tags: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """Those that took place, with who was there."""
    decisions: tuple[Left, ...] = ()
    actions: tuple[Action, ...] = ()
    intentions: tuple[Intention, ...] = ()
    proof: Proof | None = None


def calls(names: Iterable[Name]) -> dict[str, Name | None]:
    """By what words each is called: the whole name, or one word of a person's; None if that may be several people."""
    found: dict[str, Name | None] = {}
    names = [name for name in names if len(name.words) >= _SHORTEST]
    for name in names:
        for word in name.words.split() if name.group == PEOPLE and "@" not in name.words else ():
            if len(word) >= _SHORTEST and word[0].isupper():
                found[word] = name if found.get(word, name) == name else None
    return found | {name.words: name for name in names}
