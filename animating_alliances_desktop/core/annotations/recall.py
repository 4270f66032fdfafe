"""Which of the user's own highlights come up again on a day: other ones each day, and none that were just made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from animating_alliances_desktop.core.annotations.model import Annotation

_FRESH = timedelta(days=1)


def recalled(marks: Sequence[Annotation], day: date, most: int) -> list[Annotation]:
    """A few of these for a day; within a run of days, every one has its turn before the first comes again."""
    old = [mark for mark in marks if day - mark.made.astimezone().date() >= _FRESH]
    old.sort(key=lambda mark: mark.ref)
    if not old:
        return []
    turn, nth = divmod(day.toordinal() * most, len(old))
    Random(turn).shuffle(old)  # noqa: S311 -- variety, not secrecy
    return (old[nth:] + old[:nth])[:most]
