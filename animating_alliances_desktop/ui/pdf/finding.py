"""Words that are looked for in the file: where they stand, as far as its text is there."""

from __future__ import annotations

from bisect import bisect_left

from animating_alliances_desktop.core.annotations.anchors import find_all
from animating_alliances_desktop.core.annotations.pages import PagesText, Span


class Finder:
    """The hits of one search, told page by page."""

    def __init__(self, whole: PagesText) -> None:
        self._whole = whole
        self.hits: list[tuple[int, int]] = []
        self.nth = -1
        self._spans: dict[int, list[tuple[int, int, int]]] = {}

    @property
    def silent(self) -> int:
        """How many of the pages that are there hold no text, so that nothing can be found on them."""
        ranges = (self._whole.range_of(page) for page in range(len(self._whole)))
        return sum(start == end for start, end in ranges)

    def search(self, words: str, page: int) -> None:
        """Look for words; the first hit from a page on is where the user is now."""
        self.hits = find_all(self._whole, words)
        here = (self._whole.range_of(page)[0], 0)
        self.nth = bisect_left(self.hits, here) % len(self.hits) if self.hits else -1
        self._spans.clear()

    def search_again(self, words: str) -> None:
        """Look once more, as more of the text is there; the user stays at the same hit."""
        at = self.hits[self.nth] if 0 <= self.nth < len(self.hits) else None
        self.hits = find_all(self._whole, words)
        self.nth = self.hits.index(at) if at in self.hits else (0 if self.hits else -1)
        self._spans.clear()

    def forget(self) -> None:
        """Have no hits any more."""
        self.hits, self.nth = [], -1
        self._spans.clear()

    def step(self, by: int) -> None:
        """Go on to the next hit (1) or back to the one before (-1), round and round."""
        if self.hits:
            self.nth = (self.nth + by) % len(self.hits)

    def here(self) -> tuple[Span, ...]:
        """Where the hit stands that the user is at."""
        return self._whole.spans(*self.hits[self.nth]) if 0 <= self.nth < len(self.hits) else ()

    def on(self, page: int) -> list[tuple[int, int, int]]:
        """The hits on a page: first and last position, and which hit it is."""
        if page not in self._spans:
            low, high = self._whole.range_of(page)
            first = max(0, bisect_left(self.hits, (low, 0)) - 1)
            found = []
            for nth in range(first, len(self.hits)):
                if self.hits[nth][0] >= high:
                    break
                found += [
                    (start, end, nth) for at, start, end in self._whole.spans(*self.hits[nth]) if at == page
                ]
            self._spans[page] = found
        return self._spans[page]
