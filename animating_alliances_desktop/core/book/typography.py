"""How a printed page looks: sizes, distances, colours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4

from animating_alliances_desktop.core.book import faces
from animating_alliances_desktop.core.book.model import Tone

INK, GREY, PALE, LINK, ACCENT = "#1f2328", "#5d6470", "#c9cdd3", "#24506b", "#7a4a2b"
STEP = 18.0
"""How far in a list or a quotation stands, in points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How much of an A4 page is printed on, and how large."""

    side: float = 82.0
    top: float = 84.0
    bottom: float = 78.0
    scale: float = 1.0

    @property
    def width(self) -> float:
        """The width of the text, in points."""
        return float(A4[0]) - 2 * self.side

    @property
    def height(self) -> float:
        """The height of the text."""
        return float(A4[1]) - self.top - self.bottom


ROOMY, COMPACT = Sheet(), Sheet(56.0, 44.0, 42.0, 0.8)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set."""

    face: str = faces.TEXT
    size: float = 11.5
    leading: float = 17.5
    before: float = 0.0
    after: float = 8.0
    colour: str = INK
    alignment: int = TA_LEFT

    def scaled(self, by: float) -> Look:
        """The same in another size."""
        sizes = {name: getattr(self, name) * by for name in ("size", "leading", "before", "after")}
        return self if by == 1 else replace(self, **sizes)

    def in_style(self, *, bold: bool, italic: bool) -> str:
        """The face for a stretch in one style."""
        if self.face not in _STYLES:
            return faces.PLAIN_STRONG if bold else self.face
        bold, italic = bold or self.face in _BOLD, italic or self.face in _ITALIC
        return _FACES[bold, italic]


_FACES = {
    (False, False): faces.TEXT,
    (True, False): faces.TEXT_BOLD,
    (False, True): faces.TEXT_ITALIC,
    (True, True): faces.TEXT_BOLD_ITALIC,
}
_STYLES = set(_FACES.values())
_BOLD = {faces.TEXT_BOLD, faces.TEXT_BOLD_ITALIC}
_ITALIC = {faces.TEXT_ITALIC, faces.TEXT_BOLD_ITALIC}

TONES = {
    Tone.PLAIN: Look(),
    Tone.LEAD: Look(size=13, leading=19.5, after=12),
    Tone.QUIET: Look(faces.PLAIN, 8.8, 13.2, after=7, colour=GREY),
}
HEADINGS = (
    Look(faces.TEXT_BOLD, 22, 28, before=34, after=16),
    Look(faces.TEXT_BOLD, 15.5, 20.5, before=20, after=5),
    Look(faces.PLAIN_STRONG, 9.6, 14, before=9, after=3, colour=ACCENT),
    Look(faces.TEXT_BOLD, 11.5, 17, before=6, after=3),
    Look(faces.TEXT_BOLD_ITALIC, 11.5, 17, before=4, after=3),
    Look(faces.TEXT_ITALIC, 11.5, 17, before=4, after=3),
)
TITLE = Look(faces.TEXT_BOLD, 30, 37, after=14)
COVER = Look(faces.PLAIN, 11, 17, after=4, colour=GREY)
CONTENTS = (
    Look(faces.TEXT_BOLD, 11.5, 16, before=9, after=2),
    Look(faces.TEXT, 10.5, 15, after=1.5),
)
INDEX = Look(faces.TEXT, 10, 14.5, after=1)
