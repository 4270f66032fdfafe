"""Where the pages are on the desk: one below the other, each in the middle; and how large they are to fit."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from animating_alliances_desktop.core.library.pdf.model import WIDEST, pixels_of

GAP = 14
MARGIN = 18
USUAL = 96 / 72
"""Pixels of the window to the point, at 100 per cent."""
LEAST, MOST = 0.1, 8.0
STEPS = (
    0.1,
    0.17,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
    5.0,
    6.0,
    8.0,
)
_STRIP = 3_000_000
"""Pixels: a page of more is drawn in several strips."""
Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


class Layout:
    """All lengths are pixels of the window; a pixel of the screen is `1 / ratio` of them."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        zoom: float,
        room: float,
        ratio: float = 1.0,
        *,
        most: tuple[float, float] = (WIDEST, WIDEST),
    ) -> None:
        """Pages that would be larger than `most` are drawn as small as they must be."""
        self.zoom, self.ratio = zoom, ratio
        across, down = (min(WIDEST, max(1.0, side * ratio)) for side in most)
        self._scales = [min(zoom * USUAL * ratio, across / width, down / height) for width, height in sizes]
        self._pixels = [pixels_of(size, scale) for size, scale in zip(sizes, self._scales, strict=True)]
        self._tops: list[float] = []
        top = float(MARGIN)
        for _width, height in self._pixels:
            self._tops.append(top)
            top += round(height / ratio) + GAP
        self.height = top - GAP + MARGIN if sizes else 0.0
        self.width = max(
            room, max((width for width, _height in self._pixels), default=0) / ratio + 2 * MARGIN
        )

    def __len__(self) -> int:
        return len(self._tops)

    def scale(self, page: int) -> float:
        """How many pixels of the screen a point of this page has."""
        return self._scales[page]

    def width_of(self, page: int) -> int:
        """How many pixels of the screen a page is wide."""
        return self._pixels[page][0]

    def rect(self, page: int) -> Rect:
        """Where a page is."""
        width, height = (side / self.ratio for side in self._pixels[page])
        return round((self.width - width) / 2), self._tops[page], width, height

    def visible(self, top: float, bottom: float) -> range:
        """The pages between two heights."""
        if not self._tops:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1)
        if self._tops[first] + self.rect(first)[3] < top and first + 1 < len(self._tops):
            first += 1
        return range(first, max(first + 1, bisect_right(self._tops, bottom)))

    def page_at(self, height: float) -> int:
        """The page at a height, or the one above a gap."""
        return max(0, bisect_right(self._tops, height) - 1)

    def spot(self, x: float, y: float) -> tuple[int, float, float]:
        """The page nearest to a place on the desk, and the place in points of that page (perhaps beyond its edge)."""
        page = self.page_at(y)
        left, top, _width, height = self.rect(page)
        if y > top + height + GAP / 2 and page + 1 < len(self):
            page += 1
            left, top, _width, height = self.rect(page)
        points = self._scales[page] / self.ratio
        return page, (x - left) / points, (y - top) / points

    def place(self, page: int, x: float, y: float) -> tuple[float, float]:
        """Where a point of a page is on the desk."""
        left, top, _width, _height = self.rect(page)
        points = self._scales[page] / self.ratio
        return left + x * points, top + y * points

    def strips(self, page: int, top: float, bottom: float) -> list[tuple[int, int]]:
        """The strips of a page between two heights of the desk: first row and number of rows."""
        width, height = self._pixels[page]
        rows = max(64, min(height, _STRIP // width))
        begins = self._tops[page]
        first = max(0, int((top - begins) * self.ratio)) // rows * rows
        last = min(height, (bottom - begins) * self.ratio)
        return [
            (at, min(rows, height - at))
            for at in range(first, max(first + 1, int(last)), rows)
            if at < height
        ]


def usual(sizes: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The size that most pages have."""
    found = Counter((round(width), round(height)) for width, height in sizes)
    width, height = max(found, key=lambda size: (found[size], -size[0]), default=(1, 1))
    return float(max(1, width)), float(max(1, height))


def to_fit(size: tuple[float, float], room: tuple[float, float], *, whole: bool) -> float:
    """How large a page must be so that its width, or all of it, is on view."""
    across = (room[0] - 2 * MARGIN) / (size[0] * USUAL)
    down = (room[1] - 2 * MARGIN) / (size[1] * USUAL)
    return min(MOST, max(LEAST, min(across, down) if whole else across))


def stepped(zoom: float, by: int) -> float:
    """The next larger (1) or smaller (-1) of the usual sizes."""
    if by > 0:
        return next((step for step in STEPS if step > zoom * 1.01), MOST)
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), LEAST)
