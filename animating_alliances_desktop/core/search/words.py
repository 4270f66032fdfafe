"""How text is cut into words, the same for what is kept and for what is asked."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

WORD = re.compile(r"[^\W_]+")
_UNWANTED = re.compile("[\x00\ud800-\udfff\ue000-\ue002]")
"""What SQLite cannot keep, and the marks of a hit, which are ours alone."""

_STOP_WORDS = """a about after again all also am an and any are as at be because been before being between both but
    by can could did do does doing done during each else ever every few for from further get gets give given go goes
    had has have having he her here hers him his how i if in into is it its itself just let like made make many may me
    might more most much must my no nor not of off on once one only onto or other ought our ours out over own per quite
    rather really same shall she should since so some such than that the their theirs them then there these they
    this those through to too under until up upon us very was way we were what when where whether which while who
    whom whose why will with within without would yet you your yours
    anybody anyone anything everybody everyone everything hardly kind kinds lots somebody someone something sort
    thing things way ways"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""English words that say nothing about what is looked for."""


def clean(text: str) -> str:
    """Text as the index keeps it: composed letters, and none of the characters that it cannot keep."""
    if text.isascii():
        return text.replace("\x00", " ")
    return _UNWANTED.sub(" ", normalize("NFC", text))


def tokens(text: str) -> list[str]:
    """The words of a text, as they stand."""
    return WORD.findall(text)


def fold(text: str) -> str:
    """Lower case without accents, as the tokeniser of the index folds it."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in normalize("NFD", text.lower()) if not combining(c))


def folded_words(text: str) -> str:
    """A facet for comparing: folded words, each with a blank before it, so that a beginning can be looked for."""
    return "".join(f" {word}" for word in tokens(fold(text)))
