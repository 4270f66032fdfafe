"""Where pages are on the desk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.library.pdf.model import MOST_PIXELS, WIDEST
from animating_alliances_desktop.ui.pdf.layout import (
    GAP,
    LEAST,
    MARGIN,
    MOST,
    STEPS,
    Layout,
    stepped,
    to_fit,
    usual,
)
from animating_alliances_desktop.ui.pdf.pagepainter import needs, pieces

SIZES = st.lists(st.tuples(st.floats(1, 200_000), st.floats(1, 200_000)), min_size=1, max_size=8)
ZOOMS, RATIOS = st.floats(LEAST, MOST), st.sampled_from([1.0, 1.25, 1.5, 2.0])
A4 = (595.0, 842.0)


@given(SIZES, ZOOMS, RATIOS)
def test_pages_lie_below_each_other_and_none_is_larger_than_can_be_painted(
    sizes: list[tuple[float, float]], zoom: float, ratio: float
) -> None:
    plan = Layout(sizes, zoom, 900, ratio)
    below = 0.0
    for page in range(len(sizes)):
        left, top, width, height = plan.rect(page)
        assert top >= below
        assert left >= 0
        assert max(width, height) * ratio <= WIDEST + 1
        below = top + height
    assert plan.height >= below


@given(SIZES, ZOOMS, RATIOS, st.floats(0, 1))
def test_a_spot_on_a_page_is_found_again(
    sizes: list[tuple[float, float]], zoom: float, ratio: float, part: float
) -> None:
    plan = Layout(sizes, zoom, 900, ratio)
    for page, (width, height) in enumerate(sizes):
        if plan.rect(page)[3] < 2:
            continue
        where = plan.place(page, part * width * 0.98, part * height * 0.98)
        found, x, y = plan.spot(*where)
        assert found == page
        assert x == pytest.approx(part * width * 0.98, abs=1.0 + width / 1e4)
        assert y == pytest.approx(part * height * 0.98, abs=1.0 + height / 1e4)


@given(SIZES, ZOOMS, RATIOS)
def test_strips_cover_a_page_and_none_is_too_large(
    sizes: list[tuple[float, float]], zoom: float, ratio: float
) -> None:
    plan = Layout(sizes, zoom, 900, ratio)
    for page in range(len(sizes)):
        _left, top, _width, height = plan.rect(page)
        strips = plan.strips(page, top, top + height)
        row = 0
        for first, rows in strips:
            assert first == row
            assert rows * plan.width_of(page) <= MOST_PIXELS
            row += rows
        assert row >= round(height * ratio) - 1


def test_the_pages_of_a_window_are_seen_and_those_beside_are_near() -> None:
    plan = Layout([A4] * 10, 1.0, 900)
    high = plan.rect(0)[3] + GAP
    seen = plan.visible(2.2 * high, 2.9 * high)
    assert list(seen) == [2]
    wanted = needs(plan, 2.2 * high, 0.7 * high)
    assert wanted.pages == (2,)
    assert set(wanted.beside) == {1, 3}
    assert {piece.page for piece in wanted.near} == {1, 3}
    assert list(pieces(plan, 2, 2.2 * high, 2.9 * high)) == list(wanted.seen)
    assert needs(Layout([], 1.0, 900), 0, 900).seen == ()


def test_a_gap_between_pages_shows_the_page_below() -> None:
    plan = Layout([A4, A4], 1.0, 900)
    end = plan.rect(0)[1] + plan.rect(0)[3]
    assert list(plan.visible(end + 1, end + 40)) == [1]


def test_sizes_go_by_steps_and_fit() -> None:
    assert stepped(1.0, 1) == 1.1
    assert stepped(1.03, -1) == 1.0
    assert stepped(MOST, 1) == MOST
    assert stepped(LEAST, -1) == LEAST
    assert sorted(STEPS) == list(STEPS)
    zoom = to_fit(A4, (900, 700), whole=False)
    assert Layout([A4], zoom, 900).rect(0)[2] == pytest.approx(900 - 2 * MARGIN, abs=1)
    zoom = to_fit(A4, (900, 700), whole=True)
    assert Layout([A4], zoom, 900).rect(0)[3] == pytest.approx(700 - 2 * MARGIN, abs=1)


def test_the_usual_size_is_that_of_most_pages() -> None:
    assert usual([A4, (2_000, 100), A4]) == A4
    assert usual([(200_000, 200_000), A4]) == (595, 842)
    assert usual([]) == (1, 1)
