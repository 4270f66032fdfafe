"""The way through texts: where the user was before following a link, and how to go back there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from animating_alliances_desktop.core.changes import Ref


class Stop(Protocol):
    """A place in a text."""

    @property
    def ref(self) -> Ref:
        """The text."""


S = TypeVar("S", bound=Stop)


class Way(Generic[S]):
    """Places to go back to, and forward again; `told` is told which ways are open."""

    def __init__(self, told: Callable[[bool, bool], None]) -> None:
        self._told = told
        self._behind: list[S] = []
        self._ahead: list[S] = []

    def leave(self, here: S | None) -> None:
        """Note where the user is before going elsewhere; what lay ahead is forgotten."""
        if here is not None:
            self._behind.append(here)
            self._ahead.clear()
            self.tell()

    def step(self, here: S | None, *, back: bool) -> S | None:
        """Go one step along the way; None if it ends here."""
        way, other = (self._behind, self._ahead) if back else (self._ahead, self._behind)
        if not way:
            return None
        if here is not None:
            other.append(here)
        stop = way.pop()
        self.tell()
        return stop

    def next_text(self, *, back: bool) -> Ref | None:
        """Tell which text the next step leads to."""
        way = self._behind if back else self._ahead
        return way[-1].ref if way else None

    def tell(self) -> None:
        """Say which ways are open."""
        self._told(bool(self._behind), bool(self._ahead))
