"""What is known of a PDF: its pages, their printed numbers, its outline, the pixels of a strip of a page."""

from __future__ import annotations

from dataclasses import dataclass

WIDEST = 32_000
"""Pixels: no page is drawn wider or higher."""
MOST_PIXELS = 16_000_000
"""Of one strip: 64 MB."""
MOST_LETTERS = 200_000
"""Of a page: with more than that, its font lies about what its letters stand for, and it is taken to have none."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner of the page as it is shown."""
Colour = tuple[int, int, int]
Tones = tuple[Colour, Colour]
"""What black becomes, and what white becomes (red, green, blue)."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the outline; `x` and `y` are in the file's own coordinates, if it says where.

    A line of the user's says `down`: how many points below the upper edge of the page, as that is shown.
    """

    level: int
    title: str
    page: int
    x: float | None = None
    y: float | None = None
    down: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to another page of the file, or to an address outside."""

    box: Box
    page: int = -1
    x: float | None = None
    y: float | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a PDF as soon as it is open."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page as it is shown, in points."""
    labels: tuple[str, ...]
    """The number that is printed on each page: “iv”, “12”, “A-3”."""
    outline: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page as wide as the page: pixels of four bytes, blue first."""

    width: int
    height: int
    pixels: bytearray


@dataclass(frozen=True, slots=True)
class Drawn:
    """A highlight as it goes into a copy of the file."""

    spans: tuple[tuple[int, int, int], ...]
    """Page, first and last character (UTF-16 units of the page's text)."""
    colour: tuple[float, float, float]
    note: str
    name: str
    """What the annotation is known by: unique in the file."""
    made: str
    """When, as PDF writes it."""


def pixels_of(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """How many pixels a page has at a scale (pixels to the point), at least one."""
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
