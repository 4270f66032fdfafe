"""What PDFium is asked, on files of which every byte is known."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest

from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.pdf.engine import Engine
from animating_alliances_desktop.core.library.pdf.extraction import Grid, photos_of
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.lines import Run
from animating_alliances_desktop.core.library.pdf.model import Box, Link
from tests.pdfs import HEIGHT, WIDTH, Page, column, locked, pdf, plain

BLACK, WHITE = b"\x00\x00\x00", b"\xff\xff\xff"


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.close()


def letters(engine: Engine, page: int = 0) -> Letters:
    told, load = engine.letters(page)
    runs = [Run(*run) for run in told["runs"]]
    return Letters(told["text"], array("f", bytes(load)), runs, [Link(**link) for link in told["links"]])


def where(found: Letters, words: str) -> tuple[int, int]:
    start = found.units.index(words)
    return start, start + len(words)


def test_pages_have_their_sizes_and_their_printed_numbers(engine: Engine) -> None:
    pages = [Page(), Page(rotate=90), Page(size=(300, 400), crop=(50, 50, 250, 350))]
    facts, _ = engine.open(pdf(pages, labels="0 << /S /r /St 4 >> 2 << /P (A-) /S /D >>"))
    assert facts["sizes"] == [(WIDTH, HEIGHT), (HEIGHT, WIDTH), (200, 300)]
    assert facts["labels"] == ["iv", "v", "A-1"]


def test_a_file_without_labels_counts_its_pages(engine: Engine) -> None:
    facts, _ = engine.open(plain("one", "two"))
    assert facts["labels"] == ["1", "2"]


def test_the_outline_says_where_each_chapter_begins(engine: Engine) -> None:
    outline = [("Beginnings", 0, [("The hub", 1)]), ("Money", 1, [])]
    facts, _ = engine.open(pdf([Page(column(["a"])), Page(column(["b"]))], outline=outline))
    assert [(one["level"], one["title"], one["page"]) for one in facts["outline"]] == [
        (0, "Beginnings", 0),
        (1, "The hub", 1),
        (0, "Money", 1),
    ]
    assert engine.spot(1, 0, facts["outline"][1]["y"])[0] == pytest.approx(HEIGHT - 760, abs=0.1)


def test_a_strip_shows_its_part_of_the_page(engine: Engine) -> None:
    engine.open(pdf([Page(drawing="0 0 0 rg 0 642 595 100 re f")]))
    told, pixels = engine.draw(0, 1.0, 90, 20)
    assert (told["width"], told["height"]) == (WIDTH, 20)
    rows = [bytes(pixels[row * WIDTH * 4 :][:3]) for row in range(20)]
    assert rows == [WHITE] * 10 + [BLACK] * 10
    assert engine.draw(0, 2.0, 0, 9_999)[0]["height"] == HEIGHT * 2


def test_photographs_are_told_from_line_drawings_and_from_scanned_pages(engine: Engine) -> None:
    photo, drawing, scan = (100, 100, 200, 200, True), (320, 100, 200, 200, False), (0, 0, 595, 842, True)
    engine.open(pdf([Page(pictures=[photo, drawing, (10, 10, 9, 9, True)]), Page(pictures=[scan])]))

    def photos(page: int) -> list[Box]:
        shown = engine._page(page)
        return photos_of(shown, Grid(shown))

    assert photos(0) == [pytest.approx((100, 542, 300, 742), abs=0.1)]
    assert photos(1) == []


def test_by_night_black_and_white_change_places_and_a_photograph_stays(engine: Engine) -> None:
    engine.open(pdf([Page(pictures=[(100, 100, 200, 200, True)], drawing="0 0 0 rg 0 742 595 100 re f")]))
    by_day = engine.draw(0, 1.0, 0, 9_999)[1]
    by_night = engine.draw(0, 1.0, 0, 9_999, ((221, 212, 198), (31, 29, 26)))[1]

    def at(pixels: bytes, x: int, y: int) -> bytes:
        return bytes(pixels[(y * WIDTH + x) * 4 :][:3])

    assert at(by_night, 10, 50) == bytes((198, 212, 221))
    assert at(by_night, 10, 400) == bytes((26, 29, 31))
    assert at(by_night, 200, 640) == at(by_day, 200, 640)
    edges = [(100, 542), (299, 741)]
    small = [engine.draw(0, 0.17, 0, 9_999, tones)[1] for tones in (None, ((221, 212, 198), (31, 29, 26)))]
    width = len(small[0]) // 4 // round(HEIGHT * 0.17)
    for x, y in edges:
        first = (int(y * 0.17) * width + int(x * 0.17)) * 4
        assert small[0][first : first + 3] == small[1][first : first + 3]
    part = engine.draw(0, 1.0, 600, 60, ((221, 212, 198), (31, 29, 26)))[1]
    assert at(part, 200, 40) == at(by_day, 200, 640)
    assert at(part, 10, 40) == bytes((26, 29, 31))


def test_two_columns_are_read_one_after_the_other(engine: Engine) -> None:
    left, right = ["The first column", "goes on here"], ["The second one", "ends there"]
    engine.open(pdf([Page(column(left) + column(right, x=320))]))
    found = letters(engine)
    assert found.words(0, len(found)) == "The first column\ngoes on here\nThe second one\nends there"
    assert found.spot(500, 84) == found.units.index("one") + 3
    assert found.spot(20, 98) == found.units.index("goes")
    start, _ = where(found, "column")
    _, end = where(found, "second")
    assert [round(box[0]) for box in found.boxes(start, end)][1:] == [72, 320]


def test_words_that_share_a_line_over_two_columns_keep_apart(engine: Engine) -> None:
    engine.open(pdf([Page([(72, 700, "left"), (320, 700, "right")])]))
    assert [round(box[0]) for box in letters(engine).boxes(0, 99)] == [72, 320]


def test_a_ligature_is_its_letters_and_each_has_its_part_of_it(engine: Engine) -> None:
    engine.open(pdf([Page(column(["of#ce"]))], unicode={"#": "fi"}))
    found = letters(engine)
    assert found.units == "office"
    whole, one = next(found.boxes(2, 4)), next(found.boxes(3, 4))
    assert one[0] == pytest.approx((whole[0] + whole[2]) / 2, abs=0.1)
    assert found.word(3) == (0, 6)


def test_a_word_that_is_broken_at_the_end_of_a_line_is_one_word(engine: Engine) -> None:
    engine.open(plain("They coope-\nration a lot"))
    found = letters(engine)
    assert found.words(0, len(found)) == "They cooperation a lot"
    start, end = found.word(found.units.index("ration"))
    assert found.words(start, end) == "cooperation"
    assert len(list(found.boxes(start, end))) == 2


def test_text_from_right_to_left_is_selected_as_it_is_read(engine: Engine) -> None:
    engine.open(pdf([Page(column(["###$ abc"]))], unicode={"#": "ש", "$": "ל"}))
    found = letters(engine)
    assert found.units.startswith("לששש")
    first, last = found.box(0), found.box(3)
    assert first[0] > last[0]
    y = (first[1] + first[3]) / 2
    assert found.spot(first[2] - 0.5, y) == 0
    assert found.spot(last[0] + 0.5, y) == 4
    (box,) = found.boxes(0, 2)
    assert box == pytest.approx((found.box(1)[0], box[1], first[2], box[3]))


def test_a_letter_beyond_the_first_plane_has_two_places_and_one_box(engine: Engine) -> None:
    engine.open(pdf([Page(column(["a#b"]))], unicode={"#": "😀"}))
    found = letters(engine)
    assert len(found) == 4
    assert found.words(0, 4) == "a😀b"
    assert found.step(1, 1) == 3
    assert found.box(3)[0] > found.box(1)[0]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_lie_where_the_letters_are_drawn_however_the_page_is_turned(engine: Engine, turn: int) -> None:
    engine.open(pdf([Page([(200, 300, "HHHHHHHH")], rotate=turn, crop=(50, 40, 550, 800))]))
    (box,) = letters(engine).boxes(0, 99)
    told, pixels = engine.draw(0, 1.0, 0, 9_999)
    width = told["width"]
    dark = [at // 4 for at in range(0, len(pixels), 4) if pixels[at] < 128]
    across, down = [at % width for at in dark], [at // width for at in dark]
    assert box[0] - 1 <= min(across) <= max(across) <= box[2] + 1
    assert box[1] - 1 <= min(down) <= max(down) <= box[3] + 1
    assert (box[2] - box[0]) * (box[3] - box[1]) < 3_000


def test_the_text_cursor_goes_by_letters_words_and_lines(engine: Engine) -> None:
    engine.open(plain("One two\nthree four"))
    found = letters(engine)
    three = found.units.index("three")
    assert found.step(6, 1) == 7
    assert found.step(7, 1) == three
    assert found.step(0, -1) == -1
    assert found.step(len(found), 1) == -1
    assert found.step_word(0, 1) == 4
    assert found.step_word(three + 2, -1) == three
    assert found.line(three + 1) == (three, len(found))
    x = found.caret(4)[0]
    below = found.beside(4, 1, x)
    assert found.beside(below, -1, x) == 4
    assert found.beside(0, -1, x) == -1
    assert found.edge(x, last=True) == below


def test_links_lead_to_pages_and_to_addresses(engine: Engine) -> None:
    links: list[tuple[tuple[float, float, float, float], int | str]] = [
        ((72, 700, 200, 720), 1),
        ((72, 600, 200, 620), "https://example.org/a"),
    ]
    engine.open(pdf([Page(links=links), Page()]))
    found = letters(engine)
    inside, outside = found.link_at(100, HEIGHT - 710), found.link_at(100, HEIGHT - 610)
    assert inside is not None
    assert (inside.page, inside.y) == (1, 700)
    assert outside is not None
    assert outside.address == "https://example.org/a"
    assert found.link_at(300, 300) is None


def test_an_encrypted_file_wants_its_password(engine: Engine) -> None:
    data = locked(plain("A secret"), "sesame")
    with pytest.raises(LockedError, match="password"):
        engine.open(data)
    with pytest.raises(LockedError):
        engine.open(data, "wrong")
    engine.open(data, "sesame")
    assert engine.texts(0, 1)[0] == ["A secret"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and nothing", b"\x00" * 5_000, plain("one")[:300]], ids=len)
def test_a_broken_file_is_told_in_one_sentence(engine: Engine, data: bytes) -> None:
    with pytest.raises(AppError, match="damaged"):
        engine.open(data)


def test_a_page_without_end_is_drawn_small_or_not_at_all(engine: Engine) -> None:
    facts, _ = engine.open(pdf([Page(column(["far away"]), size=(200_000, 200_000))]))
    assert facts["sizes"] == [(200_000, 200_000)]
    with pytest.raises(AppError, match="too large"):
        engine.draw(0, 1.0, 0, 10)
    assert engine.draw(0, 0.01, 0, 9_999)[0]["height"] == 2_000


def test_a_page_of_no_size_has_the_usual_one(engine: Engine) -> None:
    facts, _ = engine.open(pdf([Page(size=(0, 0))]))
    assert facts["sizes"] == [(612, 792)]


def test_what_was_selected_is_told_in_the_coordinates_of_the_file(engine: Engine) -> None:
    engine.open(pdf([Page([(200, 300, "Here")], rotate=90)]))
    ((left, bottom, right, top),) = engine.quads(0, 0, 4)
    assert left == pytest.approx(200, abs=1)
    assert bottom < 300 < top
    assert right > left
