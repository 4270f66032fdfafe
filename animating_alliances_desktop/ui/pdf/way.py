"""The way through files: where the user was before following a link, and how to go back there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Step:
    """A place in a file: its page, and how many points of it are above the window."""

    ref: Ref
    page: int
    down: float


class Way:
    """Places to go back to, and forward again."""

    def __init__(self, told: Callable[[bool, bool], None]) -> None:
        self._told = told
        self._back: list[Step] = []
        self._forward: list[Step] = []

    def leave(self, here: Step | None) -> None:
        """Note where the user is before going elsewhere; what lay forward is forgotten."""
        if here is not None:
            self._back.append(here)
            self._forward.clear()
            self.tell()

    def back(self, here: Step | None) -> Step | None:
        """Go back from here; None if there is nowhere to go."""
        return self._travel(self._back, self._forward, here)

    def forward(self, here: Step | None) -> Step | None:
        """Go forward again."""
        return self._travel(self._forward, self._back, here)

    def is_within(self, ref: Ref | None, *, back: bool) -> bool:
        """Whether the next step stays in this file."""
        way = self._back if back else self._forward
        return bool(way) and way[-1].ref == ref

    def tell(self) -> None:
        """Say which ways are open."""
        self._told(bool(self._back), bool(self._forward))

    def _travel(self, way: list[Step], other_way: list[Step], here: Step | None) -> Step | None:
        if not way:
            return None
        if here is not None:
            other_way.append(here)
        step = way.pop()
        self.tell()
        return step
