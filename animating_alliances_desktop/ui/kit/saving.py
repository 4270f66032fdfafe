"""Saves what is being typed: in order, as often as asked, and tells honestly how far it got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.runner import Runner

T = TypeVar("T")


class Phase(Enum):
    """How far a save got."""

    NOTHING = auto()
    """There is nothing to save yet."""
    SAVING = auto()
    SAVED = auto()
    """It was committed."""
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class State:
    """What the state line says; `why` is for the user, and empty where the report is not."""

    phase: Phase
    why: str = ""


def attempt(
    tasks: Runner,
    work: Callable[[], Changes],
    then: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Write, and hear of a failure at the place where it matters instead of in general."""
    failures: list[Exception] = []

    def run() -> Changes:
        try:
            return work()
        except Exception as error:  # whoever asked decides what becomes of it
            failures.append(error)
            return Changes()

    tasks.write(run, lambda _changes: failed(failures[0]) if failures else then())


class Saver(Generic[T]):
    """Counts what was typed and what came back as saved, so that an old answer never passes for a new one."""

    def __init__(
        self,
        tasks: Runner,
        written: Callable[[], T],
        write: Callable[[T], Changes],
        tell: Callable[[State], None],
    ) -> None:
        self._tasks, self._written, self._write, self._tell = tasks, written, write, tell
        self._typed = self._asked = self._saved = 0
        self._failing = False
        self._then: Callable[[], None] | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not known to be on the disk."""
        return self._typed > self._saved

    def typed(self) -> None:
        """Be told of another keystroke; a failure goes on being shown until a save came back."""
        self._typed += 1
        if not self._failing:
            self._tell(State(Phase.SAVING))

    def save(self) -> None:
        """Save what is there now, unless it is saved or on its way."""
        if self._typed == self._asked:
            return
        version = self._asked = self._typed
        draft = self._written()
        attempt(
            self._tasks,
            lambda: self._write(draft),
            lambda: self._came_back(version),
            lambda error: self._failed(version, error),
        )

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; what cannot be saved stays where it is, and nothing goes on."""
        self._then = then
        if self.unsaved:
            self.save()
        else:
            self._go_on()

    def _came_back(self, version: int) -> None:
        self._saved = max(self._saved, version)
        self._failing = False
        if not self.unsaved:
            self._tell(State(Phase.SAVED))
            self._go_on()
        elif self._then is not None:
            self.save()
        else:
            self._tell(State(Phase.SAVING))

    def _failed(self, version: int, error: Exception) -> None:
        if version == self._asked:
            self._asked = self._saved
            self._then = None
        self._failing = True
        self._tell(State(Phase.FAILED, str(error) if isinstance(error, AppError) else ""))
        if not isinstance(error, AppError):
            raise error

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


class Saving(Generic[T]):
    """For a presenter that has one thing open, or nothing: what is typed about it is saved before another one comes."""

    _saver: Saver[T] | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk."""
        return bool(self._saver and self._saver.unsaved)

    def typed(self) -> None:
        """Be told of another keystroke."""
        if self._saver is not None:
            self._saver.typed()

    def save(self) -> None:
        """Save what the fields say."""
        if self._saver is not None:
            self._saver.save()

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; if that fails, stay."""
        if self._saver is None:
            then()
        else:
            self._saver.settle(then)
