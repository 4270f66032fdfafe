"""Energy and trust are told in words, never as a mark."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core.scales import as_they_came, most_noted


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([2, 2, 2], "always low"),
        ([2, 3, 3], "most often even"),
        ([1, 1, 5, 5, 3], "most often drained or lively"),
        ([1, 2, 5], "from drained to lively"),
    ],
)
def test_the_word_that_was_noted_most_is_said(values: list[int], said: str) -> None:
    assert most_noted("energy", values) == said


def test_a_few_are_said_as_they_came_and_of_many_how_far_they_reach() -> None:
    assert as_they_came("trust", [5, 1]) == "open, closed"
    assert as_they_came("trust", [2, 2, 3, 4, 3, 2]) == "from guarded to growing"
