"""What can be taken back, the latest first."""

from __future__ import annotations

from collections.abc import Callable

Then = Callable[[], object]
MOST = 50


class TakingBack:
    """Holds what takes back each of the last things that were done; `before` is called before one is taken back."""

    def __init__(self, before: Then) -> None:
        self._held: list[Then] = []
        self._before = before

    def note(self, then: Then) -> None:
        """Hold what takes back something that was just done."""
        self._held = [*self._held, then][-MOST:]

    def undo(self, then: Then | None = None) -> None:
        """Take back the latest, or this one if it was not taken back yet."""
        wanted = then or (self._held[-1] if self._held else None)
        if wanted in self._held:
            self._held.remove(wanted)
            self._before()
            wanted()
