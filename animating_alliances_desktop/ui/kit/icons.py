"""Icons: the line drawings in resources/icons, in any colour of the theme, crisp at every size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (32, 40, 48)
"""Pixels on a screen with two to a pixel of the layout; one with one to one gets each at half its size."""

WIDER = 1.4
"""How much wider than high an icon with a gap at its right is."""


class Icons:
    """Draws the icons of one folder, and remembers what it drew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, str, bool], QIcon] = {}
        self._pictures: dict[tuple[str, int, str, float], QPixmap] = {}

    def source(self, name: str, colour: QColor) -> bytes:
        """Return the SVG of an icon in one colour."""
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._drawings[name].replace("currentColor", colour.name()).encode()

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
        """Draw an icon as a square: `size` in the layout's pixels, sharp on a screen of this ratio."""
        key = (name, size, colour.name(QColor.NameFormat.HexArgb), ratio)
        if key not in self._pictures:
            picture = QPixmap(round(size * ratio), round(size * ratio))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setOpacity(colour.alphaF())
            QSvgRenderer(QByteArray(self.source(name, colour))).render(painter)
            painter.end()
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
        return self._pictures[key]

    def icon(self, name: str, colour: QColor, disabled: QColor, *, gap: bool = False) -> QIcon:
        """Return an icon for buttons and menus; with a gap at its right if a word follows it."""
        key = (name, colour.name(), disabled.name(), gap)
        if key not in self._drawn:
            icon = QIcon()
            for pixels in _SIZES:
                drawn = self.pixmap(name, pixels, colour)
                for mode, picture in (
                    (QIcon.Mode.Normal, drawn),
                    (QIcon.Mode.Disabled, _recoloured(drawn, disabled)),
                ):
                    picture = _with_gap(picture) if gap else picture
                    icon.addPixmap(picture, mode)
                    icon.addPixmap(_halved(picture), mode)
            self._drawn[key] = icon
        return self._drawn[key]


def _recoloured(picture: QPixmap, colour: QColor) -> QPixmap:
    """The same drawing in another colour: many times quicker than to draw it once more."""
    other = QPixmap(picture)
    painter = QPainter(other)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(other.rect(), colour)
    painter.end()
    return other


def _halved(picture: QPixmap) -> QPixmap:
    """Four pixels made one, which is as smooth as to draw it so small, and quicker."""
    return picture.scaled(picture.size() / 2, mode=Qt.TransformationMode.SmoothTransformation)


def _with_gap(picture: QPixmap) -> QPixmap:
    """Style sheets know no distance between icon and word, so the picture brings it."""
    wider = QPixmap(round(picture.width() * WIDER), picture.height())
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider
