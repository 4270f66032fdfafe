"""What the floating bar and the panel of notes share about a highlight, whatever kind of text it is in."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.patterns import PATTERNS, paint_dot
from animating_alliances_desktop.ui.kit.theme import Theme

_DOT = 18


class Mark(Protocol):
    """A highlight as it is shown."""

    @property
    def ref(self) -> Ref:
        """What it is known by."""

    @property
    def colour(self) -> Colour:
        """Its colour."""

    @property
    def note(self) -> str:
        """What the user wrote about it, or nothing."""

    @property
    def quote(self) -> str:
        """The words that were marked."""

    @property
    def state(self) -> State:
        """Whether its place is known."""

    @property
    def page(self) -> str:
        """The printed number of the page that it is on, or nothing."""


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
