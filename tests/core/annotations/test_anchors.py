"""A passage is found again after its text changed, or reported lost; never on other words."""

from __future__ import annotations

from difflib import SequenceMatcher
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.anchors import (
    ALIKE,
    Normalised,
    anchor_of,
    find_all,
    find_quote,
    place,
)
from animating_alliances_desktop.core.annotations.model import Anchor, State
from animating_alliances_desktop.core.errors import AppError

TEXT = (
    "An alliance is slow for good reasons. Its members answer to boards of their own. "
    "The hub carries the follow-through. Nobody planned that. Members may leave at the end of a year. "
    "The steering group meets every month, and 😀 some come."
)
WORDS = ("alliance", "member", "trust", "hub", "the", "of", "steering", "and", "funds", "meets", "😀")


def anchor(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return anchor_of(Normalised(text), start, start + len(quote))


def words_at(text: str, quote: str, changed: str) -> tuple[State, str]:
    normalised = Normalised(changed)
    placed = place(normalised, anchor(text, quote))
    return placed.state, normalised.text[placed.start : placed.end]


def test_an_anchor_holds_the_quote_and_what_stands_around_it() -> None:
    made = anchor(TEXT, "The hub carries")
    assert made.exact == "The hub carries"
    assert TEXT[made.start : made.end] == made.exact
    assert made.prefix == TEXT[made.start - 40 : made.start]
    assert made.suffix == TEXT[made.end : made.end + 40]


def test_space_at_the_ends_is_left_out_and_nothing_is_no_passage() -> None:
    normalised = Normalised("one two three")
    assert anchor_of(normalised, 3, 8).exact == "two"
    with pytest.raises(AppError, match="Select some words"):
        anchor_of(normalised, 3, 4)


def test_an_unchanged_text_gives_the_same_place() -> None:
    assert words_at(TEXT, "Nobody planned that", TEXT) == (State.EXACT, "Nobody planned that")


def test_a_paragraph_put_in_before_moves_the_passage() -> None:
    changed = f"A new beginning, some words long. {TEXT}"
    assert words_at(TEXT, "The hub carries", changed) == (State.MOVED, "The hub carries")


def test_of_the_same_words_the_ones_in_the_old_surroundings_are_taken() -> None:
    text = "Row one: the members agree. Row two: the members refuse. Row three: the members wait."
    changed = f"Before all: the members sing. {text}"
    normalised = Normalised(changed)
    start = text.index("the members", text.index("Row two"))
    placed = place(normalised, anchor_of(Normalised(text), start, start + 11))
    assert normalised.text[placed.end :].startswith(" refuse")


def test_changed_words_in_their_old_surroundings_are_moved() -> None:
    changed = TEXT.replace("may leave at the end of a year", "may leave at the end of any year")
    state, words = words_at(TEXT, "Members may leave at the end of a year", changed)
    assert (state, words) == (State.MOVED, "Members may leave at the end of any year")


def test_removed_words_are_lost_and_keep_their_anchor() -> None:
    kept = anchor(TEXT, "Nobody planned that.")
    placed = place(Normalised(TEXT.replace("Nobody planned that. ", "")), kept)
    assert (placed.state, placed.anchor) == (State.LOST, kept)


def test_the_next_row_of_a_table_is_not_taken_for_one_that_was_removed() -> None:
    rows = [f"Alliance {name}\u2029{count} members, founded {year}\u2029" for name, count, year in
            (("Kenya", 12, 2010), ("Ghana", 14, 2011), ("Benin", 13, 2012), ("Gabon", 15, 2013))]  # fmt: skip
    whole = Normalised("".join(rows))
    start = whole.text.index("Ghana")
    made = anchor_of(whole, start, whole.text.index("2011") + 4)
    assert place(Normalised("".join(rows[:1] + rows[2:])), made).state is State.LOST


def test_a_short_word_in_strange_surroundings_is_lost() -> None:
    assert words_at(TEXT, "members", "Quite another text, whose members were never meant.")[0] is State.LOST


def test_a_passage_over_table_cells_and_soft_hyphens_is_found_again() -> None:
    before = Normalised(
        "Intro\u2029\ufdd0Form\u2029Bind\u00ading agree\u00adment\u2029Years\ufdd1\u2029After it"
    )
    start = before.text.index("Form")
    made = anchor_of(before, start, before.text.index("Years"))
    after = Normalised(
        "Intro\u2029More\u2029\ufdd0Form\u2029Binding agreement\u2029Years\ufdd1\u2029After it"
    )
    placed = place(after, made)
    assert (placed.state, after.text[placed.start : placed.end]) == (State.MOVED, "Form Binding agreement")


@settings(max_examples=150)
@given(st.randoms(use_true_random=False), st.integers(1, 25), st.booleans())
def test_random_edits_never_lead_to_wrong_words(random: Random, edits: int, every_word_once: bool) -> None:
    words = [
        (n, f"{random.choice(WORDS)}{n}" if every_word_once else random.choice(WORDS)) for n in range(150)
    ]
    text = Normalised(" ".join(word for _, word in words))
    first = random.randrange(140)
    last = first + random.randrange(10)
    begin = len(" ".join(word for _, word in words[:first])) + (1 if first else 0)
    made = anchor_of(text, begin, begin + len(" ".join(word for _, word in words[first : last + 1])))
    after = edited(words, random, edits, every_word_once=every_word_once)
    changed = Normalised("\u2029".join(word for _, word in after))
    placed = place(changed, made)
    if placed.state is State.LOST:
        return
    found = changed.text[placed.start : placed.end]
    assert SequenceMatcher(None, found, made.exact, autojunk=False).ratio() >= ALIKE
    if every_word_once:
        own = {word for number, word in words[first : last + 1]}
        assert len(own & set(found.split())) * 2 >= len(found.split())


def edited(
    words: list[tuple[int, str]], random: Random, edits: int, *, every_word_once: bool
) -> list[tuple[int, str]]:
    """Words taken out, put in, replaced and carried elsewhere."""
    after, fresh = list(words), 1_000
    for _ in range(edits):
        at, count = random.randrange(len(after)), random.choice((1, 1, 2, 5, 15))
        taken = after[at : at + count]
        kind = random.randrange(4)
        if kind != 1:
            del after[at : at + count]
        if kind in (1, 2):
            for n in range(count):
                fresh += 1
                word = random.choice(WORDS)
                after.insert(at + n, (fresh, f"{word}{fresh}" if every_word_once else word))
        if kind == 3:
            at = random.randrange(len(after) + 1)
            after[at:at] = taken
        after = after or words[:1]
    return after


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("the HUB carries\n the   follow-through", "The hub carries the follow-through"),
        ("the follow–through", "the follow-through"),
        ("… some come", "some come"),
        ("(a+)+$ [never", None),
        ("", None),
        ("words that are not there", None),
    ],
)
def test_a_quote_is_found_whatever_its_case_and_white_space(quote: str, found: str | None) -> None:
    normalised = Normalised(TEXT)
    span = find_quote(normalised, quote)
    assert (normalised.text[slice(*span)] if span else None) == found


def test_all_places_of_a_word_are_found_without_overlap() -> None:
    assert find_all(Normalised("Anna, ANNA and anna"), "anna") == [(0, 4), (6, 10), (15, 19)]
    assert find_all(Normalised("aaaa"), "aa") == [(0, 2), (2, 4)]
    assert find_all(Normalised("aaaa"), " ") == []


def test_five_hundred_anchors_in_an_unchanged_long_text_are_placed_at_once() -> None:
    random = Random(5)
    text = Normalised(" ".join(random.choice(WORDS) for _ in range(100_000)))
    anchors = [
        anchor_of(text, at, at + 120) for at in (random.randrange(len(text.text) - 200) for _ in range(500))
    ]
    begun = perf_counter()
    assert {place(text, each).state for each in anchors} == {State.EXACT}
    assert perf_counter() - begun < 0.2
