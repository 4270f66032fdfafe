"""Handouts are read as somebody else's program would read them: pages, words, fonts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.slides import Deck, Slide
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.ui.kit.asking import file_name_of
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.handout import Form
from animating_alliances_desktop.ui.slides.paper import Order, put, save
from tests.ui.slides.decks import IMPORTED, PACK, FakeLibrary

DAY = date(2026, 12, 1)
A4 = (595, 842)
Pages = Callable[[Path], list[str]]


def pages_of(path: Path) -> list[str]:
    """The words of each page, in one line."""
    with pdfium.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def sizes_of(path: Path) -> list[tuple[int, int]]:
    with pdfium.PdfDocument(path) as pdf:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]


def made(theme: Theme, path: Path, deck: Deck, form: Form) -> int:
    """Save a handout; the theme brings the fonts."""
    assert theme.paper is not None
    return save(path, Order(deck, form, DAY), FakeLibrary(), Progress())


def many(count: int, notes: str = "") -> Deck:
    slides = tuple(
        Slide(nth, f"s{nth}", f"Title {nth}", f"<p>Words {nth}</p>", notes=notes)
        for nth in range(1, count + 1)
    )
    return Deck(PACK, "An Alliance: A talk", slides)


def test_one_slide_a_page_lies_across(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "one.pdf"
    assert made(theme, file, FakeLibrary().deck(), Form.ONE) == 4
    pages = pages_of(file)
    assert sizes_of(file) == [A4[::-1]] * 4
    assert pages[0].startswith("What holds it up Seven questions")
    assert "An introduction · 1 December 2026 1 / 4" in pages[0]
    assert pages[3].endswith("4 / 4")
    assert "hub" in pages[1]  # the words in the drawing are words
    assert "Thank you" not in "".join(pages)


def test_two_slides_with_their_notes(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "notes.pdf"
    assert made(theme, file, FakeLibrary().deck(), Form.NOTES) == 2
    pages = pages_of(file)
    assert sizes_of(file) == [A4] * 2
    assert "Thank you for the hour." in pages[0]
    assert "one after the other." in pages[0]
    assert "Three habits" in pages[1]
    assert "Pens, please." in pages[1]
    assert pages[1].endswith("2 / 2")


@pytest.mark.parametrize(("slides", "pages"), [(1, 1), (6, 1), (7, 2), (13, 3)])
def test_six_slides_a_page(theme: Theme, tmp_path: Path, slides: int, pages: int) -> None:
    file = tmp_path / "six.pdf"
    assert made(theme, file, many(slides), Form.SIX) == pages
    text = "\n".join(pages_of(file))
    assert [int(nth) for nth in re.findall(r"Title (\d+) Words", text)] == list(range(1, slides + 1))
    assert text.count("An Alliance: A talk · 1 December 2026") == pages


def test_notes_longer_than_a_page_go_on_over_the_next_ones_and_no_line_is_lost(
    theme: Theme, tmp_path: Path
) -> None:
    words = [f"w{nth:04}" for nth in range(2400)]
    notes = "".join(f"<p>{' '.join(words[at : at + 40])}</p>" for at in range(0, len(words), 40))
    file = tmp_path / "long.pdf"
    count = made(theme, file, many(3, notes), Form.NOTES)
    assert 6 <= count <= 15
    assert re.findall(r"w\d{4}", " ".join(pages_of(file))) == words * 3


def test_fonts_are_in_the_file_and_it_says_what_it_is(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "fonts.pdf"
    made(theme, file, FakeLibrary().deck(), Form.NOTES)
    data = file.read_bytes()
    assert b"/FontFile2" in data
    assert b"Literata" in data
    with pdfium.PdfDocument(file) as pdf:
        assert pdf.get_metadata_value("Title") == "An introduction"


def test_a_picture_of_a_document_is_in_the_handout(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "imported.pdf"
    made(theme, file, FakeLibrary().deck(IMPORTED), Form.ONE)
    with pdfium.PdfDocument(file) as pdf:
        made_of = pdf[1].render(scale=0.5, prefer_bgrx=True)
        picture = QImage(
            made_of.buffer, made_of.width, made_of.height, made_of.stride, QImage.Format.Format_RGB32
        ).copy()
    colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert sum(1 for colour in colours if colour.blue() > 180 and colour.red() < 60) > 3000
    assert "Year Fish 2026 12" in pages_of(file)[2]


def test_where_nothing_can_be_written_a_sentence_says_so(theme: Theme, tmp_path: Path) -> None:
    for path in (tmp_path / "no folder" / "x.pdf", tmp_path):
        with pytest.raises(AppError, match=r"could not be written to .* Choose another folder"):
            made(theme, path, many(1), Form.ONE)
    assert list(tmp_path.iterdir()) == []


def test_a_handout_that_is_stopped_leaves_nothing_and_the_old_file_stays(
    theme: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "kept.pdf"
    file.write_text("the one before", encoding="utf-8")
    progress = Progress(lambda done, _of: progress.stop() if done == 2 else None)
    with pytest.raises(Stopped):
        save(file, Order(many(9), Form.ONE, DAY), FakeLibrary(), progress)
    assert [one.name for one in tmp_path.iterdir()] == ["kept.pdf"]
    assert file.read_text(encoding="utf-8") == "the one before"
    assert made(theme, file, many(2), Form.ONE) == 2
    assert len(pages_of(file)) == 2


def test_a_printer_gets_the_same_pages(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFullPage(True)
    assert theme.paper is not None
    assert put(printer, Order(many(7), Form.SIX, DAY), FakeLibrary(), Progress()) == 2
    assert sizes_of(file) == [A4] * 2
    assert "Title 7" in pages_of(file)[1]


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert (
        file_name_of("An introduction: what/holds\tus up?", "handout") == "An introduction what holds us up"
    )
    assert file_name_of("...", "handout") == "handout"
    assert len(file_name_of("long " * 60, "handout")) <= 80
