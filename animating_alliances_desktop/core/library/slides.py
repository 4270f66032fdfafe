"""A slide pack or an imported presentation, cut into its slides: what is shown, and what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from lxml import html as lxml_html
from lxml.html import HtmlElement

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Heading, Reading

SLIDE, NOTES = "h2", "blockquote"
"""What begins a slide, and what holds that which is said to it."""
_APPENDED = ("references", "cited-in")
"""The ids of the headings that a pack has behind its last slide."""
_REFERENCE = "#ref-"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a slide: where it is, its caption if it has one, and what it is said to show."""

    address: str
    caption: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, numbered from 1; `html` is what stands on it besides its title and its pictures."""

    number: int
    id: str
    title: str
    html: str = ""
    pictures: tuple[Picture, ...] = ()
    notes: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    """The references that are cited on it and in its notes: id (`ref-2`) and HTML."""
    picture_first: bool = False
    """Whether its pictures stand before its words."""
    whole: str = ""
    """All of it as the reader shows it."""
    line: str = ""
    """What the outline calls it."""

    @property
    def words(self) -> str:
        """What can be read on it, in one line."""
        captions = (picture.caption or picture.says for picture in self.pictures)
        return " ".join(part for part in (_words_of(self.html), *captions) if part)


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of one pack or presentation."""

    ref: Ref
    title: str
    slides: tuple[Slide, ...]
    html: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_ours(self) -> bool:
        """Whether it was written for this app; of an imported presentation the layout is not drawn."""
        return self.ref.kind is Kind.SLIDES


def deck_of(reading: Reading) -> Deck:
    """Cut a text of the library into slides, at its headings of the second level."""
    root = _parsed(reading.html)
    behind = _APPENDED if reading.ref.kind is Kind.SLIDES else ()
    groups = [group for group in _groups(root) if group[0].get("id") not in behind]
    references = {one.get("id", ""): one for one in root.iter("li") if one.get("id", "").startswith("ref-")}
    cut = (_slide(number, group, references) for number, group in enumerate(groups, 1))
    slides = called(tuple(cut), reading.outline)
    return Deck(reading.ref, reading.title, slides, reading.html, reading.figures)


def called(slides: Sequence[Slide], outline: Iterable[Heading]) -> tuple[Slide, ...]:
    """The slides, each with what an outline calls it; one that has no line there is called what stands on it."""
    lines: dict[str, str] = {}
    for line in outline:
        lines.setdefault(line.id, line.title)
    return tuple(replace(slide, line=lines.get(slide.id) or slide.title) for slide in slides)


def _groups(root: HtmlElement) -> list[list[HtmlElement]]:
    """The blocks of each slide; what stands before the first heading is a slide without a title."""
    groups: list[list[HtmlElement]] = []
    for block in root:
        if block.tag == SLIDE or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def _slide(number: int, blocks: list[HtmlElement], references: Mapping[str, HtmlElement]) -> Slide:
    whole = "".join(map(_html, blocks))
    cited = [reference for block in blocks for reference in _cited(block)]
    heading = blocks.pop(0) if blocks[0].tag == SLIDE else None
    notes = _said(blocks)
    pictures, first = _taken_out(blocks)
    return Slide(
        number=number,
        id=heading.get("id", "") if heading is not None else "",
        title=_line(heading) if heading is not None else "",
        html="".join(_html(block) for block in blocks if _line(block) or block.tag == "hr"),
        pictures=pictures,
        notes=notes,
        sources=tuple((one, _inner(references[one])) for one in dict.fromkeys(cited) if one in references),
        picture_first=first,
        whole=whole,
    )


def _said(blocks: list[HtmlElement]) -> str:
    """Take the notes, which are the quotations at the end, off a slide."""
    notes: list[str] = []
    while blocks and blocks[-1].tag == NOTES:
        notes.insert(0, _inner(blocks.pop()).strip())
    return "".join(notes)


def _taken_out(blocks: list[HtmlElement]) -> tuple[tuple[Picture, ...], bool]:
    """Take the pictures off the blocks of a slide, and tell whether they stood before the words."""
    pictures: list[Picture] = []
    first = False
    for block in blocks:
        for image in list(block.iter("img")):
            before = any(_line(one) for one in blocks[: blocks.index(block)])
            first = first or not (pictures or before)
            pictures.append(_picture(image, block))
    return tuple(pictures), first


def _picture(image: HtmlElement, block: HtmlElement) -> Picture:
    says = image.get("alt", "")
    caption = ""
    if says and _line(block) == " ".join(says.split()):  # it is its own caption: see figures.Captions
        caption = says
        for child in list(block):
            block.remove(child)
    elif image is not block:
        image.drop_tree()
    return Picture(image.get("src", ""), caption, says)


def _cited(block: HtmlElement) -> Iterator[str]:
    for link in block.iter("a"):
        if link.get("href", "").startswith(_REFERENCE):
            yield link.get("href", "")[1:]


def _parsed(html: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def _html(block: HtmlElement) -> str:
    return str(lxml_html.tostring(block, encoding="unicode", with_tail=False))


def _inner(block: HtmlElement) -> str:
    inside = (str(lxml_html.tostring(child, encoding="unicode")) for child in block)
    return escape(block.text or "", quote=False) + "".join(inside)


def _line(block: HtmlElement) -> str:
    return " ".join(str(block.text_content()).split())


def _words_of(html: str) -> str:
    return " ".join(_pieces(_parsed(html).itertext())) if html.strip() else ""


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    return (piece for text in texts if (piece := " ".join(text.split())))
