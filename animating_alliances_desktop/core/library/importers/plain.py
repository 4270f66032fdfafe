"""Words from outside made fit to keep: composed letters, and none of the characters that are no writing."""

from __future__ import annotations

import re
from unicodedata import normalize

_UNWRITTEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters, halves of pairs, the marks of our own layout, and what Unicode keeps free for ever."""
_TURNED = str.maketrans(dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
"""What turns the order of letters about: in a title it makes a .exe look like a .pdf, and spills over what follows."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?=(?:\d{4})?(?!\d))")
"""By itself, or before the month and the day."""
_LONGEST = 300
_NO_TITLES = frozenset({
    *("untitled", "untitled document", "title", "- no title specified", "unknown title", "unknown", "document"),
    *("presentation", "powerpoint presentation", "word document", "microsoft word document", "slide 1"),
})  # fmt: skip
"""What programs write where somebody left the title out."""


def clean(text: str) -> str:
    """A text without what is no writing; lines end as ours do."""
    if not text.isprintable():  # which is known much sooner
        text = _UNWRITTEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.isascii() else normalize("NFC", text)


def line(value: object) -> str:
    """One line of it, not too long: for a title or a name."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(line, value)))[:_LONGEST]
    return (
        " ".join(clean(str(value)).translate(_TURNED).split())[:_LONGEST]
        if isinstance(value, str | int | float)
        else ""
    )


def titled(value: object) -> str:
    """The title that a file says it has, unless its program made it up."""
    title = line(value)
    return "" if title.casefold() in _NO_TITLES else title


def year(value: object) -> str:
    """The first year that is named in it, or nothing."""
    found = _YEAR.search(line(value))
    return found[0] if found else ""


def name_of(stem: str) -> str:
    """The name of a file as a title."""
    return line(stem.replace("_", " ")) or "?"
