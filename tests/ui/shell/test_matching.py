"""The palette's matching: better matches first, nothing that was not typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.ui.shell.matching import best, score

TITLES = ["Go to Journal", "Write a new entry", "Great Bear Rainforest", "Journal prompts", "Élan vital"]


def names(typed: str, limit: int = 10) -> list[str]:
    return best(typed, TITLES, str, limit)


def test_the_start_of_a_title_comes_before_the_middle() -> None:
    assert names("journal") == ["Journal prompts", "Go to Journal"]


def test_every_word_must_be_there_in_any_order() -> None:
    assert names("rain great") == ["Great Bear Rainforest"]
    assert names("rain journal") == []


def test_first_letters_find_too() -> None:
    assert names("gbr") == ["Great Bear Rainforest"]
    assert names("zq") == []


def test_accents_and_capitals_do_not_matter() -> None:
    assert names("elan") == ["Élan vital"]
    assert names("ÉLAN") == ["Élan vital"]


def test_nothing_typed_matches_everything_in_order() -> None:
    assert names("  ", 2) == TITLES[:2]


@given(st.text(max_size=40), st.text(max_size=40))
def test_anything_can_be_typed(typed: str, title: str) -> None:
    assert score(typed, title) >= 0


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_a_title_matches_itself(title: str) -> None:
    assert score(title, title) > 0
