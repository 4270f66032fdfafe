"""A book as PDF, with contents, an index and page numbers; set without a window and without a display."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby, zip_longest
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from animating_alliances_desktop.core.book import faces
from animating_alliances_desktop.core.book.flow import Flow, Line, Place
from animating_alliances_desktop.core.book.letters import Letters
from animating_alliances_desktop.core.book.model import (
    Book,
    Heading,
    Printed,
    Run,
    Term,
    Tone,
    plain,
    words,
)
from animating_alliances_desktop.core.book.typography import (
    COMPACT,
    CONTENTS,
    COVER,
    GREY,
    HEADINGS,
    INDEX,
    ROOMY,
    TITLE,
    TONES,
    Sheet,
)
from animating_alliances_desktop.core.progress import Progress

_NUMBER_ROOM = 34.0
_SMALL = 8.2
_LINES = 70
"""Of the index, that go on a page in two columns."""
_MOST_PASSES = 3
_INDEX = Heading(1, words("Index"), "the-index")
_UNDRAWN = (
    "In square brackets stand the names of signs, or numbers of letters, that no font of the computer on which "
    "this PDF was made could draw. The Word and Markdown forms of this text hold them."
)
_BORROWED = "Chinese, Japanese and Korean letters are drawn by the program that shows this PDF, with fonts of its own."
_ONE_AT_A_TIME = threading.Lock()
"""The layout's faces are shared by the whole process."""


def to_pdf(book: Book, progress: Progress | None = None) -> Printed:
    """The whole book; raises Stopped if the user asked to stop."""
    progress = progress or Progress()
    with _ONE_AT_A_TIME:
        letters, pages = Letters(), dict[str, int]()
        for turn in range(_MOST_PASSES):
            content = BytesIO()
            pressing = _Press(content, book, letters, _Steps(progress, turn))
            is_draft = book.cover is not None and not turn  # the numbers in the contents are not known yet
            pressing.build(list(_story(book, letters, pages)), canvasmaker=_Draft if is_draft else Canvas)
            if pressing.found == pages or book.cover is None:
                break
            pages = pressing.found
        return Printed(content.getvalue(), pressing.page, tuple(letters.unprintable))


class _Steps:
    """How far it is: each block of each pass is a step."""

    def __init__(self, progress: Progress, turn: int) -> None:
        self._progress, self._turn = progress, turn
        self.of, self._done = 1, 0

    def step(self) -> None:
        """One more block is set; raises Stopped if the user asked to stop."""
        self._done = min(self._done + 1, self.of)
        turns = max(2, self._turn + 1)
        self._progress.at(self._turn * self.of + self._done, turns * self.of)


class _Draft(Canvas):  # type: ignore[misc]
    """Only finds out what comes on which page."""

    def save(self) -> None:
        """Save nothing."""


class _Press(BaseDocTemplate):  # type: ignore[misc]
    """Puts flowables on pages, and notes on which pages the headings are."""

    def __init__(self, target: BytesIO, book: Book, letters: Letters, steps: _Steps) -> None:
        self._book, self._letters, self._steps = book, letters, steps
        self.found: dict[str, int] = {}
        self._here, self._depth = "", -1
        sheet = sheet_of(book)
        super().__init__(
            target, pagesize=A4, title=book.title, author="", creator="Animating Alliances", lang="en-GB"
        )
        frame = {
            "id": "text",
            "x1": sheet.side,
            "y1": sheet.bottom,
            "width": sheet.width,
            "height": sheet.height,
        }
        no_padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        page = PageTemplate("page", [Frame(**frame, **no_padding)], onPageEnd=self._around)
        cover = PageTemplate("cover", [Frame(**frame, **no_padding)])
        self.addPageTemplates([page] if book.cover is None else [cover, page])

    def build(self, story: list[Flowable], **more: Any) -> None:
        """Set all of it."""
        self._steps.of = len(story)
        super().build(story, **more)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 -- the layout's name
        """Note where a heading stands."""
        self._steps.step()
        if isinstance(flowable, Line) and flowable.key:
            self.found.setdefault(flowable.key, self.page)
            self.canv.bookmarkPage(flowable.key)
            self._depth = min(flowable.level - 1, self._depth + 1)
            self.canv.addOutlineEntry(flowable.title, flowable.key, self._depth, 0)
            self._here = flowable.title

    def _around(self, canvas: Any, _document: object) -> None:
        """The running head and the page number."""
        sheet = sheet_of(self._book)
        canvas.setFillColor(GREY)
        if self._book.cover is None:
            return
        top, width = A4[1] - sheet.top + 26, sheet.width / 2 - 8
        self._say(canvas, self._book.head or self._book.title, sheet.side, top, width)
        self._say(canvas, self._here, sheet.side + sheet.width, top, width, from_right=True)
        canvas.setFont(faces.PLAIN, _SMALL)
        canvas.drawCentredString(A4[0] / 2, sheet.bottom - 34, str(canvas.getPageNumber()))

    def _say(
        self, canvas: Any, text: str, x: float, y: float, room: float, *, from_right: bool = False
    ) -> None:
        pieces = self._letters.plain(_shortened(" ".join(text.split()), room), faces.PLAIN)
        x -= sum(_width(piece) for piece in pieces) if from_right else 0
        for piece in pieces:
            canvas.setFont(piece[0], _SMALL)
            canvas.drawString(x, y, piece[1])
            x += _width(piece)


