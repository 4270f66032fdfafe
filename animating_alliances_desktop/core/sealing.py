"""What is sealed of an entry, and how the seals hang together: each knows the one before it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.pointing import in_words

FIELDS = ("alliance_id", "day", "form", "minutes", "energy", "trust", "title", "parts")
"""What stands once an entry is kept."""


class Event(StrEnum):
    """What happened to an entry or to a thought beside it."""

    TAKEN_UP = "taken up"
    """It was kept before there was a history."""
    KEPT = "kept"
    THOUGHT = "thought"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken back"
    DELETED = "deleted"
    RESTORED = "restored"
    ERASED = "erased"


CARRYING = (Event.TAKEN_UP, Event.KEPT, Event.CORRECTED)
"""The events that seal what an entry says."""


@dataclass(frozen=True, slots=True)
class Seal:
    """One link of the chain; `digest` is over all else but the nonce, and over the digest before it."""

    number: int
    ref: Ref
    event: Event
    at: datetime
    content: str
    """The digest of a nonce and of what was sealed: without the nonce, guessing does not find out what that was."""
    digest: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The seals of a span, where the whole chain ends, and what does not fit."""

    seals: tuple[Seal, ...]
    last: Seal | None
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """How an entry stands by its seals so far."""

    seals: tuple[tuple[int, Event], ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything of it was ever sealed."""
        return bool(self.seals)

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted last."""
        turns = [event for _n, event in self.seals if event in (Event.DELETED, Event.RESTORED)]
        return turns[-1:] == [Event.DELETED]

    @property
    def stands(self) -> bool:
        """Whether it was kept, and not taken back since."""
        turns = [event for _n, event in self.seals if event in (*CARRYING, Event.TAKEN_BACK)]
        return bool(turns) and turns[-1] is not Event.TAKEN_BACK

    @property
    def carrying(self) -> int | None:
        """The number of the last seal on what it says."""
        return next((number for number, event in reversed(self.seals) if event in CARRYING), None)


def words_of(values: Mapping[str, Any]) -> str:
    """What an entry says, always written in the same way; links count by their words."""
    plain: dict[str, Any] = {name: values[name] for name in FIELDS}
    plain |= {name: str(values[name]) for name in ("alliance_id", "day")}
    plain["title"] = in_words(values["title"])
    plain["parts"] = {key: in_words(text) for key, text in values["parts"].items()}
    return _canonical(plain)


def thought_of(entry: object, text: str) -> str:
    """What a later thought says."""
    return _canonical({"entry": str(entry), "text": in_words(text)})


def seal(number: int, ref: str, event: str, at: datetime, said: str, before: str) -> dict[str, Any]:
    """The row of a new seal."""
    nonce = secrets.token_hex(32)
    content = hidden(nonce, said)
    return {
        "number": number,
        "ref": ref,
        "event": str(event),
        "at": at,
        "nonce": nonce,
        "content": content,
        "digest": link(number, ref, event, at, content, before),
        "said": None,
    }


def hidden(nonce: str, said: str) -> str:
    """The digest of what was sealed."""
    return sha256(f"{nonce}\n{said}".encode()).hexdigest()


def link(number: int, ref: str, event: str, at: datetime, content: str, before: str) -> str:
    """The digest of a seal, which holds the one before it."""
    return sha256(_canonical([number, ref, str(event), at.isoformat(), content, before]).encode()).hexdigest()


def _canonical(value: Mapping[str, Any] | Sequence[Any]) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
