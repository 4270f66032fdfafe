"""A runner for tests that does its work at once, on the spot, or when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.core.errors import AppError

T = TypeVar("T")


class Inline:
    """The twin of `Tasks`: with `hold`, work waits until `let_go`; expected errors are gathered in `failures`."""

    def __init__(self, *, hold: bool = False) -> None:
        self.hold = hold
        self.told: list[Changes] = []
        self.failures: list[AppError] = []
        self.listeners: list[Callable[[Changes], object]] = []
        self._held: list[Callable[[], None]] = []

    def read(self, work: Callable[[], T], then: Callable[[T], None], key: Hashable = None) -> None:
        """See `Runner.read`; that the newest wins is for `Tasks` to see to."""
        self._take(lambda: then(work()))

    def write(self, work: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        """See `Runner.write`."""

        def run() -> None:
            answer = work()
            if then is not None:
                then(answer)
            if isinstance(answer, Changes):
                self._tell(answer)

        self._take(run)

    def let_go(self) -> None:
        """Do what was held back, in its order."""
        held, self._held = self._held, []
        for run in held:
            self._run(run)

    def _take(self, run: Callable[[], None]) -> None:
        if self.hold:
            self._held.append(run)
        else:
            self._run(run)

    def _run(self, run: Callable[[], None]) -> None:
        try:
            run()
        except AppError as error:
            self.failures.append(error)

    def _tell(self, changes: Changes) -> None:
        self.told.append(changes)
        for listener in self.listeners:
            listener(changes)
