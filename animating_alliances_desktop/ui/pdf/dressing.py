"""Pictures of pages for Qt, and the colours of the paper that they are to be drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage

from animating_alliances_desktop.core.library.pdf.model import Colour, Strip, Tones
from animating_alliances_desktop.ui.kit.palette import Palette

_PLAIN = "light"
_BLACK = 0, 0, 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as it is painted; the image reads the pixels where they came in, so they are kept with it."""

    image: QImage
    pixels: bytearray


def picture_of(strip: Strip) -> Picture:
    """Look at the pixels as a picture, without copying them."""
    image = QImage(strip.pixels, strip.width, strip.height, strip.width * 4, QImage.Format.Format_RGB32)
    return Picture(image, strip.pixels)


def tones_of(paper: Palette) -> Tones | None:
    """What black and white become on this paper; nothing else on the light one, for a PDF brings its own."""
    if paper.name == _PLAIN:
        return None
    return (_rgb(paper.colour("ink")) if paper.dark else _BLACK), _rgb(paper.colour("page"))


def _rgb(colour: QColor) -> Colour:
    return colour.red(), colour.green(), colour.blue()
