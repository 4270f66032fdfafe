"""The numbers of the paragraphs on the page, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence


class Numbers:
    """Finds the paragraph at a position, and the position of a paragraph."""

    def __init__(self, places: Sequence[tuple[int, str]] = (), names: Sequence[str] = ()) -> None:
        self.places = sorted(places)
        self.names = names
        """The ids of the paragraphs that were laid out."""
        self._starts = [start for start, _number in self.places]

    @classmethod
    def laid_out(cls, names: Sequence[tuple[str, str]], position_of: Callable[[str], int | None]) -> Numbers:
        """Ask where each paragraph, given as id and number, has come to stand."""
        found = ((position_of(name), number) for name, number in names)
        places = [(start, number) for start, number in found if start is not None]
        return cls(places, [name for name, _number in names])

    @property
    def ends(self) -> tuple[str, str] | None:
        """The first number and the last, or None if there is none."""
        return (self.places[0][1], self.places[-1][1]) if self.places else None

    def at(self, position: int) -> str:
        """Tell the number of the paragraph that a position is in; nothing before the first."""
        nth = bisect_right(self._starts, position) - 1
        return self.places[nth][1] if nth >= 0 else ""

    def find(self, number: str) -> int | None:
        """Tell where the paragraph of this number begins."""
        return next((start for start, each in self.places if each == number), None)
