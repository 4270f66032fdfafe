"""A book holds every letter that was written, in each of its files; and no file is written over, or left half."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.book import letters, making
from animating_alliances_desktop.core.book.making import format_of, make, write
from animating_alliances_desktop.core.book.markdown import to_markdown
from animating_alliances_desktop.core.book.model import (
    Aside,
    Book,
    Code,
    Cover,
    Format,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    Term,
    Tone,
    plain,
    words,
)
from animating_alliances_desktop.core.book.reading import blocks_of, words_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.progress import Progress, Stopped

_IN_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr"),
    *("shd", "tabs", "bidi", "spacing", "ind", "jc"),
)
"""Of what a paragraph is, as ECMA-376 gives it (17.3.1.26)."""
ORDER = [qn(f"w:{tag}") for tag in _IN_ORDER]
HOSTILE = """<script>alert(1)</script> & <b>bold?</b> &amp; &lt; \x00\x07\x1b ]]> {{ }} %s \\par
# not *closed
[Ines]: yes
    four spaces of indent
- [ ] to do
1) one
|a|b|c|d|e|f|g|h|
|-|-|-|-|-|-|-|-|
|1|2|3|4|5|6|7|8|
>>> deep
``` unclosed
~~~
مرحبا بالعالم שלום 会议 한국어 😀🎉 👩\u200d👩\u200d👧 \ud800 \ufffe e\u0301 ﷽"""


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def lines_of(content: bytes) -> list[str]:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def entry(number: int, *blocks: object) -> list[object]:
    return [Heading(2, words(f"{number} · Meeting {number}"), f"entry-{number}"), *blocks]


def book(*blocks: object) -> Book:
    return Book(
        "Coast",
        (Heading(1, words("Entries"), "entries"), *blocks),  # type: ignore[arg-type]
        Cover("Log book", "1 August to 30 November 2026", ("2 entries",)),
        (
            Term("Ines Duarte", "People", ("entry-1", "entry-2")),
            Term("trust", "Tags", ("entry-2",)),
            Term("\u200b\u0301", "Signs without a form", ()),
        ),
        "Coast · log book",
        labels={"entry-1": "1", "entry-2": "2"},
    )


def test_a_name_bracketed_by_hand_is_printed_without_its_brackets() -> None:
    assert plain(words_of("Ask [[Port Authority]], see [[aa:case/x|Case]] and [[a.")) == (
        "Ask Port Authority, see Case and [[a."
    )


def test_what_the_user_marked_becomes_styles_and_pointers_become_words() -> None:
    assert words_of("a *b* **c** `d` [[aa:case/start-network|Start *Net*]]") == (
        Run("a "),
        Run("b", italic=True),
        Run(" "),
        Run("c", bold=True),
        Run(" "),
        Run("d", code=True),
        Run(" "),
        Run("Start *Net*", thing="aa:case/start-network"),
    )
    heading, listing, quote, table, code = blocks_of(
        "# H\n\n3. x\n   - y\n\n> q\n\n|a|b|\n|-|-|\n|1|2|\n\n```\nk\n```"
    )
    assert heading == Heading(3, words("H"))
    assert listing == Listing(((Paragraph(words("x")), Listing(((Paragraph(words("y")),),))),), 3)
    assert quote == Quote((Paragraph(words("q")),))
    assert table == Table((words("a"), words("b")), ((words("1"), words("2")),))
    assert code == Code("k")


@pytest.mark.parametrize(
    "text", ["[Ines]: yes", "    indented", "line\n---", ">" * 40 + " deep", "| a |\n|--|\n| b | c |"]
)
def test_nothing_is_swallowed_that_markdown_would_swallow(text: str) -> None:
    assert re.findall(r"\w+", " ".join(plain(runs_of(block)) for block in blocks_of(text))) == re.findall(
        r"\w+", text
    )


def runs_of(block: object) -> list[Run]:
    parts = [getattr(block, name, ()) for name in ("words", "blocks", "items", "head", "rows")]
    flat: list[Run] = []
    for part in parts:
        for one in part:
            flat += [one] if isinstance(one, Run) else runs_of_many(one)
    return flat


def runs_of_many(held: object) -> list[Run]:
    if isinstance(held, tuple):
        return [run for one in held for run in ([one] if isinstance(one, Run) else runs_of_many(one))]
    return runs_of(held)


@settings(max_examples=150)
@given(st.text("ab *_`#->|[]()!~\n1.&<é😀", max_size=60))
def test_every_letter_stays_and_markdown_written_is_markdown_read(text: str) -> None:
    blocks = blocks_of(text)
    written = to_markdown(Book("t", blocks)).removeprefix("# t")
    again = blocks_of(written)
    letters = sorted(letter for letter in text if letter.isalpha())
    for said in (blocks, again):
        everything = str([(run.text, run.link) for block in said for run in runs_of(block)])
        assert all(everything.count(letter) >= letters.count(letter) for letter in set(letters))


