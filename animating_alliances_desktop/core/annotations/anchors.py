"""Finds a passage again after its text has changed, and never silently points at other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from animating_alliances_desktop.core.annotations.model import Anchor, State
from animating_alliances_desktop.core.annotations.normal import Normalised, folded, of_html
from animating_alliances_desktop.core.errors import AppError

__all__ = ["Normalised", "Placed", "anchor_of", "find_all", "find_passage", "find_quote", "of_html", "place"]

CONTEXT = 40
ALIKE = 0.72
"""How alike changed words must be to count as the same passage (as difflib measures it)."""
_LINES = 20
"""So many lines of a passage that a search found are looked for one by one."""
_SIDE = 0.6
_BOTH_SIDES = 1.4
_SPEAKS_FOR_ITSELF = 32
"""A quote of so many characters is known by its words alone, where they occur only once."""
_LONGEST_CHANGED = 8_000
"""Longer passages are only found unchanged: comparing them costs too much."""
_OCCURRENCES = 400
_BY_LETTERS = 600
_HINTS = 6
_HINT = 20


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an annotation stands now; `anchor` is what to keep, with the original quote."""

    state: State
    start: int
    end: int
    anchor: Anchor


def anchor_of(normalised: Normalised, start: int, end: int) -> Anchor:
    """Make the anchor of a passage; raise AppError if there are no words in it."""
    text = normalised.text
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise AppError("Select some words first.")
    return _anchor(text, text[start:end], start, end)


def place(normalised: Normalised, anchor: Anchor) -> Placed:
    """Find a passage: where it was, else its words elsewhere, else nearly its words nearby, else lost."""
    text, exact = normalised.text, anchor.exact
    if not exact or anchor.start < 0:
        return _lost(anchor)
    start, end = anchor.start, anchor.start + len(exact)
    if start >= 0 and text.startswith(exact, start) and _shared(text, start, end, anchor) == _context(anchor):
        return Placed(State.EXACT, start, end, anchor)
    found = _same_words(text, anchor)
    if found is not None:
        state = State.EXACT if found == start else State.MOVED
        return _placed(text, anchor, state, found, found + len(exact))
    nearly = _changed_words(text, anchor)
    return _placed(text, anchor, State.MOVED, *nearly) if nearly is not None else _lost(anchor)


def find_quote(normalised: Normalised, quote: str) -> tuple[int, int] | None:
    """Where a quote first stands, whatever its case, white space, quotation marks and dashes."""
    wanted = Normalised(quote).text.strip("… ")
    if not wanted:
        return None
    found = normalised.text.find(wanted)
    if found < 0:
        found = normalised.folded.find(folded(wanted))
    return (found, found + len(wanted)) if found >= 0 else None


def find_passage(normalised: Normalised, quote: str) -> tuple[int, int] | None:
    """Find a passage of a search: the whole of it, or else the longest of its lines that is there."""
    lines = [part for line in quote.splitlines() for part in line.split("…")]
    for part in (quote, *sorted(lines, key=len, reverse=True)[:_LINES]):
        found = find_quote(normalised, part)
        if found is not None:
            return found
    return None


def find_all(normalised: Normalised, words: str, most: int = 10_000) -> list[tuple[int, int]]:
    """Find every place where words stand, as tolerant as `find_quote`."""
    wanted = folded(Normalised(words).text)
    found: list[tuple[int, int]] = []
    at = normalised.folded.find(wanted) if wanted else -1
    while at >= 0 and len(found) < most:
        found.append((at, at + len(wanted)))
        at = normalised.folded.find(wanted, at + len(wanted))
    return found


