"""PDFs in the child process: opened by reference, replaced when a file hangs or kills it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from io import BytesIO

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.pdf.model import Drawn
from animating_alliances_desktop.core.library.pdf.shelf import PdfShelf
from animating_alliances_desktop.core.worker import TooSlowError
from tests.pdfs import HEIGHT, WIDTH, Page, column, locked, pdf, plain

ONE, TWO, LOCKED, BROKEN = (Ref.parse(f"document/{name}") for name in ("one", "two", "locked", "broken"))
FILES = {
    ONE: pdf(
        [Page(column(["The first page of one"])), Page(column(["And the second"]), rotate=90)],
        outline=[("All", 0, [])],
    ),
    TWO: plain("Another file"),
    LOCKED: locked(plain("A secret"), "sesame"),
    BROKEN: plain("x")[:200],
}
AMBER = (0.97, 0.87, 0.57)


@pytest.fixture(scope="module")
def shelf() -> Iterator[PdfShelf]:
    made = PdfShelf(FILES.__getitem__)
    yield made
    made.close()


def test_a_file_is_opened_drawn_and_read(shelf: PdfShelf) -> None:
    facts = shelf.open(ONE)
    assert facts.sizes == ((WIDTH, HEIGHT), (HEIGHT, WIDTH))
    assert [chapter.title for chapter in facts.outline] == ["All"]
    strip = shelf.draw(ONE, 0, 1.0, 0, 300)
    assert (strip.width, strip.height, len(strip.pixels)) == (WIDTH, 300, WIDTH * 300 * 4)
    assert shelf.texts(ONE, 0, 10) == ["The first page of one", "And the second"]
    assert shelf.letters(ONE, 1).words(0, 7) == "And the"


def test_another_file_is_opened_again_where_it_is_wanted(shelf: PdfShelf) -> None:
    shelf.open(ONE)
    shelf.open(TWO)
    assert shelf.texts(ONE, 0, 1) == ["The first page of one"]
    assert shelf.texts(TWO, 0, 1) == ["Another file"]


def test_a_password_is_asked_for_once(shelf: PdfShelf) -> None:
    with pytest.raises(LockedError):
        shelf.open(LOCKED)
    with pytest.raises(LockedError):
        shelf.open(LOCKED, "wrong")
    shelf.open(LOCKED, "sesame")
    shelf.open(ONE)
    assert shelf.open(LOCKED).labels == ("1",)
    assert shelf.texts(LOCKED, 0, 1) == ["A secret"]


def test_a_damaged_file_hurts_no_other(shelf: PdfShelf) -> None:
    with pytest.raises(AppError, match="damaged"):
        shelf.open(BROKEN)
    assert shelf.open(TWO).labels == ("1",)


def test_a_child_that_was_killed_is_replaced(shelf: PdfShelf) -> None:
    shelf.open(ONE)
    process = shelf._process._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert shelf.texts(ONE, 0, 1) == ["The first page of one"]


def test_a_page_that_takes_for_ever_is_given_up(shelf: PdfShelf) -> None:
    shelf.open(ONE)
    with pytest.raises(TooSlowError):
        shelf._ask(ONE, "draw", seconds=0.0, page=0, scale=5.0, top=0, rows=4_000)
    assert shelf.letters(ONE, 0).words(0, 3) == "The"


def test_nothing_is_asked_of_a_shelf_that_is_closed() -> None:
    made = PdfShelf(FILES.__getitem__)
    made.open(TWO)
    made.close()
    with pytest.raises(AppError):
        made.texts(TWO, 0, 1)


def copied(shelf: PdfShelf, ref: Ref) -> bytes:
    spans = ((0, 4, 21), (1, 0, 7)) if ref == ONE else ((0, 0, 8),)
    marks = [
        Drawn(spans, AMBER, "Who says so? – ask Inês", "aa-1", "D:20261129120000Z"),
        Drawn(((0, 0, 3),), AMBER, "", "aa-2", "D:20261129120000Z"),
    ]
    return shelf.copy(ref, marks)


def test_a_copy_holds_the_highlights_and_their_notes_for_other_readers(shelf: PdfShelf) -> None:
    shelf.open(ONE)
    copy = copied(shelf, ONE)
    reader = pypdf.PdfReader(BytesIO(copy))
    first = [each.get_object() for each in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert [each["/Subtype"] for each in first] == ["/Highlight", "/Popup", "/Highlight"]
    assert first[0]["/Contents"] == "Who says so? – ask Inês"
    assert first[1]["/Parent"].get_object() == first[0]
    assert first[0]["/Popup"].get_object() == first[1]
    assert len(first[0]["/QuadPoints"]) == 8
    second = [each.get_object() for each in reader.pages[1]["/Annots"]]  # type: ignore[attr-defined]
    assert [each["/Subtype"] for each in second] == ["/Highlight", "/Popup"]

    document = pypdfium2.PdfDocument(copy)
    page = document[0]
    assert raw.FPDFPage_GetAnnotCount(page) == 3
    annotation = raw.FPDFPage_GetAnnot(page, 0)
    assert raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_HIGHLIGHT
    quad = raw.FS_QUADPOINTSF()
    assert raw.FPDFAnnot_GetAttachmentPoints(annotation, 0, quad)
    raw.FPDFPage_CloseAnnot(annotation)
    words = page.get_textpage().get_text_bounded(quad.x3, quad.y3, quad.x2 + 1, quad.y2)
    assert words.strip() == "first page of one"
    bitmap = page.render(scale=1)
    x, y = round(quad.x1 + 20), round(HEIGHT - quad.y1 + 1)
    pixel = bytes(bitmap.buffer)[(y * bitmap.width) * bitmap.n_channels + x * bitmap.n_channels :][:3]
    assert pixel[0] < 200 < pixel[2]
    document.close()


def test_the_copy_of_a_locked_file_is_locked(shelf: PdfShelf) -> None:
    shelf.open(LOCKED, "sesame")
    reader = pypdf.PdfReader(BytesIO(copied(shelf, LOCKED)))
    assert reader.is_encrypted
    assert reader.decrypt("sesame")
    assert reader.pages[0]["/Annots"][0]["/Contents"] == "Who says so? – ask Inês"  # type: ignore[index]
