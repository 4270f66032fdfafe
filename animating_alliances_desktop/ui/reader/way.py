"""The way through several texts, back and forward."""

from __future__ import annotations

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.model import Place

Stop = tuple[Ref, Place]


class Way:
    """Where the reader was, and where it came back from."""

    def __init__(self) -> None:
        self.behind: list[Stop] = []
        self.ahead: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Go elsewhere from here: this is where the way back leads to now."""
        self.behind.append(stop)
        self.ahead.clear()

    def step(self, here: Stop | None, *, back: bool) -> Stop | None:
        """Go one step along the way; None if it ends here."""
        way, other = (self.behind, self.ahead) if back else (self.ahead, self.behind)
        if not way:
            return None
        if here is not None:
            other.append(here)
        return way.pop()

    def next_text(self, *, back: bool) -> Ref | None:
        """Tell which text the next step leads to."""
        way = self.behind if back else self.ahead
        return way[-1][0] if way else None