def sheet_of(book: Book) -> Sheet:
    """What a book is printed on."""
    return COMPACT if book.is_compact else ROOMY


def _story(book: Book, letters: Letters, pages: Mapping[str, int]) -> Iterator[Flowable]:
    headings = [block for block in book.blocks if isinstance(block, Heading) and block.key]
    headings += [_INDEX] if book.index else []
    flow = Flow(letters, frozenset(heading.key for heading in headings), sheet_of(book))
    if book.cover is None:
        yield flow.line(words(book.title), HEADINGS[0])
    else:
        yield from _cover(book, flow)
        yield from _contents(headings, flow, pages)
    yield from flow.of(book.blocks)
    if book.index:
        yield from _index(book, flow, pages)
    for is_so, sentence in ((letters.unprintable, _UNDRAWN), (letters.borrowed, _BORROWED)):
        if is_so:
            yield flow.line(words(sentence), TONES[Tone.QUIET])


def _cover(book: Book, flow: Flow) -> Iterator[Flowable]:
    assert book.cover is not None
    yield Spacer(0, 0.24 * ROOMY.height)
    yield flow.line(words(book.cover.above), COVER)
    yield flow.line(words(book.title), TITLE)
    yield flow.line(words(book.cover.below), TONES[Tone.LEAD])
    yield Spacer(0, 40)
    yield from (flow.line(words(fact), COVER) for fact in book.cover.facts)
    yield NextPageTemplate("page")
    yield NewPage()


def _contents(headings: list[Heading], flow: Flow, pages: Mapping[str, int]) -> Iterator[Flowable]:
    yield flow.line(words("Contents"), HEADINGS[0])
    top = min((heading.level for heading in headings), default=1)
    for heading in headings:
        depth = min(heading.level - top, len(CONTENTS) - 1)
        text = (Run(plain(heading.words), goal=heading.key),)
        line = flow.line(text, CONTENTS[depth], Place(left=14.0 * depth, right=_NUMBER_ROOM))
        line.number = str(pages.get(heading.key, ""))
        yield line


def _index(book: Book, flow: Flow, pages: Mapping[str, int]) -> Iterator[Flowable]:
    yield from flow.of([_INDEX])
    for group, terms in groupby(book.index, key=lambda term: term.group):
        yield flow.line(words(group), HEADINGS[2])
        lines = [flow.line(_term(term, pages), INDEX, Place(left=10, hanging=10)) for term in terms]
        yield from _in_two_columns(lines, sheet_of(book).width)


def _in_two_columns(lines: Sequence[Flowable], width: float) -> Iterator[Flowable]:
    """Down the left half, then down the right one; no more at a time than goes on a page."""
    for first in range(0, len(lines), _LINES):
        some = lines[first : first + _LINES]
        half = (len(some) + 1) // 2
        rows = [[left, right] for left, right in zip_longest(some[:half], some[half:], fillvalue="")]
        style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        style += [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
        yield Grid(rows, [width / 2, width / 2], style=style, splitInRow=1, spaceAfter=8)


def _term(term: Term, pages: Mapping[str, int]) -> tuple[Run, ...]:
    """A name and its pages; three in a row and more are said as from one to another."""
    numbers = {pages[key]: key for key in reversed(term.keys) if key in pages}
    parts = [Run(term.name)]
    for first, last in _stretches(sorted(numbers)):
        parts += [Run(", "), Run(str(first), goal=numbers[first])]
        if last > first:
            parts += [Run("–" if last > first + 1 else ", "), Run(str(last), goal=numbers[last])]
    return tuple(parts)


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers without a gap."""
    for _distance, some in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _nth, number in some]
        yield run[0], run[-1]


def _width(piece: tuple[str, str]) -> float:
    return float(stringWidth(piece[1], piece[0], _SMALL))


def _shortened(text: str, room: float) -> str:
    """A line that fits, cut with an ellipsis if need be; measured in our own face, which is near enough."""
    most = len(text)
    while most and stringWidth(text[:most], faces.PLAIN, _SMALL) > room - _SMALL:
        most -= 1
    return text if most == len(text) else f"{text[:most].rstrip()}…"
