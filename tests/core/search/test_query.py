"""What was typed is understood, said back in plain words, and never raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.search.describe import describe
from animating_alliances_desktop.core.search.query import TERMS, read
from animating_alliances_desktop.core.search.tree import leaves
from tests.core.search.conftest import TODAY


def said(text: str, *, typing: bool = False) -> str:
    asked = read(text, TODAY, typing=typing)
    return describe(asked.tree, cut=asked.cut)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("governance", "“governance”"),
        ("members decide", "“members” and “decide”"),
        ("how do members decide within a day", "“members”, “decide” and “day”"),
        ("the", "“the”"),
        ("fund*", "words beginning “fund”"),
        ("trsut~", "words spelt like “trsut”"),
        ('"rapid funding"', "“rapid funding”"),
        ("“rapid funding”", "“rapid funding”"),
        ("money OR resources", "“money” or “resources”"),
        ("money AND hub", "“money” and “hub”"),
        ("money NOT coal", "“money”, without “coal”"),
        ("money -coal", "“money”, without “coal”"),
        ("+hub -coal money time", "“hub” and “money” and “time”, without “coal”"),
        ("risk-and-return", "“risk and return”"),
        ("money (hub OR spoke) -coal", "“money” and either “hub” or “spoke”, without “coal”"),
        ("title:hub", "“hub” in the title"),
        ("kind:case,paper hub", "“hub”, in papers and cases"),
        ("kind:journal hub", "“hub”, in the journal"),
        ("-kind:case hub", "“hub”, not in cases"),
        ('alliance:"Food Power"', "for the alliance “Food Power”"),
        ("date:last month trust", "“trust”, written in October 2026"),
        ("date:[2024 to 2025]", "written from 2024 to 2025"),
        (
            "rapid fund* kind:case date:[2026-10-01 to]",
            "“rapid” and words beginning “fund”, in cases, written since 1 October 2026",
        ),
    ],
)
def test_a_question_is_said_back(typed: str, understood: str) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("trust AND", "“trust”"),
        ("AND trust", "“trust”"),
        ("trust AND OR hub", "“trust” and “hub”"),
        ("(trust", "“trust”"),
        ("trust)", "“trust”"),
        ('"half phrase', "“half phrase”"),
        ("kind:", ""),
        ("trust kind:", "“trust”"),
        ("trust kind:nonsense", "“trust”"),
        ("*trust", "“trust”"),
        ("tr?st", "“tr st”"),
        ('n:"n:"', "“n n”"),
        ("[hub TO zz]", "“hub” and “zz”"),
        ("[trust", "“trust”"),
        ("date:31 february 2025 trust", "“trust”"),
        ("", ""),
        ("  ?! ", ""),
    ],
)
def test_what_is_half_typed_still_asks_what_it_can(typed: str, understood: str) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("rapid fund", "“rapid” and words beginning “fund”"),
        ("rapid fund ", "“rapid” and “fund”"),
        ('"rapid fu', "a phrase beginning “rapid fu”"),
        ('"rapid fund"', "“rapid fund”"),
        ("trust f", "“trust”"),
        ("trust AND", "words beginning “trust”"),
        ("kind:ca", "in cases"),
        ("date:20", ""),
        ("title:gov", "words beginning “gov” in the title"),
    ],
)
def test_while_typing_the_last_word_is_a_beginning(typed: str, understood: str) -> None:
    assert said(typed, typing=True) == understood


def test_of_a_long_question_the_first_part_is_asked_and_that_is_said() -> None:
    asked = read("alliance " * 12_000, TODAY)
    assert asked.cut
    asked = read(" ".join(f"word{n}" for n in range(100)), TODAY)
    assert asked.cut
    assert asked.tree is not None
    assert len(list(leaves(asked.tree))) == TERMS
    assert said("x" * 100_000).endswith("(only the first part of what was typed)")


SIGNS = [
    *"()\"[]{}*~^-+:?\\/<>'",
    " ",
    " AND ",
    " OR ",
    " NOT ",
    " TO ",
    "ANDNOT ",
    "~2",
    "^3",
    "<b>",
    "';--",
]
NAMES = [
    "kind:",
    "date:",
    "title:",
    "text:",
    "tag:",
    "collection:",
    "owner:",
    "status:",
    "trust",
    "hub",
    "fund",
    "last month",
    "2025",
    "[2024 to ",
    "case",
]
LETTERS = ["é", "e\u0301", "שלום", "信頼", "🤝", "\0", "\ud800", "\ue000", "\u202e", "\u2028"]
PIECES = st.sampled_from([*SIGNS, *NAMES, *LETTERS])
ANYTHING = st.lists(PIECES, max_size=25).map("".join) | st.text(st.characters(codec=None), max_size=80)


@settings(max_examples=400)
@given(ANYTHING, st.booleans())
def test_nothing_that_is_typed_raises(typed: str, typing: bool) -> None:
    asked = read(typed, TODAY, typing=typing)
    fragment = describe(asked.tree, cut=asked.cut)
    assert bool(fragment) == (asked.tree is not None)
    fragment.encode()


def test_deep_brackets_are_no_trouble() -> None:
    assert said("(" * 900 + "trust") == "“trust”"
    assert said("(trust " * 140)
