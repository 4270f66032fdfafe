"""Shaping the outline of a document: lines are renamed, taken out, put in, moved a level in or out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.pdf.model import Chapter

DEEPEST = 9
LONGEST = 300
MOST = 10_000
"""An outline has no more lines than an import takes over from a file."""
Lines = tuple[Heading, ...]
_PAGE = re.compile(r"(?:page-|¶)(\d{1,7})(?:\.|$)")
"""In a text that came from pages, the heading of a page, or a paragraph: its number begins with that of the page."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """The outline of a text as it is shown, and the one that came with its file."""

    lines: Lines
    original: Lines = ()
    own: bool = False
    """Whether the user shaped it."""


def renamed(lines: Lines, nth: int, title: str) -> Lines:
    """Call a line otherwise; raises AppError if there are no words."""
    return (*lines[:nth], replace(lines[nth], title=checked(title)), *lines[nth + 1 :])


def without(lines: Lines, nth: int) -> Lines:
    """Take a line out; those below it stay, a level further out."""
    end = _end_of(lines, nth)
    return (*lines[:nth], *_moved(lines[nth + 1 : end], -1), *lines[end:])


def with_line(lines: Lines, nth: int, line: Heading) -> Lines:
    """Put a line in before the one of this number, at the level of the deeper neighbour: what is below a line stays so.

    Raises AppError if the outline is full.
    """
    if len(lines) >= MOST:
        raise AppError("This outline is full. Remove a line first.")
    level = max((each.level for each in lines[max(0, nth - 1) : nth + 1]), default=line.level)
    kept = replace(line, title=checked(line.title), level=level)
    return (*lines[:nth], kept, *lines[nth:])


def can_move(lines: Lines, nth: int, by: int) -> bool:
    """Whether a line can go a level in (1) or out (-1): never deeper than one below the line before it."""
    if not 0 <= nth < len(lines):
        return False
    level = lines[nth].level
    if by < 0:
        return level > min(line.level for line in lines)
    below = max(line.level for line in lines[nth : _end_of(lines, nth)])
    return nth > 0 and level <= lines[nth - 1].level and below < DEEPEST


def moved(lines: Lines, nth: int, by: int) -> Lines:
    """Move a line, and all that is below it, a level in (1) or out (-1), if that can be."""
    if not can_move(lines, nth, by):
        return lines
    end = _end_of(lines, nth)
    return (*lines[:nth], *_moved(lines[nth:end], by), *lines[end:])


def checked(title: str) -> str:
    """The words of a line as they are kept; raises AppError if there are none."""
    kept = " ".join(title.replace("\x00", " ").split())[:LONGEST].strip()
    if not kept:
        raise AppError("A line of the outline needs some words: write them first.")
    return kept


def stored(lines: Iterable[Heading]) -> list[list[Any]]:
    """Lines as they are kept: level, title, id, and in a PDF where on the page: x and y, or how far down."""
    return [[line.level, line.title, line.id, *_kept_place(line)] for line in lines]


def fetched(kept: Iterable[Sequence[Any]]) -> Lines:
    """Lines as they were kept."""
    return tuple(
        Heading(
            level,
            title,
            anchor,
            (float(place[0]), float(place[1])) if len(place) > 1 else None,
            float(place[0]) if len(place) == 1 else None,
        )
        for level, title, anchor, *place in kept
    )


def line_called(lines: Iterable[Heading], wish: str) -> Heading | None:
    """The line at which a text is asked to open by `LINE` and a title; None if it is not there any more."""
    return next((line for line in lines if LINE + line.title == wish), None)


def lines_of(chapters: Iterable[Chapter]) -> Lines:
    """The outline of a PDF as lines; one that leads nowhere has no id."""
    return tuple(
        Heading(
            chapter.level + 1,
            chapter.title,
            f"page-{chapter.page + 1}" if chapter.page >= 0 else "",
            (chapter.x, chapter.y) if chapter.x is not None and chapter.y is not None else None,
        )
        for chapter in chapters
    )


def chapters_of(lines: Sequence[Heading], pages: int) -> tuple[Chapter, ...]:
    """Lines as the outline of a PDF that has so many pages."""
    least = min((line.level for line in lines), default=1)
    spots = (line.spot or (None, None) for line in lines)
    return tuple(
        Chapter(line.level - least, line.title, _page_of(line.id, pages), x, y, line.down)
        for line, (x, y) in zip(lines, spots, strict=True)
    )


def _kept_place(line: Heading) -> tuple[float, ...]:
    return line.spot or (() if line.down is None else (line.down,))


def _page_of(anchor: str, pages: int) -> int:
    found = _PAGE.match(anchor)
    return int(found[1]) - 1 if found and 0 < int(found[1]) <= pages else -1


def _end_of(lines: Lines, nth: int) -> int:
    """The number of the first line behind a line and all that is below it."""
    behind = range(nth + 1, len(lines))
    return next((each for each in behind if lines[each].level <= lines[nth].level), len(lines))


def _moved(lines: Iterable[Heading], by: int) -> Lines:
    return tuple(replace(line, level=max(1, line.level + by)) for line in lines)
