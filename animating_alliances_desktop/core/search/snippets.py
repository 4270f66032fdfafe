"""The words around the hits in a passage."""

from __future__ import annotations

import re
from itertools import pairwise

from animating_alliances_desktop.core.search.model import END, START

LONGEST = 220
_SHORTEST = 60
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]\ue001]{0,3}\s")


def snippet(marked: str) -> str:
    """The sentence with the most hits, or the opening one; cut to size, its hits marked."""
    # a quote must stand within one paragraph, so that it can be found again
    lines = marked.split("\n")
    telling = [line for line in lines if START in line] or lines
    pieces = [piece for line in telling for piece in _joined(_sentences(line)) if piece.strip()]
    if not pieces:
        return ""
    best = max(range(len(pieces)), key=lambda place: (_hits(pieces[place]), -place))
    return _cut(pieces[best].strip())


def _hits(piece: str) -> int:
    """Different words count for more than one word said twice."""
    if START not in piece:
        return 0
    found = {each.partition(END)[0].lower() for each in piece.split(START)[1:]}
    return len(found) * 10 + piece.count(START)


def _sentences(line: str) -> list[str]:
    ends = [found.end() for found in _SENTENCE_END.finditer(line)]
    return [line[start:end] for start, end in pairwise([0, *ends, len(line)])]


def _joined(sentences: list[str]) -> list[str]:
    """Short sentences together with the next."""
    joined = sentences[:1]
    for sentence in sentences[1:]:
        if _is_short(joined[-1]):
            joined[-1] += sentence
        else:
            joined.append(sentence)
    return joined


def _is_short(piece: str) -> bool:
    return len(piece) < _SHORTEST or (START in piece and _length(piece) < _SHORTEST)


def _length(piece: str) -> int:
    """Without the marks."""
    return len(piece) - piece.count(START) - piece.count(END)


def _cut(piece: str) -> str:
    if _length(piece) <= LONGEST:
        return piece
    start = _beginning(piece)
    kept, length, inside = [], 0, False
    for character in piece[start:]:
        length += character not in (START, END)
        if length > LONGEST and (not inside or length > 2 * LONGEST):
            break
        inside = character == START or (inside and character != END)
        kept.append(character)
    text = "".join(kept) + (END if inside else "")
    whole = len(piece) <= start + len(kept)
    return text if whole or " " not in text else _to_last_blank(text)


def _beginning(piece: str) -> int:
    """Where to begin so that the first hit is within, at the beginning of a word."""
    hit = piece.find(START)
    if hit < LONGEST // 2:
        return 0
    blank = piece.rfind(" ", 0, max(hit - LONGEST // 4, 0) + 1)
    return blank + 1 if blank >= 0 else hit


def _to_last_blank(text: str) -> str:
    blank = text.rstrip(END).rfind(" ")
    shorter = text[:blank] if blank > len(text) // 2 else text
    return shorter + END * (shorter.count(START) - shorter.count(END))
