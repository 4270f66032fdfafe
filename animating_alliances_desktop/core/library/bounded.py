"""Sanitised HTML within the bounds of what can be laid out at once: a page that never comes holds the window up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from animating_alliances_desktop.core.errors import AppError

DEEPEST_TABLE = 3
"""Laying out takes more than twice as long with each further table within a table."""
LONGEST_WORD = 2_000
"""Letters: laying out takes four times as long for a word of twice as many."""
MOST_ITEMS = 500
"""Of a list: laying out takes four times as long for one of twice as many; 10,000 took four seconds."""
TOO_DEEP = "this file is nested too deeply, as files made to do harm are; it was not read"
TOO_LONG = "this file holds a paragraph longer than a whole book; break it into shorter ones and import that"

_TOKEN = re.compile(r'<(/?)([a-z0-9]+)(?:"[^"]*"|[^">])*>|[^<]+')
_START = re.compile(r'\sstart="(-?\d{1,9})"')
_OF_TABLES = frozenset({"table", "caption", "thead", "tbody", "tr", "td", "th"})
_WITHIN_WORDS = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "strong", "sub", "sup"})
_PIECE = re.compile(r"\s+|(?:&#?\w+;|[^\s&]){1,1000}|&")
_MAY_BREAK = "\u200b"


def bounded(html: str) -> str:
    """Make boxes of the tables that are too deep within others, and part the lists and words that have no end."""
    if html.count("<table") > DEEPEST_TABLE:
        html = "".join(_shallow(html))
    if html.count("<li") > MOST_ITEMS:
        html = "".join(_parted(html))
    if _has_endless_word(html):
        html = "".join(_breaking(html))
    return html


def refuse_cut(parser: Any) -> None:
    """Refuse what lxml gave up on, which it says in its log only: what follows is missing from the tree."""
    for said in parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        raise AppError(TOO_DEEP if "depth" in said.message else TOO_LONG)


def _shallow(html: str) -> Iterator[str]:
    depth = 0
    for token in _TOKEN.finditer(html):
        closing, name = token[1], token[2]
        depth += name == "table" and not closing
        too_deep = depth > DEEPEST_TABLE and name in _OF_TABLES
        yield f"<{closing}div>" if too_deep else token[0]
        depth -= name == "table" and bool(closing)


def _parted(html: str) -> Iterator[str]:
    """Begin a list anew after so many items, with the number that is next."""
    lists: list[_List] = []
    for token in _TOKEN.finditer(html):
        closing, name = token[1], token[2]
        if name in ("ul", "ol") and not closing:
            start = _START.search(token[0])
            lists.append(_List(name, int(start[1]) if start else 1))
        elif name in ("ul", "ol"):
            del lists[-1:]
        elif name == "li" and not closing and lists:
            yield lists[-1].before_item()
        yield token[0]


@dataclass(slots=True)
class _List:
    kind: str
    first: int
    items: int = 0

    def before_item(self) -> str:
        """The end of the list and the beginning of the next, where it is time for that."""
        before, self.items = self.items, self.items + 1
        if not before or before % MOST_ITEMS:
            return ""
        start = f' start="{self.first + before}"' if self.kind == "ol" else ""
        return f"</{self.kind}><{self.kind}{start}>"


def _has_endless_word(html: str) -> bool:
    """Look in steps as long as a word may be: where each holds a space, which most texts have, that is quick."""
    at = 0
    while len(html) - at > LONGEST_WORD:
        space = html.rfind(" ", at, at + LONGEST_WORD)
        if space < 0:
            return max(map(len, html[at:].split()), default=0) > LONGEST_WORD
        at = space + 1
    return False


def _breaking(html: str) -> Iterator[str]:
    run = 0
    for token in _TOKEN.finditer(html):
        if token[2] is not None:
            run = run if token[2] in _WITHIN_WORDS else 0
            yield token[0]
            continue
        for piece in _PIECE.findall(token[0]):
            run = 0 if piece.isspace() else run + len(piece)
            if run > LONGEST_WORD:
                run = len(piece)
                yield _MAY_BREAK
            yield piece
