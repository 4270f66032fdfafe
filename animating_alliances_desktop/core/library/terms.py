"""Links the terms of the glossary in a text, each where it is first used, unless its author linked it already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import html as lxml_html
from lxml.html import HtmlElement

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.shipped import Item

LINKED = frozenset((Kind.PAPER, Kind.CASE, Kind.GUIDE))
_READ = frozenset(("p", "li", "dd"))
_LEFT_ALONE = frozenset(("a", "code", "pre", "sup", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))


class Terms:
    """The words of the glossary, as a text may use them: in lower case, one of them or several."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._targets: dict[str, Ref] = {}
        for item in items:
            if item.ref.kind is Kind.TERM and not item.fields.get("everyday"):
                for name in (item.title, *item.fields.get("aliases", ())):
                    self._targets.setdefault(name.lower(), item.ref)
        longest_first = sorted(self._targets, key=len, reverse=True)
        words = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])({words})(s?)(?![\w-])") if words else None

    def linked(self, html: str) -> str:
        """The body of a text with a link on the first use of each term that it does not link yet."""
        if self._pattern is None:
            return html
        root = lxml_html.fragment_fromstring(html, create_parent="div")
        done = {link.get("href", "") for link in root.iter("a")}
        for block in root.iter(*_READ):
            if not any(above.tag in _LEFT_ALONE for above in block.iterancestors()):
                self._link_in(block, done)
        written = lxml_html.tostring(root, encoding="unicode")
        return str(written).removeprefix("<div>").removesuffix("</div>")

    def _link_in(self, element: HtmlElement, done: set[str]) -> None:
        """Link in the words of an element that stand in no link, and in those of what lies inside it."""
        link = self._first(element.text, done)
        if link is not None:
            element.text, made = link
            element.insert(0, made)
        for child in list(element):
            if child.tag not in _LEFT_ALONE and child.tag not in _READ:
                self._link_in(child, done)
            while (link := self._first(child.tail, done)) is not None:
                child.tail, made = link
                element.insert(element.index(child) + 1, made)
                child = made

    def _first(self, text: str | None, done: set[str]) -> tuple[str, HtmlElement] | None:
        """The words before the first term that is not linked yet, and its link with the words behind it."""
        for match in self._pattern.finditer(text or "") if self._pattern else ():
            target = str(self._targets[match[1]])
            if target not in done:
                done.add(target)
                link = lxml_html.Element("a", href=target)
                link.text, link.tail = match[0], match.string[match.end() :]
                return match.string[: match.start()], link
        return None
