"""Citations in a text (`[@key, p. 12]`) as numbers, and the list of references that they make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from animating_alliances_desktop.core.library.wording import day_in_words

REFERENCES = "References"
CITATION = r"\[(@[a-z0-9][^\[\]]*)\]"
_MARK = "data-cited"
_APART = "\u2060"
"""Nothing to the eye, and it does not break; for search it parts the number from the word."""
_KEY = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)\s*(?:,\s*([^;]+))?")


def keys_in(markdown: str) -> list[tuple[str, int]]:
    """Every cited key with its line (from 1), in the order of the text."""
    return [
        (key.group(1), markdown.count("\n", 0, group.start()) + 1)
        for group in re.finditer(CITATION, markdown)
        for key in _KEY.finditer(group.group(1))
    ]


class Citations(Extension):
    """Numbers the citations of one text; `numbers` holds the keys in the order in which a reader meets them."""

    def __init__(self, known: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__()
        self.known = known
        self.numbers: dict[str, int] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library's name
        """Add the inline rule, before links are looked for, and the numbering, once the text is in its order."""
        md.inlinePatterns.register(_Citation(rf"[ \n]?{CITATION}", self.known), "citation", 175)
        md.treeprocessors.register(_Numbering(md, self.numbers), "citation numbers", 15)

    def references(self) -> str:
        """The list of references as HTML, or nothing if nothing was cited."""
        if not self.numbers:
            return ""
        items = "".join(
            f'<li id="ref-{n}">{reference(self.known[key])}</li>' for key, n in self.numbers.items()
        )
        return f'<h2 id="references">{REFERENCES}</h2><ol>{items}</ol>'


class _Citation(InlineProcessor):
    """Turns a citation into a raised group of links, each marked with its key."""

    def __init__(self, pattern: str, known: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__(pattern)
        self._known = known

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- the library's name
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        cited = [(key, where) for key, where in _KEY.findall(match.group(1)) if key in self._known]
        if not cited:
            return None, None, None
        sup = ElementTree.Element("sup")
        sup.text = _APART
        for nth, (key, where) in enumerate(cited):
            link = ElementTree.SubElement(sup, "a", {_MARK: key})
            link.text = f", {where.strip()}" if where else ""
            if nth + 1 < len(cited):
                link.tail = "; "
        return sup, match.start(0), match.end(0)


class _Numbering(Treeprocessor):
    """Gives the links their numbers; inline rules meet the parts of a text in another order than a reader."""

    def __init__(self, md: Markdown, numbers: dict[str, int]) -> None:
        super().__init__(md)
        self._numbers = numbers

    def run(self, root: ElementTree.Element) -> None:
        """Number the links in the order of the text."""
        for link in root.iter("a"):
            key = link.attrib.pop(_MARK, None)
            if key is not None:
                number = self._numbers.setdefault(key, len(self._numbers) + 1)
                link.set("href", f"#ref-{number}")
                link.text = f"{number}{link.text or ''}"


def reference(source: Mapping[str, Any]) -> str:
    """One source as a reference in HTML: who, when, what, where."""
    title = escape(str(source["title"]))
    contained = source.get("container-title")
    parts = [
        *_head(source, f"“{title}”," if contained else f"<em>{title}</em>."),
        _container(source) if contained else "",
        f"{escape(str(source['publisher']))}." if source.get("publisher") else "",
        _address(source),
    ]
    return " ".join(part for part in parts if part)


def plain_reference(source: Mapping[str, Any]) -> str:
    """Who wrote a source and when, in a line, for lists."""
    said = [_names(source), str(source.get("issued", "")), str(source.get("publisher", ""))]
    return ", ".join(dict.fromkeys(part for part in said if part))


def _names(source: Mapping[str, Any]) -> str:
    people = [
        person.get("literal")
        or " ".join(part for part in (person.get("given"), person.get("family")) if part)
        for person in source.get("author", ())
    ]
    return ", ".join(people[:-1]) + f" and {people[-1]}" if len(people) > 1 else "".join(people)


def _head(source: Mapping[str, Any], title: str) -> tuple[str, ...]:
    """Who, when, what; where nobody is named, what comes before when."""
    names = escape(_names(source))
    issued = f"({day_in_words(source['issued'])})" if "issued" in source else ""
    if not names:
        return title, issued
    return (names, issued, title) if issued else (f"{names}.", title)


def _container(source: Mapping[str, Any]) -> str:
    said = f"<em>{escape(str(source['container-title']))}</em>"
    if "volume" in source:
        said += f" {source['volume']}" + (f"({source['issue']})" if "issue" in source else "")
    return f"{said}, {source['page']}." if "page" in source else f"{said}."


def _address(source: Mapping[str, Any]) -> str:
    address = f"https://doi.org/{source['DOI']}" if "DOI" in source else source.get("URL", "")
    if not address:
        return ""
    seen = (
        f" (seen {day_in_words(source['accessed'])})" if "accessed" in source and "DOI" not in source else ""
    )
    return f'<a href="{escape(address)}">{escape(address)}</a>{seen}'
