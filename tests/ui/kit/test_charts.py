"""Charts: what they say, that every series can be told without colours, and that they can be walked along."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.charts import Chart, Figures, Point, Series, Shape
from animating_alliances_desktop.ui.kit.scales import energy_words, said_in
from animating_alliances_desktop.ui.kit.theme import Theme

MONTHS = ("January 2026", "February 2026", "March 2026", "April 2026")
Make = Callable[[Figures], Chart]


def figures(shape: Shape, *values: tuple[float | None, ...], **more: object) -> Figures:
    series = (Series("Energy"), Series("Trust", "focus"))[: len(values[0])]
    points = tuple(Point(name, value, name[:3]) for name, value in zip(MONTHS, values, strict=False))
    return Figures(shape, series, points, **more)  # type: ignore[arg-type]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Make:
    def made(shown: Figures) -> Chart:
        chart = Chart(theme, "Energy and trust")
        qtbot.addWidget(chart)
        chart.resize(520, 260)
        chart.show_figures(shown, "Three months are needed.")
        chart.show()
        return chart

    return made


def words(chart: Chart) -> list[str]:
    return [one.text() for one in chart.findChildren(QLabel) if one.isVisible()]


def test_the_figures_are_told_in_words(make: Make) -> None:
    chart = make(figures(Shape.LINE, (3, 4.25), (None, None), (2, None), (4, 5), bounds=(1, 5)))
    assert chart.plot.accessibleName() == "Energy and trust"
    assert chart.plot.accessibleDescription() == (
        "January 2026: Energy 3, Trust 4.2. March 2026: Energy 2. April 2026: Energy 4, Trust 5"
    )
    assert chart.plot.words(1) == "February 2026: –"
    assert words(chart) == ["Energy and trust"]


def test_of_too_few_points_nothing_is_drawn(make: Make) -> None:
    chart = make(figures(Shape.BARS, (3,), (None,), (2,)))
    assert not chart.is_drawn
    assert not chart.plot.isVisible()
    assert words(chart) == ["Energy and trust", "Three months are needed."]
    chart.show_figures(figures(Shape.BARS, (3,), (1,), (2,)), "Three months are needed.")
    assert chart.is_drawn
    assert words(chart) == ["Energy and trust"]


def test_it_is_walked_along_with_the_keys_and_a_point_picked(qtbot: QtBot, make: Make) -> None:
    chart = make(figures(Shape.BARS, (3,), (1,), (2,), (8,)))
    picked: list[int] = []
    chart.picked.connect(picked.append)
    plot = chart.plot
    plot.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(plot, key)
        seen.append(plot.current)
    assert seen == [0, 1, 3, 3, 0]
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(plot.width() - 30, 80))
    assert picked == [0, 3]


def test_a_share_says_how_much_of_the_whole_it_is() -> None:
    shown = figures(Shape.SHARE, (3, 1), (0, 0), (2, 2))
    assert shown.words(0) == "January 2026: Energy 3 (75%), Trust 1 (25%)"
    assert shown.words(1) == "February 2026: Energy 0, Trust 0"
    assert shown.spans(0) == [(0.0, 0.75), (0.75, 1.0)]
    assert shown.spans(1) == [(0.0, 0.0), (0.0, 0.0)]
    assert shown.ends() == (0.0, 1.0)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (8, [0, 2, 4, 6, 8]), (17, [0, 5, 10, 15, 20]), (950, [0, 500, 1000])],
)
def test_values_beside_the_chart_are_round_ones(most: float, ticks: list[float]) -> None:
    assert figures(Shape.BARS, (most,)).ticks() == ticks


def test_a_stack_has_room_for_all_of_its_pieces() -> None:
    assert figures(Shape.STACK, (3, 4), (1, 1)).ends() == (0.0, 8.0)


@pytest.mark.parametrize("shape", list(Shape))
def test_series_can_be_told_apart_without_colours(theme: Theme, make: Make, shape: Shape) -> None:
    """Both have the same colour here: what is left to tell them by is their sign."""
    points = tuple(Point(name, (4.0, 4.0), name[:3]) for name in MONTHS)
    pictures = []
    for pair in ((4.0, None), (None, 4.0)):
        alone = tuple(Point(one.name, pair, one.short) for one in points)
        chart = make(Figures(shape, (Series("A"), Series("A")), alone, bounds=(0, 5)))
        pictures.append(drawn(chart))
    assert pictures[0] != pictures[1]


def drawn(chart: Chart) -> QImage:
    """The drawing without its key: both keys are the same."""
    picture = QImage(chart.plot.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    chart.plot.render(painter, QPoint())
    painter.end()
    return picture.copy(0, 30, picture.width() // 3, picture.height() - 30)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1, "drained"),
        (3.2, "even"),
        (3.5, "between even and good"),
        (4.7, "between good and lively"),
        (5, "lively"),
    ],
)
def test_a_mean_on_a_scale_is_said_in_its_words(value: float, said: str) -> None:
    assert said_in(energy_words())(value) == said
