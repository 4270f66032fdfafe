"""The words around the hits in a passage."""

from __future__ import annotations

import re

from animating_alliances_desktop.core.search.model import END, START, plain

LONGEST = 220
_SHORTEST = 60
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+(?=\s|[\"”’)\]\ue001]*\s|$)|[.!?]|\n|$)")
_EDGE = " \t\n"


def snippet(marked: str) -> str:
    """The sentence with the most hits, or the opening one; cut to size, its hits marked."""
    pieces = [found[0] for found in _SENTENCE.finditer(marked) if found[0].strip(_EDGE)]
    if not pieces:
        return ""
    pieces = _joined(pieces)
    best = max(range(len(pieces)), key=lambda place: (_hits(pieces[place]), -place))
    return _cut(pieces[best].strip(_EDGE))


def _hits(piece: str) -> int:
    """Different words count for more than one word said twice."""
    found = {each.partition(END)[0].lower() for each in piece.split(START)[1:]}
    return len(found) * 10 + piece.count(START)


def _joined(pieces: list[str]) -> list[str]:
    """Short sentences together with the next, but never across a line: a quote must stand within a paragraph."""
    joined = [pieces[0]]
    for piece in pieces[1:]:
        if len(plain(joined[-1])) < _SHORTEST and not joined[-1].endswith("\n"):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _cut(piece: str) -> str:
    if len(plain(piece)) <= LONGEST:
        return piece
    start = _beginning(piece)
    kept, length, inside = [], 0, False
    for character in piece[start:]:
        length += character not in (START, END)
        if length > LONGEST and not inside:
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
