"""Long lines are parted, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.ui.kit.parting import parted


def test_a_long_prompt_is_parted_where_one_takes_breath() -> None:
    assert parted("Short.") == ("Short.", "")
    first, rest = parted("The representative has moved on. Before you ask for a successor: was it ever held?")
    assert (first, rest[:6]) == ("The representative has moved on.", "Before")


@given(st.text(max_size=300))
def test_parting_a_line_loses_only_the_space_between(line: str) -> None:
    first, rest = parted(line)
    assert "".join((first + rest).split()) == "".join(line.split())
    assert len(first) <= 72
