"""What PDFium tells of a page: its characters and their boxes, its links, its photographs."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from animating_alliances_desktop.core.library.pdf.letters import as_units
from animating_alliances_desktop.core.library.pdf.model import MOST_LETTERS, Box, Link

_CLEAR = {code: "\u200b" for code in range(32) if chr(code) not in "\t\n\r"}
_CLEAR |= {0x7F: "\u200b", 0xFFFE: "\u00ad", 0xFFFF: "\u200b"}
"""U+FFFE is how PDFium marks a hyphen at the end of a line whose word goes on; the other codes are no characters."""
_ACROSS = 1000
_FINE = 64
_TALLEST = 6.0
"""So many times the usual height of a letter is as high as any is believed to be."""
_SAMPLE = 64
_MOST_LINKS = 2_000
_MOST_OBJECTS = 20_000
_DEEPEST = 6
_SMALLEST_PHOTO, _PAPER = 24.0, 0.8
"""Points; and the part of the page from which on a picture is the page itself, scanned."""


class Grid:
    """From the file's coordinates of a page to points from the upper left corner of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self._page = page
        ox, oy = self._told(0, 0)
        rx, ry = self._told(_ACROSS, 0)
        ux, uy = self._told(0, _ACROSS)
        self._matrix = (rx - ox) / _ACROSS, (ry - oy) / _ACROSS, (ux - ox) / _ACROSS, (uy - oy) / _ACROSS
        self._origin = ox, oy

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is shown."""
        a, b, c, d = self._matrix
        return self._origin[0] + a * x + c * y, self._origin[1] + b * x + d * y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a box is shown."""
        a, b, c, d = self._matrix
        e, f = self._origin
        x, y, u, v = (
            e + a * left + c * bottom,
            f + b * left + d * bottom,
            e + a * right + c * top,
            f + b * right + d * top,
        )
        return (x if x < u else u), (y if y < v else v), (u if x < u else x), (v if y < v else y)

    def back(self, box: Box) -> Box:
        """Left, bottom, right, top in the file's coordinates of a box that is shown."""
        a, b, c, d = self._matrix
        whole = a * d - b * c
        corners = []
        for x, y in ((box[0], box[1]), (box[2], box[3])):
            right, down = x - self._origin[0], y - self._origin[1]
            corners.append(((d * right - c * down) / whole, (a * down - b * right) / whole))
        (x, y), (u, v) = corners
        return min(x, u), min(y, v), max(x, u), max(y, v)

    def _told(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = max(1, round(self.width * _FINE)), max(1, round(self.height * _FINE))
        raw.FPDF_PageToDevice(self._page, 0, 0, *size, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE


def text_of(textpage: pdfium.PdfTextPage) -> str:
    """The characters of a page; each of them stays one character, so that boxes can be told for it."""
    told: str = textpage.get_text_range(errors="replace")
    return told.translate(_CLEAR) if len(told) <= MOST_LETTERS else ""


def boxes_of(textpage: pdfium.PdfTextPage, text: str, grid: Grid) -> array[float]:
    """A box for each UTF-16 unit of the page's text: as high as its line, unless the font lies about that."""
    indices = _indices(textpage, text)
    sample = [_tight(textpage, at) for at in indices[:: max(1, len(indices) // _SAMPLE)]]
    heights = sorted(box[3] - box[1] for box in sample if box[3] > box[1])
    tallest = _TALLEST * heights[len(heights) // 2] if heights else 0.0
    found = array("f")
    told, page, shown = raw.FS_RECTF(), textpage.raw, grid.box
    for at in indices:
        raw.FPDFText_GetLooseCharBox(page, at, told)
        box = told.left, told.bottom, told.right, told.top
        found.extend(shown(*(box if 0 < box[3] - box[1] <= tallest else _tight(textpage, at))))
    return found


def links_of(page: pdfium.PdfPage, grid: Grid) -> Iterator[Link]:
    """Where the page leads elsewhere."""
    at, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, at, link):
            return
        if raw.FPDFLink_GetAnnotRect(link, box):
            found = _link(page.pdf, link, grid.box(box.left, box.bottom, box.right, box.top))
            if found.page >= 0 or found.address:
                yield found


def photos_of(page: pdfium.PdfPage, grid: Grid) -> list[Box]:
    """Where photographs are: pictures of more than two colours that are neither specks nor the whole page."""
    found: list[Box] = []
    whole = grid.width * grid.height
    for bounds in _pictures(page):
        left, top, right, bottom = grid.box(*bounds)
        left, top = max(0.0, left), max(0.0, top)
        right, bottom = min(grid.width, right), min(grid.height, bottom)
        wide, high = right - left, bottom - top
        if min(wide, high) >= _SMALLEST_PHOTO and wide * high < _PAPER * whole:
            found.append((left, top, right, bottom))
    return found


def _indices(textpage: pdfium.PdfTextPage, text: str) -> list[int]:
    """For each UTF-16 unit of the text, which of PDFium's characters it is."""
    count = textpage.count_chars()
    if count == len(as_units(text)):
        return list(range(count))
    found: list[int] = []
    for at, character in enumerate(text):
        there = at if count == len(text) else raw.FPDFText_GetCharIndexFromTextIndex(textpage, at)
        found += [min(max(0, there), count - 1)] * (2 if character > "\uffff" else 1)
    return found


def _tight(textpage: pdfium.PdfTextPage, at: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _link(document: pdfium.PdfDocument, link: Any, box: Box) -> Link:
    target = raw.FPDFLink_GetDest(document, link)
    action = raw.FPDFLink_GetAction(link)
    if not target and action:
        target = raw.FPDFAction_GetDest(document, action)
    if target:
        page, x, y = place_of(pdfium.PdfDest(target, document))
        return Link(box, page, x, y)
    return Link(box, address=_address(document, action) if action else "")


def place_of(target: pdfium.PdfDest) -> tuple[int, float | None, float | None]:
    """The page (-1 if there is none) that a destination is on, and where on it, in the file's coordinates."""
    page = target.get_index()
    mode, told = target.get_view()
    if page is None or page < 0:
        return -1, None, None
    if mode == raw.PDFDEST_VIEW_XYZ and len(told) >= 2:
        return page, told[0], told[1]
    if mode in (raw.PDFDEST_VIEW_FITH, raw.PDFDEST_VIEW_FITBH) and told:
        return page, 0.0, told[0]
    return page, None, None


def _address(document: pdfium.PdfDocument, action: Any) -> str:
    if raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = min(raw.FPDFAction_GetURIPath(document, action, None, 0), 2_000)
    buffer = ctypes.create_string_buffer(max(1, size))
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _pictures(page: pdfium.PdfPage) -> Iterator[Box]:
    """The bounds of all pictures in the file's coordinates, those inside of forms too."""
    waiting: list[tuple[Any, Any, tuple[float, ...], int]] = [
        (raw.FPDFPage_GetObject, page, (1, 0, 0, 1, 0, 0), 0)
    ]
    looked = 0
    while waiting:
        get, parent, matrix, depth = waiting.pop()
        counting = raw.FPDFPage_CountObjects if depth == 0 else raw.FPDFFormObj_CountObjects
        for nth in range(max(0, counting(parent))):
            looked += 1
            if looked > _MOST_OBJECTS:
                return
            thing = get(parent, nth)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_IMAGE and _has_colours(thing, page):
                yield _moved(_bounds(thing), matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _times(_matrix(thing), matrix)
                waiting.append((raw.FPDFFormObj_GetObject, thing, inner, depth + 1))


def _has_colours(picture: Any, page: pdfium.PdfPage) -> bool:
    told = raw.FPDF_IMAGEOBJ_METADATA()
    known = raw.FPDFImageObj_GetImageMetadata(picture, page, told)
    return not known or told.bits_per_pixel != 1


def _bounds(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _matrix(thing: Any) -> tuple[float, ...]:
    told = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, told)
    return told.a, told.b, told.c, told.d, told.e, told.f


def _times(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(box: Box, matrix: tuple[float, ...]) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    down = [b * x + d * y + f for x, y in corners]
    return min(across), min(down), max(across), max(down)
