"""What each importer makes of an honest file."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from animating_alliances_desktop.core.library.importers import pdf as pdf_importer
from animating_alliances_desktop.core.library.importers.paragraphs import Line, joined, largest
from animating_alliances_desktop.core.library.importers.plain import clean, year
from animating_alliances_desktop.core.library.importers.taking import take_apart
from tests import files

Parts = dict[str, Any]
ALL = {"title", "author", "year", "outline", "html", "paragraphs", "pages", "words", "media_type", "pictures"}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Two slides: one with everything on it, one without a title."""
    shown = Presentation()
    shown.core_properties.title, shown.core_properties.author = "Who carries what", "Tom"
    slide = shown.slides.add_slide(shown.slide_layouts[1])
    slide.shapes.title.text = "The first year"
    frame = slide.placeholders[1].text_frame
    frame.text = "Meet weekly"
    for level, words in ((1, "on Tuesdays"), (3, "at the pier"), (0, "Write it down")):
        added = frame.add_paragraph()
        added.text, added.level = words, level
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(4), Inches(1)).table
    for at, words in enumerate(("Member", "Gives", "Port", "A quay")):
        table.cell(at // 2, at % 2).text = words
    image = tmp_path / "quay.png"
    image.write_bytes(files.picture())
    slide.shapes.add_picture(str(image), Inches(6), Inches(6))
    slide.notes_slide.notes_text_frame.text = "Pause here.\nAsk who is missing."
    other = shown.slides.add_slide(shown.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["2019", "2020"]
    data.add_series("Members", (4, 7.5))
    other.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(4), Inches(3), data)
    shown.save(tmp_path / "deck.pptx")
    return tmp_path / "deck.pptx"


def test_a_presentation_becomes_its_slides_with_tables_pictures_and_notes(deck: Path) -> None:
    parts = take_apart(str(deck))
    assert set(parts) == ALL
    assert (parts["title"], parts["author"]) == ("Who carries what", "Tom")
    assert parts["outline"] == [(2, "The first year", "slide-1"), (2, "Slide 2", "slide-2")]
    html = parts["html"].replace("\n", "")
    assert (
        "<ul><li>Meet weekly<ul><li>on Tuesdays<ul><li>at the pier</li></ul></li></ul></li><li>Write" in html
    )
    assert "<th>Member</th><th>Gives</th>" in html
    assert "<td>Port</td><td>A quay</td>" in html
    assert '<img src="aa:picture/p1"' in html
    assert "<blockquote><p>Pause here.</p><p>Ask who is missing.</p></blockquote>" in html
    assert "<td>2020</td><td>7.5</td>" in html
    assert [label for label, _words in parts["pages"]] == ["1", "2"]
    assert all(words > 0 for _label, words in parts["pages"])


@pytest.mark.parametrize("said", ["- no title specified", "Unknown Title", "Untitled document"])
def test_a_title_that_a_program_made_up_is_none(tmp_path: Path, said: str) -> None:
    page, book = tmp_path / "a.html", tmp_path / "a.epub"
    page.write_text(f"<title>{said}</title><h1>The evaluation</h1><p>Words</p>")
    files.epub(book, {"a.xhtml": "<h1>The evaluation</h1><p>Words</p>"})
    with ZipFile(book) as made:
        entries = {name: made.read(name) for name in made.namelist()}
    entries["OEBPS/book.opf"] = entries["OEBPS/book.opf"].replace(b"The long table", said.encode())
    files.zipped(entries, book)
    files.docx(
        tmp_path / "a.docx", files.paragraph("The evaluation", "Heading1") + files.paragraph("x"), title=said
    )
    titles = {take_apart(str(tmp_path / f"a.{kind}"))["title"] for kind in ("html", "epub", "docx")}
    assert titles == {"The evaluation"}


def test_a_chart_of_points_keeps_where_each_of_them_is(tmp_path: Path) -> None:
    shown = Presentation()
    data = XyChartData()
    for name in ("Trust", "Hours"):
        series = data.add_series(name)
        series.add_data_point(1.5, 4)
        series.add_data_point(2.5, 9 if name == "Trust" else 7)
    slide = shown.slides.add_slide(shown.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, 0, 0, Inches(4), Inches(3), data)
    shown.save(tmp_path / "a.pptx")
    html = take_apart(str(tmp_path / "a.pptx"))["html"].replace("\n", "")
    assert "<th>Trust</th>" in html
    assert "<td>1.5</td><td>4</td></tr><tr><td>2.5</td><td>9</td>" in html
    assert "<td>1.5</td><td>4</td></tr><tr><td>2.5</td><td>7</td>" in html


def test_a_word_file_keeps_headings_tables_and_pictures_and_its_title_stands_once(tmp_path: Path) -> None:
    body = (
        files.paragraph("The charter", "Heading1")
        + files.paragraph("We decide by consent.")
        + files.paragraph("Money", "Heading2")
        + files.paragraph("It comes late.")
        + files.drawing("r9", "The quay")
        + f"<w:tbl><w:tr><w:tc>{files.paragraph('Port')}</w:tc><w:tc>{files.paragraph('Keys')}</w:tc></w:tr></w:tbl>"
    )
    path = files.docx(tmp_path / "charter.docx", body, pictures={"r9": files.picture((3000, 40))})
    parts = take_apart(str(path))
    assert set(parts) == ALL
    assert (parts["title"], parts["author"], parts["year"]) == ("The charter", "Ines Obi", "2019")
    assert parts["outline"] == [(2, "Money", "h-1")]
    assert parts["paragraphs"] == [
        ("", "We decide by consent."), ("Money", "It comes late."), ("Money", "Port"), ("Money", "Keys")
    ]  # fmt: skip
    assert '<img src="aa:picture/p1" alt="The quay">' in parts["html"]
    assert b64decode(parts["pictures"]["p1"]).startswith(b"\x89PNG")
    assert "h1" not in parts["html"]


def test_an_e_book_is_joined_in_its_order_and_its_links_and_contents_lead_into_it(tmp_path: Path) -> None:
    chapters = {
        "one.xhtml": '<h1>One</h1><p>See <a href="two.xhtml#x">there</a>&nbsp;and <a href="two.xhtml">here</a>.</p>'
        '<p><img src="../img/a.png" alt="A quay"/><a id="n"/> after</p>',
        "two.xhtml": '<div>Loose <b>bold</b> words<p id="x">Target</p>tail</div>',
    }
    path = files.epub(tmp_path / "book.epub", chapters, {"img/a.png": files.picture()})
    parts = take_apart(str(path))
    assert set(parts) == ALL
    assert (parts["title"], parts["author"], parts["year"]) == ("The long table", "A. Weaver", "2014")
    assert parts["outline"] == [(1, "Chapter 1", "c1"), (1, "Chapter 2", "c2")]
    for piece in ('<h1 id="c1">', 'href="#c2-x"', 'href="#c2"', '<p id="c2-x">Target', 'src="aa:picture/p1"'):
        assert piece in parts["html"]
    assert [text for _heading, text in parts["paragraphs"]][-3:] == ["Loose bold words", "Target", "tail"]


def test_an_older_e_book_brings_its_contents_too(tmp_path: Path) -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Part</text></navLabel>'
        '<content src="a.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel><content src="a.xhtml#s"/></navPoint>'
        "</navPoint></navMap></ncx>"
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    doctype = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    )
    path = files.epub(
        tmp_path / "old_book.epub",
        {"x": ""},
        {},
    )
    files.zipped(
        {
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>",
            "book.opf": package,
            "toc.ncx": ncx,
            "a.xhtml": files.xhtml('<p>Caf&eacute;</p><h2 id="s">Inner</h2><p>Words</p>', doctype),
        },
        path,
    )
    parts = take_apart(str(path))
    assert parts["title"] == "Inner"
    assert parts["outline"] == [(1, "Part", "c1"), (2, "Inner", "c1-s")]
    assert parts["paragraphs"][0] == ("", "Café")


