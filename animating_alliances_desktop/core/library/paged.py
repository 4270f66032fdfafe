"""A PDF taken apart in the child process, some pages at a time: its length does not matter, nor does one bad page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import PDF_TYPE
from animating_alliances_desktop.core.library.wording import gaps
from animating_alliances_desktop.core.worker import TooLargeError, TooSlowError, Worker

LOOK, READ = "look_into_pdf", "read_pdf_pages"
GROUP = 40
"""So many pages are read at once."""
SECONDS = 30.0
SECONDS_A_PAGE = 5.0
MOST_BAD = 3
BAD = "too many of its pages take too long, or too much memory, to be read"


class PagedReading:
    """One PDF, being read."""

    def __init__(self, worker: Worker, path: Path, password: str, heed: Callable[[], None]) -> None:
        self._worker, self._path, self._password, self._heed = worker, str(path), password, heed
        self._bad = 0

    def take_apart(self) -> dict[str, Any]:
        """The PDF as a document, as plain data; raises AppError."""
        said = self._ask(LOOK, SECONDS)
        labels = said.pop("labels")
        outline = said.pop("outline") or [
            (1, f"Page {label}", f"page-{n}") for n, label in enumerate(labels, 1)
        ]
        html, paragraphs, pages, silent = [], [], [], 0
        for read in self._groups(labels):
            html.append(read["html"])
            paragraphs += read["paragraphs"]
            pages += read["pages"]
            silent += read["silent"]
        return {
            **said,
            "outline": outline,
            "html": "".join(html),
            "paragraphs": paragraphs,
            "pages": pages,
            "words": sum(words for _label, words in pages),
            "summary": gaps(silent, len(pages)),
            "media_type": PDF_TYPE,
            "pictures": [],
        }

    def _groups(self, labels: list[str]) -> Iterator[dict[str, Any]]:
        for first in range(0, len(labels), GROUP):
            group = labels[first : first + GROUP]
            try:
                yield self._read(first, group, SECONDS)
            except (TooSlowError, TooLargeError):
                yield from self._one_by_one(first, group)

    def _one_by_one(self, first: int, labels: list[str]) -> Iterator[dict[str, Any]]:
        """Read the pages of a group that could not be read at once; the bad ones are kept without their words."""
        for at, label in enumerate(labels, first):
            try:
                yield self._read(at, [label], SECONDS_A_PAGE)
            except (TooSlowError, TooLargeError):
                self._bad += 1
                if self._bad > MOST_BAD:
                    raise AppError(BAD) from None
                heading = f'<h2 id="page-{at + 1}">{escape(f"Page {label}")}</h2>'
                said = "<p><em>This page could not be read.</em></p>"
                yield {"html": heading + said, "paragraphs": [], "pages": [(label, 0)], "silent": 1}

    def _read(self, first: int, labels: list[str], seconds: float) -> dict[str, Any]:
        return self._ask(READ, seconds, first=first, labels=labels)

    def _ask(self, job: str, seconds: float, **given: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._worker.ask(
            job, seconds=seconds, heed=self._heed, path=self._path, password=self._password, **given
        )
        return answer
