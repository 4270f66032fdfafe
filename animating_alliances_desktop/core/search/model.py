"""What search gives back: an answer, and its results with the hits marked in their snippets."""

from __future__ import annotations

from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Kind, Ref

START, END = "\ue000", "\ue001"
"""Stand before and after each hit in a snippet: private-use characters, which the index keeps out of texts."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was found, at its best passage."""

    ref: Ref
    kind: Kind
    title: str
    heading: str
    snippet: str
    """The passage around the hits, each of them between `START` and `END`."""
    score: float
    opening: str
    """The same words without marks, exactly as they stand in the passage: a quote by which to open it.

    A line of an outline has no words below it: it is opened by `LINE` and its title."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and how the question was understood."""

    query: str
    understood_as: str = ""
    suggestion: str = ""
    """The question with its spelling mended, if little was found as it was typed."""
    total: int = 0
    took_ms: float = 0.0
    results: tuple[Result, ...] = ()
    stopped: bool = False
    """Whether the search was called off, by `Search.stop` or by its time limit: then there are no results."""


def plain(snippet: str) -> str:
    """A snippet without its marks."""
    return snippet.replace(START, "").replace(END, "")
