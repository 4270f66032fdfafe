"""What is said of figures: only what the user noted, never what it might mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.lookback.model import Review
from animating_alliances_desktop.ui.kit.times import time_said


def figures_said(review: Review) -> str:
    """A quiet line with what can be counted."""
    parts = [
        _counted(len(review.meetings), _tr("1 meeting"), _tr("{n} meetings")),
        _counted(len(review.entries), _tr("1 entry"), _tr("{n} entries")),
        _tr("{time} noted").format(time=time_said(review.minutes)) if review.minutes else "",
        _noted(_tr("energy"), review.energy),
        _noted(_tr("trust"), review.trust),
    ]
    return " · ".join(part for part in parts if part)


def _counted(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many.format(n=number)) if number else ""


def _noted(name: str, values: tuple[int, ...]) -> str:
    """What was noted on a scale: a few as they were, of many the lowest and the highest."""
    if not values:
        return ""
    if len(values) <= 5:
        return _tr("{name} {values} of 5").format(name=name, values=", ".join(map(str, values)))
    return _tr("{name} between {low} and {high} of 5").format(name=name, low=min(values), high=max(values))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lookback", text)
