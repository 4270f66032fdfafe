"""The side of charts: energy, trust, time and actions, each drawn only where there is enough to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.lookback.model import DONE, LET_GO, OPEN, Span, Stretch
from animating_alliances_desktop.ui.kit.charts import Chart, Figures, Point, Series, Shape
from animating_alliances_desktop.ui.kit.pages import Card, Column
from animating_alliances_desktop.ui.kit.scales import energy_words, said_in, trust_words
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.kit.times import time_said
from animating_alliances_desktop.ui.lookback.ports import Trends
from animating_alliances_desktop.ui.lookback.rows import day_words, span_words

_SCALE = (1.0, 5.0)
_HOUR = 60


class ChartsView(QWidget):
    """Four charts below each other."""

    span_picked = Signal(object)
    """The Span of a point that was picked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: Sequence[Stretch] = ()
        self.energy = Chart(theme, self.tr("Energy"))
        self.trust = Chart(theme, self.tr("Trust"))
        self.time = Chart(theme, self.tr("Time spent"))
        self.agreed = Chart(theme, self.tr("What became of what was agreed"))
        self._lay_out()
        for chart in self._charts():
            chart.picked.connect(lambda at: self.span_picked.emit(self._stretches[at].span))

    def show_trends(self, trends: Trends) -> None:
        """Draw what there is enough of."""
        self._stretches = trends.stretches
        energy = [_point(one.span, one.energy) for one in self._stretches]
        self.energy.show_figures(
            self._on_scale(self.energy, energy, energy_words()), self._too_few(self.tr("words for it"))
        )
        trust = [_point(one.span, one.trust) for one in self._stretches]
        self.trust.show_figures(
            self._on_scale(self.trust, trust, trust_words()), self._too_few(self.tr("words for it"))
        )
        self.time.show_figures(self._of_time(), self._too_few(self.tr("the minutes spent")))
        self.agreed.show_figures(
            self._of_agreed(),
            self.tr("This is drawn once actions were agreed on in three weeks or months of the span."),
        )

    def _charts(self) -> tuple[Chart, ...]:
        return self.energy, self.trust, self.time, self.agreed

    def _on_scale(self, chart: Chart, points: Sequence[Point], words: Sequence[str]) -> Figures:
        """Told in the words in which it was noted, never as a mark out of five."""
        name = chart.plot.accessibleName()
        return Figures(Shape.LINE, (Series(name),), tuple(points), _SCALE, said=said_in(words))

    def _of_time(self) -> Figures:
        points = [
            _point(one.span, None if one.minutes is None else one.minutes / _HOUR) for one in self._stretches
        ]
        said = self._hours
        return Figures(Shape.BARS, (Series(self.tr("Hours")),), tuple(points), said=said)

    def _of_agreed(self) -> Figures:
        series = (
            Series(self.tr("Done")),
            Series(self.tr("Let go"), "focus"),
            Series(self.tr("Open"), "faint"),
        )
        points = []
        for one in self._stretches:
            counts = [float(one.agreed.get(state, 0)) for state in (DONE, LET_GO, OPEN)]
            points.append(_point(one.span, *(counts if any(counts) else [None] * 3)))
        return Figures(Shape.STACK, series, tuple(points))

    def _hours(self, hours: float) -> str:
        return time_said(hours * _HOUR)

    def _too_few(self, what: str) -> str:
        return self.tr("This is drawn once {what} were noted in three weeks or months of the span.").format(
            what=what
        )

    def _lay_out(self) -> None:
        column = Column(820)
        said = label(
            self.tr("Your own figures, as you noted them. A gap is a time of which nothing was noted."),
            "muted",
        )
        column.add(said)
        for chart in self._charts():
            card = Card()
            card.body.addWidget(chart)
            column.add(card)
        column.add_stretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.addWidget(column)


def _point(span: Span, *values: float | None) -> Point:
    if span == Span.month(span.since):
        return Point(span_words(span), values, day_words(span.since, "MMM"))
    return Point(span_words(span), values, day_words(span.since, "d MMM"))
