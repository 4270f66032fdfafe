"""What a chart shows: its series, its points, and the same in words; nothing here paints."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Shape(Enum):
    """How a chart is drawn."""

    LINE = auto()
    """Dots, joined where nothing is missing between them."""
    BARS = auto()
    """Bars beside each other."""
    STACK = auto()
    """Bars on top of each other."""
    SHARE = auto()
    """Bars on top of each other, stretched to the whole."""


def plainly(value: float) -> str:
    """A number with one decimal at the most."""
    return f"{value:.0f}" if math.isclose(value, round(value), abs_tol=0.05) else f"{value:.1f}"


@dataclass(frozen=True, slots=True)
class Series:
    """One thing that is told of at every point; its place among the series gives it its sign."""

    name: str
    colour: str = "accent"
    """A colour of the palette."""


@dataclass(frozen=True, slots=True)
class Point:
    """One place along the chart, with a value for each series; None where nothing is known."""

    name: str
    """As it is said: March 2026."""
    values: tuple[float | None, ...]
    short: str = ""
    """As it stands below the chart: Mar."""

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return any(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one chart shows."""

    shape: Shape
    series: tuple[Series, ...]
    points: tuple[Point, ...]
    bounds: tuple[float, float] | None = None
    """The ends of a scale that is known beforehand, such as 1 to 5."""
    least: int = 3
    """Of fewer points than so many nothing is drawn: they would look like more than they are."""
    said: Callable[[float], str] = plainly
    """How a value is said."""
    nothing: str = "–"
    """How it is said that nothing is known."""

    @property
    def are_enough(self) -> bool:
        """Whether there is enough to draw."""
        return sum(point.is_known for point in self.points) >= self.least

    def words(self, at: int) -> str:
        """One point in words, for the line below the chart and for screen readers."""
        point = self.points[at]
        parts = [
            f"{series.name} {self._value(point, nth)}" if len(self.series) > 1 else self._value(point, nth)
            for nth, series in enumerate(self.series)
            if point.values[nth] is not None
        ]
        return f"{point.name}: {', '.join(parts) or self.nothing}"

    def told(self) -> str:
        """The whole chart in words; points of which nothing is known are left out."""
        return ". ".join(self.words(at) for at, point in enumerate(self.points) if point.is_known)

    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value that the chart has room for."""
        if self.shape is Shape.SHARE:
            return 0.0, 1.0
        if self.bounds is not None:
            return self.bounds
        return 0.0, self._ticks_to(max(map(self._height, self.points), default=0.0))[-1]

    def ticks(self) -> list[float]:
        """The values that are written beside the chart."""
        low, high = self.ends()
        if self.shape is Shape.SHARE:
            return [0.0, 0.5, 1.0]
        if self.bounds is not None and high - low <= 10:
            return [low + nth for nth in range(round(high - low) + 1)]
        return self._ticks_to(high)

    def tick_words(self, tick: float) -> str:
        """How a value beside the chart is written."""
        return f"{tick:.0%}" if self.shape is Shape.SHARE else self.said(tick)

    def spans(self, at: int) -> list[tuple[float, float]]:
        """Where the piece of each series begins and ends in a bar of pieces on top of each other."""
        values = [value or 0.0 for value in self.points[at].values]
        whole = sum(values) if self.shape is Shape.SHARE else 1.0
        found, low = [], 0.0
        for value in values:
            high = low + (value / whole if whole else 0.0)
            found.append((low, high))
            low = high
        return found

    def _value(self, point: Point, nth: int) -> str:
        value = point.values[nth] or 0.0
        whole = sum(one or 0.0 for one in point.values)
        share = f" ({value / whole:.0%})" if self.shape is Shape.SHARE and whole else ""
        return self.said(value) + share

    def _height(self, point: Point) -> float:
        known = [value for value in point.values if value is not None]
        return sum(known) if self.shape is Shape.STACK else max(known, default=0.0)

    def _ticks_to(self, most: float) -> list[float]:
        """Round values from nothing to above the highest one, five at the most."""
        rough = max(most, 1.0) / 4
        size = 10.0 ** math.floor(math.log10(rough))
        step = max(1.0, next(size * by for by in (1, 2, 5, 10) if size * by >= rough))
        return [step * nth for nth in range(math.ceil(max(most, 1.0) / step) + 1)]
