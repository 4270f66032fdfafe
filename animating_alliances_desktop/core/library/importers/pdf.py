"""A PDF, some pages at a time: what it says of itself, and the words of its pages; nothing is ever painted here."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import lru_cache
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.importers.paragraphs import MARK, Line, joined, largest
from animating_alliances_desktop.core.library.importers.plain import clean, line, name_of, titled, year
from animating_alliances_desktop.core.library.pdf.model import MOST_LETTERS
from animating_alliances_desktop.core.library.sanitising import sanitise

LOCKED = "this PDF is encrypted: it opens with its password only"
STILL_LOCKED = "this PDF is encrypted, and that is not its password"
NO_PDF = "this is no PDF, or it is damaged or cut short; get a whole copy and import that"
NO_PAGES = "this PDF has no pages"
_MOST_HEADINGS = 10_000
_PROGRAM = re.compile(
    r"^Microsoft (?:Word|PowerPoint|Excel)\s*-\s*|\.(?:docx?|pptx?|indd|rtf|odt|pdf|tex)$", re.I
)
_HYPHEN = "\ufffe"
_RARE = re.compile("[\u2e80-\ufaff\ufb07-\uffff]")
"""Among these are what letters beyond the first plane of Unicode, such as emoji, become in the quick way."""
_origin, _size = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontSize
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


def look_into(path: str, password: str = "") -> dict[str, Any]:
    """What a PDF says of itself: title, author, year, the labels of its pages, its outline; raises AppError."""
    document = _open(path, password)
    count = len(document)
    if not count:
        raise AppError(NO_PAGES)
    said = {key: line(document.get_metadata_value(key)) for key in ("Title", "Author", "CreationDate")}
    labels = [line(document.get_page_label(at)) or str(at + 1) for at in range(count)]
    return {
        "title": _title(said["Title"]) or _printed_title(document) or name_of(Path(path).stem),
        "author": said["Author"],
        "year": year(said["CreationDate"].removeprefix("D:")[:4]),
        "labels": labels,
        "encrypted": raw.FPDF_GetSecurityHandlerRevision(document) >= 0,
        "outline": list(_outline(document, count)),
    }


def read_pages(path: str, password: str, first: int, labels: list[str]) -> dict[str, Any]:
    """The words of as many pages, from `first` (from 0) on, as there are labels."""
    document = _open(path, password)
    html: list[str] = []
    paragraphs: list[tuple[str, str]] = []
    counts, silent = [], 0
    for at, label in enumerate(labels, first):
        found, painted = _page(document, at)
        words = sum(paragraph.count(" ") + 1 for paragraph in found)  # they are in single spaces
        counts.append((label, words))
        silent += painted and not words
        heading = f"Page {label}"
        html.append(f'<h2 id="page-{at + 1}">{escape(heading)}</h2>')
        html += [f"<p>{escape(paragraph)}</p>" for paragraph in found]
        if painted and not words:
            html.append("<p><em>This page holds no text: it looks scanned.</em></p>")
        paragraphs += [(heading, paragraph) for paragraph in found]
    return {"html": sanitise("".join(html)), "paragraphs": paragraphs, "pages": counts, "silent": silent}


@lru_cache(maxsize=1)
def _open(path: str, password: str) -> pdfium.PdfDocument:
    """A document stays open for the pages that are asked for next."""
    try:
        return pdfium.PdfDocument(path, password=password or None)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise LockedError(STILL_LOCKED if password else LOCKED) from None
        raise AppError(NO_PDF) from None


def _page(document: pdfium.PdfDocument, at: int) -> tuple[list[str], bool]:
    """The paragraphs of a page, and whether anything is painted on it; a broken page has no words."""
    with suppress(pdfium.PdfiumError), closing(document[at]) as page:
        painted = raw.FPDFPage_CountObjects(page) > 0
        with closing(page.get_textpage()) as text:
            words = (_tidied(one) for one in joined(list(_lines(page, text))))
            return [one for one in words if any(map(str.isalnum, one))], painted
    return [], True


def _tidied(text: str) -> str:
    """Words without ligatures, and in single spaces."""
    text = clean(text if text.isascii() else text.translate(_LIGATURES))
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _text(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> str:
    """What is written on a page: in the quick way, unless letters would be wrong, or cut off words would be in it."""
    whole = str(text.get_text_range()).replace(_HYPHEN, MARK)
    if len(whole) > MOST_LETTERS:
        return ""
    simple = whole.isascii() or _RARE.search(whole) is None
    return whole if simple and page.get_cropbox() == page.get_mediabox() else str(text.get_text_bounded())


def _lines(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[Line]:
    """The lines of a page; where each stands is asked only of its first letter, which costs next to nothing."""
    whole = _text(page, text)
    if len(whole) != text.count_chars():  # words beyond the edge of the page, say, were left out
        yield from (Line(words) for one in whole.split("\n") if (words := one.strip()))
        return
    handle, place, marked, start = text.raw, _place_in(text), MARK in whole, 0
    for one in whole.split("\n"):
        if words := one.strip():
            left, base = place(start + one.index(words[0]))
            end = place(start + one.rindex(MARK) + 1)[1] if marked and MARK in one else base
            yield Line(words, left, base, _size(handle, start), end)
        start += len(one) + 1


def _place_in(text: pdfium.PdfTextPage) -> Callable[[int], tuple[float, float]]:
    """Tells of a letter how far from the left, and on which height it stands."""
    handle, left, base = text.raw, ctypes.c_double(), ctypes.c_double()
    into_left, into_base = ctypes.byref(left), ctypes.byref(base)

    def place(letter: int) -> tuple[float, float]:
        return (left.value, base.value) if _origin(handle, letter, into_left, into_base) else (0.0, 0.0)

    return place


def _outline(document: pdfium.PdfDocument, count: int) -> Iterator[tuple[int, str, str]]:
    with suppress(pdfium.PdfiumError, RecursionError):
        for mark in islice(document.get_toc(), _MOST_HEADINGS):
            target = mark.get_dest()
            index = target.get_index() if target is not None else None
            title = line(mark.get_title())
            if title and index is not None and 0 <= index < count:
                yield min(mark.level + 1, 6), title, f"page-{index + 1}"


def _title(said: str) -> str:
    return titled(_PROGRAM.sub("", _PROGRAM.sub("", said)))


def _printed_title(document: pdfium.PdfDocument) -> str:
    """What is printed largest on the first page, if that can be a title."""
    with suppress(pdfium.PdfiumError), closing(document[0]) as page, closing(page.get_textpage()) as text:
        found = line(_tidied(largest(_lines(page, text))))
        return found if 4 <= len(found) <= 160 and any(letter.isalpha() for letter in found) else ""
    return ""
