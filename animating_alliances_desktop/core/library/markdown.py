"""Markdown to a sanitised body that the reader can show, with its outline and its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown import Markdown

from animating_alliances_desktop.core.library.bounded import refuse_cut
from animating_alliances_desktop.core.library.citations import Citations
from animating_alliances_desktop.core.library.figures import Captions
from animating_alliances_desktop.core.library.model import Heading, Rendered
from animating_alliances_desktop.core.library.sanitising import sanitise

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""In a plain line the number of a citation must not read as part of the sentence."""
_SPACE = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
"""What becomes one space; not the narrow space before the number of a citation, which holds it to its word."""
_EMPTY_HEAD = re.compile(r"<thead>\s*<tr>(\s*<th[^>]*>\s*</th>)+\s*</tr>\s*</thead>\s*")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = {*_HEADINGS, "p", "li", "dt", "dd", "pre", "tr", "blockquote", "caption"}


def render(text: str, sources: Mapping[str, Mapping[str, Any]] | None = None) -> Rendered:
    """Render Markdown; `sources` are those that its citations may name.

    Some texts make Python-Markdown very slow: what comes from outside is rendered in a child process (`core.worker`).
    """
    citations = Citations(sources or {})
    markdown = Markdown(
        extensions=[
            "tables",
            "footnotes",
            "def_list",
            "abbr",
            "sane_lists",
            "toc",
            "smarty",
            citations,
            Captions(),
        ],
        extension_configs={"toc": {"permalink": False}},
    )
    body = markdown.convert(text) + citations.references()
    return rendered(body)


def rendered(html: str) -> Rendered:
    """Sanitise HTML, and read its outline and paragraphs off it."""
    clean = _EMPTY_HEAD.sub("", sanitise(html))
    outline: list[Heading] = []
    paragraphs: list[tuple[str, str]] = []
    above = ""
    for block in _blocks(clean):
        words = _SPACE.sub(" ", _own_text(block)).strip()
        if block.tag in _HEADINGS:
            above = words
            outline.append(Heading(int(block.tag[1]), words, block.get("id") or ""))
        elif words:
            paragraphs.append((above, words))
    return Rendered(clean, tuple(outline), tuple(paragraphs))


@lru_cache(maxsize=4_096)  # a title is shown in many lists
def typographic(line: str) -> str:
    """A line of plain text with the quotation marks and dashes of a book."""
    html = _plain().reset().convert(line)
    return str(lxml_html.fragment_fromstring(html, create_parent="div").text_content())


@cache
def _plain() -> Markdown:
    """Putting a converter together takes longer than a line does."""
    return Markdown(extensions=["smarty"])


def _blocks(html: str) -> Iterator[HtmlElement]:
    parser = lxml_html.HTMLParser()
    root = lxml_html.fragment_fromstring(html, create_parent="div", parser=parser)
    refuse_cut(parser)
    return (element for element in root.iter() if element.tag in _BLOCKS)


def _own_text(block: HtmlElement) -> str:
    """The words of a block that are not those of a block inside it."""
    parts = [block.text or ""]
    for child in block:
        if child.tag in ("td", "th"):
            parts.append(" " + _own_text(child))
        elif child.tag == "br":
            parts.append(" ")
        elif child.tag == "sup":
            parts.append(child.text_content().translate(_RAISED))
        elif child.tag not in _BLOCKS and child.tag not in ("ul", "ol", "dl", "table", "tbody", "thead"):
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return "".join(parts)
