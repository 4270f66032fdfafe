"""Decks for tests, and a library that has them: one of ours with a drawing, one imported with a picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Place, Reading
from animating_alliances_desktop.core.library.slides import Deck, deck_of
from tests.content import RINGS

PACK, IMPORTED, TEXT = Ref(Kind.SLIDES, "pack"), Ref(Kind.DOCUMENT, "7"), Ref(Kind.DOCUMENT, "8")
PACK_HTML = (
    '<h2 id="start">What holds it up</h2><p>Seven questions</p>'
    '<blockquote><p>Thank you for the hour.<sup><a href="#ref-1">1</a></sup> See <a href="aa:term/hub">the hub</a>.</p>'
    "</blockquote>"
    '<h2 id="tent">A tent</h2><p><img src="aa:figure/rings" alt="Who carries what"><br><em>Who carries what</em></p>'
    "<blockquote><p>Point at the ropes, one after the other.</p></blockquote>"
    '<h2 id="list">Three habits</h2><ul><li>reflect</li><li>decide</li><li>follow through</li></ul>'
    '<h2 id="end">The end</h2><p>Questions for our alliance</p><blockquote><p>Pens, please.</p></blockquote>'
    '<h2 id="references">References</h2>'
    '<ol><li id="ref-1">Weick (1984). <a href="https://example.org/w">Small wins</a>.</li></ol>'
)
IMPORTED_HTML = (
    '<h2 id="slide-1">Our river</h2><p>Fourteen members</p><blockquote><p>Breathe in.</p></blockquote>'
    '<h2 id="slide-2">A photograph</h2><p><img src="aa:picture/river.png" alt="The river"></p>'
    '<h2 id="slide-3">Figures</h2><table><tr><th>Year</th><th>Fish</th></tr><tr><td>2026</td><td>12</td></tr></table>'
)
BLUE = QColor("#1f4fd8")


def png(width: int = 80, height: int = 60, colour: QColor = BLUE) -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())


class FakeLibrary:
    """Texts and pictures in memory."""

    def __init__(self) -> None:
        rings = {"rings": RINGS}
        self.readings = {
            PACK: Reading(PACK, "An introduction", "Slide pack", PACK_HTML, figures=rings),
            IMPORTED: Reading(IMPORTED, "Colleague's talk", "Your document", IMPORTED_HTML),
            TEXT: Reading(TEXT, "Empty", "Your document", ""),
        }
        self.pictures = {"river.png": png()}
        self.asked: list[str] = []
        self.remembered: list[tuple[Ref, Place]] = []

    def read(self, ref: Ref) -> Reading:
        if ref not in self.readings:
            raise AppError("There is no such text.")
        return self.readings[ref]

    def remember(self, ref: Ref, place: Place) -> Changes:
        self.remembered.append((ref, place))
        self.readings[ref] = replace(self.readings[ref], place=place)
        return Changes.of(ref)

    def picture(self, ref: Ref, name: str) -> bytes:
        self.asked.append(name)
        if name not in self.pictures:
            raise AppError("This picture is not there any more.")
        return self.pictures[name]

    def deck(self, ref: Ref = PACK) -> Deck:
        return deck_of(self.readings[ref])
