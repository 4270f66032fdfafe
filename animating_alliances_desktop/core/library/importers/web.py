"""A page of HTML from outside: its text, without what stood around it, and the pictures that it carries in itself."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml.html import HtmlElement

from animating_alliances_desktop.core.library.formats import HTML_TYPE
from animating_alliances_desktop.core.library.importers.body import finished, parts
from animating_alliances_desktop.core.library.importers.markup import body_of, page
from animating_alliances_desktop.core.library.importers.pictures import Pictures
from animating_alliances_desktop.core.library.importers.plain import line, name_of, titled, year

_CARRIED = re.compile(r"data:image/[a-z0-9.+-]+((?:;[^,;]+)*),", re.IGNORECASE)
_AUTHOR = ("author", "dc.creator", "article:author", "citation_author")
_DATE = ("date", "dc.date", "article:published_time", "citation_publication_date", "dcterms.issued")


def take_apart(path: Path) -> dict[str, Any]:
    """Turn a page into a document, as plain data; raises AppError."""
    root = page(path.read_bytes())
    pictures = Pictures()
    named = root.find(".//title")
    title, made = finished(
        _main_part(root), carried, pictures, titled(named.text_content() if named is not None else "")
    )
    said = {
        line(one.get("name") or one.get("property")).lower(): one.get("content") for one in root.iter("meta")
    }
    return parts(
        title=title or name_of(path.stem),
        author=line(next((said[name] for name in _AUTHOR if said.get(name)), "")),
        year=year(next((said[name] for name in _DATE if said.get(name)), "")),
        made=made,
        media_type=HTML_TYPE,
        pictures=pictures,
    )


def carried(address: str) -> bytes | None:
    """The bytes of a picture that stands in its own address; any other address is not followed."""
    found = _CARRIED.match(address)
    if not found:
        return None
    rest = unquote_to_bytes(address[found.end() :])
    try:
        return b64decode(rest) if found[1].lower().endswith(";base64") else rest
    except Base64Error:
        return None


def _main_part(root: HtmlElement) -> HtmlElement:
    """The one article of a page, if it says which that is; else all of it."""
    for tag in ("main", "article"):
        found = root.findall(f".//{tag}")
        if len(found) == 1 and len(found[0].text_content().split()) > 40:
            return found[0]
    return body_of(root)
