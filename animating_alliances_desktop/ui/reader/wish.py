"""Where a text is to be opened, and finding that place in its words."""

from __future__ import annotations

from dataclasses import dataclass

from animating_alliances_desktop.core.annotations.anchors import Normalised, find_passage
from animating_alliances_desktop.core.library.model import Place, Reading


@dataclass(frozen=True, slots=True)
class Wish:
    """Where to open a text: at a quote, at a heading, or else at a place."""

    quote: str = ""
    heading: str = ""
    place: Place | None = None
    continued: bool = False
    """Whether the place is where the text was left another time."""

    @classmethod
    def where_left(cls, reading: Reading) -> Wish:
        """Where the user stopped reading: a place, or in a text with pages one of these."""
        return cls(heading=reading.page) if reading.page else cls(place=reading.place, continued=True)

    @property
    def is_somewhere(self) -> bool:
        """Whether this is anywhere but the beginning."""
        return bool(self.quote or self.heading or (self.place and self.place.position > 0))

    def find(self, normalised: Normalised) -> tuple[int, int] | None:
        """Find the quote, or else the place; None if neither is wished for or there any more."""
        found = find_passage(normalised, self.quote) if self.quote else None
        if found is None and self.place is not None:
            at = position_of(normalised, self.place)
            found = (at, at)
        return found


def position_of(normalised: Normalised, place: Place) -> int:
    """Find a remembered place: by its words where they were, else by its words, else about where it was."""
    text = normalised.text
    if not place.quote or text.startswith(place.quote, place.position):
        return min(place.position, len(text))
    near = text.find(place.quote, max(0, place.position - 2_000))
    found = near if near >= 0 else text.find(place.quote)
    return found if found >= 0 else min(place.position, len(text))
