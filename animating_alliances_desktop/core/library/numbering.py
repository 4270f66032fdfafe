"""Numbers for the paragraphs of a text, such as 3.12: chapter and paragraph, the same as long as the text is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape

_INSIDE = r"""(?:"[^"]*"|'[^']*'|[^>"'])*"""
"""What stands in a tag behind its name; a quoted value may hold any sign."""
_TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*)({_INSIDE})>")
_ID = re.compile(r"""\sid=["']([^"']+)["']""")
_COUNTED = frozenset({"p", "li", "dd", "pre"})
_NOTHING_YET = re.compile(
    rf"\s*(?:(?:<a\b{_INSIDE}>\s*)?<img\b{_INSIDE}>(?:\s*</a>)?\s*)*"
    r"(?:<(?:p|pre|ul|ol|dl|blockquote|div|table)\b|</)"
)
"""What follows the opening of a block without words of its own: at most pictures, then a block inside, or its end."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sanitised body in which every numbered paragraph has an id, and these ids with their numbers, in order."""

    html: str
    places: tuple[tuple[str, str], ...]


def numbered(html: str) -> Numbered:
    """Number the paragraphs of a body; what stands in tables is left out.

    A chapter begins at each `h1` if there are several, else at each `h2`; without headings, paragraphs are simply
    counted. A heading over the first chapter, with no words in between, is the title and no chapter of its own.
    """
    chapters = _chapters(html)
    parts: list[str] = []
    places: list[tuple[str, str]] = []
    done = chapter = paragraph = 0
    for tag in _outside_tables(html):
        if tag[2] == chapters:
            chapter, paragraph = (chapter + 1 if places else 1), 0
        elif tag[2] in _COUNTED and not _NOTHING_YET.match(html, tag.end()):
            paragraph += 1
            number = f"{chapter}.{paragraph}" if chapters else f"{paragraph}"
            there = _ID.search(tag[3])
            places.append((unescape(there[1]) if there else f"¶{number}", number))
            if not there:
                parts += [html[done : tag.end(2)], f' id="¶{number}"']
                done = tag.end(2)
    return Numbered("".join([*parts, html[done:]]), tuple(places))


def _chapters(html: str) -> str:
    """The headings that chapters begin with; one alone may be a title."""
    if html.count("<h1") > 1:
        return "h1"
    return next((tag for tag in ("h2", "h1") if f"<{tag}" in html), "")


def headings_in(html: str, tags: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of the headings of a body, all of them or those of these tags, in order."""
    wanted = tags or _HEADINGS
    there = (_ID.search(tag[3]) for tag in _outside_tables(html) if tag[2] in wanted)
    return tuple(unescape(found[1]) for found in there if found)


def _outside_tables(html: str) -> Iterator[re.Match[str]]:
    """The opening tags that do not stand in a table."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2] == "table":
            depth += -1 if tag[1] else 1
        elif depth <= 0 and not tag[1]:
            yield tag
