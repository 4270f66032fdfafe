"""One open PDF, as PDFium sees it; lives in the child process, where one job is done after the other."""

from __future__ import annotations

import ctypes
from array import array
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.pdf.extraction import (
    Grid,
    boxes_of,
    links_of,
    photos_of,
    place_of,
    text_of,
)
from animating_alliances_desktop.core.library.pdf.letters import Letters, as_units
from animating_alliances_desktop.core.library.pdf.lines import runs, settled
from animating_alliances_desktop.core.library.pdf.model import (
    MOST_PIXELS,
    WIDEST,
    Box,
    Chapter,
    Tones,
    pixels_of,
)

Answer = tuple[Any, bytes | bytearray | memoryview]
_NOTHING = b""
_OPEN_PAGES = 12
_MOST_CHAPTERS = 5_000
_USUAL = (612.0, 792.0)
_LARGEST_PAGE = 1_000_000.0
_DAMAGED = "This PDF cannot be opened: the file is damaged, or it is no PDF."


class Engine:
    """Opens one file at a time, and draws and reads its pages."""

    def __init__(self) -> None:
        self.original = b""
        self.password = ""
        self._document: pdfium.PdfDocument | None = None
        self._pages: OrderedDict[int, pdfium.PdfPage] = OrderedDict()

    def open(self, original: bytes = b"", password: str = "") -> Answer:
        """Open a file; raises LockedError if it wants another password, AppError if it is damaged."""
        self.close()
        try:
            document = pdfium.PdfDocument(original, password=password or None)
            with suppress(pdfium.PdfiumError):
                document.init_forms()
        except pdfium.PdfiumError as error:
            raise _why(error) from error
        if not len(document):
            document.close()
            raise AppError("This PDF has no pages.")
        self.original, self.password, self._document = original, password, document
        count = len(document)
        facts = {
            "sizes": [_size(document, nth) for nth in range(count)],
            "labels": [_label(document, nth) for nth in range(count)],
            "outline": [asdict(chapter) for chapter in islice(_chapters(document, count), _MOST_CHAPTERS)],
        }
        return facts, _NOTHING

    def draw(self, page: int, scale: float, top: int, rows: int, tones: Tones | None = None) -> Answer:
        """Draw `rows` rows of pixels of a page from the row `top` on; with `tones`, in these."""
        shown = self._page(page)
        width, height = pixels_of(shown.get_size(), scale)
        rows = min(rows, height - top)
        if rows < 1 or width > WIDEST or height > WIDEST or width * rows > MOST_PIXELS:
            raise AppError("This page is too large to be drawn at this size.")
        pixels = bytearray(width * rows * 4)
        bitmap = raw.FPDFBitmap_CreateEx(
            width, rows, raw.FPDFBitmap_BGRx, (ctypes.c_char * len(pixels)).from_buffer(pixels), width * 4
        )
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, 0xFFFFFFFF)
            area = (0, -top, width, height, 0, raw.FPDF_ANNOT)
            raw.FPDF_RenderPageBitmap(bitmap, shown, *area)
            if self._forms is not None:
                raw.FPDF_FFLDraw(self._forms, bitmap, shown, *area)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        told = {"width": width, "height": rows}
        if tones is None:
            return told, pixels
        # Pillow takes 50 ms to import, which no page by day should wait for
        from animating_alliances_desktop.core.library.pdf.toning import toned

        return told, toned(pixels, (width, rows), tones, photos_of(shown, Grid(shown)), scale, top)

    def texts(self, first: int, count: int) -> Answer:
        """The texts of some pages; a page that cannot be read has none."""
        last = min(first + count, len(self._opened))
        return [self._text(page) for page in range(first, last)], _NOTHING

    def letters(self, page: int) -> Answer:
        """The characters of a page with their boxes, its lines, and its links."""
        shown = self._page(page)
        grid = Grid(shown)
        text, boxes = _read(shown, grid)
        lines = [(run.start, run.end, run.box) for run in runs(as_units(text), boxes)]
        links = [asdict(link) for link in links_of(shown, grid)]
        return {"text": text, "runs": lines, "links": links}, boxes.tobytes()

    def spot(self, page: int, x: float, y: float) -> Answer:
        """How far below the upper edge of a page a point of the file's coordinates is shown."""
        shown = self._page(page)
        return min(max(0.0, Grid(shown).point(x, y)[1]), shown.get_height()), _NOTHING

    def quads(self, page: int, start: int, end: int) -> list[Box]:
        """Where a passage stands in the file's coordinates: left, bottom, right, top for each line."""
        shown = self._page(page)
        grid = Grid(shown)
        text, boxes = _read(shown, grid)
        letters = Letters(text, boxes, runs(as_units(text), boxes))
        return [grid.back(box) for box in letters.boxes(start, end)]

    def close(self) -> None:
        """Let the file go."""
        document, self._document = self._document, None
        self._pages.clear()
        if document is not None:
            document.close()

    @property
    def _opened(self) -> pdfium.PdfDocument:
        if self._document is None:
            raise AppError("This PDF is not open any more.")
        return self._document

    @property
    def _forms(self) -> Any:
        return self._opened.formenv

    def _page(self, page: int) -> pdfium.PdfPage:
        """A page, open; the few that were asked for last stay so."""
        if page not in self._pages:
            try:
                self._pages[page] = self._opened.get_page(page)
            except pdfium.PdfiumError as error:
                raise AppError("This page cannot be shown: it is damaged.") from error
            if len(self._pages) > _OPEN_PAGES:
                self._pages.popitem(last=False)[1].close()
        self._pages.move_to_end(page)
        return self._pages[page]

    def _text(self, page: int) -> str:
        try:
            shown = self._opened.get_page(page)
        except pdfium.PdfiumError:
            return ""
        try:
            textpage = shown.get_textpage()
            try:
                return text_of(textpage)
            finally:
                textpage.close()
        except pdfium.PdfiumError:
            return ""
        finally:
            shown.close()


def _read(page: pdfium.PdfPage, grid: Grid) -> tuple[str, array[float]]:
    """The characters of a page, and a box for each UTF-16 unit of them."""
    textpage = page.get_textpage()
    try:
        text = text_of(textpage)
        boxes = boxes_of(textpage, text, grid)
    finally:
        textpage.close()
    settled(as_units(text), boxes)
    return text, boxes


def _why(error: pdfium.PdfiumError) -> AppError:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return LockedError("This PDF is locked. Type its password to read it.")
    if error.err_code == raw.FPDF_ERR_SECURITY:
        return AppError("This PDF cannot be opened: it is protected in a way that the app does not know.")
    return AppError(_DAMAGED)


def _size(document: pdfium.PdfDocument, page: int) -> tuple[float, float]:
    """The size of a page; the usual one, if the file says nonsense."""
    try:
        width, height = document.get_page_size(page)
    except pdfium.PdfiumError:
        return _USUAL
    sound = 0 < width <= _LARGEST_PAGE and 0 < height <= _LARGEST_PAGE
    return (width, height) if sound else _USUAL


def _label(document: pdfium.PdfDocument, page: int) -> str:
    label: str = document.get_page_label(page)
    return " ".join(label.split())[:20] or str(page + 1)


def _chapters(document: pdfium.PdfDocument, count: int) -> Iterator[Chapter]:
    for bookmark in document.get_toc(max_depth=8):
        target = bookmark.get_dest()
        page, x, y = place_of(target) if target is not None else (-1, None, None)
        title = " ".join(bookmark.get_title().split())[:300]
        if title and page < count:
            yield Chapter(bookmark.level, title, page, x, y)