def _anchor(text: str, exact: str, start: int, end: int) -> Anchor:
    return Anchor(exact, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def _placed(text: str, anchor: Anchor, state: State, start: int, end: int) -> Placed:
    return Placed(state, start, end, _anchor(text, anchor.exact, start, end))


def _lost(anchor: Anchor) -> Placed:
    return Placed(State.LOST, anchor.start, anchor.start, anchor)


def _context(anchor: Anchor) -> int:
    return len(anchor.prefix) + len(anchor.suffix)


def _shared(text: str, start: int, end: int, anchor: Anchor) -> int:
    """How many characters around a passage, from its edges outwards, are those that stood there."""
    before = text[max(0, start - len(anchor.prefix)) : start]
    after = text[end : end + len(anchor.suffix)]
    return _run(reversed(before), reversed(anchor.prefix)) + _run(iter(after), iter(anchor.suffix))


def _run(one: Iterator[str], other: Iterator[str]) -> int:
    """How many characters two texts begin with in common."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _occurrences(text: str, words: str, near: int, most: int) -> list[int]:
    """Where words stand, the nearest to a place first."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return sorted(found, key=lambda position: abs(position - near))[:most]


def _same_words(text: str, anchor: Anchor) -> int | None:
    """Where the very words stand now, as far as their surroundings leave no doubt."""
    found = _occurrences(text, anchor.exact, anchor.start, _OCCURRENCES)
    if not found:
        return None
    size = len(anchor.exact)
    scored = [(_shared(text, at, at + size, anchor), at) for at in found]
    best, at = max(scored, key=lambda each: each[0])
    whole = _context(anchor)
    if len(found) == 1 and (size >= _SPEAKS_FOR_ITSELF or _at_the_same_end(text, at, at + size, anchor)):
        return at
    sides = _sides(text, at, at + size, anchor)
    clear = best >= whole / 2 or (min(sides) >= _SIDE and sum(sides) >= _BOTH_SIDES)
    return at if clear and _still_there(text, at, at + size, anchor, sides) else None


def _at_the_same_end(text: str, start: int, end: int, anchor: Anchor) -> bool:
    """Whether a passage that began the text, or ended it, still does."""
    return (not anchor.prefix and start == 0) or (not anchor.suffix and end == len(text))


def _changed_words(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Find the passage that stands between the old surroundings and reads nearly the same."""
    if len(anchor.exact) > _LONGEST_CHANGED:
        return None
    best: tuple[float, int, int] | None = None
    for start, end in {found for hint in _hints(text, anchor) for found in _aligned(text, hint, anchor)}:
        likeness = _likeness(text[start:end], anchor.exact)
        sides = _sides(text, start, end, anchor)
        right = likeness >= ALIKE and min(sides) >= _SIDE and sum(sides) >= _BOTH_SIDES
        score = likeness + sum(sides)
        if right and (best is None or score > best[0]) and _still_there(text, start, end, anchor, sides):
            best = (score, start, end)
    return best[1:] if best is not None else None


def _hints(text: str, anchor: Anchor) -> list[int]:
    """Where the passage may begin: behind its old prefix, before its old suffix, or where it was."""
    hints = [anchor.start]
    before, after = anchor.prefix[-_HINT:], anchor.suffix[:_HINT]
    if before.strip():
        hints += [at + len(before) for at in _occurrences(text, before, anchor.start - len(before), _HINTS)]
    if after.strip():
        size = len(anchor.exact)
        hints += [max(0, at - size) for at in _occurrences(text, after, anchor.start + size, _HINTS)]
    return hints


def _aligned(text: str, hint: int, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Stretches near a hint that may be the passage with some of its words changed."""
    size = len(anchor.exact)
    slack = max(60, size // 2)
    low, high = max(0, hint - slack), min(len(text), hint + size + slack)
    here = list(_words(text[low:high], low))
    quoted = list(_words(anchor.exact, 0))
    matcher = SequenceMatcher(None, [word for word, _ in here], [word for word, _ in quoted], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    starts, ends = {hint}, set()
    if blocks:
        first, last = blocks[0], blocks[-1]
        rest = len(quoted) - last.b - last.size
        starts |= {here[max(0, first.a - first.b)][1], here[first.a][1]}
        ends |= {_end(here, last.a + last.size - 1), _end(here, last.a + last.size - 1 + rest)}
    behind = text.find(anchor.suffix[:_HINT], low, high + _HINT) if anchor.suffix else len(text)
    if behind >= 0:
        ends.add(behind)
    yield from ((start, end) for start, end in product(starts, ends) if size / 2 <= end - start <= size * 2)


def _words(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Words with their positions."""
    for word in text.split(" "):
        if word:
            yield word, offset
        offset += len(word) + 1


def _end(words: list[tuple[str, int]], nth: int) -> int:
    word, at = words[min(nth, len(words) - 1)]
    return at + len(word)


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; letter by letter for a sentence or two, word by word for more.

    Letters alone would take “alliance 12” for “alliance 34”: at least half of the words must be the same, too.
    """
    words, others = one.split(), other.split()
    by_words = SequenceMatcher(None, words, others, autojunk=False)
    kept = sum(block.size for block in by_words.get_matching_blocks())
    if kept * 2 < max(len(words), len(others)):
        return 0.0
    if max(len(one), len(other)) > _BY_LETTERS:
        return by_words.ratio()
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _sides(text: str, start: int, end: int, anchor: Anchor) -> tuple[float, float]:
    """How alike the surroundings are, before and behind."""
    before = SequenceMatcher(
        None, text[max(0, start - len(anchor.prefix)) : start], anchor.prefix, autojunk=False
    )
    after = SequenceMatcher(None, text[end : end + len(anchor.suffix)], anchor.suffix, autojunk=False)
    return before.ratio(), after.ratio()


def _still_there(text: str, start: int, end: int, anchor: Anchor, sides: tuple[float, float]) -> bool:
    """Whether it is the passage itself, and not its neighbour that closed the gap when it was taken out.

    In a list whose lines are alike, the line behind a deleted one follows the same words, and reads nearly
    the same; but then what used to follow the passage is found where it begins.
    """
    gone = [0.0]
    if anchor.suffix:
        gone.append(
            SequenceMatcher(
                None, text[start : start + len(anchor.suffix)], anchor.suffix, autojunk=False
            ).ratio()
        )
    if anchor.prefix:
        head = text[max(0, end - len(anchor.prefix)) : end]
        gone.append(SequenceMatcher(None, head, anchor.prefix, autojunk=False).ratio())
    return max(gone) < 0.95 or max(gone) < min(sides)
