"""How long work tells how far it is, and hears that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Stopped(Exception):  # noqa: N818 -- a fact, not an error
    """The user asked to stop; what was done until then stands."""


class Progress:
    """Handed to long work: it says where it is, and asks whether to go on."""

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def at(self, done: int, of: int) -> None:
        """Say that `done` of `of` steps are done; raises Stopped if the user asked to stop."""
        if self._tell is not None:
            self._tell(done, of)
        self.stop_if_asked()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def stop_if_asked(self) -> None:
        """Raise Stopped if the user asked to stop."""
        if self._stop.is_set():
            raise Stopped
