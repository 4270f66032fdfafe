"""Lays a text out slice by slice, so that its first page is there at once and the window never stands still."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from animating_alliances_desktop.ui.reader.pictures import Pictures
from animating_alliances_desktop.ui.reader.slices import slices

_BUDGET = 0.02
"""Seconds of work in one go."""
_TABLE = '<table width="100%" cellspacing="0" cellpadding="0">'
"""What Qt only takes as attributes."""
_JUSTIFIED = re.compile(r"<(p|li|dd)(?=[ >])")
"""What ends straight at the right, if that is wished for; Qt takes this as an attribute only."""
_PICTURE = re.compile(r'<img [^>]*\bsrc="(aa:(?:figure|picture)/[^"]+)"[^>]*>')
_OPENERS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")


class Page(QTextDocument):
    """A document that reads nothing from outside itself."""

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures = pictures
        self._drawn: list[QUrl] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Draw our own pictures, and refuse whatever else a text asks for: everything that it needs is in it."""
        if kind != QTextDocument.ResourceType.ImageResource:
            return ""
        url = QUrl(name)
        self._drawn.append(url)
        picture = self._draw(url)
        return "" if picture.isNull() else picture

    def fit(self, width: int) -> None:
        """Draw the pictures anew if the column is of another width now."""
        if self.pictures.fit(width) and self._drawn:
            for url in self._drawn:
                self._draw(url)
            self.markContentsDirty(0, self.characterCount())

    def show_picture(self, address: str, picture: QImage) -> None:
        """Put a picture into the place that was held for it; others may have to make room."""
        for changed in [*self.pictures.keep(address, picture), address]:
            self._draw(QUrl(changed))

    def _draw(self, url: QUrl) -> QImage:
        picture = self.pictures.draw(url.toString())
        self.addResource(
            QTextDocument.ResourceType.ImageResource, url, picture
        )  # else Qt asks at every layout
        return picture


class Typesetter(QObject):
    """Builds one document; `began` comes with its first slice laid out, `finished` when all of it is there."""

    began = Signal()
    finished = Signal()

    def __init__(
        self,
        sheet: str,
        font: QFont,
        margin: float,
        pictures: Pictures,
        parent: QObject,
        *,
        straight: bool = False,
    ) -> None:
        super().__init__(parent)
        self.page = Page(pictures, self)
        self.page.setUndoRedoEnabled(False)
        self.page.setDefaultFont(font)
        self.page.setDefaultStyleSheet(sheet)
        self.page.setDocumentMargin(margin)
        self.body = (0, 0)
        """Where the body begins and ends in the document."""
        self.anchors: dict[str, int] = {}
        """Where in the document each id stands, as far as it is laid out."""
        self.images: list[tuple[int, str]] = []
        """Where in the document each picture stands, and its address."""
        self._straight = straight
        self._sheet = sheet
        self._formats: dict[str, QTextBlockFormat] = {}
        self._foot = ""
        self._rest: Iterator[tuple[str, str]] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self, head: str, html: str, foot: str) -> None:
        """Lay out the first slice now, while nobody looks on, and the others bit by bit."""
        self._formats = _formats(self._sheet, straight=self._straight)
        self._foot = foot
        self._rest = slices(html.replace("<table>", _TABLE))
        first, _opener = next(self._rest)
        self.page.setHtml(head)
        begin = self.page.characterCount() if head else 0
        self.page.setHtml(head + self._ready(first))
        self.body = (begin, self.page.characterCount() - 1)
        self._note_anchors(self.page.begin())
        self.began.emit()
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest of the text."""
        self._timer.stop()

    @property
    def is_done(self) -> bool:
        """Whether all of the text is laid out."""
        return not self._timer.isActive()

    def _go_on(self) -> None:
        until = perf_counter() + _BUDGET
        while perf_counter() < until:
            following = next(self._rest, None)
            if following is None:
                self._end()
                return
            self._append(*following)
            self.body = (self.body[0], self.page.characterCount() - 1)

    def _end(self) -> None:
        self._timer.stop()
        if self._foot:
            self._append(self._foot, "h3")
        self.finished.emit()

    def _append(self, html: str, opener: str) -> None:
        """Put a slice at the end; Qt forgets the format of its first block, so that is set again."""
        cursor = QTextCursor(self.page)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        begin = cursor.position()
        cursor.insertHtml(self._ready(html))
        cursor.setPosition(begin)
        cursor.setBlockFormat(self._formats[opener])
        cursor.endEditBlock()
        self._note_anchors(cursor.block())

    def _ready(self, html: str) -> str:
        """A slice as it is laid out: a picture is a link to itself, so that keys and clicks reach it."""
        if self._straight:
            html = _JUSTIFIED.sub(r'<\1 align="justify"', html)
        return _PICTURE.sub(_linked, html) if "<img " in html else html

    def _note_anchors(self, block: QTextBlock) -> None:
        """Note the ids of this block and of those behind it: looking for them later would take long."""
        while block.isValid():
            for piece in block.textFormats():
                at = block.position() + piece.start
                for name in piece.format.anchorNames():
                    self.anchors.setdefault(name, at)
                if piece.format.isImageFormat():
                    self.images.append((at, piece.format.toImageFormat().name()))
            block = block.next()


def _linked(picture: re.Match[str]) -> str:
    before = picture.string[: picture.start()]
    inside = before.rfind("<a ") > before.rfind("</a>")
    return picture[0] if inside else f'<a href="{picture[1]}">{picture[0]}</a>'


def _formats(sheet: str, *, straight: bool) -> dict[str, QTextBlockFormat]:
    """The block format of each tag that a slice may begin with."""
    found: dict[str, QTextBlockFormat] = {}
    sample = QTextDocument()
    sample.setDefaultStyleSheet(sheet)
    for tag in _OPENERS:
        wish = ' align="justify"' if straight and tag == "p" else ""
        sample.setHtml(f"<{tag}{wish}>x</{tag}>")
        found[tag] = sample.firstBlock().blockFormat()
    return found
