"""A presentation (.pptx): each slide with its title, its text, tables, pictures and the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import PPTX_TYPE
from animating_alliances_desktop.core.library.importers.archive import BROKEN, Archive
from animating_alliances_desktop.core.library.importers.body import NO_WORDS, parts
from animating_alliances_desktop.core.library.importers.pictures import Pictures
from animating_alliances_desktop.core.library.importers.plain import clean, line, name_of
from animating_alliances_desktop.core.library.importers.word import described
from animating_alliances_desktop.core.library.markdown import rendered

_DEEPEST = 8
_MOST_POINTS = 60
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
"""What stands on every slide alike."""
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/"
_DATA = f"{{{_DRAWN}diagram}}relIds"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"


def take_apart(path: Path) -> dict[str, Any]:
    """Turn a presentation into a document, as plain data; raises AppError."""
    with Archive(path) as archive:
        title, author, when = described(archive)
        whole = archive.whole()
    pictures = Pictures()
    try:
        slides = [
            _slide(slide, number, pictures) for number, slide in enumerate(Presentation(whole).slides, 1)
        ]
    except (MemoryError, AppError):
        raise
    except Exception as error:  # python-pptx tells what is wrong with a file in many ways
        raise AppError(BROKEN) from error
    made = rendered("".join(html for _title, html, _words in slides))
    if not any(words for _title, _html, words in slides) and not pictures.kept:
        raise AppError(NO_WORDS)
    return parts(
        title=title or next((named for named, _html, _words in slides if named), "") or name_of(path.stem),
        author=author,
        year=when,
        made=made,
        media_type=PPTX_TYPE,
        pictures=pictures,
        pages=[(str(number), words) for number, (_title, _html, words) in enumerate(slides, 1)],
    )


def _slide(slide: Any, number: int, pictures: Pictures) -> tuple[str, str, int]:
    """A slide: its title, what it becomes, and how many words it holds."""
    named = next((shape for shape in slide.shapes if _role(shape) in _TITLES), None)
    title = line(named.text_frame.text) if named is not None and named.has_text_frame else ""
    shown = [
        part
        for shape in _in_reading_order(slide.shapes)
        if shape.shape_id != getattr(named, "shape_id", None) and _role(shape) not in _FURNITURE
        for part in _shape(shape, slide, pictures)
    ]
    notes = _notes(slide)
    html = f'<h2 id="slide-{number}">{escape(title or f"Slide {number}")}</h2>{"".join(shown)}{notes}'
    inside = rendered("".join(shown) + notes)
    return title, html, len(title.split()) + inside.words


def _in_reading_order(shapes: Any) -> Iterator[Any]:
    """From the top to the bottom; what belongs together is taken one by one."""
    for shape in sorted(shapes, key=lambda shape: ((shape.top or 0), (shape.left or 0))):
        if hasattr(shape, "shapes"):
            yield from _in_reading_order(shape.shapes)
        else:
            yield shape


def _role(shape: Any) -> Any:
    return shape.placeholder_format.type if getattr(shape, "is_placeholder", False) else None


def _shape(shape: Any, slide: Any, pictures: Pictures) -> Iterator[str]:
    if getattr(shape, "has_table", False):
        yield _table([[cell.text for cell in row.cells] for row in shape.table.rows])
    elif getattr(shape, "has_chart", False):
        yield _chart(shape.chart)
    elif getattr(shape, "has_text_frame", False):
        yield _list([(paragraph.level, paragraph.text) for paragraph in shape.text_frame.paragraphs])
    elif hasattr(shape, "image"):
        yield _picture(shape, pictures)
    else:
        yield _list([(0, words) for words in _diagram(shape, slide)])


def _list(points: list[tuple[int, str]]) -> str:
    """Lines with their levels as lists within lists; one line alone is a paragraph."""
    points = [(level, words) for level, words in points if line(words)]
    if len(points) == 1:
        return f"<p>{_words(points[0][1])}</p>"
    made, depth = "", 0
    for wanted, words in points:
        level = min(wanted, depth, _DEEPEST)
        if depth == level:
            made += "<ul>"
        else:
            made += "</li>" + "</ul></li>" * (depth - level - 1)
        made += f"<li>{_words(words)}"
        depth = level + 1
    return made + "</li></ul>" * depth


def _table(rows: list[list[str]]) -> str:
    if not any(line(cell) for row in rows for cell in row):
        return ""
    tags = ["th", *["td"] * (len(rows) - 1)]
    lines = (
        f"<tr>{''.join(f'<{tag}>{_words(cell)}</{tag}>' for cell in row)}</tr>"
        for tag, row in zip(tags, rows, strict=True)
    )
    return f"<table>{''.join(lines)}</table>"


def _chart(chart: Any) -> str:
    """A chart as the table that it draws."""
    title = line(chart.chart_title.text_frame.text) if chart.has_title else ""
    plots = list(chart.plots)
    series = list(islice((one for plot in plots for one in plot.series), _MOST_POINTS))
    names = [str(name) for name in islice(plots[0].categories, _MOST_POINTS)] if plots else []
    if names:
        tables = [_values(names, series)]
    else:  # points that have a number in each direction: each series has its own
        tables = [_values(one._element.xpath("./c:xVal//c:v/text()"), [one]) for one in series]  # noqa: SLF001
    return (f"<p>{escape(title)}</p>" if title else "") + "".join(tables)


def _values(names: list[str], series: list[Any]) -> str:
    """A table of the series of a chart, beside each other."""
    rows = [["", *(one.name or "" for one in series)]]
    columns = [list(islice(one.values, _MOST_POINTS)) for one in series]
    for at, name in enumerate(names[:_MOST_POINTS]):
        values = (column[at] if at < len(column) else None for column in columns)
        rows.append([name, *("" if value is None else f"{value:g}" for value in values)])
    return _table(rows)


def _picture(shape: Any, pictures: Pictures) -> str:
    alt = line(shape._element.xpath("string(.//p:cNvPr/@descr)"))  # noqa: SLF001 -- the library has no name for it
    try:
        address = pictures.add(shape.image.blob)
    except (AttributeError, KeyError, ValueError):  # one that is only linked to
        address = ""
    if address:
        return f'<p><img src="{address}" alt="{escape(alt)}"></p>'
    return f"<p><em>[{escape(alt)}]</em></p>" if alt else ""


def _diagram(shape: Any, slide: Any) -> Iterator[str]:
    """The words of a diagram that PowerPoint laid out by itself (SmartArt)."""
    found = shape._element.find(f".//{_DATA}")  # noqa: SLF001 -- the library does not know diagrams
    if found is None or found.get(_RELATION) not in slide.part.rels:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(slide.part.related_part(found.get(_RELATION)).blob, parser)
    for paragraph in root.iter(f"{{{_DRAWN}main}}p"):
        words = line(str(paragraph.xpath("string()")))
        if words:
            yield words


def _notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    said = (clean(frame.text) if frame is not None else "").replace("\v", "\n").split("\n")
    spoken = "".join(f"<p>{_words(words)}</p>" for words in said if words.strip())
    return f"<blockquote>{spoken}</blockquote>" if spoken else ""


def _words(text: str) -> str:
    """Words as HTML; a break within a paragraph is a vertical tab in PowerPoint."""
    return escape(clean(text.replace("\v", "\n")).strip()).replace("\n", "<br>")
