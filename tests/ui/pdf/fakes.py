"""Twins of what the PDF view is given: files in memory (opened by PDFium in this process), a library, marks."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import asdict

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.library.pdf.engine import Engine
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.lines import Run
from animating_alliances_desktop.core.library.pdf.model import Chapter, Drawn, Facts, Link, Strip, Tones
from animating_alliances_desktop.core.pdf_jobs import copy_with
from tests.pdfs import Page, column, locked, pdf, plain

PAPER, OTHER, LOCKED, BROKEN = (Ref(Kind.DOCUMENT, name) for name in ("paper", "other", "locked", "broken"))
LEFT = ["Members of an alliance", "answer to their boards"]
RIGHT = ["Trust grows slowly and", "is lost in one meeting"]
FILES = {
    PAPER: pdf(
        [
            Page(column(LEFT) + column(RIGHT, x=320), links=[((72, 500, 200, 520), 2)]),
            Page(column(["The second page goes on", "with more about trust."])),
            Page(column(["At last"]), pictures=[(100, 300, 200, 200, True)]),
            Page(column(["Turned words"]), rotate=90),
        ],
        labels="0 << /S /r >> 2 << /S /D >>",
        outline=[("Beginnings", 0, [("Second", 1)]), ("The end", 2, [])],
    ),
    OTHER: plain("Another file"),
    LOCKED: locked(plain("A secret about trust"), "sesame"),
    BROKEN: plain("x")[:200],
}


class FakePdfs:
    """The shelf without a child process."""

    def __init__(self) -> None:
        self.engine = Engine()
        self.drawn: list[tuple[int, float]] = []
        self.closed = False
        self._there: Ref | None = None

    def warm_up(self) -> None:
        pass

    def open(self, ref: Ref, password: str = "") -> Facts:
        self._there = None
        told, _ = self.engine.open(FILES[ref], password)
        self._there = ref
        chapters = tuple(Chapter(**chapter) for chapter in told["outline"])
        return Facts(tuple(told["sizes"]), tuple(told["labels"]), chapters)

    def draw(
        self, ref: Ref, page: int, scale: float, top: int, rows: int, tones: Tones | None = None
    ) -> Strip:
        assert ref == self._there
        self.drawn.append((page, scale))
        told, pixels = self.engine.draw(page, scale, top, rows, tones)
        return Strip(told["width"], told["height"], bytearray(pixels))

    def texts(self, ref: Ref, first: int, count: int) -> list[str]:
        texts: list[str] = self.engine.texts(first, count)[0]
        return texts

    def letters(self, ref: Ref, page: int) -> Letters:
        told, load = self.engine.letters(page)
        links = [Link(**link) for link in told["links"]]
        return Letters(told["text"], array("f", bytes(load)), [Run(*run) for run in told["runs"]], links)

    def spot(self, ref: Ref, page: int, x: float, y: float) -> float:
        return float(self.engine.spot(page, x, y)[0])

    def copy(self, ref: Ref, marks: Sequence[Drawn]) -> bytes:
        return bytes(copy_with(self.engine, [asdict(mark) for mark in marks])[1])

    def close(self) -> None:
        self.engine.close()
        self.closed = True


class FakeShelf:
    """Titles and places."""

    def __init__(self) -> None:
        self.places: dict[Ref, Place] = {}
        self.titles: dict[Ref, str] = {}

    def title_of(self, ref: Ref) -> str:
        return self.titles.get(ref, f"A {ref.key}")

    def credit_of(self, ref: Ref) -> str:
        return "Ines Obi, 2019"

    def place_of(self, ref: Ref) -> Place | None:
        return self.places.get(ref)

    def remember(self, ref: Ref, place: Place) -> Changes:
        self.places[ref] = place
        return Changes.of(ref)
