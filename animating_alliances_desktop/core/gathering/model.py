"""A tag, a collection, and a thing that has the one or lies in the other; tags that are typed into a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError

LONGEST = 60
READING = "reading"
"""The role of the reading list."""
_UNFIT = str.maketrans({"#": " ", ";": " ", "\x00": " "})
_TYPED = re.compile(r"(?<![\w/&#])#([^\W\d_][\w-]{1,49})")


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the user's own, and how many things have it."""

    ref: Ref
    name: str
    things: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """Things that the user put together, and how many they are."""

    ref: Ref
    name: str
    about: str = ""
    role: str = ""
    things: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a tag or lies in a collection, and what it is called now."""

    ref: Ref
    title: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge touched, and what takes it back."""

    changes: Changes
    batch: UUID
    added: tuple[UUID, ...] = ()


def checked_name(name: str) -> str:
    """A name as it is kept; raises AppError if there is none."""
    kept = _kept(name)
    if not kept:
        raise AppError("Write a name first.")
    return kept


def is_name(name: str) -> bool:
    """Whether there is anything in it to be called by."""
    return bool(_kept(name))


def _kept(name: str) -> str:
    return " ".join(normalize("NFC", name).translate(_UNFIT).split())[:LONGEST].strip()


def same(one: str, other: str) -> bool:
    """Whether two names are the same whatever their capitals."""
    return one.casefold() == other.casefold()


def typed_tags(text: str) -> list[str]:
    """The tags that are typed into a text as `#word`, each once."""
    if "#" not in text:
        return []
    found = (word.rstrip("-_") for word in _TYPED.findall(normalize("NFC", text)))
    return list({word.casefold(): word for word in found}.values())
