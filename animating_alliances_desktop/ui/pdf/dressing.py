"""Pixels of a page in the colours of the paper that one reads on; photographs stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from animating_alliances_desktop.core.library.pdf.model import Strip
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.pdf.stock import Piece

_PLAIN = "light"


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as it is painted; the image reads the pixels where they came in, so they are kept with it."""

    image: QImage
    pixels: Any


def dressed(strip: Strip, piece: Piece, paper: Palette) -> Picture:
    """Turn black on white into ink on paper; on light paper nothing is changed."""
    image = QImage(strip.pixels, strip.width, strip.height, strip.width * 4, QImage.Format.Format_RGB32)
    if paper.name == _PLAIN:
        return Picture(image, strip.pixels)
    made = image.copy()
    if paper.dark:
        made.invertPixels()
    ink, ground = paper.colour("ink"), paper.colour("page")
    painter = QPainter(made)
    if paper.dark:
        _fill(painter, made, _between(ground, ink), QPainter.CompositionMode.CompositionMode_Multiply)
        _fill(painter, made, ground, QPainter.CompositionMode.CompositionMode_Plus)
    else:
        _fill(painter, made, ground, QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for box in strip.photos:
        left, top, right, bottom = (edge * piece.scale for edge in box)
        area = QRectF(left, top - piece.top, right - left, bottom - top).toAlignedRect() & image.rect()
        if not area.isEmpty():
            painter.drawImage(area.topLeft(), image, area)
    painter.end()
    return Picture(made, None)


def _fill(painter: QPainter, image: QImage, colour: QColor, how: QPainter.CompositionMode) -> None:
    painter.setCompositionMode(how)
    painter.fillRect(image.rect(), colour)


def _between(ground: QColor, ink: QColor) -> QColor:
    """What white is multiplied with, so that with the ground added it becomes the ink."""
    return QColor(
        max(0, ink.red() - ground.red()),
        max(0, ink.green() - ground.green()),
        max(0, ink.blue() - ground.blue()),
    )
