"""The texts that ship are whole: joined up, sourced, long enough, and said once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.citations import keys_in
from animating_alliances_desktop.core.library.content import load
from animating_alliances_desktop.core.library.rendering import slides_of
from animating_alliances_desktop.core.library.shipped import Item, Shelf
from animating_alliances_desktop.core.library.wording import QUESTIONS

PAPERS = {"overview", *QUESTIONS}
CASE_PARTS = (
    *("At a glance", "The story", "Turning points", "What it shows", "What critics say"),
    *("What an animator might take from it", "Ask of your own alliance", "Where the evidence is thin"),
)
PAPER_PARTS = (
    *(
        "In one minute",
        "What the question is really about",
        "What research and practice say, and where they disagree",
    ),
    *("What it looks like in our cases", "Tensions that do not resolve", "What to try"),
    *("Questions to take away", "How strong is the evidence"),
)
GLANCE = ("Years", "Sector", "Region", "Form", "Members", "Hub", "Who decides", "Money", "Status")
PAIRS = (
    ("canadian-boreal-forest-agreement", "great-bear-rainforest"),
    ("bangladesh-accord", "dutch-garment-agreement"),
    ("net-zero-banking-alliance", "amazon-soy-moratorium"),
    ("gavi", "covax"),
    ("extractive-industries-transparency-initiative", "kimberley-process"),
    ("forest-stewardship-council", "roundtable-on-sustainable-palm-oil"),
    ("better-cotton", "cascale"),
    ("agra", "new-alliance"),
)
FORMS = {"quick", "standard", "deep", "weekly-log", "carried-risk", "quarterly-review", "ending"}
INSTRUMENTS = {"health-check", "self-review", "alignment", "membership-map", "decision-rights"}
MOMENTS = (
    *("before-meeting", "after-meeting", "first-meeting", "conflict", "someone-leaves", "time-pressure"),
    *("risk-decision", "review-due", "weekly", "quarterly", "ending"),
)
_MARKS = re.compile(r"\[GAP\]|\[\?\]|TODO|FIXME|unverified|lorem ipsum", re.IGNORECASE)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load(paths.content())


def keys(shelf: Shelf, kind: Kind) -> set[str]:
    return {ref.key for ref in shelf.items if ref.kind is kind}


def test_nothing_is_wrong_with_it(shelf: Shelf) -> None:
    assert shelf.problems == []


def test_all_that_was_promised_is_there(shelf: Shelf) -> None:
    assert keys(shelf, Kind.QUESTION) == set(QUESTIONS)
    assert keys(shelf, Kind.PAPER) == PAPERS
    assert len(keys(shelf, Kind.CASE)) >= 36 + 2
    assert len(keys(shelf, Kind.PROMPT)) >= 200
    assert len(keys(shelf, Kind.TERM)) >= 60
    assert keys(shelf, Kind.FORM) == FORMS
    assert keys(shelf, Kind.INSTRUMENT) == INSTRUMENTS
    assert keys(shelf, Kind.GUIDE) == {"practice"}
    assert keys(shelf, Kind.SLIDES) == {"introduction", "health-conversation", "line-manager"}


def test_every_slide_has_notes(shelf: Shelf) -> None:
    for ref, pack in shelf.items.items():
        if ref.kind is Kind.SLIDES:
            slides = slides_of(pack.body)
            assert len(slides) >= 8, ref
            assert all(said for _shown, said in slides), ref


def words(item: Item) -> int:
    """The words that are read: no citations, no addresses of links."""
    plain = re.sub(r"\]\([^)]*\)", "]", re.sub(r"\[@[^\]]*\]", "", item.body))
    return len(re.findall(r"\w[\w'’.,-]*", plain))


def test_papers_and_cases_have_their_length_and_their_parts(shelf: Shelf) -> None:
    for ref, item in shelf.items.items():
        parts = re.findall(r"(?m)^## (.+)$", item.body)
        if ref.kind is Kind.PAPER:
            assert 2000 <= words(item) <= 3500, ref
            assert [part for part in parts if part in PAPER_PARTS] == list(PAPER_PARTS), ref
            assert len(set(re.findall(r"aa:case/[a-z0-9-]+", item.body))) >= 3, ref
        if ref.kind is Kind.CASE:
            assert 700 <= words(item) <= 1200, (ref, words(item))
            assert parts == list(CASE_PARTS), ref
            rows = re.findall(r"(?m)^\| ([^|]+?) \|", item.body)
            assert [row for row in rows if row.partition(" and ")[0] in GLANCE], ref


def test_paired_cases_point_at_each_other(shelf: Shelf) -> None:
    for one, other in PAIRS:
        for case, link in ((one, other), (other, one)):
            assert f"aa:case/{link}" in shelf.items[Ref(Kind.CASE, case)].body, (case, link)


def test_every_core_question_is_lit_by_cases_and_every_instrument_group_is_one_of_them(shelf: Shelf) -> None:
    cases = [item.fields["questions"] for ref, item in shelf.items.items() if ref.kind is Kind.CASE]
    lit = Counter(chain.from_iterable(cases))
    assert all(lit[question] >= 8 for question in QUESTIONS), lit
    check = shelf.items[Ref(Kind.INSTRUMENT, "health-check")]
    groups = {group["question"]: len(group["items"]) for group in check.fields["groups"]}
    assert set(groups) == set(QUESTIONS)
    assert set(groups.values()) <= {2, 3}


def test_every_source_is_used_and_says_how_strong_it_is(shelf: Shelf) -> None:
    cited = {key for item in shelf.items.values() for key, _line in keys_in(item.body)}
    cited |= {key for item in shelf.items.values() for key, _line in keys_in(item.fields.get("credit", ""))}
    assert keys(shelf, Kind.SOURCE) - cited == set()


def test_prompts_cover_the_questions_the_moments_the_roles_and_the_time(shelf: Shelf) -> None:
    prompts = [item.fields for ref, item in shelf.items.items() if ref.kind is Kind.PROMPT]
    asked = Counter(prompt["questions"][0] for prompt in prompts)
    moments = Counter(chain.from_iterable(prompt["moments"] for prompt in prompts))
    roles = Counter(chain.from_iterable(prompt["roles"] for prompt in prompts))
    assert min(asked[question] for question in QUESTIONS) >= 20
    assert min(moments[moment] for moment in MOMENTS) >= 15
    assert len(roles) == 5
    assert min(roles.values()) >= 25
    assert min(Counter(prompt["minutes"] for prompt in prompts).values()) >= 30
    assert min(Counter(prompt["phase"] for prompt in prompts).values()) >= 40


def test_no_mark_was_left_and_no_sentence_is_said_twice(shelf: Shelf) -> None:
    seen: dict[str, Ref] = {}
    for ref, item in shelf.items.items():
        text = f"{item.title} {item.summary} {item.body} {item.fields}"
        assert not _MARKS.search(text), ref
        for sentence in re.split(r"(?<=[.?!])\s+", re.sub(r"\s+", " ", item.body)):
            if len(sentence.split()) >= 9 and ref.kind is not Kind.SOURCE:
                assert seen.setdefault(sentence, ref) == ref, sentence
