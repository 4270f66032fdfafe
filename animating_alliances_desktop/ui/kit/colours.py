"""The four colours of a highlight as the user calls them, and as dots with their patterns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.patterns import PATTERNS, paint_dot
from animating_alliances_desktop.ui.kit.theme import Theme

_DOT = 18


def usual_name(colour: Colour) -> str:
    """What a colour is called as long as the user gives it no other name."""
    return {
        Colour.AMBER: QCoreApplication.translate("Colours", "Amber"),
        Colour.GREEN: QCoreApplication.translate("Colours", "Green"),
        Colour.BLUE: QCoreApplication.translate("Colours", "Blue"),
        Colour.ROSE: QCoreApplication.translate("Colours", "Rose"),
    }[colour]


def name_of(theme: Theme, colour: Colour) -> str:
    """What the user calls a colour."""
    return theme.names.get(colour.value, "").strip() or usual_name(colour)


def names_of(theme: Theme) -> Mapping[str, str]:
    """What the user calls each colour."""
    return {colour.value: name_of(theme, colour) for colour in Colour}


def dot(theme: Theme, colour: Colour, size: int = _DOT) -> QIcon:
    """A dot in the colour that the highlight has on the present paper, with its pattern."""
    picture = QPixmap(size * 2, size * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(3, 3, size * 2 - 6, size * 2 - 6)
    paint_dot(painter, area, PATTERNS[colour], theme.paper.colour(f"highlight-{colour.value}"))
    painter.end()
    picture.setDevicePixelRatio(2.0)
    return QIcon(picture)


class ColourButton(QToolButton):
    """A button with a colour on it; `told` makes of the colour's name its tool tip and what a screen reader says."""

    def __init__(self, theme: Theme, colour: Colour, told: str) -> None:
        super().__init__()
        self._theme, self._colour, self._told = theme, colour, told
        self.setIconSize(QSize(_DOT, _DOT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setIcon(dot(self._theme, self._colour))
        name = self._told.format(colour=name_of(self._theme, self._colour))
        self.setToolTip(name)
        self.setAccessibleName(name)