def test_a_pdf_has_contents_index_and_page_numbers_that_are_true() -> None:
    filling = [Paragraph(words("Something happened at the pier. " * 40))] * 12
    made = make(book(*entry(1, *filling), *entry(2, *filling)), Format.PDF)
    document = pypdfium2.PdfDocument(made.content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == made.pages
    where = {
        nth: next(no for no, text in enumerate(pages, 1) if no > 1 and f"{nth} · Meeting {nth}\r" in text)
        for nth in (1, 2)
    }
    assert where[2] > where[1]
    for nth, page in where.items():
        assert re.search(rf"{nth} · Meeting {nth}\s+{page}\b", pages[1])
    assert f"Ines Duarte, {where[1]}, {where[2]}" in pages[-1]
    assert [item.get_title() for item in document.get_toc()] == [
        "Entries",
        "1 · Meeting 1",
        "2 · Meeting 2",
        "Index",
    ]
    assert pages[0].startswith("Log book")


def test_a_word_file_has_headings_lists_contents_and_links() -> None:
    made = make(
        book(
            *entry(
                1,
                *blocks_of(
                    "1. a\n2. b\n\ntext\n\n1. c\n\n| x | y |\n|--|--|\n| 1 | 2 |\n\n[w](https://e.org/ä b)"
                ),
            ),
            *entry(2, Aside("Later thought", (Paragraph(words("it was so")),)), Code("k  k")),
            Quote((Listing(((Paragraph(words("مرحبا")),),), 7), Quote((Paragraph(words("q")),)))),
        ),
        Format.DOCX,
    )
    document = Document(BytesIO(made.content))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == ["1 · Meeting 1", "2 · Meeting 2"]
    xml = document.element.xml
    anchors, marks = (
        set(re.findall(r'w:anchor="(\w+)"', xml)),
        set(re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', xml)),
    )
    assert anchors <= marks
    assert len(marks) == 4
    assert 'TOC \\o "1-2"' in xml
    numbers = [
        re.search(r'w:numId w:val="(\d+)"', p._p.xml)
        for p in document.paragraphs
        if p.style.name == "List Number"
    ]
    assert len({found[1] for found in numbers if found}) == 3, "each list begins with its own number"
    for properties in document.element.iter(qn("w:pPr")):
        places = [ORDER.index(child.tag) for child in properties]
        assert places == sorted(set(places)), "Word opens no file in which these are in another order"
    assert document.core_properties.author == ""
    assert "Later thought" in lines_of(made.content)


@pytest.mark.parametrize("kind", list(Format))
def test_hostile_text_goes_through_whole(kind: Format) -> None:
    title = "T\x00itle <b>&amp; שלום"
    long = "word " * 10_000 + "x" * 3_000
    made = make(
        book(
            *entry(1, *blocks_of(HOSTILE), *blocks_of(long), Heading(3, words("h" * 4_000), "long-heading")),
            *entry(
                2,
                Table(tuple(words(f"c{n}") for n in range(80)), (tuple(words(f"v{n}") for n in range(80)),)),
            ),
            Table((words("a"), words("b")), ((words("tall " * 2_000), words("x")),)),
            Heading(2, words(title), "odd \" key' & <x>"),
            Paragraph(words("مرحبا " * 300), Tone.LEAD),
        ),
        kind,
    )
    match kind:
        case Format.PDF:
            said = text_of(made.content)
            assert "👧" in made.unprintable or "[girl]" not in said
        case Format.DOCX:
            said = "\n".join(lines_of(made.content))
            assert "会议 한국어 😀🎉" in said
        case Format.MARKDOWN:
            said = made.content.decode()
            assert "会议 한국어 😀🎉" in said
    assert said.count("word") >= 10_000
    assert said.count("tall") >= 2_000
    for part in ("script", "alert(1)", "four spaces of indent", "v79", "Ines"):
        assert part in said.replace("\\", "")


def test_a_letter_without_a_font_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "face_for", lambda _letter: None)
    made = make(book(*entry(1, *blocks_of("Well done 🎉 ไทย เลย"))), Format.PDF)
    said = text_of(made.content)
    assert "Well done [party popper] [Thai: 3] [Thai: 3]" in said
    assert "no font of the computer" in said.replace("\r\n", " ")
    assert set(made.unprintable) == set("🎉ไทยเลย")


def test_a_file_is_not_written_over_and_never_left_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "log.pdf"
    target.write_text("mine")
    with pytest.raises(AppError, match="already"):
        write(book(), target)
    write(book(), target, replace=True)
    assert target.read_bytes().startswith(b"%PDF")
    (tmp_path / "folder.md").mkdir()
    cases = [
        ("a.odt", r"\.docx"),
        ("no/a.md", "no folder"),
        ("folder.md", "is a folder"),
        ("none", "ends in"),
    ]
    for name, said in cases:
        with pytest.raises(AppError, match=said):
            write(book(), tmp_path / name, replace=True)
    progress = Progress()
    progress.stop()
    for stopped in ("stopped.pdf", "stopped.docx"):
        with pytest.raises(Stopped):
            write(book(*entry(1)), tmp_path / stopped, progress=progress)

    def full(_partial: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "settle", full)
    with pytest.raises(AppError, match="No space left"):
        write(book(), tmp_path / "other.md")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["log.pdf"]
    assert format_of(Path("A.DOCX")) is Format.DOCX


def test_a_table_in_word_has_columns_as_wide_as_they_need_and_no_cage() -> None:
    rows = tuple(
        (words(str(nth)), words("A long word on what was said at the quay " * 3)) for nth in range(3)
    )
    made = Document(BytesIO(make(book(Table((words("No"), words("Said")), rows)), Format.DOCX).content))
    (grid,) = made.tables
    narrow, wide = (column.width.pt for column in grid.columns)
    assert narrow < 60 < 300 < wide
    assert [cell.width.pt for cell in grid.rows[1].cells] == [narrow, wide]
    assert abs(narrow + wide - made._block_width / 12_700) < 1
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in grid.rows)
    sides = {line.tag for line in grid._tbl.tblPr.find(qn("w:tblBorders"))}
    assert sides == {qn("w:top"), qn("w:bottom"), qn("w:insideH")}
