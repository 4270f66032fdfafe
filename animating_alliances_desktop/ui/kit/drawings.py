"""The drawings of the library as something that draws itself at any size, in the colours of a paper."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from animating_alliances_desktop.ui.kit.palette import Palette

DRAWN_IN = {
    "#2a2520": "ink",
    "#24594f": "accent",
    "#655b50": "muted",
    "#e3dacb": "line",
    "#f3ecdf": "table-head",
}
"""The colours of the files (content/README.md), and what each is for."""


def renderer_of(drawing: str, paper: Palette) -> QSvgRenderer:
    """What draws a drawing (SVG)."""
    for drawn, name in DRAWN_IN.items():
        drawing = drawing.replace(drawn, paper.text(name))
    return QSvgRenderer(QByteArray(drawing.encode()))
