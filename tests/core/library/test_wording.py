"""How the shipped texts are written: British spelling, no prompt asked twice, and how easily each reads."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from statistics import median

import hunspell
import pytest
from whoosh.lang.porter import stem

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.bundle import Bundle
from animating_alliances_desktop.core.library.rendering import build
from animating_alliances_desktop.core.search.words import STOP_WORDS

NAMES = Path(__file__).with_name("names.txt")
"""Names, and words of the trade that no dictionary has."""
REPORT = Path(__file__).parents[2] / "reports" / "reading-ease.txt"
HARDEST = 50.0
"""Flesch's reading ease: 60 to 70 is plain English, below 30 a scholarly article."""
LIKE = 0.6
"""How alike the words of two prompts may be (their cosine, rare words weighing more)."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*")
_VOWELS = re.compile("[aeiouyàáâãèéêëìíîïòóôõöùúûü]+")
_SILENT = re.compile("(?<=[^aeiouyl])e[ds]?$|(?<=[aeiouy])le$")
_NOTHING = re.compile(r"https?://\S+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return build(paths.content())


def prose(bundle: Bundle, *kinds: Kind) -> dict[Ref, str]:
    """Our own words in the texts of these kinds (all but the sources, if none is named)."""
    texts = {}
    for row in bundle.rows:
        ref = Ref.parse(row["ref"])
        if ref.kind is not Kind.SOURCE and (not kinds or ref.kind in kinds):
            said = [text for _heading, text in bundle.paragraphs[row["ref"]]]
            more = [str(row["fields"].get(name, "")) for name in ("evidence", "status")]
            texts[ref] = _NOTHING.sub(" ", "\n".join([row["title"], row["summary"], *more, *said]))
    return texts


def words(text: str) -> list[str]:
    return [word.replace("’", "'").strip("'").removesuffix("'s") for word in _WORD.findall(text)]


def test_words_are_spelt_the_british_way(bundle: Bundle) -> None:
    dictionary = hunspell.Hunspell("en-GB", hunspell_data_dir=str(paths.resources() / "dictionaries"))
    allowed = set(NAMES.read_text(encoding="utf-8").split())
    unknown: dict[str, str] = {}
    for ref, text in prose(bundle).items():
        for word in set(words(text)) - allowed:
            if len(word) > 1 and not dictionary.spell(word):
                unknown[word] = str(ref)
    assert unknown == {}


def test_no_two_prompts_say_the_same(bundle: Bundle) -> None:
    prompts = {
        Ref.parse(row["ref"]): Counter(stem(word.lower()) for word in words(row["title"]))
        for row in bundle.rows
        if row["kind"] == Kind.PROMPT
    }
    nothing = {stem(word) for word in STOP_WORDS}
    used_by = Counter(word for counted in prompts.values() for word in counted)
    weighed = {
        ref: {word: log(len(prompts) / used_by[word]) for word in counted if word not in nothing}
        for ref, counted in prompts.items()
    }
    alike = [
        (round(likeness, 2), str(one), str(other))
        for one, other in combinations(weighed, 2)
        if (likeness := cosine(weighed[one], weighed[other])) > LIKE
    ]
    assert sorted(alike, reverse=True) == []


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    sizes = sqrt(sum(w * w for w in one.values())) * sqrt(sum(w * w for w in other.values()))
    return shared / sizes if sizes else 0.0


def test_how_easily_each_text_reads_is_reported(bundle: Bundle) -> None:
    ease = {
        ref: flesch(text)
        for ref, text in prose(bundle, Kind.PAPER, Kind.CASE, Kind.GUIDE, Kind.SLIDES).items()
    }
    lines = [f"{value:5.1f}  {ref}" for ref, value in sorted(ease.items(), key=lambda pair: pair[1])]
    REPORT.parent.mkdir(exist_ok=True)
    head = f"Reading ease (Flesch; higher is easier), {len(ease)} texts, median {median(ease.values()):.1f}"
    REPORT.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    assert {str(ref): value for ref, value in ease.items() if value < HARDEST} == {}


def flesch(text: str) -> float:
    """Rudolf Flesch's formula of 1948; a syllable is taken to be a group of vowels, a last silent e left out."""
    found = words(text)
    sentences = max(1, len(re.findall(r"[.?!:](?=\s|$)|\n", text)))
    syllables = sum(max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower())))) for word in found)
    return 206.835 - 1.015 * len(found) / sentences - 84.6 * syllables / len(found)
