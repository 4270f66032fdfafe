"""Things that cost memory, held up to a limit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from typing import Any, Generic, TypeVar

P = TypeVar("P")


class Kept(Generic[P]):
    """What was not looked at for the longest time is let go first."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._held: OrderedDict[Hashable, tuple[P, int]] = OrderedDict()

    @property
    def size(self) -> int:
        """What all of it costs."""
        return self._size

    def __contains__(self, key: Hashable) -> bool:
        return key in self._held

    def get(self, key: Hashable) -> P | None:
        """Look at one."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, thing: P, size: int) -> None:
        """Hold one more, and let go of what is too much; the newest stays in any case."""
        self._size += size - (self._held.pop(key)[1] if key in self._held else 0)
        self._held[key] = (thing, size)
        while self._size > self._most and len(self._held) > 1:
            self._size -= self._held.popitem(last=False)[1][1]

    def items(self) -> Iterator[tuple[Any, P]]:
        """All of them, the latest first."""
        return ((key, held[0]) for key, held in reversed(self._held.items()))

    def clear(self) -> None:
        """Let go of everything."""
        self._held.clear()
        self._size = 0
