"""Characters gathered into lines, by where their boxes are."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from animating_alliances_desktop.core.library.pdf.model import Box

HYPHEN = "\u00ad"
"""What PDFium takes for the hyphen of a word that goes on in the next line."""
_NEWLINES = "\r\n"
_GAP = 2.5
"""Characters further apart than so many heights stand in different columns."""
_OVERLAP = 0.4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand in one line."""

    start: int
    end: int
    box: Box

    @property
    def is_upright(self) -> bool:
        """Whether the characters stand below each other, as on a page that was turned."""
        left, top, right, bottom = self.box
        return self.end - self.start > 1 and bottom - top > (right - left) * 1.5


def settled(units: str, boxes: array[float]) -> None:
    """Give what has no box of its own (a space, the end of a line) the gap in which it stands."""
    count = len(units)
    for at in range(count):
        left, top, right, bottom = boxes[at * 4 : at * 4 + 4]
        if right - left > 0.01 and bottom - top > 0.01:
            _share(boxes, at, count)
            continue
        before = boxes[at * 4 - 4 : at * 4] if at else boxes[0:4]
        behind = boxes[at * 4 + 4 : at * 4 + 8] if at + 1 < count else before
        gap = _between(before, behind)
        boxes[at * 4 : at * 4 + 4] = array("f", (gap[0], before[1], gap[1], before[3]))


def runs(units: str, boxes: Sequence[float]) -> list[Run]:
    """Gather the characters into lines."""
    gathering = _Gathering()
    for at, unit in enumerate(units):
        box = boxes[at * 4], boxes[at * 4 + 1], boxes[at * 4 + 2], boxes[at * 4 + 3]
        if unit in _NEWLINES:
            gathering.end(at)
        else:
            gathering.take(at, box)
        if unit == HYPHEN:
            gathering.end(at + 1)
    gathering.end(len(units))
    return gathering.found


class _Gathering:
    """One line after the other."""

    def __init__(self) -> None:
        self.found: list[Run] = []
        self._start = 0
        self._whole: Box | None = None
        self._last: Box = (0.0, 0.0, 0.0, 0.0)

    def take(self, at: int, box: Box) -> None:
        """Add a character to the line, or begin another one."""
        if self._whole is not None and not _goes_on(self._last, box):
            self.end(at)
        if self._whole is None:
            self._start, self._whole = at, box
        self._whole, self._last = _joined(self._whole, box), box

    def end(self, at: int) -> None:
        """End the line, if there is one."""
        if self._whole is not None:
            self.found.append(Run(self._start, at, self._whole))
        self._whole = None


def _share(boxes: array[float], at: int, count: int) -> None:
    """Characters of one ligature have all its box: let each have its part."""
    if at and boxes[at * 4 : at * 4 + 4] == boxes[at * 4 - 4 : at * 4]:
        return
    last = at
    while last + 1 < count and boxes[last * 4 + 4 : last * 4 + 8] == boxes[at * 4 : at * 4 + 4]:
        last += 1
    if last == at:
        return
    left, top, right, bottom = boxes[at * 4 : at * 4 + 4]
    width = (right - left) / (last - at + 1)
    for nth in range(at, last + 1):
        begins = left + (nth - at) * width
        boxes[nth * 4 : nth * 4 + 4] = array("f", (begins, top, begins + width, bottom))


def _between(before: Sequence[float], behind: Sequence[float]) -> tuple[float, float]:
    """From where to where a gap goes; nothing wide, if the text goes on in another line."""
    same_line = overlap(before[1], before[3], behind[1], behind[3]) > 0
    height = max(1.0, before[3] - before[1])
    if same_line and 0 <= behind[0] - before[2] < height * _GAP:
        return before[2], behind[0]
    if same_line and 0 <= before[0] - behind[2] < height * _GAP:
        return behind[2], before[0]
    return before[2], before[2]


def _goes_on(last: Box, box: Box) -> bool:
    """Whether a character stands in the same line as the one before."""
    height = max(last[3] - last[1], box[3] - box[1], 0.1)
    least = max(0.01, min(last[3] - last[1], box[3] - box[1]))
    if overlap(last[1], last[3], box[1], box[3]) >= _OVERLAP * least:
        return max(last[0], box[0]) - min(last[2], box[2]) < height * _GAP
    width = max(0.01, min(last[2] - last[0], box[2] - box[0]))
    upright = overlap(last[0], last[2], box[0], box[2]) >= _OVERLAP * width
    return upright and max(last[1], box[1]) - min(last[3], box[3]) < height


def overlap(low: float, high: float, other_low: float, other_high: float) -> float:
    """How long the piece is that two stretches have in common; negative if they are apart."""
    return min(high, other_high) - max(low, other_low)


def _joined(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def distance(box: Box, x: float, y: float) -> float:
    """The square of how far a point is from a box."""
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across * across + down * down


def holds(box: Box, x: float, y: float, slack: float) -> bool:
    """Whether a point is in a box, or so near to it."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack
