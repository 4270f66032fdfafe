"""The words of the open file, as they come in page by page, and what waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from animating_alliances_desktop.core.annotations.anchors import find_passage, find_quote
from animating_alliances_desktop.core.annotations.pages import PagesText, Span
from animating_alliances_desktop.core.library.pdf.letters import as_units, flowing
from animating_alliances_desktop.ui.pdf.finding import Finder
from animating_alliances_desktop.ui.pdf.ports import Spot
from animating_alliances_desktop.ui.pdf.stock import Text

_BEFORE = 2
"""Pages before those that just came in that a quote may begin on."""


class Words:
    """The text of so many pages; `found` is told where a quote that is sought stands."""

    def __init__(self, pages: int, found: Callable[[Sequence[Span]], None]) -> None:
        self._pages, self._found = pages, found
        self.whole = PagesText()
        self.finder = Finder(self.whole)
        self._texts: list[Text] = []
        self._quote = ""
        self._waiting: list[tuple[int, Callable[[], None]]] = []

    @property
    def complete(self) -> bool:
        """Whether all pages are there."""
        return len(self._texts) >= self._pages

    def take(self, texts: Sequence[Text]) -> None:
        """Take the next pages, and do what waited for them."""
        first = max(0, len(self._texts) - _BEFORE)
        for text, page in texts:
            self._texts.append((text, page))
            self.whole.add(text, page)
        if self._quote:
            self._look(first)
        ready = [act for page, act in self._waiting if page < len(self._texts)]
        self._waiting = [(page, act) for page, act in self._waiting if page >= len(self._texts)]
        for act in ready:
            act()

    def when_there(self, page: int, act: Callable[[], None]) -> None:
        """Do something as soon as this page is there, and all before it."""
        if page < len(self._texts):
            act()
        else:
            self._waiting.append((page, act))

    def seek(self, quote: str) -> None:
        """Look for a passage, among the pages that are there and those that come."""
        self._quote = quote
        self._look(0)

    def known(self, first: Spot, last: Spot) -> str:
        """The words between two places, if they are there already."""
        return self.between(first, last) if last[0] < len(self._texts) else ""

    def between(self, first: Spot, last: Spot) -> str:
        """The words between two places, without the line ends of the pages."""
        parts = []
        for page in range(first[0], last[0] + 1):
            units = as_units(self._texts[page][0])
            start = first[1] if page == first[0] else 0
            end = last[1] if page == last[0] else len(units)
            parts.append(flowing(units, start, end))
        return "\n".join(part for part in parts if part)

    def _look(self, first: int) -> None:
        """Look for the quote from a page on; once all pages are there, for its longest line."""
        part = PagesText()
        for text, page in self._texts[first:]:
            part.add(text, page)
        found = find_quote(part, self._quote)
        if found is not None:
            spans = tuple((page + first, start, end) for page, start, end in part.spans(*found))
        elif self.complete:
            longest = find_passage(self.whole, self._quote)
            spans = self.whole.spans(*longest) if longest is not None else ()
        else:
            return
        self._quote = ""
        if spans:
            self._found(spans)
