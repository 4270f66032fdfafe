"""Markdown and plain text from outside: decoded, titled, rendered."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from html import escape
from pathlib import PurePath
from typing import Any
from unicodedata import normalize

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import PLAIN
from animating_alliances_desktop.core.library.frontmatter import YamlError, parse_yaml, split, too_large
from animating_alliances_desktop.core.library.markdown import render, rendered

_TITLE = re.compile(r"\A\s*#[ \t]+(\S.*?)[ \t#]*(?:\n|\Z)")
_DEEPEST_LIST = 120
"""Columns of indentation beyond which a list is taken as plain lines: Python-Markdown would take minutes."""


def take_apart(name: str, encoded: str) -> dict[str, Any]:
    """Turn the bytes (base64) of a file called `name` into a document, as plain data; raises AppError."""
    path = PurePath(name)
    text = _decode(b64decode(encoded))
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
    return {
        "title": _line(fields.get("title")) or path.stem.replace("_", " ") or name,
        "author": _line(fields.get("author")),
        "year": _year(fields),
        "html": result.html,
        "outline": [(heading.level, heading.title, heading.id) for heading in result.outline],
        "paragraphs": list(result.paragraphs),
        "words": result.words,
        "media_type": "text/plain" if path.suffix.lower() in PLAIN else "text/markdown",
    }


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
    text = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise AppError("there are no words in this file")
    lines = (
        line if len(line) - len(line.lstrip()) <= _DEEPEST_LIST else line.strip() for line in text.split("\n")
    )
    return "\n".join(lines)


def _fields(head: str | None) -> dict[str, Any]:
    """The front matter of a file from outside; what cannot be read is left out, the text is not."""
    if head is None or too_large(head):
        return {}
    try:
        data = parse_yaml(head).data
    except YamlError:
        return {}
    return {str(key).lower(): value for key, value in data.items()} if isinstance(data, Mapping) else {}


def _line(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_line, value)))[:300]
    return " ".join(str(value).split())[:300] if isinstance(value, str | int | float) else ""


def _year(fields: Mapping[str, Any]) -> str:
    found = re.search(r"\b(1[5-9]|20)\d\d\b", _line(fields.get("year")) or _line(fields.get("date")))
    return found[0] if found else ""


def _as_paragraphs(text: str) -> str:
    blocks = (block.strip("\n") for block in re.split(r"\n[ \t]*\n", text))
    return "".join(f"<p>{escape(block).replace(chr(10), '<br>')}</p>" for block in blocks if block.strip())
