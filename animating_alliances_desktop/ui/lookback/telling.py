"""What is said of figures: only what the user noted, never what it might mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.lookback.model import Review
from animating_alliances_desktop.ui.kit.scales import energy_words, trust_words
from animating_alliances_desktop.ui.kit.times import time_said

_FEW = 5


def figures_said(review: Review) -> str:
    """A quiet line with what can be counted."""
    parts = [
        _counted(len(review.meetings), _tr("1 meeting"), _tr("{n} meetings")),
        _counted(len(review.entries), _tr("1 entry"), _tr("{n} entries")),
        _tr("{time} noted").format(time=time_said(review.minutes)) if review.minutes else "",
        _noted(_tr("energy"), review.energy, energy_words()),
        _noted(_tr("trust"), review.trust, trust_words()),
    ]
    return " · ".join(part for part in parts if part)


def _counted(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many.format(n=number)) if number else ""


def _noted(name: str, values: tuple[int, ...], words: tuple[str, ...]) -> str:
    """What was noted on a scale, in its words: a few as they came, of many the lowest and the highest."""
    if not values:
        return ""
    if len(values) <= _FEW:
        return _tr("{name} {words}").format(name=name, words=", ".join(words[value - 1] for value in values))
    low, high = words[min(values) - 1], words[max(values) - 1]
    return _tr("{name} from {low} to {high}").format(name=name, low=low, high=high)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lookback", text)
