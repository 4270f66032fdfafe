"""Texts that point at things, in words."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core.pointing import spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ask **Ines** about [[aa:case/x|the hub]]", "Ask Ines about the hub"),
        ("a *slow* __start__, ***really***", "a slow start, really"),
        ("**all *of* it**", "all of it"),
        ("# A head\n> quoted\n>\n#tag stays", "A head\nquoted\n\n#tag stays"),
        ("snake_case_name, 2 * 3 * 4, 5**2", "snake_case_name, 2 * 3 * 4, 5**2"),
    ],
)
def test_marks_of_markdown_are_not_read_aloud(written: str, said: str) -> None:
    assert spoken(written) == said
