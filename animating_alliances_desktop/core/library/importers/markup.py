"""HTML and XML from outside, parsed without entities, without a network, and without anything outside the file."""

from __future__ import annotations

import re
from contextlib import suppress
from html.entities import html5
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.bounded import refuse_cut
from animating_alliances_desktop.core.library.importers.archive import BROKEN, ENTITIES, defines_entities
from animating_alliances_desktop.core.library.importers.plain import clean

_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 2_048
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = {"amp;", "lt;", "gt;", "quot;", "apos;"}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes) -> str:
    """The text of a page: by its byte order mark, by what it says itself, as UTF-8, or as Windows wrote it."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return clean(data.decode(encoding, errors="replace"))
    said = _DECLARED.search(data[:_HEAD])
    for encoding in (said[1].decode("ascii") if said else "utf-8", "utf-8"):
        with suppress(LookupError, UnicodeError):
            return clean(data.decode(encoding))
    return clean(data.decode("windows-1252", errors="replace"))


def xml(data: bytes) -> Any:
    """A well-formed file as a tree; raises AppError if it is none."""
    if defines_entities(data):
        raise AppError(ENTITIES)
    try:
        return etree.fromstring(data, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise AppError(BROKEN) from error


def page(data: bytes) -> HtmlElement:
    """A page of HTML or XHTML as a tree, however badly it is written."""
    text = decoded(data)
    if "xmlns=" not in text[:_HEAD]:
        return _as_html(_PROLOGUE.sub("", text))
    if defines_entities(data):
        raise AppError(ENTITIES)
    return _as_xhtml(_PROLOGUE.sub("", text))


def fragment(html: str) -> HtmlElement:
    """What stands in a body, as a tree."""
    return _as_html(f"<html><body>{clean(html)}</body></html>").find("body")


def body_of(root: HtmlElement) -> HtmlElement:
    """The body of a page."""
    found = root.find("body")
    return found if found is not None else root


def _as_xhtml(text: str) -> HtmlElement:
    """As XML, if it is that: an empty `<title/>` then ends where it ends; the names are HTML's again afterwards."""
    named = _NAMED.sub(lambda found: _character(found[1]) or found[0], text)
    try:
        root = etree.fromstring(named.encode(), _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return _as_html(text)
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    return _as_html(lxml_html.tostring(root, encoding="unicode", method="html"))


def _as_html(text: str) -> HtmlElement:
    parser = lxml_html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text or "<p></p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise AppError(BROKEN) from error
    refuse_cut(parser)
    return root


def _character(name: str) -> str:
    return "" if name in _OF_XML else html5.get(name, "")


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover
    )
