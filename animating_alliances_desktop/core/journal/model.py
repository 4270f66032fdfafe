"""A journal entry: a draft while it is written, then it stands, with later thoughts beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.pointing import in_words

QUICK, FREE = "quick", "free"
"""The form of an entry of three minutes, and of one that has no form."""
TEXT = "text"
"""The one part of free text."""
PROMPT = "› "
"""Stands before a line that is a prompt, not the writer's own words."""
_MARKS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+>])[ \t]+|(?<!\w)[*`]{1,2}(?=\S)|(?<=\S)[*`]{1,2}(?!\w)")
WHAT, SO_WHAT, NOW_WHAT = "what-happened", "so-what", "now-what"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form: what it is called, what to write there, and the prompts that go with it."""

    key: str
    title: str
    hint: str = ""
    prompts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """How an entry is laid out, and what that layout is meant for."""

    key: str
    title: str
    parts: tuple[Part, ...]
    summary: str = ""
    minutes: int | None = None
    moments: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is writing; `parts` may hold texts from another form that was chosen before."""

    alliance: Ref
    day: date
    form: str = QUICK
    title: str = ""
    minutes: int | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    meeting: Ref | None = None
    energy: int | None = None
    """From 1 to 5."""
    trust: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been written yet."""
        return not self.title.strip() and self.has_no_words

    @property
    def has_no_words(self) -> bool:
        """Whether there is a title at most."""
        return not any(text.strip() for text in self.parts.values())

    def said(self, key: str) -> str:
        """What one part says."""
        return self.parts.get(key, "")


@dataclass(frozen=True, slots=True)
class Addendum:
    """A later thought."""

    text: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """How an entry stood until it was corrected."""

    until: datetime
    title: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was saved; `rev` says which state of it one has seen."""

    ref: Ref
    draft: Draft
    label: str
    alliance_name: str
    rev: int
    made: datetime
    changed: datetime
    kept: datetime | None = None
    addenda: tuple[Addendum, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    """What its parts are called and say, in the order of its form; a part of free text has no name."""
    earlier: tuple[Earlier, ...] = ()
    """How it stood before each correction; known only of an entry that was asked for by itself."""
    left: tuple[tuple[Kind, int], ...] = ()
    """How many actions, decisions and so on were taken from it; known likewise."""
    about: str = ""
    """What the meeting is called that it is on; known likewise."""

    @property
    def opening(self) -> str:
        """Its first words, for lists: without marks of Markdown, and without prompts that were put in."""
        said = (_own_words(text[:_BEGINNING]) for _title, text in self.texts)
        return next((words for words in said if words), "")[:240]


_BEGINNING = 4_000
"""So many letters hold the first words of a text, whatever marks and pointers stand among them."""


@lru_cache(maxsize=32_768)  # a list asks for the first words of each entry again whenever one is saved
def _own_words(text: str) -> str:
    lines = (line for line in text.splitlines() if not line.startswith(PROMPT))
    return " ".join(" ".join(_MARKS.sub("", in_words(line)) for line in lines).split())


@dataclass(frozen=True, slots=True)
class Prompt:
    """A reflective prompt, with what it is meant for."""

    ref: Ref
    text: str
    minutes: int
    moments: tuple[str, ...]
    questions: tuple[str, ...]
    roles: tuple[str, ...]
    grown_from: Ref
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What prompts are wanted for; what is left empty does not matter."""

    moments: tuple[str, ...] = ()
    part: tuple[Ref, ...] = ()
    """The prompts that go with the part that is being written."""
    minutes: int | None = None
    phase: str = ""
    role: str = ""
