"""The characters of a page with their boxes, and what a hand on the page means by them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from animating_alliances_desktop.core.library.pdf.lines import HYPHEN, Run, distance, holds, overlap
from animating_alliances_desktop.core.library.pdf.model import Box, Link

_WORD = re.compile(r"[\w\u00ad'’\ud800-\udfff]+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SHORT = 0.75
_RIGHT_TO_LEFT = {"R", "AL"}


class Letters:
    """The text of one page; all positions count UTF-16 units, as those of the normalised text do."""

    def __init__(
        self, text: str, boxes: Sequence[float], runs: Sequence[Run], links: Sequence[Link] = ()
    ) -> None:
        self.units = as_units(text)
        self._boxes, self.runs, self.links = boxes, tuple(runs), tuple(links)
        self._starts = [run.start for run in self.runs]

    def __len__(self) -> int:
        return len(self.units)

    def words(self, start: int, end: int) -> str:
        """The text between two positions, broken words made whole."""
        return plain(as_text(self.units[max(0, start) : end]))

    def box(self, at: int) -> Box:
        """Where a character is."""
        left, top, right, bottom = self._boxes[at * 4 : at * 4 + 4]
        return left, top, right, bottom

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """Where a passage is: a box for each line of it."""
        for run in self.runs[max(0, bisect_right(self._starts, start) - 1) :]:
            if run.start >= end:
                break
            first, last = max(start, run.start), min(end, run.end)
            if first >= last:
                continue
            if (first, last) == (run.start, run.end):
                yield run.box
            else:
                yield self._part(run, first, last)

    def spot(self, x: float, y: float) -> int:
        """The position between two characters that is meant by a point anywhere on the page."""
        run = self._nearest(x, y)
        return self._spot_in(run, x, y) if run is not None else 0

    def at(self, x: float, y: float) -> int:
        """The character under a point, or -1 beside all characters."""
        run = self._nearest(x, y)
        if run is None or not holds(run.box, x, y, 1.0):
            return -1
        return self._in_run(run, x, y)

    def link_at(self, x: float, y: float) -> Link | None:
        """The link under a point."""
        return next((link for link in self.links if holds(link.box, x, y, 0.5)), None)

    def word(self, at: int) -> tuple[int, int]:
        """The word around a character; the character alone, if it belongs to none."""
        for found in _WORD.finditer(self.units, max(0, at - 200)):
            if found.start() <= at < found.end():
                return found.span()
            if found.start() > at:
                break
        return at, min(at + 1, len(self.units))

    def line(self, at: int) -> tuple[int, int]:
        """The line that a position stands in."""
        run = self.run_of(at)
        return (run.start, run.end) if run is not None else (at, at)

    def run_of(self, at: int) -> Run | None:
        """The run that holds a position; the one before, between two."""
        nth = bisect_right(self._starts, at) - 1
        return self.runs[max(nth, 0)] if self.runs else None

    def beside(self, at: int, by: int, x: float) -> int:
        """The position in the line below (1) or above (-1) that is nearest to `x`; -1 beyond the page."""
        here = self.run_of(at)
        if here is None:
            return -1
        nth = self._starts.index(here.start) + by
        while 0 <= nth < len(self.runs) and self._is_level(self.runs[nth], here):
            nth += by
        if not 0 <= nth < len(self.runs):
            return -1
        run = self.runs[nth]
        return self._spot_in(run, x, (run.box[1] + run.box[3]) / 2)

    def edge(self, x: float, *, last: bool) -> int:
        """The position in the first or in the last line of the page that is nearest to `x`."""
        if not self.runs:
            return 0
        run = self.runs[-1 if last else 0]
        return self._spot_in(run, x, (run.box[1] + run.box[3]) / 2)

    def caret(self, at: int) -> Box:
        """Where the text cursor stands: an upright line without width."""
        if not self.units:
            return 0.0, 0.0, 0.0, 12.0
        behind = at >= len(self.units) or self.units[at] in "\r\n"
        left, top, right, bottom = self.box(max(0, at - 1) if behind else at)
        x = right if behind != self._runs_left(max(0, at - 1) if behind else at) else left
        return x, top, x, bottom

    def step(self, at: int, by: int) -> int:
        """The position one character on, past all that is no character of its own; -1 beyond the page."""
        at += by
        while 0 < at < len(self.units) and self._is_inside(at):
            at += by
        return at if 0 <= at <= len(self.units) else -1

    def step_word(self, at: int, by: int) -> int:
        """The beginning of the next word (1), or of this one or the one before (-1); -1 beyond the page."""
        if by > 0:
            found = next((one for one in _WORD.finditer(self.units, at) if one.start() > at), None)
            return found.start() if found else (len(self.units) if at < len(self.units) else -1)
        starts = [one.start() for one in _WORD.finditer(self.units, 0, at)]
        return starts[-1] if starts else (0 if at > 0 else -1)

    def _is_inside(self, at: int) -> bool:
        unit = self.units[at]
        second_half = "\udc00" <= unit <= "\udfff"
        return second_half or self.units[at - 1 : at + 1] == "\r\n"

    def _runs_left(self, at: int) -> bool:
        return bidirectional(self.units[at]) in _RIGHT_TO_LEFT

    def _nearest(self, x: float, y: float) -> Run | None:
        return min(self.runs, key=lambda run: distance(run.box, x, y), default=None)

    def _spot_in(self, run: Run, x: float, y: float) -> int:
        at = self._in_run(run, x, y)
        left, top, right, bottom = self.box(at)
        past = y > (top + bottom) / 2 if run.is_upright else x > (left + right) / 2
        return self.step(at, 1) if past != self._runs_left(at) else at

    def _is_level(self, run: Run, other: Run) -> bool:
        """Whether two runs are parts of one line, as the cells of a table are."""
        high = min(run.box[3] - run.box[1], other.box[3] - other.box[1])
        return overlap(run.box[1], run.box[3], other.box[1], other.box[3]) > high / 2

    def _in_run(self, run: Run, x: float, y: float) -> int:
        return min(range(run.start, run.end), key=lambda at: distance(self.box(at), x, y))

    def _part(self, run: Run, first: int, last: int) -> Box:
        boxes = [self.box(at) for at in range(first, last)]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        if run.is_upright:
            return run.box[0], min(box[1] for box in boxes), run.box[2], max(box[3] for box in boxes)
        return left, run.box[1], right, run.box[3]


def as_units(text: str) -> str:
    """A text of which each character is one UTF-16 unit."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, array("H", text.encode("utf-16-le", "surrogatepass"))))


def as_text(units: str) -> str:
    """The text that such units are."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def plain(text: str) -> str:
    """A text with plain line ends, without what is no letter of it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(HYPHEN, "").replace("\u200b", "")


def flowing(units: str, start: int, end: int) -> str:
    """A passage without the line ends of its page: only a line that is much shorter than others ends a paragraph."""
    lines = list(_LINE.finditer(units))
    longest = max(len(line[0].rstrip()) for line in lines)
    parts = []
    for line in lines:
        words = units[max(start, line.start()) : min(end, line.end())]
        if words and line.start() < end:
            is_short = len(line[0].rstrip()) < longest * _SHORT
            parts.append(
                plain(words).rstrip("\n") + ("\n" if is_short else " ") if words[-1] in "\r\n" else words
            )
    return plain(as_text("".join(parts))).strip("\n")
