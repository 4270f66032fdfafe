"""Which slide a passage stands on, and which passage of the text a slide is."""

from __future__ import annotations

from bisect import bisect_right

from animating_alliances_desktop.core.annotations.anchors import find_passage
from animating_alliances_desktop.core.annotations.normal import of_html
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.library.slides import Deck

_QUOTE = 80


class Spots:
    """The slides of a deck as places in its text, which is what notes and remembered places are kept by."""

    def __init__(self, deck: Deck) -> None:
        self._whole = of_html(deck.html)
        self._starts: list[int] = []
        at = 0
        for slide in deck.slides:
            self._starts.append(at)
            length = len(of_html(slide.whole).text)
            at += length + 1 if length else 0

    def place_of(self, number: int) -> Place:
        """The place of a slide, to be remembered."""
        start = self._starts[number - 1]
        quote = self._whole.text[start : start + _QUOTE].strip()
        return Place(start, quote, round(number / len(self._starts), 3))

    def slide_of(self, place: Place) -> int:
        """The slide of a remembered place: by its words where they were, else by its words, else by its position."""
        text, at = self._whole.text, place.position
        if place.quote and not text.startswith(place.quote, at):
            found = text.find(place.quote)
            at = found if found >= 0 else at
        return self._at(at)

    def slide_with(self, quote: str) -> int | None:
        """The slide on which a passage begins: all of it, or else the longest of its lines that is there."""
        found = find_passage(self._whole, quote)
        return self._at(found[0]) if found is not None else None

    def _at(self, position: int) -> int:
        return max(1, bisect_right(self._starts, position)) if self._starts else 0
