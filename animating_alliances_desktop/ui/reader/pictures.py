"""The drawings of a text, in the colours of the paper and as wide as the column."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from animating_alliances_desktop.core.library.figures import ADDRESS
from animating_alliances_desktop.ui.kit.palette import Palette

_DRAWN_IN = {
    "#2a2520": "ink",
    "#24594f": "accent",
    "#655b50": "muted",
    "#e3dacb": "line",
    "#f3ecdf": "table-head",
}
"""The colours of the files (content/README.md), and what each is for."""


class Pictures:
    """Draws what a text points at; anything else is no picture."""

    def __init__(self, figures: Mapping[str, str], paper: Palette, width: int, ratio: float) -> None:
        self._figures, self._paper, self._width, self._ratio = figures, paper, width, ratio

    def fit(self, width: int) -> bool:
        """Be as wide as this; False if they are already."""
        changed, self._width = width != self._width, width
        return changed

    def draw(self, address: str) -> QImage:
        """The picture of an address, empty if there is none."""
        drawing = self._figures.get(address.removeprefix(ADDRESS)) if address.startswith(ADDRESS) else None
        if drawing is None:
            return QImage()
        for drawn, name in _DRAWN_IN.items():
            drawing = drawing.replace(drawn, self._paper.text(name))
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        size = renderer.defaultSize()
        size.scale(round(self._width * self._ratio), 1 << 14, Qt.AspectRatioMode.KeepAspectRatio)
        if size.isEmpty():
            return QImage()
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.setDevicePixelRatio(self._ratio)
        return picture
