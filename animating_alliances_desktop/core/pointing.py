"""`[[aa:kind/key|Title]]`, by which a text of the user's points at a thing: written, found, put into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError

OPENING = "[["
_POINTER = re.compile(r"\[\[(aa:[a-z]+/[^\[\]|\s]{1,160})(?:\|([^\[\]\n]{0,300}))?\]\]")
_BARE = re.compile(r"\[\[(?!aa:)([^\[\]|\n]{1,200})\]\]")
_UNFIT = str.maketrans("[]|\n\r\t", "()/   ")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~])")
_EMPHASIS = re.compile(r"(?<![\w*`])(\*{1,3}|_{1,3}|`)(?=\S)([^\n]+?)(?<=\S)\1(?![\w*`])")
_LEADS = re.compile(r"^[ ]{0,3}(?:(?:>[ ]?)+|#{1,6}[ ]+)", re.MULTILINE)
_ENDS = re.compile(r"[.!?…]+[\"”’)]*\s|\n")
_LONGEST = 300
_NEAR = 800
"""Where a pointer ends that reaches into a sentence: no pointer is longer than 500 letters."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a text that points at a thing, under the title that it had when it was written."""

    ref: Ref
    title: str
    start: int
    end: int


def pointers(text: str) -> Iterator[Pointer]:
    """Every pointer of a text; what looks like one and points at no kind of thing is left out."""
    if OPENING not in text:
        return
    for found in _POINTER.finditer(text):
        try:
            ref = Ref.parse(found[1])
        except AppError:
            continue
        yield Pointer(ref, (found[2] or "").strip() or found[1], found.start(), found.end())


def pointer_to(ref: Ref, title: str) -> str:
    """Write a pointer."""
    return f"[[{ref}|{' '.join(title.translate(_UNFIT).split())[:200]}]]"


def in_words(text: str) -> str:
    """A text as one reads it aloud: titles instead of pointers."""
    return _replaced(text, lambda pointer: pointer.title)


def spoken(text: str) -> str:
    """A text in words, without the marks of Markdown around some of them: for where nothing is set in bold."""
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LEADS.sub("", in_words(text))))


def unbracketed(text: str) -> str:
    """A text in which names that were bracketed by hand and point nowhere stand as they are: for paper."""
    return _BARE.sub(r"\1", text) if OPENING in text else text


def in_markdown(text: str) -> str:
    """A text in which pointers are links of Markdown."""
    return _replaced(text, lambda pointer: f"[{_MARKDOWN.sub(_escaped, pointer.title)}](<{pointer.ref}>)")


def retitled(text: str, titles: Mapping[Ref, str]) -> str:
    """A text whose pointers have the titles that their things have now, as far as those are known."""
    return _replaced(text, lambda pointer: pointer_to(pointer.ref, titles.get(pointer.ref, pointer.title)))


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which something stands, with its pointers, of which none is cut."""
    low, high = max(0, start - _NEAR), end + _NEAR
    whole = [(low + pointer.start, low + pointer.end) for pointer in pointers(text[low:high])]
    ends = [
        found.end()
        for found in _ENDS.finditer(text, max(0, start - _LONGEST), end + _LONGEST)
        if not any(first < found.end() < last for first, last in whole)
    ]
    first = max((at for at in ends if at <= start), default=max(0, start - _LONGEST))
    last = min((at for at in ends if at >= end), default=end + _LONGEST)
    first = min((one for one, other in whole if one < first < other), default=first)
    last = max((other for one, other in whole if one < last < other), default=last)
    return " ".join(text[first:last].split())


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}"


def _replaced(text: str, by: Callable[[Pointer], str]) -> str:
    parts, done = [], 0
    for pointer in pointers(text):
        parts += [text[done : pointer.start], by(pointer)]
        done = pointer.end
    return "".join([*parts, text[done:]]) if parts else text
