"""How well a few typed letters match a title: whole words first, then parts of words, then letters in order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
_WHOLE, _START, _WORD_START, _INSIDE, _SCATTERED = 100, 80, 60, 30, 5


def plain(text: str) -> str:
    """Take away what nobody types: accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def score(typed: str, title: str) -> int:
    """Return 0 if the title does not match, and more the better it does; every typed word must match."""
    target = plain(title)
    words = plain(typed).split()
    if not words:
        return 1
    scores = [_score_word(word, target) for word in words]
    if all(scores):
        return sum(scores) * 10 - min(len(target), 90) // 10
    return _SCATTERED if _in_order("".join(words), target) else 0


def is_far(typed: str, title: str) -> bool:
    """Whether a title has the typed letters in their order, but not the words."""
    return score(typed, title) <= _SCATTERED


def best(typed: str, things: Iterable[T], title: Callable[[T], str], limit: int) -> list[T]:
    """Pick the things whose titles match best, the best first; equals stay in their order."""
    scored = [(score(typed, title(thing)), thing) for thing in things]
    matching = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [thing for _, thing in matching[:limit]]


def _score_word(word: str, target: str) -> int:
    at = target.find(word)
    if at < 0:
        return 0
    if word == target:
        return _WHOLE
    if at == 0:
        return _START
    return _WORD_START if f" {word}" in target else _INSIDE


def _in_order(letters: str, target: str) -> bool:
    """Whether the letters come in this order, the first of them at the start of a word."""
    starts = [at for at, _ in enumerate(target) if at == 0 or target[at - 1] == " "]
    return len(letters) > 1 and any(
        _follow(letters, target[at:]) for at in starts if target[at] == letters[0]
    )


def _follow(letters: str, target: str) -> bool:
    rest = iter(target)
    return all(letter in rest for letter in letters)
