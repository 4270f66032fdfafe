"""Energy and trust in words: five of each from little to much, wherever they are chosen, told or printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

ENERGY = ("drained", "low", "even", "good", "lively")
TRUST = ("closed", "guarded", "mixed", "growing", "open")
SCALES: Mapping[str, Sequence[str]] = {"energy": ENERGY, "trust": TRUST}
"""The words for the steps of each, by the name of the field of an entry."""
_FEW, _SOME = 5, 2


def word(scale: str, value: int) -> str:
    """What a step is called."""
    return SCALES[scale][value - 1]


def as_they_came(scale: str, values: Sequence[int]) -> str:
    """The words of a few in their order, of many the lowest and the highest."""
    if len(values) <= _FEW:
        return ", ".join(word(scale, value) for value in values)
    return f"from {word(scale, min(values))} to {word(scale, max(values))}"


def most_noted(scale: str, values: Iterable[int]) -> str:
    """The word that was noted most often; of more than two, how far they reach."""
    counted = Counter(values)
    if len(counted) == 1:
        return f"always {word(scale, next(iter(counted)))}"
    most = sorted(value for value, times in counted.items() if times == max(counted.values()))
    if len(most) > _SOME:
        return f"from {word(scale, most[0])} to {word(scale, most[-1])}"
    return f"most often {' or '.join(word(scale, value) for value in most)}"
