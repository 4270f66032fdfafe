"""An e-book (EPUB): its chapters in the order of reading, joined to one text, with its outline and its pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import EPUB_TYPE
from animating_alliances_desktop.core.library.importers.archive import BROKEN, Archive
from animating_alliances_desktop.core.library.importers.body import finished, parts
from animating_alliances_desktop.core.library.importers.markup import body_of, page, xml
from animating_alliances_desktop.core.library.importers.pictures import Pictures
from animating_alliances_desktop.core.library.importers.plain import line, name_of, titled, year
from animating_alliances_desktop.core.library.model import Heading, Rendered

PROTECTED = (
    "this book is locked by its seller (DRM), so its text cannot be read; the library needs a free copy"
)
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are made unreadable, which does not touch the text."""
_DEEPEST = 6
_WITH_WORDS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "div")


def take_apart(path: Path) -> dict[str, Any]:
    """Turn an EPUB into a document, as plain data; raises AppError."""
    with Archive(path) as archive:
        book = _Book(archive)
        pictures = Pictures()
        whole = lxml_html.Element("div")
        bodies = [body_of(page(archive.read(name))) for name in book.chapters]
        book.starts = [_tell_apart(body, number) for number, body in enumerate(bodies)]
        for chapter, body in zip(book.chapters, bodies, strict=True):
            _point_into_whole(body, chapter, book)
            body.tag, body.tail = "div", None
            whole.append(body)
        title, made = finished(whole, book.picture, pictures, titled(book.said("title")))
        outline = tuple(book.outline()) or made.outline
    return parts(
        title=title or name_of(path.stem),
        author=", ".join(book.all_said("creator")),
        year=year(book.said("date")),
        made=Rendered(made.html, outline, made.paragraphs),
        media_type=EPUB_TYPE,
        pictures=pictures,
    )


class _Book:
    """What the package file of a book says."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        _refuse_locked(archive)
        if _CONTAINER not in archive:
            raise AppError(BROKEN)
        root_file = next(_named(xml(archive.read(_CONTAINER)), "rootfile"), None)
        self._package_name = str(root_file.get("full-path")) if root_file is not None else ""
        self._package = xml(archive.read(self._package_name))
        self._items = {item.get("id"): item for item in _named(self._package, "item")}
        in_order = (self._items.get(ref.get("idref")) for ref in _named(self._package, "itemref"))
        names = (
            self._path(item.get("href") or "", self._package_name) for item in in_order if item is not None
        )
        self.chapters = [name for name in dict.fromkeys(names) if name in archive]
        if not self.chapters:
            raise AppError(BROKEN)
        self._numbers = {name: number for number, name in enumerate(self.chapters)}
        self.starts: list[str] = []
        """The id of the first words of each chapter in the joined text."""

    def said(self, name: str) -> str:
        """The first of the fields of this name."""
        return next(iter(self.all_said(name)), "")

    def all_said(self, name: str) -> list[str]:
        """All fields of this name."""
        found = (line("".join(element.itertext())) for element in _named(self._package, name))
        return [words for words in found if words]

    def place(self, address: str, chapter: str) -> str:
        """The id in the joined text that an address in a chapter means; nothing if it leads out of the book."""
        name, fragment = urldefrag(address)
        number = self._numbers.get(self._path(name, chapter) if name else chapter)
        if number is None or ":" in name.split("/")[0]:
            return ""
        return _place(number, unquote(fragment)) if fragment else self.starts[number]

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture by its full name within the book."""
        return self._archive.read(name) if name in self._archive else None

    def picture_name(self, address: str, chapter: str) -> str:
        """The full name within the book of what a picture's address means."""
        return "" if ":" in address.split("/")[0] else self._path(address, chapter)

    def outline(self) -> Iterator[Heading]:
        """The book's own table of contents: of EPUB 3, else of EPUB 2."""
        for item in self._items.values():
            name = self._path(item.get("href") or "", self._package_name)
            if "nav" in (item.get("properties") or "").split() and name in self._archive:
                yield from self._of_nav(name)
                return
        for item in self._items.values():
            name = self._path(item.get("href") or "", self._package_name)
            if item.get("media-type") == "application/x-dtbncx+xml" and name in self._archive:
                yield from self._of_ncx(name)
                return

    def _of_nav(self, name: str) -> Iterator[Heading]:
        lists = page(self._archive.read(name)).findall(".//nav")
        contents = next(
            (one for one in lists if "toc" in (one.get("type") or one.get("epub:type") or "toc")), None
        )
        for link in contents.iter("a") if contents is not None else ():
            depth = sum(1 for _list in link.iterancestors("ol"))
            yield from self._heading(depth, link.text_content(), link.get("href") or "", name)

    def _of_ncx(self, name: str) -> Iterator[Heading]:
        for point in _named(xml(self._archive.read(name)), "navPoint"):
            depth = 1 + sum(1 for above in point.iterancestors() if _name(above) == "navPoint")
            words = next((child for child in point if _name(child) == "navLabel"), None)
            content = next((child for child in point if _name(child) == "content"), None)
            if words is not None and content is not None:
                yield from self._heading(depth, "".join(words.itertext()), content.get("src") or "", name)

    def _heading(self, depth: int, words: str, address: str, name: str) -> Iterator[Heading]:
        place = self.place(address, name)
        if place and line(words):
            yield Heading(min(depth, _DEEPEST), line(words), place)

    @staticmethod
    def _path(address: str, beside: str) -> str:
        """The name of an entry, as an entry beside it calls it."""
        joined = posixpath.join(posixpath.dirname(beside), unquote(urldefrag(address)[0]))
        return posixpath.normpath(joined).lstrip("/")


def _tell_apart(body: HtmlElement, number: int) -> str:
    """Make the ids of a chapter its own; the answer is the one of its first words."""
    for element in body.iter():
        if isinstance(element.tag, str) and element.get("id"):
            element.set("id", _place(number, element.get("id") or ""))
    first = next((one for one in body.iter(*_WITH_WORDS) if one.text_content().strip()), None)
    if first is None:
        first = lxml_html.Element("p")
        body.insert(0, first)
    if not first.get("id"):
        first.set("id", f"c{number + 1}")
    return str(first.get("id"))


def _point_into_whole(body: HtmlElement, chapter: str, book: _Book) -> None:
    """Have links lead to where their chapters are now, and name pictures as the book does."""
    for link in body.iter("a"):
        place = book.place(link.get("href") or "", chapter)
        if place:
            link.set("href", f"#{place}")
    for picture in body.iter("img", "image"):
        for name in ("src", "href", "xlink:href"):
            if picture.get(name):
                picture.set(name, book.picture_name(picture.get(name) or "", chapter))


def _place(number: int, fragment: str) -> str:
    return f"c{number + 1}-{fragment}"


def _refuse_locked(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    methods = (
        one.get("Algorithm") or "" for one in _named(xml(archive.read(_ENCRYPTION)), "EncryptionMethod")
    )
    if any(method not in _FONTS for method in methods):
        raise AppError(PROTECTED)


def _named(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if _name(element) == name)


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
