"""A book as a Word file: styles, real lists and tables, contents and index that lead to their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.text.paragraph import Paragraph

from animating_alliances_desktop.core.book import model
from animating_alliances_desktop.core.book.columns import columns_of
from animating_alliances_desktop.core.book.docx_parts import (
    BESIDE,
    CODE,
    INDEX,
    LEAD,
    QUIET,
    add_field,
    add_link,
    add_run,
    bar_at_left,
    dress,
    keep_whole,
    mark,
    number_from,
    repeat_first_row,
    rule,
    turn,
)
from animating_alliances_desktop.core.book.model import (
    Book,
    Heading,
    Printed,
    Run,
    Term,
    Tone,
    Words,
    plain,
    words,
)
from animating_alliances_desktop.core.book.plain import is_right_to_left
from animating_alliances_desktop.core.progress import Progress

_STEP = 18
"""How far in a list or a quotation stands, in points."""
_DEEPEST = 6
_TONES = {Tone.PLAIN: "Normal", Tone.LEAD: LEAD, Tone.QUIET: QUIET}
_INDEX = Heading(1, words("Index"), "the-index")


def to_docx(book: Book, progress: Progress | None = None) -> Printed:
    """The whole book; raises Stopped if the user asked to stop."""
    target = BytesIO()
    _Writer(book, progress or Progress()).write().save(target)
    return Printed(target.getvalue())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: how many steps in, and whether beside something."""

    depth: int = 0
    style: str = ""
    barred: bool = False

    @property
    def inside(self) -> _Place:
        return replace(self, depth=min(self.depth + 1, _DEEPEST))


