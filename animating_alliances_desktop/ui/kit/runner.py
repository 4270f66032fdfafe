"""What a presenter needs in order to have work done; it holds no Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes

T = TypeVar("T")


class Runner(Protocol):
    """What a presenter needs in order to have work done; `Tasks` in the window, an inline twin in tests."""

    def read(self, work: Callable[[], T], then: Callable[[T], None], key: Hashable = None) -> None:
        """Run `work` off the window's thread, then `then` with its answer; the newest read of a key wins."""

    def write(self, work: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        """Run `work` after all earlier writes; the `Changes` that it returns are told to everyone."""


def take_away(tasks: Runner, work: Callable[[], tuple[Changes, UUID]], then: Callable[[UUID], None]) -> None:
    """Have something deleted; `then` is told by which key it comes back."""
    batches: list[UUID] = []

    def run() -> Changes:
        changes, batch = work()
        batches.append(batch)
        return changes

    tasks.write(run, lambda _changes: then(batches[0]))
