"""The body of a document from outside, brought into the shape of our own texts, and handed to the one sanitiser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.bounded import TOO_LONG
from animating_alliances_desktop.core.library.importers.pictures import Pictures
from animating_alliances_desktop.core.library.importers.plain import clean, line
from animating_alliances_desktop.core.library.markdown import rendered
from animating_alliances_desktop.core.library.model import Rendered

Fetch = Callable[[str], bytes | None]
"""What a picture's address stands for within the file; None if it leads out of it or nowhere."""

_LONGEST_PARAGRAPH = 200_000
"""Letters: the window stands still for a third of a second while it lays that out."""
NO_WORDS = "there are no words in this file"
_GONE = (
    "script",
    "style",
    "template",
    "noscript",
    "nav",
    "form",
    "button",
    "iframe",
    "object",
    "audio",
    "video",
)
_AS = {
    **dict.fromkeys(("section", "article", "main", "header", "footer", "aside", "figure", "center"), "div"),
    **dict.fromkeys(("address", "details", "fieldset", "hgroup"), "div"),
    **dict.fromkeys(("figcaption", "summary", "legend"), "p"),
    **dict.fromkeys(("kbd", "samp", "tt"), "code"),
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((*_HEADINGS, "p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "hr", "figure"))


def finished(body: HtmlElement, fetch: Fetch, pictures: Pictures, title: str = "") -> tuple[str, Rendered]:
    """Bring a body into shape; the answer is its title (the one given, else its first heading) and what it became."""
    _reshape(body)
    _take_pictures(body, fetch, pictures)
    title = title or next(
        (line(h.text_content()) for h in body.iter(*_HEADINGS) if line(h.text_content())), ""
    )
    _drop_title(body, title)
    _name_headings(body)
    made = rendered("".join(_inside(body)))
    if not made.words and not pictures.kept:
        raise AppError(NO_WORDS)
    return title, made


def parts(
    *,
    title: str,
    made: Rendered,
    media_type: str,
    author: str = "",
    year: str = "",
    pictures: Pictures | None = None,
    pages: Sequence[tuple[str, int]] = (),
) -> dict[str, Any]:
    """A document as plain data: what every importer answers."""
    if max((len(words) for _heading, words in made.paragraphs), default=0) > _LONGEST_PARAGRAPH:
        raise AppError(TOO_LONG)
    return {
        "title": title,
        "author": author,
        "year": year,
        "html": made.html,
        "outline": [(heading.level, heading.title, heading.id) for heading in made.outline],
        "paragraphs": list(made.paragraphs),
        "pages": list(pages),
        "words": made.words,
        "media_type": media_type,
        "pictures": pictures.kept if pictures is not None else {},
    }


def _reshape(body: HtmlElement) -> None:
    """Use only the elements that our texts consist of, and put words that stand about into paragraphs."""
    for element in list(body.iter(*_GONE)):
        element.drop_tree()
    for element in [body, *body.iter(*_AS)]:
        element.tag = _AS.get(element.tag, "div")
    for anchor in body.iter("a"):
        anchor.set("id", anchor.get("id") or anchor.get("name") or "-")
    for element in list(body.iter("div")):
        if element is body or _holds_block(element):
            _gather_strays(element)
        else:
            element.tag = "p"


def _gather_strays(element: HtmlElement) -> None:
    """Put each run of words between the blocks of an element into a paragraph of its own."""
    first, element.text = element.text or "", None
    children = list(element)
    if first.strip():
        element.insert(0, _paragraph(first))
    for is_block, run in groupby(children, lambda child: child.tag in _BLOCKS or _holds_block(child)):
        following = list(run)
        if is_block:
            for child in following:
                tail, child.tail = child.tail or "", None
                if tail.strip():
                    child.addnext(_paragraph(tail))
        else:
            _wrap(following)


def _wrap(run: list[HtmlElement]) -> None:
    """Put elements that follow each other into the paragraph before them, or into one of their own."""
    if not any(child.text_content().strip() or child.tail or _shows(child) for child in run):
        return
    before = run[0].getprevious()
    around = before if before is not None and before.get("data-stray") else _paragraph("")
    if around is not before:
        run[0].addprevious(around)
    for child in run:
        around.append(child)


def _shows(element: HtmlElement) -> bool:
    return any(True for _picture in element.iter("img", "svg"))


def _paragraph(words: str) -> HtmlElement:
    made = lxml_html.Element("p", {"data-stray": "1"})
    made.text = words
    return made


def _holds_block(element: HtmlElement) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _take_pictures(body: HtmlElement, fetch: Fetch, pictures: Pictures) -> None:
    for picture in list(body.iter("img", "image")):
        address = picture.get("src") or picture.get("href") or picture.get("xlink:href")
        data = fetch(address) if address else None
        ours = pictures.add(data) if data else ""
        alt = line(picture.get("alt") or "")
        if ours:
            made = lxml_html.Element("img", {"src": ours, "alt": alt})
        else:
            made = lxml_html.Element("em")
            made.text = f"[{alt}]" if alt else None
        above = _outermost(picture)
        made.tail = above.tail
        if above.getparent() is not None:
            above.getparent().replace(above, made)


def _outermost(picture: HtmlElement) -> HtmlElement:
    """A picture in a drawing stands for the whole drawing."""
    return next((above for above in picture.iterancestors("svg")), picture)


def _drop_title(body: HtmlElement, title: str) -> None:
    """The reader shows the title above the text: a text need not begin with it."""
    for element in body.iter("p", "li", "td", *_HEADINGS):
        if not element.text_content().strip() and element.find(".//img") is None:
            continue
        says_it = element.tag in _HEADINGS and line(element.text_content()).casefold() == title.casefold()
        if says_it and not element.get("id"):
            element.drop_tree()
        return


def _name_headings(body: HtmlElement) -> None:
    taken = {element.get("id") for element in body.iter() if isinstance(element.tag, str)}
    free = (name for name in _numbered() if name not in taken)
    for heading in body.iter(*_HEADINGS):
        if not heading.get("id"):
            heading.set("id", next(free))


def _numbered() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"h-{number}"


def _inside(body: HtmlElement) -> Iterable[str]:
    for child in body:
        yield clean(lxml_html.tostring(child, encoding="unicode"))
