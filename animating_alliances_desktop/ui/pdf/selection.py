"""What is selected over the pages, and how a text cursor walks through them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from animating_alliances_desktop.core.library.pdf.letters import Letters
from animating_alliances_desktop.ui.pdf.ports import Spot


class Move(Enum):
    """A step of the text cursor."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()


class Selection:
    """From where the hand began (`anchor`) to where it is (`caret`)."""

    def __init__(self) -> None:
        self.anchor: Spot | None = None
        self.caret: Spot | None = None

    @property
    def span(self) -> tuple[Spot, Spot] | None:
        """The first place and the last; None if nothing is selected."""
        if self.anchor is None or self.caret is None or self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def put(self, spot: Spot | None) -> None:
        """Put the cursor somewhere, and select nothing."""
        self.anchor = self.caret = spot

    def extend(self, spot: Spot) -> None:
        """Select up to here."""
        self.anchor = self.anchor or spot
        self.caret = spot

    def select(self, first: Spot, last: Spot) -> None:
        """Select a passage."""
        self.anchor, self.caret = first, last

    def drop(self) -> None:
        """Let go of what is selected; the cursor stays."""
        self.anchor = self.caret

    def on(self, page: int, length: int) -> tuple[int, int] | None:
        """What is selected of one page."""
        span = self.span
        if span is None or not span[0][0] <= page <= span[1][0]:
            return None
        start = span[0][1] if page == span[0][0] else 0
        end = span[1][1] if page == span[1][0] else length
        return start, end


class Walker:
    """Knows where a step leads, from page to page; pages whose letters are not there yet are entered at their top."""

    def __init__(self, letters: Callable[[int], Letters | None], pages: int) -> None:
        self._letters, self._pages = letters, pages
        self._steps: dict[Move, Callable[[Letters, int], int]] = {
            Move.LEFT: lambda letters, at: letters.step(at, -1),
            Move.RIGHT: lambda letters, at: letters.step(at, 1),
            Move.WORD_LEFT: lambda letters, at: letters.step_word(at, -1),
            Move.WORD_RIGHT: lambda letters, at: letters.step_word(at, 1),
            Move.LINE_START: lambda letters, at: letters.line(at)[0],
            Move.LINE_END: lambda letters, at: letters.line(at)[1],
        }

    def move(self, spot: Spot, move: Move, x: float) -> Spot:
        """Where a step leads from a place; `x` is where in the line the cursor wants to be, in points."""
        page, at = spot
        if move in (Move.START, Move.END):
            return (0, 0) if move is Move.START else self._end_of(self._pages - 1)
        letters = self._letters(page)
        if letters is None:
            return spot
        if move in self._steps:
            found = self._steps[move](letters, at)
            forward = move in (Move.RIGHT, Move.WORD_RIGHT)
        else:
            forward = move is Move.DOWN
            found = letters.beside(at, 1 if forward else -1, x)
        return (page, found) if found >= 0 else self._beyond(spot, move, x, forward=forward)

    def x_of(self, spot: Spot) -> float:
        """Where in its line a place is, in points."""
        letters = self._letters(spot[0])
        return letters.caret(spot[1])[0] if letters is not None else 0.0

    def _beyond(self, spot: Spot, move: Move, x: float, *, forward: bool) -> Spot:
        page = spot[0] + (1 if forward else -1)
        if not 0 <= page < self._pages:
            return spot
        letters = self._letters(page)
        if letters is not None and move in (Move.UP, Move.DOWN):
            return page, letters.edge(x, last=not forward)
        return (page, 0) if forward else self._end_of(page)

    def _end_of(self, page: int) -> Spot:
        letters = self._letters(page)
        return page, len(letters) if letters is not None else 0
