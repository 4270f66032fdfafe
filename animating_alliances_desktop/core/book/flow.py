"""The blocks of a book as what the layout puts on pages, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from xml.sax.saxutils import quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from animating_alliances_desktop.core.book import faces, model
from animating_alliances_desktop.core.book.columns import columns_of
from animating_alliances_desktop.core.book.letters import Letters, lines_of
from animating_alliances_desktop.core.book.model import MOST_COLUMNS, Tone, line_by_line, plain
from animating_alliances_desktop.core.book.plain import is_right_to_left
from animating_alliances_desktop.core.book.typography import (
    HEADINGS,
    INK,
    LINK,
    PALE,
    STEP,
    TONES,
    Look,
    Sheet,
)

_DEEPEST = 6 * STEP
_BESIDE = 8
"""Points between two columns of a table."""
_WHOLE = 400
"""A row stays on one page if its cells hold no more letters."""
_TIGHT = 3.5
"""Points between the items of a list."""
_LARGE = 2
"""Headings down to this level need twice the room: facts and a smaller heading follow."""
_ROOM = 76
"""Points below a smaller heading."""
_PART = 0.33
"""The share of a page below the heading of a part."""


class Line(Paragraph):  # type: ignore[misc]
    """A paragraph that knows its heading, and has a line at its left for each thing that it stands in."""

    key, level, title = "", 0, ""
    number = ""
    """What stands at the right of its last line: a page."""

    def split(self, width: float, height: float) -> list[Line]:
        """In two, if there is no room for all of it; its first part is the one that is pointed at."""
        parts: list[Line] = super().split(width, height)
        if parts:
            parts[0].key, parts[0].level, parts[0].title = self.key, self.level, self.title
        return parts

    def draw(self) -> None:
        """Paint the lines at the left, then the words."""
        for x in getattr(self.style, "bars", ()):
            self.canv.setStrokeColor(PALE)
            self.canv.setLineWidth(1.6)
            self.canv.line(x, -getattr(self.style, "below", 0), x, self.height)
        super().draw()
        if self.number:
            style, lines = self.style, len(self.blPara.lines)
            self.canv.setFont(style.fontName, style.fontSize)
            self.canv.setFillColor(style.textColor)
            y = self.height - style.fontSize - (lines - 1) * style.leading
            self.canv.drawRightString(self.width, y, self.number)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    bars: tuple[float, ...] = ()
    bullet: str = ""
    in_list: bool = False

    @property
    def inside(self) -> Place:
        """A step further in."""
        return replace(self, left=min(self.left + STEP, _DEEPEST), bullet="")


class Flow:
    """Turns blocks into flowables."""

    def __init__(self, letters: Letters, goals: frozenset[str], sheet: Sheet) -> None:
        self._letters, self._goals, self._sheet = letters, goals, sheet
        self._styles: dict[object, ParagraphStyle] = {}
        self._made: dict[type[model.Block], Callable[[Any, Place], Iterator[Flowable]]] = {
            model.Heading: self._heading,
            model.Paragraph: self._paragraph,
            model.Listing: self._listing,
            model.Quote: self._quote,
            model.Aside: self._aside,
            model.Code: self._code,
            model.Table: self._table,
            model.Rule: self._rule,
        }

    def of(self, blocks: Iterable[model.Block], place: Place | None = None) -> Iterator[Flowable]:
        """The flowables of these blocks, in their order."""
        for block in blocks:
            yield from self._made[type(block)](block, place or Place())

    def line(self, text: model.Words, look: Look, place: Place | None = None) -> Line:
        """A paragraph in a look of its own."""
        return self._line(text, look, place or Place())

    def _paragraph(self, block: model.Paragraph, place: Place) -> Iterator[Flowable]:
        look = TONES[block.tone]
        yield self._line(block.words, replace(look, after=_TIGHT) if place.in_list else look, place)

    def _quote(self, block: model.Quote, place: Place) -> Iterator[Flowable]:
        yield from self.of(block.blocks, replace(place.inside, bars=(*place.bars, place.left + 4)))

    def _code(self, block: model.Code, place: Place) -> Iterator[Flowable]:
        yield self._line((model.Run(block.text, code=True),), TONES[Tone.PLAIN], place.inside)

    def _rule(self, _block: model.Rule, _place: Place) -> Iterator[Flowable]:
        yield HRFlowable("28%", 0.6, color=PALE, spaceBefore=6, spaceAfter=10, hAlign="LEFT")

    def _heading(self, block: model.Heading, place: Place) -> Iterator[Flowable]:
        yield CondPageBreak(self._room_for(block.level))
        line = self._line(block.words, HEADINGS[min(block.level, len(HEADINGS)) - 1], place)
        line.key, line.level, line.title = block.key, block.level, plain(block.words)
        yield line

    def _room_for(self, level: int) -> float:
        """What must be free below a heading, without which it goes to the next page; a part is no afterthought."""
        if level == 1:
            return _PART * self._sheet.height
        return _ROOM if level > _LARGE else 2 * _ROOM

    def _listing(self, listing: model.Listing, place: Place) -> Iterator[Flowable]:
        for nth, blocks in enumerate(listing.items):
            bullet = "•" if listing.first is None else f"{listing.first + nth}."
            first, rest = (blocks[0], blocks[1:]) if blocks else (model.Paragraph(()), ())
            if not isinstance(first, model.Paragraph):
                first, rest = model.Paragraph(()), blocks
            inside = replace(place.inside, in_list=True)
            yield from self._paragraph(first, replace(inside, bullet=bullet))
            yield from self.of(rest, inside)
        yield Spacer(0, _TIGHT)

    def _aside(self, block: model.Aside, place: Place) -> Iterator[Flowable]:
        inside = replace(place.inside, bars=(*place.bars, place.left + 4))
        yield CondPageBreak(_ROOM / 2)
        yield self._line(model.words(block.title, bold=True), TONES[Tone.QUIET], inside)
        yield from self.of(block.blocks, inside)
        yield Spacer(0, 6)

    def _table(self, table: model.Table, place: Place) -> Iterator[Flowable]:
        """A table as such; one too wide for the page line by line."""
        if len(table.head) > MOST_COLUMNS:
            yield from self.of(line_by_line(table), place)
            return
        room = self._sheet.width - place.left
        look, strong = TONES[Tone.QUIET], replace(TONES[Tone.QUIET], face=faces.PLAIN_STRONG)
        look = replace(look, colour=INK)
        columns = columns_of(table, room, partial(self._width, strong), _BESIDE)
        cells = [[self._cell(cell, strong) for cell in table.head]]
        cells += [[self._cell(cell, look) for cell in row] for row in table.rows]
        style: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, PALE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), _BESIDE),
        ]
        long = any(len(plain(cell)) > _WHOLE for row in table.rows for cell in row)
        more: dict[str, Any] = {"repeatRows": 1, "splitInRow": int(long), "hAlign": "RIGHT", "spaceAfter": 12}
        yield Grid(cells, columns, style=style, **more)

    def _cell(self, text: model.Words, look: Look) -> Line:
        return self._line(text, replace(look, after=0), Place())

    def _width(self, look: Look, text: model.Words) -> float:
        """How wide words are on one line; ours is a face like any other, which is near enough."""
        size = look.size * self._sheet.scale
        return max(
            (float(stringWidth(line, look.face, size)) for line in plain(text).split("\n")), default=0.0
        )

    def _line(
        self,
        text: model.Words,
        look: Look,
        place: Place,
    ) -> Line:
        look = look.scaled(self._sheet.scale)
        if is_right_to_left(plain(text)):
            return self._from_the_right(plain(text), look, place)
        marked = "".join(self._run(run, look) for run in text)
        return Line(marked, self._style(look, place), bulletText=place.bullet or None)

    def _from_the_right(
        self,
        text: str,
        look: Look,
        place: Place,
    ) -> Line:
        """A paragraph of a right-to-left script: broken into lines here, for its letters turn round line by line."""
        style = self._style(replace(look, alignment=TA_RIGHT), place)

        def measure(line: str) -> float:
            pieces = self._letters.plain(line, look.face)
            return sum(float(stringWidth(letters, face, look.size)) for face, letters in pieces)

        lines = lines_of(text, self._sheet.width - place.left - STEP, measure)
        shown = (self._letters.in_order(line).replace(" ", "\u00a0") for line in lines)
        marked = "<br/>".join(self._letters.marked_as_seen(line, look.face) for line in shown)
        return Line(marked, style, bulletText=place.bullet or None)

    def _run(self, run: model.Run, look: Look) -> str:
        face = faces.PLAIN if run.code else look.in_style(bold=run.bold, italic=run.italic)
        text = run.text.replace("\t", "    ")
        if run.code:
            text = "\n".join(_held(line) for line in text.split("\n"))
        marked = self._letters.marked(text, face, look.face)
        marked = f'<font size="{look.size * 0.9:.1f}">{marked}</font>' if run.code else marked
        marked = f"<strike>{marked}</strike>" if run.struck else marked
        if run.goal in self._goals:
            return f"<a href={quoteattr(f'#{run.goal}')}>{marked}</a>"
        return self._linked(run, marked, face) if run.link else marked

    def _linked(self, run: model.Run, marked: str, face: str) -> str:
        """An address stands on paper, too, where it cannot be clicked on."""
        there = run.text.strip() in run.link
        shown = "" if there else self._letters.marked(f" ({run.link})", face)
        return f'<a href={quoteattr(run.link)} color="{LINK}">{marked}</a>{shown}'

    def _style(self, look: Look, place: Place) -> ParagraphStyle:
        key = look, replace(place, bullet="")
        if key not in self._styles:
            self._styles[key] = ParagraphStyle(
                f"style {len(self._styles)}",
                fontName=look.face,
                fontSize=look.size,
                leading=look.leading,
                textColor=HexColor(look.colour),
                leftIndent=place.left,
                rightIndent=place.right,
                firstLineIndent=-place.hanging,
                bulletIndent=max(0.0, place.left - STEP + 4),
                bulletFontName=look.face,
                bulletFontSize=look.size,
                spaceBefore=look.before,
                spaceAfter=look.after,
                alignment=look.alignment,
                allowWidows=0,
                allowOrphans=0,
                bars=place.bars,
                below=look.after,
            )
        return self._styles[key]


def _held(line: str) -> str:
    """The spaces at the start of a line, kept."""
    words = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(words)) + words
