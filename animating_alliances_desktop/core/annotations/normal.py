"""A text without the marks of its layout, with a map to its positions in the laid-out document and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from html.parser import HTMLParser

_BREAKS = "\u2028\u2029\ufdd0\ufdd1\ufffc\u00a0"
_DROPPED = "\u00ad\u200b\u2060\ufeff"
_SPECIAL = re.compile(
    rf"[\s{_BREAKS}{_DROPPED}]{{2,}}|[^\S ]|[{_BREAKS}{_DROPPED}]|[\ufb00-\ufb06]|[\U00010000-\U0010ffff]+"
)
"""What does not pass through unchanged; a single plain space does. The pattern is ours, never the user's."""
_EDGE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + _BREAKS + _DROPPED
_LIGATURES = dict(
    zip(
        "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
        ("ff", "fi", "fl", "ffi", "ffl", "st", "st"),
        strict=True,
    )
)
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "s", "span", "strong", "sub", "sup"})
_FOLD = str.maketrans("‘’‚“”„‐‑‒–—⁰¹²³⁴⁵⁶⁷⁸⁹", "'''\"\"\"-----0123456789")


class Normalised:
    """A text to anchor in: white space and layout marks become one space, soft hyphens vanish.

    Ligatures come apart. `raw` positions count UTF-16 units, because those of Qt's text cursor do; positions
    in `text` count characters.
    """

    def __init__(self, raw: str) -> None:
        self._starts: list[int] = []
        self._raw_starts: list[int] = []
        self._parts: list[str] = []
        self._at = self._raw_at = 0
        raw = raw.rstrip(_EDGE)
        done = 0
        for special in _SPECIAL.finditer(raw):
            self._copy(raw[done : special.start()])
            self._replace(special.group())
            done = special.end()
        self._copy(raw[done:])
        self.text = "".join(self._parts)
        del self._parts
        self._folded = ""

    @property
    def folded(self) -> str:
        """The text without differences of case and of typography, position for position."""
        if not self._folded:
            self._folded = folded(self.text)
        return self._folded

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the laid-out document."""
        first, _ = self._span(start)
        _, behind = self._span(max(start, end - 1))
        return first, (behind if end > start else first)

    def from_raw(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """Tell the characters between two positions of the laid-out document, without space at the ends."""
        start, end = self._index(raw_start), self._index(raw_end)
        passage = self.text[start:end]
        start += len(passage) - len(passage.lstrip())
        return start, max(start, start + len(passage.strip()))

    def _copy(self, plain: str) -> None:
        if not plain:
            return
        if plain[0] == " " and not self._at:
            self._add("", 1)
            plain = plain[1:]
        self._add(plain, len(plain))

    def _replace(self, special: str) -> None:
        """Take over a run of what must not stay as it is."""
        if special[0] >= "\U00010000":
            for character in special:
                self._add(character, 2)
        elif special in _LIGATURES:
            self._add(_LIGATURES[special], 1)
        else:
            spaced = self._at > 0 and any(character not in _DROPPED for character in special)
            self._add(" " if spaced else "", len(special))

    def _add(self, text: str, raw_length: int) -> None:
        self._starts.append(self._at)
        self._raw_starts.append(self._raw_at)
        self._parts.append(text)
        self._at += len(text)
        self._raw_at += raw_length

    def _span(self, index: int) -> tuple[int, int]:
        """Tell the raw positions in front of and behind one character."""
        nth = bisect_right(self._starts, index) - 1
        if nth < 0:
            return 0, 0
        raw, width = self._raw_starts[nth], self._raw_width(nth)
        offset = index - self._starts[nth]
        if width == self._width(nth):
            return raw + offset, raw + offset + 1
        return raw, raw + width

    def _index(self, raw: int) -> int:
        """Find the character that stands at a raw position, or next after it."""
        nth = bisect_right(self._raw_starts, raw) - 1
        if nth < 0:
            return 0
        offset = raw - self._raw_starts[nth]
        if self._raw_width(nth) == self._width(nth):
            return min(self._starts[nth] + offset, len(self.text))
        return self._starts[nth] + (self._width(nth) if offset else 0)

    def _width(self, nth: int) -> int:
        return (self._starts[nth + 1] if nth + 1 < len(self._starts) else self._at) - self._starts[nth]

    def _raw_width(self, nth: int) -> int:
        following = self._raw_starts[nth + 1] if nth + 1 < len(self._raw_starts) else self._raw_at
        return following - self._raw_starts[nth]


def folded(text: str) -> str:
    """Take away differences of case and of typography; the length stays."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.translate(_FOLD)


def of_html(html: str) -> Normalised:
    """Take the text off a sanitised body as the reader shows it, without laying it out."""
    words = _Words()
    words.feed(html)
    words.close()
    return Normalised("".join(words.found))


class _Words(HTMLParser):
    """Collects the words of a body, with a break wherever a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break before a block."""
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """Break behind a block."""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.found.append(data)

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.found.append("\u2029")
