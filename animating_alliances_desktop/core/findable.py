"""A thing as search sees it: its title, its passages, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from animating_alliances_desktop.core.changes import Ref

LINE = "\ue002"
"""Stands before the title of a line of an outline, where a thing is asked to open at that line and not at words."""
PASSAGE_WORDS = 200
"""A passage is closed at the first paragraph end after about this many words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that can be found and opened by itself."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a thing can be filtered by; each is empty where it does not apply."""

    questions: tuple[str, ...] = ()
    alliance: str = ""
    tags: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    author: str = ""
    owner: str = ""
    status: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing, ready to be put into the index."""

    ref: Ref
    title: str
    passages: tuple[Passage, ...]
    facets: Facets = field(default_factory=Facets)


def cut(paragraphs: Iterable[tuple[str, str]]) -> tuple[Passage, ...]:
    """Join paragraphs, each given as (heading, text), into passages; a new heading always opens a new one."""
    passages: list[Passage] = []
    held: list[str] = []
    above = ""

    def close() -> None:
        if held:
            passages.append(Passage("\n".join(held), above))
            held.clear()

    words = 0
    for heading, text in paragraphs:
        if heading != above or words >= PASSAGE_WORDS:
            close()
            above, words = heading, 0
        if text.strip():
            held.append(text.strip())
            words += text.count(" ") + 1  # near enough, and many times quicker than to split it
    close()
    return tuple(passages)