def test_of_a_page_of_html_only_its_own_words_and_pictures_stay(tmp_path: Path) -> None:
    carried = b64encode(files.picture()).decode()
    page = (
        "<html><head><title>Tides &amp; us</title><meta name=author content='Jo Li'>"
        "<meta property=article:published_time content=2020-02-01></head><body><nav>Menu</nav><h1>Tides & us</h1>"
        f"<div>Hello<br>you</div><img src='data:image/png;base64,{carried}' alt=Here>"
        "<img src=https://example.org/x.png alt='Far away'><script>alert(1)</script></body></html>"
    )
    (tmp_path / "tides.html").write_text(page, encoding="utf-8")
    parts = take_apart(str(tmp_path / "tides.html"))
    assert set(parts) == ALL
    assert (parts["title"], parts["author"], parts["year"]) == ("Tides & us", "Jo Li", "2020")
    assert parts["paragraphs"][0] == ("", "Hello you")
    assert "[Far away]" in parts["html"]
    assert parts["html"].count("<img") == 1
    for word in ("Menu", "script", "example.org", "h1"):
        assert word not in parts["html"]


@pytest.mark.parametrize(("encoding", "declared"), [("utf-8", ""), ("latin-1", "<meta charset=iso-8859-1>"),
                                                    ("utf-16", ""), ("cp1252", "")])  # fmt: skip
def test_a_page_is_read_in_its_own_encoding(tmp_path: Path, encoding: str, declared: str) -> None:
    (tmp_path / "a.htm").write_bytes(f"{declared}<p>Café über alles".encode(encoding))
    assert take_apart(str(tmp_path / "a.htm"))["paragraphs"] == [("", "Café über alles")]


def read_pdf(path: Path, password: str = "") -> tuple[Parts, Parts]:
    said = pdf_importer.look_into(str(path), password)
    read = pdf_importer.read_pages(str(path), password, 0, said["labels"])
    pdf_importer._open.cache_clear()
    return said, read


