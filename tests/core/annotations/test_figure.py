"""The figure of the reader: of 1,000 highlights in texts of which a tenth of the paragraphs changed, none is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.annotations.anchors import Normalised, anchor_of, place
from animating_alliances_desktop.core.annotations.model import Anchor, State

Word = tuple[int, str]
"""A word with a number of its own, by which it is known wherever it goes."""
_HYPHEN, _SPLIT = "\u00ad", re.compile(r"\n\s*\n")
_STRANGE = ("😀", "🤝🏽", "עִבְרִית", "العربية", "o\ufb03ce", "\ufb01nd", "é", "𝒜")


@dataclass
class Text:
    """Paragraphs and rows of tables, as a reader lays them out."""

    paragraphs: list[list[Word]]

    def raw(self, random: Random) -> str:
        """Laid out anew: hyphens and ligatures may be others each time."""
        return "\u2029".join(self._laid_out(words, random) for words in self.paragraphs)

    def words(self) -> list[Word]:
        return [word for paragraph in self.paragraphs for word in paragraph]

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """Where each word stands in the normalised text: its number, its first and its last place."""
        spans, at = [], 0
        for number, word in self.words():
            plain = Normalised(word).text
            assert text.startswith(plain, at), (plain, text[at : at + 30])
            spans.append((number, at, at + len(plain)))
            at += len(plain) + 1
        return spans

    def _laid_out(self, words: list[Word], random: Random) -> str:
        between = "\u2029" if words and words[0][1] == "|" else " "
        laid = []
        for _, word in words:
            if word.isascii() and len(word) > 7 and random.random() < 0.2:
                word = f"{word[:4]}{_HYPHEN}{word[4:]}"
            laid.append(word.replace("fi", "\ufb01") if random.random() < 0.5 else word)
        return between.join(laid)


def shipped(random: Random, numbers: count[int]) -> Text:
    """One of our own texts, with words of other scripts strewn in."""
    files = sorted((*(paths.content() / "cases").glob("*.md"), *(paths.content() / "papers").glob("*.md")))
    body = random.choice(files).read_text(encoding="utf-8").split("---", 2)[2]
    paragraphs = []
    for part in _SPLIT.split(body):
        words = part.split()
        if words and random.random() < 0.2:
            words.insert(random.randrange(len(words)), random.choice(_STRANGE))
        if words:
            paragraphs.append([(next(numbers), word) for word in words])
    return Text(paragraphs)


def edited(text: Text, random: Random, numbers: count[int]) -> Text:
    """A new edition: every tenth paragraph is another one, and a few have come, gone or changed places."""
    after = [list(words) for words in text.paragraphs]
    for _ in range(max(1, len(after) // 10)):
        at = random.randrange(len(after))
        match random.randrange(5):
            case 0:
                after[at] = rewritten(after[at], random, numbers)
            case 1:
                del after[at]
            case 2:
                new = random.choice(text.paragraphs)
                after.insert(at, [(next(numbers), word) for _, word in new])  # the same words, said again
            case 3:
                after.insert(random.randrange(len(after)), after.pop(at))
            case _:
                middle = random.randrange(len(after[at]) + 1)
                after[at : at + 1] = [part for part in (after[at][:middle], after[at][middle:]) if part]
    return Text(after)


def rewritten(words: list[Word], random: Random, numbers: count[int]) -> list[Word]:
    """A paragraph of which every fourth word was replaced, taken out or put in."""
    after: list[Word] = []
    for number, word in words:
        kind = random.randrange(12)
        if kind == 0:
            continue
        after.append((next(numbers), random.choice(words)[1]) if kind == 1 else (number, word))
        if kind == 2:
            after.append((next(numbers), random.choice(words)[1]))
    return after or words


@dataclass
class Tally:
    """What became of the highlights."""

    marked: int = 0
    still_there: int = 0
    found: int = 0
    wrong: int = 0


def try_text(random: Random, numbers: count[int], marks: int, tally: Tally) -> None:
    """Mark a text in many places, edit it, and see where the marks are now."""
    text = shipped(random, numbers)
    before = Normalised(text.raw(random))
    spans = text.spans(before.text)
    after = edited(text, random, numbers)
    now = Normalised(after.raw(random))
    places = {number: (start, end) for number, start, end in after.spans(now.text)}
    order = [number for number, _ in after.words()]
    for _ in range(marks):
        first = random.randrange(len(spans))
        last = min(len(spans) - 1, first + random.choice((1, 3, 6, 12, 25, 40)))
        anchor = anchor_of(before, spans[first][1], spans[last][2])
        judge(anchor, [number for number, *_ in spans[first : last + 1]], now, places, order, tally)


def judge(
    anchor: Anchor,
    own: list[int],
    now: Normalised,
    places: dict[int, tuple[int, int]],
    order: list[int],
    tally: Tally,
) -> None:
    """A mark is right if most of what it lies on are its own words; or the same words, said again just so."""
    placed = place(now, anchor)
    tally.marked += 1
    at = order.index(own[0]) if own[0] in places else -1
    stands = at >= 0 and order[at : at + len(own)] == own
    tally.still_there += stands
    if placed.state is State.LOST:
        return
    words = set(own)
    covered = [number for number in order if placed.start <= places[number][0] < placed.end]
    right = sum(number in words for number in covered) * 2 >= len(covered)
    around = (placed.start - len(anchor.prefix), placed.end + len(anchor.suffix))
    again = now.text[slice(*around)] == anchor.prefix + anchor.exact + anchor.suffix
    gone = not stands and now.text[placed.start : placed.end] == anchor.exact
    tally.wrong += not (right or again or gone)
    tally.found += stands and (right or again)


@pytest.mark.parametrize("seed", range(4))
def test_of_a_thousand_highlights_none_is_on_wrong_words_and_hardly_one_is_lost(seed: int) -> None:
    random, numbers, tally = Random(seed), count(), Tally()
    while tally.marked < 1_000:
        try_text(random, numbers, 50, tally)
    assert tally.wrong == 0
    assert tally.still_there > 800
    assert tally.found / tally.still_there >= 0.97


@settings(max_examples=60)
@given(
    st.lists(
        st.text(alphabet="ab אבג عرب 😀🤝🏽é\u00ad\ufb01\u0301\u200f", min_size=1, max_size=12).filter(
            lambda word: bool(Normalised(word).text.strip())
        ),
        min_size=6,
        max_size=40,
        unique=True,
    ),
    st.data(),
)
def test_in_any_script_a_passage_is_found_behind_a_new_paragraph_and_by_its_very_words(
    words: list[str], data: st.DataObject
) -> None:
    before = Normalised("\u2029".join(words))
    start = data.draw(st.integers(0, len(before.text) - 1))
    end = data.draw(st.integers(start + 1, len(before.text)))
    if not before.text[start:end].strip():
        return
    anchor = anchor_of(before, start, end)
    after = Normalised("\u2029".join(["Quite another paragraph stands in front.", *words]))
    placed = place(after, anchor)
    if placed.state is not State.LOST:
        assert after.text[placed.start : placed.end] == anchor.exact
        raw = after.to_raw(placed.start, placed.end)
        assert after.from_raw(*raw)[0] <= placed.start + 3
