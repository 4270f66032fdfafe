"""Lines of a printed page joined to paragraphs: by the gaps between them, their beginnings, ends and sizes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WIDER = 1.45
"""A gap so many times the usual one parts two paragraphs."""
_OTHER_SIZE = 1.15
_INDENT = 0.35
"""Of the usual gap between lines: so far a first line stands to the right, at least."""
_SHORT = 0.75
"""Of the length of most lines: a shorter line may be a paragraph's last one."""
_HYPHENS = ("-", "‐")
_STOPS, _CLOSING = tuple(".!?:;…"), " \t\r\n\"'”’»)]"
_POINT = re.compile(r"(?:[•‣◦▪▫●○■□–—·*]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s)")
_BROKEN = re.compile("(\\S*?)[\ufffe\u0002\u00ad](?=(\\S*))")
"""A word that the printer broke, with what PDFium puts in place of the hyphen; or with a soft hyphen."""
MARK = "\u0002"
"""What PDFium puts between two lines that it tells as one."""
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


class Line(NamedTuple):
    """A line of a page that is not blank: its words, where they begin, on which height, and their size.

    PDFium tells two lines as one where a word was broken between them: `end` is the height on which that one ends.
    """

    words: str
    left: float = 0.0
    base: float = 0.0
    size: float = 0.0
    end: float = 0.0


def joined(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of a page."""
    if not lines:
        return []
    shape, compounds = _Shape(lines), _Compounds(lines)
    paragraphs, parts = [], [lines[0].words]
    for before, line in pairwise(lines):
        if shape.parts(before, line):
            paragraphs.append(" ".join(parts))
            parts = [line.words]
        elif before.words.endswith(_HYPHENS) and before.words[-2:-1].isalpha():
            parts[-1] = compounds.glued(parts[-1][:-1], line.words)
        else:
            parts.append(line.words)
    paragraphs.append(" ".join(parts))
    return [compounds.mended(paragraph) for paragraph in paragraphs]


def largest(lines: Iterable[Line]) -> str:
    """The words that are set much larger than the rest, as a title is; nothing if none are."""
    lines = [line for line in lines if line.size > 0]
    if len(lines) < 2:
        return ""
    size = max(line.size for line in lines)
    if size < 1.3 * median(line.size for line in lines):
        return ""
    return " ".join(line.words for line in lines if line.size > 0.97 * size)


class _Shape:
    """How a page is set: the usual gap between its lines, and their usual length."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps = [one.end - two.base for one, two in pairwise(lines)]
        falling = sorted(gap for gap in gaps if gap > 0)
        gap = falling[len(falling) * 2 // 5] if falling else 0.0
        lengths = sorted(len(line.words) for line in lines)
        self._wider, self._indent = _WIDER * gap, _INDENT * gap
        self._short = _SHORT * lengths[len(lengths) * 4 // 5]

    def parts(self, before: Line, line: Line) -> bool:
        """Whether a line begins a new paragraph."""
        gap = before.end - line.base
        if gap > self._wider > 0 or _POINT.match(line.words):
            return True
        if gap <= 0:  # the next column, or the same height
            return _ends(before)
        if before.size != line.size and _differ(before.size, line.size):
            return True
        indented = line.left - before.left > self._indent
        return (indented or len(before.words) < self._short) and _ends(before)


def _ends(line: Line) -> bool:
    return line.words.rstrip(_CLOSING).endswith(_STOPS)


def _differ(one: float, two: float) -> bool:
    return min(one, two) > 0 and max(one, two) > _OTHER_SIZE * min(one, two)


class _Compounds:
    """Knows which hyphens of a page are the word's own: those that stand within a line, too."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def _known(self) -> set[str]:
        return {word.casefold() for line in self._lines for word in _COMPOUND.findall(line.words)}

    def glued(self, before: str, words: str) -> str:
        """Two parts of a word made whole, with what stands around them."""
        first, last = before.split()[-1:] or [""], words.split()[:1] or [""]
        compound = f"{first[0].lstrip('(“‘')}-{last[0].rstrip('.,;:!?)”’')}".casefold()
        own = not words[:1].islower() or compound in self._known
        return f"{before}-{words}" if own else before + words

    def mended(self, text: str) -> str:
        """A text in which the words that the printer broke are whole again."""
        if text.isprintable():
            return text
        return _BROKEN.sub(lambda found: self.glued(found[1], found[2])[: -len(found[2]) or None], text)
