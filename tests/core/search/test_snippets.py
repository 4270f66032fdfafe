"""The words around the hits, short, and exactly as they stand in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.search.model import END, START, plain
from animating_alliances_desktop.core.search.snippets import LONGEST, snippet


def marked(text: str) -> str:
    return text.replace("<", START).replace(">", END)


def test_the_sentence_with_the_most_different_hits_is_shown() -> None:
    text = marked(
        "The first sentence talks of the <hub> and of the <hub> again and goes on for a while after that. "
        "The second one has the <hub> and its <money> together, which is what was asked for by the reader. "
        "The third one says nothing at all."
    )
    assert snippet(text).startswith("The second one has the")


def test_without_hits_the_opening_is_shown() -> None:
    assert snippet("It began well enough, with a room full of people. Then it stopped.").startswith(
        "It began"
    )


def test_a_long_sentence_is_cut_around_its_first_hit_at_whole_words() -> None:
    text = "word " * 200 + marked("<hit>") + " word" * 200
    shown = snippet(text)
    assert marked("<hit>") in shown
    assert len(plain(shown)) <= LONGEST
    assert set(plain(shown).split()) == {"word", "hit"}


def test_a_quote_never_runs_over_two_paragraphs() -> None:
    assert "\n" not in snippet(marked("Short.\nAnother <hit> here.\nAnd more."))


@given(st.text(st.sampled_from("ab .!?\n”)é"), max_size=700), st.lists(st.integers(0, 700), max_size=12))
def test_any_text_gives_a_piece_of_itself_with_balanced_marks(text: str, places: list[int]) -> None:
    letters = list(text)
    for place in places:
        if place < len(letters) and letters[place].isalpha():
            letters[place] = f"{START}{text[place]}{END}"
    shown = snippet("".join(letters))
    assert plain(shown) in text
    assert len(plain(shown)) <= LONGEST + 1
    depth = 0
    for character in shown:
        depth += (character == START) - (character == END)
        assert depth in (0, 1)
    assert depth == 0
