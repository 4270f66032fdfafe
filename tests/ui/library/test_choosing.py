"""Which texts pass, and in which order."""

from __future__ import annotations

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.library.choosing import (
    Filters,
    choices_in,
    chosen_from,
    minutes_of,
    years_of,
)


def text(kind: Kind, key: str, title: str, summary: str = "", *questions: str, **fields: object) -> Listed:
    return Listed(Ref(kind, key), title, summary, questions, 7, fields)


TEXTS = [
    text(Kind.QUESTION, "form", "Form"),
    text(Kind.PAPER, "b", "The tide", "About the café", "form", "engagement"),
    text(Kind.PAPER, "a", "Small steps", "", "engagement"),
    text(
        Kind.CASE,
        "harbour",
        "Harbour",
        "A port",
        "form",
        region=["North Sea"],
        outcome=["collapsed"],
        years="2001",
    ),
    text(Kind.CASE, "forest", "Forest", "Trees", "engagement", region=["Canada"], outcome=["lasting"]),
    text(Kind.PROMPT, "z", "Whose silence?", minutes=10),
    text(Kind.PROMPT, "y", "Which promise?", minutes=3),
    text(Kind.SOURCE, "weick", "Small Wins", "Weick 1984", issued="1984-02-01"),
    text(Kind.DOCUMENT, "1", "Mine"),
]


def keys(filters: Filters) -> list[str]:
    return [one.ref.key for one in chosen_from(TEXTS[1:], filters)]


def test_all_by_kind_then_title_but_prompts_as_they_come() -> None:
    assert keys(Filters()) == ["a", "b", "forest", "harbour", "z", "y", "weick", "1"]


def test_a_text_whose_main_question_it_is_comes_first() -> None:
    assert keys(Filters(questions=frozenset({"form"}))) == ["b", "harbour"]
    assert keys(Filters(kinds=frozenset({Kind.PAPER}), questions=frozenset({"engagement"}))) == ["a", "b"]
    both = [text(Kind.PAPER, "1", "A", "", "x", "form"), text(Kind.PAPER, "2", "B", "", "form")]
    assert [one.ref.key for one in chosen_from(both, Filters(questions=frozenset({"form"})))] == ["2", "1"]


def test_words_must_all_be_there_whatever_their_case_and_accents() -> None:
    assert keys(Filters(words="CAFE tid")) == ["b"]
    assert keys(Filters(words="cafe port")) == []


def test_cases_by_region_and_outcome() -> None:
    only = frozenset({Kind.CASE})
    assert keys(Filters(kinds=only, region="Canada")) == ["forest"]
    assert keys(Filters(kinds=only, region="Canada", outcome="collapsed")) == []


def test_choices_are_what_is_there() -> None:
    choices = choices_in(TEXTS)
    assert choices.kinds[Kind.CASE] == 2
    assert choices.kinds[Kind.TERM] == 0
    assert Kind.QUESTION not in choices.kinds
    assert choices.questions == (("form", "Form"),)
    assert choices.regions == ("Canada", "North Sea")
    assert choices.outcomes == ("collapsed", "lasting")


def test_years_and_minutes() -> None:
    assert [years_of(one) for one in TEXTS[3:8]] == ["2001", "", "", "", "1984"]
    assert [minutes_of(one) for one in TEXTS[3:8]] == [7, 7, 10, 3, 0]
