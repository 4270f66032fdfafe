"""The words for energy and trust: five of each from little to much, wherever they are chosen or told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.scales import ENERGY, TRUST

_NEAR = 0.25
"""A mean that is no further from a step is called by its word."""


def energy_words() -> tuple[str, ...]:
    """Name the steps from little energy to much."""
    return tuple(map(_tr, ENERGY))


def trust_words() -> tuple[str, ...]:
    """Name the steps from little trust to much."""
    return tuple(map(_tr, TRUST))


def said_in(words: Sequence[str]) -> Callable[[float], str]:
    """Makes what says a value from 1 to 5 in these words; a mean lies between two of them."""

    def said(value: float) -> str:
        step = min(len(words), max(1, round(value)))
        if abs(value - step) <= _NEAR:
            return words[step - 1]
        low = min(len(words) - 1, max(1, int(value)))
        return _tr("between {low} and {high}").format(low=words[low - 1], high=words[low])

    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