def test_a_pdf_brings_its_pages_with_their_printed_numbers_and_its_outline(tmp_path: Path) -> None:
    made = files.pdf(
        ["Foreword"], ["The first page of the text."], ["The second one."],
        Title="Microsoft Word - Annual report.docx", Author="Ines Obi", CreationDate="D:20190304120000",
    )  # fmt: skip
    made.labels = "0 << /S /r >> 1 << /S /D >>"
    made.outline = [("Foreword", 0), ("Findings (2)".replace("(", "").replace(")", ""), 2)]
    said, read = read_pdf(made.save(tmp_path / "a.pdf"))
    assert (said["title"], said["author"], said["year"]) == ("Annual report", "Ines Obi", "2019")
    assert said["labels"] == ["i", "1", "2"]
    assert said["outline"] == [(1, "Foreword", "page-1"), (1, "Findings 2", "page-3")]
    assert read["html"] == (
        '<h2 id="page-1">Page i</h2><p>Foreword</p><h2 id="page-2">Page 1</h2>'
        '<p>The first page of the text.</p><h2 id="page-3">Page 2</h2><p>The second one.</p>'
    )
    assert read["pages"] == [("i", 1), ("1", 6), ("2", 3)]
    assert read["paragraphs"][0] == ("Page i", "Foreword")


def test_lines_become_paragraphs_and_broken_words_whole(tmp_path: Path) -> None:
    lines = [
        "The fund was put to the test in a long-term co-", "operative way, and the long-",
        "term plan took a year of work to", "come about.", "    Then a second paragraph begins and goes on until the",
        "end of this line here, and then one more",
        "line follows.", "", "After a gap comes a third one.", "• a point", "• another point",
    ]  # fmt: skip
    _said, read = read_pdf(files.pdf(lines).save(tmp_path / "a.pdf"))
    assert [text for _heading, text in read["paragraphs"]] == [
        "The fund was put to the test in a long-term cooperative way, and the long-term plan took a year of work to "
        "come about.",
        "Then a second paragraph begins and goes on until the end of this line here, and then one more line follows.",
        "After a gap comes a third one.",
        "• a point",
        "• another point",
    ]


def test_what_is_printed_largest_is_the_title_of_a_pdf_that_says_none(tmp_path: Path) -> None:
    made = files.Pdf()
    made.add(["Some words", "and more"])
    lines = [Line("The tide turns", 0, 90, 24), Line("words", 0, 60, 11), Line("words", 0, 46, 11)]
    assert largest(lines) == "The tide turns"
    assert largest(lines[1:]) == ""
    said, _read = read_pdf(made.save(tmp_path / "tide_tables_2021.pdf"))
    assert said["title"] == "tide tables 2021"


def test_a_scanned_page_is_told_apart_from_a_blank_one(tmp_path: Path) -> None:
    _said, read = read_pdf(files.pdf(["Words"], files.SCANNED, []).save(tmp_path / "a.pdf"))
    assert [words for _label, words in read["pages"]] == [1, 0, 0]
    assert read["silent"] == 1


def test_columns_are_read_one_after_the_other() -> None:
    left = [Line("The left column ends in the", 0, 100, 10, 100), Line("middle of", 0, 88, 10, 88)]
    right = [Line("a sentence that goes on. And", 300, 100, 10, 100), Line("more.", 300, 88, 10, 88)]
    assert joined(left + right) == [
        "The left column ends in the middle of a sentence that goes on. And more."
    ]


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.text(max_size=30).map(str.strip).filter(bool), *[st.floats(-1e6, 1e6)] * 4), max_size=12
    )
)
def test_no_letter_of_a_page_is_lost_but_hyphens(lines: list[tuple[str, float, float, float, float]]) -> None:
    def letters(words: str) -> str:
        return "".join(sorted(letter for letter in words if letter.isalnum()))

    assert letters("".join(joined([Line(*line) for line in lines]))) == letters(
        "".join(line[0] for line in lines)
    )


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_words_from_outside_can_be_kept(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert "\0" not in kept
    assert clean(kept) == kept


def test_a_year_is_found_where_one_is_named() -> None:
    assert [year(said) for said in ("2019-04-02", "May 2021", "20210304", "c. 1890", "12345", 1999, None)] == [
        "2019", "2021", "2021", "1890", "", "1999", ""
    ]  # fmt: skip


@pytest.mark.parametrize("make", [lambda p: files.docx(p / "a.docx", ""), lambda p: files.epub(p / "a.epub", {"a": ""}),
                                  lambda p: (p / "a.html", (p / "a.html").write_text("<p> </p>"))[0]])  # fmt: skip
def test_a_file_without_words_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    from animating_alliances_desktop.core.errors import AppError

    with pytest.raises(AppError, match="no words"):
        take_apart(str(make(tmp_path)))
