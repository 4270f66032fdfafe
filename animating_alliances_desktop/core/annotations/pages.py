"""The normalised text of something with pages, made page by page, so that it can be used before all of it is there."""

from __future__ import annotations

from bisect import bisect_right

from animating_alliances_desktop.core.annotations.normal import Normalised

BETWEEN = 2
"""What stands between two pages, "\\n\\n", is so many UTF-16 units long."""
Span = tuple[int, int, int]
"""A page, and a passage of it in UTF-16 units of the page's own text."""


class PagesText(Normalised):
    r"""The same as `Normalised("\n\n".join(texts))`, told page by page; raw positions are those of that text."""

    def __init__(self) -> None:
        super().__init__("")
        self._pages: list[Normalised] = []
        self._raw_begins = [0]
        self._begins: list[int] = []
        """Where each page begins in the text; one that has no words begins where the next one does."""
        self._end = 0
        self._joined: str | None = ""

    def __len__(self) -> int:
        """So many pages are there yet."""
        return len(self._pages)

    def add(self, text: str, page: Normalised | None = None) -> None:
        """Take the next page; `page` is what it becomes, if that was made elsewhere already."""
        page = page or Normalised(text)
        begins = self._end + 1 if page.text and self._end else self._end
        self._pages.append(page)
        self._begins.append(begins)
        if page.text:
            self._end = begins + len(page.text)
        self._raw_begins.append(self._raw_begins[-1] + len(text.encode("utf-16-le")) // 2 + BETWEEN)
        self._joined = None

    @property
    def text(self) -> str:
        """All that is there yet."""
        if self._joined is None:
            self._joined = " ".join(page.text for page in self._pages if page.text)
        return self._joined

    @text.setter
    def text(self, text: str) -> None:
        self._joined = text

    @property
    def folded(self) -> str:
        """The text without differences of case and of typography; each page is folded once."""
        return " ".join(page.folded for page in self._pages if page.text)

    def range_of(self, page: int) -> tuple[int, int]:
        """Which characters of the text stand on a page."""
        if page >= len(self._pages):
            return self._end, self._end
        return self._begins[page], self._begins[page] + len(self._pages[page].text)

    def page_of(self, index: int) -> int:
        """The page that a character of the text stands on."""
        nth = bisect_right(self._begins, index) - 1
        while nth > 0 and not self._pages[nth].text:
            nth -= 1
        return max(0, nth)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where a passage of the text stands on its pages."""
        found = []
        for nth in range(self.page_of(start), len(self._pages)):
            page, begins = self._pages[nth], self._begins[nth]
            if begins >= end:
                break
            low, high = max(start, begins) - begins, min(end - begins, len(page.text))
            if page.text and low < high:
                found.append((nth, *page.to_raw(low, high)))
        return tuple(found)

    def index_of(self, first: tuple[int, int], last: tuple[int, int]) -> tuple[int, int]:
        """The passage between two places (page and position on it), without space at its ends."""
        return self.from_raw(self._raw_begins[first[0]] + first[1], self._raw_begins[last[0]] + last[1])

    def place_of(self, index: int) -> tuple[int, int]:
        """The page of a character of the text, and its position there."""
        nth = self.page_of(index)
        page = self._pages[nth]
        return nth, page.to_raw(min(index - self._begins[nth], len(page.text)), len(page.text))[0]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """See `Normalised.to_raw`."""
        spans = self.spans(start, max(end, start + 1))
        if not spans:
            return 0, 0
        first, last = spans[0], spans[-1]
        low = self._raw_begins[first[0]] + first[1]
        return low, self._raw_begins[last[0]] + last[2] if end > start else low

    def from_raw(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """See `Normalised.from_raw`."""
        start, end = self._from(raw_start, 0), self._from(raw_end, 1)
        passage = self.text[start:end]
        start += len(passage) - len(passage.lstrip())
        return start, max(start, start + len(passage.strip()))

    def _from(self, raw: int, side: int) -> int:
        """Where a raw position is in the text: the beginning (0) or the end (1) of a passage."""
        nth = min(bisect_right(self._raw_begins, raw) - 1, len(self._pages) - 1)
        if nth < 0:
            return 0
        page, at = self._pages[nth], raw - self._raw_begins[nth]
        if side:
            return self._begins[nth] + page.from_raw(0, at)[1]
        return self._begins[nth] + page.from_raw(at, 1 << 60)[0]