class _Writer:
    """Writes one book."""

    def __init__(self, book: Book, progress: Progress) -> None:
        self._book, self._progress = book, progress
        self._document = Document()
        keys = [block.key for block in book.blocks if isinstance(block, Heading) and block.key]
        self._ids: dict[str, str] = {}
        self._marks = {key: f"place_{nth}" for nth, key in enumerate([*keys, _INDEX.key])}
        self._written: dict[type[model.Block], Callable[[Any, _Place], object]] = {
            Heading: self._heading,
            model.Paragraph: self._paragraph,
            model.Listing: self._listing,
            model.Quote: self._quote,
            model.Aside: self._aside,
            model.Code: self._code,
            model.Table: self._table,
            model.Rule: lambda _block, _place: self._say(words("⁂"), QUIET, _Place()),
        }

    def write(self) -> Any:
        """The finished document."""
        book = self._book
        dress(self._document, book.title, book.head or book.title, is_compact=book.is_compact)
        if book.cover is None:
            self._say(words(book.title), "Title", _Place())
        else:
            self._cover(book.cover)
            self._contents()
        for nth, block in enumerate(book.blocks):
            self._progress.at(nth, len(book.blocks))
            self._blocks([block], _Place())
        if book.index:
            self._index(book.index)
        return self._document

    def _blocks(self, blocks: Iterable[model.Block], place: _Place) -> None:
        for block in blocks:
            self._written[type(block)](block, place)

    def _cover(self, cover: model.Cover) -> None:
        above = self._say(words(cover.above), QUIET, _Place())
        above.paragraph_format.space_before = 180 * _PT
        self._say(words(self._book.title), "Title", _Place())
        self._say(words(cover.below), LEAD, _Place())
        for fact in cover.facts:
            self._say(words(fact), QUIET, _Place())
        self._new_page()

    def _contents(self) -> None:
        """A field that Word can bring up to date with pages; until then its lines lead to their places."""
        self._say(words("Contents"), LEAD, _Place())
        headings = [block for block in self._book.blocks if isinstance(block, Heading) and block.key]
        headings += [_INDEX] if self._book.index else []
        lines = [
            self._say((Run(plain(one.words), goal=one.key),), f"toc {min(2, one.level)}", _Place())
            for one in headings
        ]
        if lines:
            add_field(lines[0], lines[-1], 'TOC \\o "1-2" \\h \\z \\u')
        self._new_page()

    def _index(self, terms: Iterable[Term]) -> None:
        self._heading(_INDEX, _Place())
        for group, some in groupby(terms, key=lambda term: term.group):
            self._say(words(group), "Heading 3", _Place())
            for term in some:
                self._say(tuple(self._term(term)), INDEX, _Place())

    def _term(self, term: Term) -> Iterator[Run]:
        yield Run(term.name)
        for key in term.keys:
            yield Run(", ")
            yield Run(self._book.labels.get(key, key), goal=key)

    def _heading(self, heading: Heading, _place: _Place) -> None:
        paragraph = self._say(heading.words, f"Heading {min(6, heading.level)}", _Place())
        if heading.key:
            mark(paragraph, self._marks[heading.key], list(self._marks).index(heading.key))

    def _paragraph(self, block: model.Paragraph, place: _Place) -> None:
        self._say(block.words, place.style or _TONES[block.tone], place)

    def _quote(self, block: model.Quote, place: _Place) -> None:
        self._blocks(block.blocks, replace(place.inside, barred=True))

    def _aside(self, block: model.Aside, place: _Place) -> None:
        inside = replace(place.inside, barred=True)
        self._say(words(block.title, bold=True), BESIDE, inside)
        self._blocks(block.blocks, inside)

    def _code(self, block: model.Code, place: _Place) -> None:
        self._say((Run(block.text),), CODE, place.inside)

    def _listing(self, listing: model.Listing, place: _Place) -> None:
        style = "List Bullet" if listing.first is None else "List Number"
        number = None if listing.first is None else number_from(self._document, listing.first)
        for blocks in listing.items:
            first, rest = (blocks[0], blocks[1:]) if blocks else (model.Paragraph(()), ())
            if not isinstance(first, model.Paragraph):
                first, rest = model.Paragraph(()), blocks
            paragraph = self._say(first.words, style, place.inside, hanging=True)
            if number is not None:
                properties: Any = paragraph._p.get_or_add_pPr()
                properties.get_or_add_numPr().get_or_add_numId().val = number
            self._blocks(rest, place.inside)

    def _table(self, table: model.Table, place: _Place) -> None:
        if len(table.head) > model.MOST_COLUMNS:
            self._blocks(model.line_by_line(table), place)
            return
        grid = self._document.add_table(rows=0, cols=len(table.head))
        rule(grid, columns_of(table, self._document._block_width / _PT, self._width, _BESIDE))
        for nth, row in enumerate((table.head, *table.rows)):
            line = grid.add_row()
            if max(len(plain(text)) for text in row) < _WHOLE:
                keep_whole(line)
            for cell, text in zip(line.cells, row, strict=False):
                said = tuple(replace(run, bold=True) for run in text) if nth == 0 else text
                self._fill(cell.paragraphs[0], said, QUIET if nth == 0 else INDEX)
        repeat_first_row(grid)
        self._document.add_paragraph(style=QUIET)

    def _say(self, text: Words, style: str, place: _Place, *, hanging: bool = False) -> Paragraph:
        paragraph = self._document.add_paragraph()
        self._fill(paragraph, text, style)
        if place.depth:
            paragraph.paragraph_format.left_indent = place.depth * _STEP * _PT
            paragraph.paragraph_format.first_line_indent = -_STEP * _PT if hanging else 0
        if place.barred:
            bar_at_left(paragraph)
        return paragraph

    def _fill(self, paragraph: Paragraph, text: Words, style: str) -> None:
        paragraph._p.style = self._style_id(style)
        from_right = is_right_to_left(plain(text))
        if from_right:
            turn(paragraph)
        for run in text:
            if run.goal in self._marks or run.link:
                add_link(paragraph, run, self._marks.get(run.goal, ""))
            else:
                add_run(paragraph, run, from_right=from_right)

    def _width(self, text: Words) -> float:
        """How wide words are on one line, in points: near enough, whatever the machine has for a typeface."""
        return _LETTER * max(map(len, plain(text).split("\n")))

    def _style_id(self, name: str) -> str:
        """The library looks through all styles at each paragraph, which takes most of the time of a book."""
        if name not in self._ids:
            self._ids[name] = self._document.styles[name].style_id
        return self._ids[name]

    def _new_page(self) -> None:
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


_LETTER, _BESIDE = 6.2, 7.0
"""Points: how wide a letter in a table is, all in all, and how far a column is from the next."""
_WHOLE = 600
"""Letters in a cell: up to so many, its row is not parted at the end of a page."""
_PT = 12_700
"""Word's unit of length in the library, a point."""
