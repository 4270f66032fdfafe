"""Ten thousand passages of varied English, the same each time: words by Zipf's law, in things of every size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.findable import Facets, Findable, Passage

_CORE = """the of and to in a that is for it was on with as they we at by this be from have not are or which one their
had members alliance meeting partner trust funding decision secretariat board partnership organisation shared agreed
steering hub network leadership accountability commitment contract governance engagement resources money donor
coalition community farmer council housing climate health brand factory union inspection forest carbon bank food
children school city region national local global water energy land rights women youth migrant worker safety
rapid slow early late new old open closed strong weak small large public private common fair risk return mindset
collapsed paused renewed split merged grew stalled ended survived failed succeeded decided promised delivered
reported measured learned listened waited argued negotiated voted signed left joined hosted chaired wrote spoke
before after during because although while when where whose nobody everybody somebody always never often
seldom"""
_STEMS = """sha dri mel cor ban tor vel pla gri mon tes ral nim pol sun far ket bor lin das wen hol cri
tam ser vin"""
CORE, STEMS = _CORE.split(), _STEMS.split()
ENDINGS = ["", "s", "ed", "ing", "er", "ance", "ity", "ment", "ful", "ly", "ation", "ness"]
SECTORS = ("humanitarian", "garment", "forestry", "banking", "public health", "housing", "climate", "food")
REGIONS = ("Bangladesh", "Canada", "East Africa", "Europe", "United Kingdom", "Global")
QUESTIONS = ("form", "leadership", "steering", "engagement", "accountability", "risk-and-return", "mindsets")
KINDS = (Kind.ENTRY, Kind.NOTE, Kind.DOCUMENT, Kind.CASE, Kind.PAPER, Kind.PROMPT, Kind.TERM, Kind.ANNOTATION)
TODAY = date(2026, 11, 24)


def vocabulary() -> list[str]:
    """Some 8,000 words, the most frequent first."""
    made = [a + b + c for a in STEMS for b in STEMS for c in ENDINGS]
    Random(7).shuffle(made)
    return CORE + made


def things(passages: int = 10_000, seed: int = 1) -> Iterator[Findable]:
    """Things with that many passages in all: many journal entries of one, documents of up to forty."""
    random = Random(seed)
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    made = number = 0
    while made < passages:
        number += 1
        kind = random.choice(KINDS)
        length = 1 if kind not in (Kind.DOCUMENT, Kind.CASE, Kind.PAPER) else random.randint(2, 40)
        length = min(length, passages - made)
        made += length
        yield _thing(random, words, weights, Ref(kind, f"made-{number}"), length)


def _thing(random: Random, words: list[str], weights: list[float], ref: Ref, length: int) -> Findable:
    texts = tuple(
        Passage(_text(random, words, weights), " ".join(random.choices(words, k=3)) if length > 1 else "")
        for _ in range(length)
    )
    facets = Facets(
        questions=tuple(random.sample(QUESTIONS, 2)),
        alliance=f"Alliance {random.randint(1, 12)}" if ref.kind is Kind.ENTRY else "",
        sector=(random.choice(SECTORS),) if ref.kind is Kind.CASE else (),
        region=(random.choice(REGIONS),) if ref.kind is Kind.CASE else (),
        day=TODAY - timedelta(days=random.randint(0, 900)),
    )
    title = " ".join(random.choices(words, cum_weights=weights, k=5)).capitalize()
    return Findable(ref, title, texts, facets)


def _text(random: Random, words: list[str], weights: list[float]) -> str:
    sentences = []
    for _ in range(random.randint(8, 20)):
        drawn = random.choices(words, cum_weights=weights, k=random.randint(6, 24))
        sentences.append(" ".join(drawn).capitalize() + ".")
    return " ".join(sentences)
