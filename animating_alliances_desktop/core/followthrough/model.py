"""Actions, decisions, noticings and intentions, and what takes a change of them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Ref

MOST_INTENTIONS = 3
"""So many may be open at once in an alliance: a few are held in mind, many are a list."""


class OwnerKind(StrEnum):
    """On whose side an action lies."""

    MEMBER = "member"
    HUB = "hub"
    ME = "me"
    OTHER = "other"
    """Somebody who is not among the people of the alliance."""
    NOBODY = ""


class Status(StrEnum):
    """What has become of an action."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let go"


class Repeats(StrEnum):
    """How often an action comes again."""

    NEVER = ""
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class StepKind(StrEnum):
    """What happened to an action."""

    MADE = "made"
    WORDS = "words"
    OWNER = "owner"
    DUE = "due"
    DONE = "done"
    LET_GO = "let go"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to an action; `text` is what it was before, or the reason."""

    day: date
    what: StepKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: as one calls them, on whose side they are, and who of the people and organisations it is."""

    name: str = ""
    kind: OwnerKind = OwnerKind.NOBODY
    person: Ref | None = None
    organisation: Ref | None = None
    organisation_name: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody shall do, as it was said; who the owner is and on which side, is found out by the name."""

    text: str
    owner: str = ""
    due: date | None = None
    agreed: bool = False
    repeats: Repeats = Repeats.NEVER
    kind: OwnerKind | None = None
    """The side, where the user has said it."""


@dataclass(frozen=True, slots=True)
class Left:
    """What every one of them has: its words, whose it is, when and where it was said."""

    ref: Ref
    text: str
    alliance: Ref
    alliance_name: str
    day: date
    entry: Ref | None = None
    meeting: Ref | None = None


@dataclass(frozen=True, slots=True)
class Action(Left):
    """What somebody will do; `day` is the day on which it was agreed."""

    owner: Owner = field(default_factory=Owner)
    due: date | None = None
    agreed: bool = False
    """Whether it was agreed aloud."""
    status: Status = Status.OPEN
    reason: str = ""
    closed_on: date | None = None
    repeats: Repeats = Repeats.NEVER
    steps: tuple[Step, ...] = ()

    def is_past(self, today: date) -> bool:
        """Whether it is still open after the day for which it was meant."""
        return self.status is Status.OPEN and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Intention(Left):
    """What the user means to do when something happens; `text` is the “then”."""

    cue: str = ""
    outcome: str = ""
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what came of it."""
        return self.closed_on is None

    @property
    def sentence(self) -> str:
        """The whole of it."""
        return f"If {self.cue}, then I will {self.text}"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the actions that were agreed in a month lie on each side; `month` is its first day."""

    month: date
    counts: Mapping[OwnerKind, int]

    @property
    def whole(self) -> int:
        """All that have an owner."""
        return sum(number for kind, number in self.counts.items() if kind is not OwnerKind.NOBODY)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a write has touched, and what takes it back: rows as they were, and the keys of those that it made."""

    changes: Changes
    before: tuple[Mapping[str, Any], ...] = ()
    made: tuple[UUID, ...] = ()
