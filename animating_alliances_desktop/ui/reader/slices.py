"""Cuts a sanitised body into slices that can be laid out one after the other, without a long pause."""

from __future__ import annotations

import re
from collections.abc import Iterator

SLICE = 16_000
"""Characters of HTML to a slice: some 5 ms of layout each."""
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_VOID = frozenset({"br", "hr", "img", "wbr"})
_OPENERS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""What a slice may begin with: Qt keeps the format of any other block only at the very beginning of a text."""
_WRAPPERS = frozenset({"div", "section", "article", "main"})


def slices(html: str, size: int = SLICE) -> Iterator[tuple[str, str]]:
    """Yield each slice with the name of the tag that it begins with (the first one's may be anything)."""
    begun, opener, depth = 0, "", 0
    for tag in _TAG.finditer(html):
        closing, name = bool(tag[1]), tag[2].lower()
        if name in _VOID or name in _WRAPPERS:
            continue
        if closing:
            depth = max(0, depth - 1)
            continue
        if depth == 0 and name in _OPENERS and tag.start() - begun >= size:
            yield html[begun : tag.start()], opener
            begun, opener = tag.start(), name
        depth += 1
    yield html[begun:], opener
