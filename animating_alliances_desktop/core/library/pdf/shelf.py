"""The PDFs of the library, as the window sees them: opened by reference, in a child process, by one lock."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.core.library.pdf.lines import Run
from animating_alliances_desktop.core.library.pdf.model import Chapter, Drawn, Facts, Link, Strip, Tones
from animating_alliances_desktop.core.library.pdf.process import PdfProcess

OPEN_SECONDS = 20.0
PAGE_SECONDS = 10.0
COPY_SECONDS = 60.0


class PdfShelf:
    """Opens one PDF at a time; PDFium never runs in the window's own process, whatever a file does to it."""

    def __init__(self, original_of: Callable[[Ref], bytes]) -> None:
        self._original_of = original_of
        self._process = PdfProcess()
        self._lock = threading.RLock()
        self._there: tuple[int, Ref] | None = None
        self._passwords: dict[Ref, str] = {}
        """Kept as long as the app runs, in memory only."""

    def warm_up(self) -> None:
        """Start the child process, which takes a tenth of a second, before it is needed."""
        self._process.start()

    def open(self, ref: Ref, password: str = "") -> Facts:
        """Open a PDF; raises LockedError if it wants a password (or another one), AppError if it is damaged."""
        with self._lock:
            told = self._open(ref, password or self._passwords.get(ref, ""))
            if password:
                self._passwords[ref] = password
        return Facts(
            tuple((width, height) for width, height in told["sizes"]),
            tuple(told["labels"]),
            tuple(Chapter(**chapter) for chapter in told["outline"]),
        )

    def draw(
        self, ref: Ref, page: int, scale: float, top: int, rows: int, tones: Tones | None = None
    ) -> Strip:
        """Draw a strip of a page, `scale` pixels to the point; raises AppError if the page cannot be drawn."""
        told, pixels = self._ask(ref, "draw", page=page, scale=scale, top=top, rows=rows, tones=tones)
        if len(pixels) != told["width"] * told["height"] * 4:
            raise AppError("This page cannot be shown: the file is damaged.")
        return Strip(told["width"], told["height"], pixels)

    def texts(self, ref: Ref, first: int, count: int) -> list[str]:
        """The texts of some pages; a page that cannot be read has none."""
        texts: list[str] = self._ask(ref, "texts", first=first, count=count)[0]
        return texts

    def letters(self, ref: Ref, page: int) -> Letters:
        """The characters of a page, and where they are; raises AppError if the page is damaged."""
        told, load = self._ask(ref, "letters", page=page)
        boxes = array("f", bytes(load))
        runs = [Run(start, end, tuple(box)) for start, end, box in told["runs"]]
        links = [Link(**{**link, "box": tuple(link["box"])}) for link in told["links"]]
        return Letters(told["text"], boxes, runs, links)

    def spot(self, ref: Ref, page: int, x: float, y: float) -> float:
        """How far below the upper edge of a page a point of the file's own coordinates is."""
        return float(self._ask(ref, "spot", page=page, x=x, y=y)[0])

    def copy(self, ref: Ref, marks: Sequence[Drawn]) -> bytes:
        """The file with highlights in it; the file itself stays as it is."""
        drawn = [asdict(mark) for mark in marks]
        return bytes(self._ask(ref, "copy", seconds=COPY_SECONDS, marks=drawn)[1])

    def close(self) -> None:
        """End the child process, whatever it is doing."""
        self._process.close()
        self._passwords.clear()

    def _ask(self, ref: Ref, job: str, *, seconds: float = PAGE_SECONDS, **given: Any) -> Any:
        with self._lock:
            self._process.start()  # another one, if the last was brought down
            if self._there != (self._process.generation, ref):
                self._open(ref, self._passwords.get(ref, ""))
            told, load = self._process.ask(job, seconds=seconds, **given)
        return told["done"], load

    def _open(self, ref: Ref, password: str) -> Any:
        self._there = None
        original = self._original_of(ref)
        told, _load = self._process.ask("open", seconds=OPEN_SECONDS, original=original, password=password)
        self._there = (self._process.generation, ref)
        return told["done"]
