"""The drawings and pictures of a text: drawings in the colours of the paper, pictures as they came, none too large."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from animating_alliances_desktop.core.library import figures, pictures
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.ui.kit.palette import Palette

TALLEST = 1.25
"""A picture in the column is at most so many times as high as the column is wide."""
LARGEST = 120_000_000
"""Pixels; a picture that claims to have more is not opened."""
KEPT = 64 * 1024 * 1024
"""Bytes of pictures that are kept ready; those that were seen longest ago make room."""
_COARSE = 10
"""A picture that is not there yet is held by one a tenth as large, which takes its room all the same."""
_DRAWN_IN = {
    "#2a2520": "ink",
    "#24594f": "accent",
    "#655b50": "muted",
    "#e3dacb": "line",
    "#f3ecdf": "table-head",
}
"""The colours of the files (content/README.md), and what each is for."""


class Pictures:
    """Draws what a text points at, as wide as its column; anything else is no picture."""

    def __init__(self, reading: Reading, paper: Palette, width: int, ratio: float) -> None:
        self._reading, self._paper, self._width, self.ratio = reading, paper, width, ratio
        self._ready: OrderedDict[str, QImage] = OrderedDict()

    def fit(self, width: int) -> bool:
        """Be as wide as this; False if they are already."""
        changed, self._width = width != self._width, width
        if changed:
            self._ready.clear()
        return changed

    def draw(self, address: str) -> QImage:
        """The picture of an address, for now an empty place if it must be fetched; no picture if there is none."""
        if address.startswith(figures.ADDRESS):
            return self.drawing(address, QSize(self._width, 1 << 14))
        return self._ready.get(address) or self._place_of(address)

    def drawing(self, address: str, room: QSize) -> QImage:
        """A drawing as large as fits into this room."""
        drawing = self._reading.figures.get(address.removeprefix(figures.ADDRESS))
        if drawing is None:
            return QImage()
        for drawn, name in _DRAWN_IN.items():
            drawing = drawing.replace(drawn, self._paper.text(name))
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        size = renderer.defaultSize().scaled(room * self.ratio, Qt.AspectRatioMode.KeepAspectRatio)
        if size.isEmpty():
            return QImage()
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.setDevicePixelRatio(self.ratio)
        return picture

    def lacks(self, address: str) -> bool:
        """Whether this is a picture that must be fetched before it can be seen."""
        return address not in self._ready and not self.size_of(address).isEmpty()

    def size_of(self, address: str) -> QSize:
        """How large a picture is in the column; empty if there is none."""
        size = self._reading.pictures.get(address.removeprefix(pictures.ADDRESS))
        if size is None or not address.startswith(pictures.ADDRESS):
            return QSize()
        natural, room = QSize(*size), QSize(self._width, round(self._width * TALLEST))
        fitting = natural.scaled(room.boundedTo(natural), Qt.AspectRatioMode.KeepAspectRatio)
        return QSize(_rounded(fitting.width()), _rounded(fitting.height()))

    def keep(self, address: str, picture: QImage) -> list[str]:
        """Have a picture ready; the answer is the addresses of those that made room for it."""
        self._ready[address] = picture
        gone = []
        while sum(each.sizeInBytes() for each in self._ready.values()) > KEPT and len(self._ready) > 1:
            gone.append(self._ready.popitem(last=False)[0])
        return gone

    def _place_of(self, address: str) -> QImage:
        size = self.size_of(address)
        if size.isEmpty():
            return QImage()
        place = QImage(size / _COARSE, QImage.Format.Format_RGB32)
        place.fill(self._paper.colour("table-head"))
        place.setDevicePixelRatio(1 / _COARSE)
        return place


def decoded(data: bytes, room: QSize, ratio: float, *, fill: bool) -> QImage:
    """A picture out of its bytes, to be called off the window's thread; empty if it is none.

    With `fill` it becomes exactly as large as its room, else it only fits in there.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    natural = reader.size()
    if pictures.size_of(data) is None or natural.width() * natural.height() > LARGEST:
        return QImage()
    wanted = room * ratio
    if not fill:
        wanted = natural.scaled(wanted.boundedTo(natural * 2), Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(wanted)
    picture = reader.read()
    picture.setDevicePixelRatio(ratio)
    return picture


def _rounded(length: int) -> int:
    return max(_COARSE, round(length / _COARSE) * _COARSE)
