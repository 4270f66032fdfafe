"""How long something takes, in words."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.ui.kit.times import reading_time, time_said


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "1 min"), (60, "1 h"), (95, "1 h 35 min"), (599, "9 h 59 min"), (2182, "36 h")]
)
def test_a_long_text_takes_hours(minutes: int, said: str) -> None:
    assert reading_time(minutes) == said


def test_other_times_are_told_to_the_minute() -> None:
    assert time_said(2182) == "36 h 22 min"
