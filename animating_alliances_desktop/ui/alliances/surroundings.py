"""What lies around the alliance that is open: what is kept with it, its course, and what was written on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from animating_alliances_desktop.core.alliances.model import Moment, Thing
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.ports import Stores
from animating_alliances_desktop.ui.kit.runner import Runner

T = TypeVar("T")


class AroundView(Protocol):
    """What is asked of the page."""

    def show_kept(self, things: Sequence[Thing]) -> None:
        """List what is kept with the alliance."""

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """List what happened, the latest first."""

    def show_linked(self, entries: Sequence[Thing], things: Sequence[Thing]) -> None:
        """List the entries, and what the texts of the alliance point at."""

    def tell_let_go(self, title: str, undo: Callable[[], None]) -> None:
        """Say that something is not kept there any more."""


class Surroundings:
    """Reads each of its lists when that is on view."""

    def __init__(self, view: AroundView, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self._alliance: Ref | None = None

    def kept_with(self, alliance: Ref) -> None:
        """List what is kept with an alliance."""
        self._read(alliance, lambda: self._stores.chronicle.kept(alliance), self._view.show_kept)

    def course_of(self, alliance: Ref) -> None:
        """List what happened in an alliance."""
        today = self._stores.today()
        self._read(alliance, lambda: self._stores.chronicle.moments(alliance, today), self._view.show_moments)

    def linked_with(self, alliance: Ref) -> None:
        """List what was written on an alliance, and what it points at."""
        chronicle = self._stores.chronicle
        self._read(
            alliance,
            lambda: (chronicle.entries(alliance), chronicle.linked(alliance)),
            lambda found: self._view.show_linked(*found),
        )

    def keep(self, alliance: Ref, target: Ref) -> None:
        """Keep a text with an alliance."""
        self._tasks.write(lambda: self._stores.chronicle.keep(alliance, target))

    def let_go(self, alliance: Ref, thing: Thing) -> None:
        """Keep a text with an alliance no longer."""

        def work() -> Changes:
            return self._stores.chronicle.let_go(alliance, thing.ref)

        self._tasks.write(
            work,
            lambda _changes: self._view.tell_let_go(thing.title, lambda: self.keep(alliance, thing.ref)),
        )

    def _read(self, alliance: Ref, work: Callable[[], T], show: Callable[[T], None]) -> None:
        self._alliance = alliance

        def take(found: T) -> None:
            if alliance == self._alliance:
                show(found)

        self._tasks.read(work, take, "alliances.around")
