"""The four colours of a highlight, as words and as dots."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.theme import Theme

_DOT = 18


def name_of(colour: Colour) -> str:
    """The colour's name, as the user reads it."""
    names = {
        Colour.AMBER: QCoreApplication.translate("Reader", "Amber"),
        Colour.GREEN: QCoreApplication.translate("Reader", "Green"),
        Colour.BLUE: QCoreApplication.translate("Reader", "Blue"),
        Colour.ROSE: QCoreApplication.translate("Reader", "Rose"),
    }
    return names[colour]


def dot(theme: Theme, colour: Colour, size: int = _DOT) -> QIcon:
    """A dot in the colour that the highlight has on the present paper."""
    picture = QPixmap(size * 2, size * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.paper.colour(f"highlight-{colour.value}"))
    painter.setPen(theme.palette.colour("faint"))
    painter.drawEllipse(2, 2, size * 2 - 4, size * 2 - 4)
    painter.end()
    picture.setDevicePixelRatio(2.0)
    return QIcon(picture)


class ColourButton(QToolButton):
    """A button with a colour on it; the name is its tool tip and what a screen reader says."""

    def __init__(self, theme: Theme, colour: Colour, name: str) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setIconSize(QSize(_DOT, _DOT))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setIcon(dot(self._theme, self._colour))
