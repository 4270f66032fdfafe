"""How wide the columns of a printed table are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from animating_alliances_desktop.core.book.model import Table, Words, plain, words

_MOST = 0.85
"""So many of the cells of a column stand on one line."""
_SHORT = 90.0
"""Cells of no more points are never broken: a day, a name."""
Measure = Callable[[Words], float]


def columns_of(table: Table, room: float, measure: Measure, between: float) -> list[float]:
    """Each as wide as most of its cells ask for; what is over goes where cells are broken still."""
    asked = [
        _asked([head, *(row[nth] for row in table.rows if nth < len(row))], measure, between)
        for nth, head in enumerate(table.head)
    ]
    wanted = [most for most, _all in asked]
    over = room - sum(wanted)
    if over < 0:
        return _shared(wanted, room)
    missing = [every - most for most, every in asked]
    if not sum(missing):
        missing = [float(nth == wanted.index(max(wanted))) for nth in range(len(wanted))]
    return [width + over * lack / sum(missing) for width, lack in zip(wanted, missing, strict=True)]


def _asked(cells: Sequence[Words], measure: Measure, between: float) -> tuple[float, float]:
    """What lets most cells stand on one line and breaks no word, and what lets all of them."""
    widths = sorted(map(measure, cells))
    longest = max((word for cell in cells for word in plain(cell).split()), key=len, default="")
    short = max((width for width in widths if width <= _SHORT), default=0.0)
    most = max(widths[ceil(_MOST * len(widths)) - 1], short, measure(words(longest)))
    return most + between + 1, widths[-1] + between + 1


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """A fair share each, the narrow ones first: what they leave is for the others."""
    widths = [0.0] * len(wanted)
    for done, nth in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[nth] = min(wanted[nth], room / (len(wanted) - done))
        room -= widths[nth]
    return widths
