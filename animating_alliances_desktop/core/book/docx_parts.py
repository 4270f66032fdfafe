"""What a Word file needs and the library has no word for: bookmarks, fields, links, lines beside a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from animating_alliances_desktop.core.book.model import Run

LEAD, QUIET, BESIDE, CODE, INDEX = "Lead", "Quiet", "Beside", "Typed Lines", "Index Line"
_TEXT_FACE, _PLAIN_FACE = "Georgia", "Arial"
_INK, _GREY, _ACCENT, _LINK = "1F2328", "5D6470", "7A4A2B", "24506B"
_PALE = "C9CDD3"
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_OPENED = ("http://", "https://", "mailto:")
_STYLES: tuple[tuple[str, str, float, str, float, float], ...] = (
    ("Normal", _TEXT_FACE, 11.5, _INK, 0, 7),
    ("Title", _TEXT_FACE, 30, _INK, 0, 12),
    (LEAD, _TEXT_FACE, 13, _INK, 0, 12),
    (QUIET, _PLAIN_FACE, 9, _GREY, 0, 6),
    (BESIDE, _PLAIN_FACE, 9, _GREY, 6, 3),
    (CODE, "Courier New", 9.5, _INK, 0, 7),
    (INDEX, _TEXT_FACE, 10, _INK, 0, 2),
    ("toc 1", _TEXT_FACE, 11.5, _INK, 8, 2),
    ("toc 2", _TEXT_FACE, 10.5, _INK, 0, 1),
    ("Heading 1", _TEXT_FACE, 22, _INK, 26, 14),
    ("Heading 2", _TEXT_FACE, 15.5, _INK, 20, 4),
    ("Heading 3", _PLAIN_FACE, 9.5, _ACCENT, 9, 3),
    ("Heading 4", _TEXT_FACE, 11.5, _INK, 6, 3),
    ("Heading 5", _TEXT_FACE, 11.5, _INK, 4, 3),
    ("Heading 6", _TEXT_FACE, 11.5, _INK, 4, 3),
)
"""Name, face, size, colour, distance above and below."""


def dress(document: Any, title: str, head: str, *, is_compact: bool) -> None:
    """Set paper, styles, running head and page numbers, and say what the file is."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20 if is_compact else 29)
    section.top_margin = section.bottom_margin = Mm(16 if is_compact else 28)
    for row in _STYLES:
        _style(document, *row, by=0.85 if is_compact else 1.0)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    said = document.core_properties
    said.title, said.author, said.last_modified_by, said.comments = title[:255], "", "", ""
    said.created = said.modified = datetime.now(UTC).replace(tzinfo=None)
    said.language = "en-GB"
    if not is_compact:
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = head
        section.header.paragraphs[0].style = document.styles[QUIET]
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_field(foot, foot, "PAGE")


def add_run(paragraph: Paragraph, run: Run, *, from_right: bool = False) -> WordRun:
    """A stretch of text in its style; new lines become line breaks."""
    made = paragraph.add_run(run.text)
    looks = (("bold", run.bold), ("italic", run.italic), ("strike", run.struck), ("rtl", from_right))
    for name in (name for name, is_so in looks if is_so):
        setattr(made.font, name, True)
    if run.code:
        made.font.name = "Courier New"
    return made


def add_link(paragraph: Paragraph, run: Run, bookmark: str) -> None:
    """A stretch that leads to a bookmark, or to an address; what is no address of the web is only printed."""
    made = add_run(paragraph, run)
    if not bookmark and run.link not in run.text:
        paragraph.add_run(f" ({run.link})")
    link = OxmlElement("w:hyperlink")
    if bookmark:
        link.set(qn("w:anchor"), bookmark)
    elif run.link.startswith(_OPENED):
        address = quote(run.link, safe=_SAFE)
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        made.font.color.rgb = RGBColor.from_string(_LINK)
    else:
        return
    made._r.addprevious(link)
    link.append(made._r)


def add_field(first: Paragraph, last: Paragraph, code: str) -> None:
    """Put a field around paragraphs: what stands in them is its result until somebody brings it up to date."""
    parts = [_field_part("begin"), _instruction(code), _field_part("separate")]
    start = 1 if first._p.pPr is not None else 0
    for nth, part in enumerate(parts):
        first._p.insert(start + nth, part)
    if first is last:
        last.add_run("1")
    last._p.append(_field_part("end"))


def mark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around a paragraph's words."""
    for tag, nth in (("w:bookmarkStart", 1 if paragraph._p.pPr is not None else 0), ("w:bookmarkEnd", None)):
        part = OxmlElement(tag)
        part.set(qn("w:id"), str(number))
        if nth is None:
            paragraph._p.append(part)
        else:
            part.set(qn("w:name"), name)
            paragraph._p.insert(nth, part)


def number_from(document: Any, first: int) -> int:
    """A new numbered list that begins at this number; the answer is its key."""
    numbering = document.part.numbering_part.element
    used = document.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == used)
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(min(first, 32_000))
    return int(made.numId)


def bar_at_left(paragraph: Paragraph) -> None:
    """A line at the left of a paragraph."""
    borders: Any = OxmlElement("w:pBdr")
    borders.append(_part("left", val="single", sz="12", space="8", color=_PALE))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph run from the right to the left."""
    properties = paragraph._p.get_or_add_pPr()
    bidi: Any = OxmlElement("w:bidi")
    properties.insert_element_before(bidi, "w:spacing", "w:ind", "w:jc", "w:rPr")


def rule(grid: Any, widths: Sequence[float]) -> None:
    """Columns of these widths (in points), thin lines between the rows, and room around the words."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width)
    properties = grid._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "bottom", "insideH"):
        borders.append(_part(side, val="single", sz="4", space="0", color=_PALE))
    for side, room in (("top", "50"), ("left", "0"), ("bottom", "20"), ("right", "140")):
        margins.append(_part(side, w=room, type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def keep_whole(row: Any) -> None:
    """Do not part a row at the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_first_row(grid: Any) -> None:
    """Show the first row of a table again on each page."""
    head = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(head)


def _style(
    document: Any, name: str, face: str, size: float, colour: str, before: float, after: float, *, by: float
) -> None:
    styles = document.styles
    there = name in [style.name for style in styles]
    style = (
        styles[name]
        if there
        else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    )
    style.font.name, style.font.size = face, Pt(round(size * by * 2) / 2)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before * by), Pt(after * by)
    style.paragraph_format.line_spacing = 1.15 if name.startswith(("Heading", "Title")) else 1.35
    if name == "toc 2":
        style.paragraph_format.left_indent = Pt(14)


def _part(name: str, **said: str) -> Any:
    part = OxmlElement(f"w:{name}")
    for key, value in said.items():
        part.set(qn(f"w:{key}"), value)
    return part


def _field_part(kind: str) -> Any:
    run, part = OxmlElement("w:r"), OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    run.append(part)
    return run


def _instruction(code: str) -> Any:
    run, part = OxmlElement("w:r"), OxmlElement("w:instrText")
    part.set(qn("xml:space"), "preserve")
    part.text = f" {code} "
    run.append(part)
    return run
