"""Markdown and plain text from outside: decoded, titled, rendered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from textwrap import TextWrapper
from typing import Any

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import MARKDOWN_TYPE, PLAIN, PLAIN_TYPE
from animating_alliances_desktop.core.library.frontmatter import YamlError, parse_yaml, split, too_large
from animating_alliances_desktop.core.library.importers.body import parts
from animating_alliances_desktop.core.library.importers.plain import clean, line, name_of, year
from animating_alliances_desktop.core.library.markdown import render, rendered

_TITLE = re.compile(r"\A\s*#[ \t]+(\S.*?)[ \t#]*(?:\n|\Z)")
_DEEPEST_LIST = 120
"""Columns of indentation beyond which a list is taken as plain lines: Python-Markdown would take minutes."""

_LONGEST_LINE = 20_000
"""Letters: what is longer becomes several paragraphs, each of which the reader shows in a moment."""
_WRAPPER = TextWrapper(
    _LONGEST_LINE, expand_tabs=False, replace_whitespace=False, break_long_words=False, break_on_hyphens=False
)


def take_apart(path: Path) -> dict[str, Any]:
    """Turn a text file into a document, as plain data; raises AppError."""
    text = _decode(path.read_bytes())
    head, body, _first = split(text)
    fields = _fields(head)
    if path.suffix.lower() in PLAIN:
        fields, body = {}, text
        result = rendered(_as_paragraphs(text))
    else:
        heading = _TITLE.match(body)
        if heading:
            fields.setdefault("title", heading[1])
            body = body[heading.end() :]
        result = render(body)
    return parts(
        title=line(fields.get("title")) or name_of(path.stem),
        author=line(fields.get("author")),
        year=year(fields.get("year")) or year(fields.get("date")),
        made=result,
        media_type=PLAIN_TYPE if path.suffix.lower() in PLAIN else MARKDOWN_TYPE,
    )


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _normal(data.decode("utf-16", errors="replace"))
    if b"\0" in data:
        raise AppError("this is not a text file")
    try:
        return _normal(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise AppError("this file is not UTF-8 text; save it as UTF-8 and import it again") from None


def _normal(text: str) -> str:
    text = clean(text)
    if not text.strip():
        raise AppError("there are no words in this file")
    lines = (
        one if len(one) - len(one.lstrip()) <= _DEEPEST_LIST else one.strip() for one in text.split("\n")
    )
    return "\n".join("\n\n".join(_WRAPPER.wrap(one)) if len(one) > _LONGEST_LINE else one for one in lines)


def _fields(head: str | None) -> dict[str, Any]:
    """The front matter of a file from outside; what cannot be read is left out, the text is not."""
    if head is None or too_large(head):
        return {}
    try:
        data = parse_yaml(head).data
    except YamlError:
        return {}
    return {str(key).lower(): value for key, value in data.items()} if isinstance(data, Mapping) else {}


def _as_paragraphs(text: str) -> str:
    blocks = (block.strip("\n") for block in re.split(r"\n[ \t]*\n", text))
    return "".join(f"<p>{escape(block).replace(chr(10), '<br>')}</p>" for block in blocks if block.strip())
