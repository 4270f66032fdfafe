"""The texts that ship are whole: joined up, sourced, long enough, and said once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.citations import keys_in
from animating_alliances_desktop.core.library.content import Shelf, load
from animating_alliances_desktop.core.library.rendering import slides_of
from animating_alliances_desktop.core.library.wording import QUESTIONS

CASES = {
    "start-network",
    "bangladesh-accord",
    "canadian-boreal-forest-agreement",
    "great-bear-rainforest",
    "net-zero-banking-alliance",
    "shape-up-somerville",
}
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
    assert keys(shelf, Kind.PAPER) >= {"overview", "engagement"}
    assert keys(shelf, Kind.CASE) >= CASES
    assert len(keys(shelf, Kind.PROMPT)) >= 40
    assert len(keys(shelf, Kind.TERM)) >= 60
    pack = shelf.items[Ref(Kind.SLIDES, "introduction")]
    assert len(slides_of(pack.body)) >= 12
    assert all(said for _shown, said in slides_of(pack.body))


def test_papers_and_cases_have_their_length(shelf: Shelf) -> None:
    for ref, item in shelf.items.items():
        words = len(item.body.split())
        if ref.kind is Kind.PAPER:
            assert words >= 2000, ref
        if ref.kind is Kind.CASE:
            assert 700 <= words <= 1600, ref


def test_every_source_is_used_and_says_how_strong_it_is(shelf: Shelf) -> None:
    cited = {key for item in shelf.items.values() for key, _line in keys_in(item.body)}
    cited |= {key for item in shelf.items.values() for key, _line in keys_in(item.fields.get("credit", ""))}
    assert keys(shelf, Kind.SOURCE) - cited == set()


def test_every_core_question_has_prompts(shelf: Shelf) -> None:
    prompts = [item for ref, item in shelf.items.items() if ref.kind is Kind.PROMPT]
    asked = Counter(chain.from_iterable(prompt.fields["questions"] for prompt in prompts))
    assert set(asked) == set(QUESTIONS)
    quick = [p for p in prompts if p.fields["minutes"] == 3 and "after-meeting" in p.fields["moments"]]
    assert len(quick) >= 6


def test_no_mark_was_left_and_no_sentence_is_said_twice(shelf: Shelf) -> None:
    seen: dict[str, Ref] = {}
    for ref, item in shelf.items.items():
        text = f"{item.title} {item.summary} {item.body}"
        assert not _MARKS.search(text), ref
        for sentence in re.split(r"(?<=[.?!])\s+", re.sub(r"\s+", " ", item.body)):
            if len(sentence.split()) >= 9 and ref.kind is not Kind.SOURCE:
                assert seen.setdefault(sentence, ref) == ref, sentence
