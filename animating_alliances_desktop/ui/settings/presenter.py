"""Decides which choices there are to offer, and runs what the user wants done with the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.runner import Runner


@dataclass(frozen=True, slots=True)
class Options:
    """A choice among words."""

    name: str
    value: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A choice of a whole number."""

    name: str
    value: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Name:
    """A choice of a few words."""

    name: str
    value: str
    longest: int


Choice = Options | Number | Name


class View(Protocol):
    """What the presenter needs of the page."""

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is being done with the workspace, or that nothing is."""

    def say_done(self, sentence: str) -> None:
        """Say what was done."""


class SettingsPresenter:
    """Works on the user's folder, one thing at a time."""

    def __init__(self, view: View, tasks: Runner, now: Callable[[], datetime]) -> None:
        self._view = view
        self._tasks = tasks
        self._now = now
        self._busy = False

    def run(self, work: Callable[[], str]) -> None:
        """Have something done that ends in a sentence."""
        if self._busy:
            return
        self._busy = True
        self._view.show_busy(busy=True)

        def caught() -> str | Exception:
            try:
                return work()
            except Exception as error:  # raised again once the page has been put in order
                return error

        self._tasks.read(caught, self._done)

    def export(self, into: Path, export: Callable[[Path], str]) -> None:
        """Export into a new folder of its own, because nothing that is there may be mixed with it."""
        folder = into / f"Animating Alliances {self._now():%Y-%m-%d %H%M%S}"
        self.run(lambda: export(folder))

    def backup_name(self) -> str:
        """Propose a name for the file of a backup."""
        return f"animating-alliances-{self._now():%Y-%m-%d}.aabackup"

    def _done(self, answer: str | Exception) -> None:
        self._busy = False
        self._view.show_busy(busy=False)
        if isinstance(answer, Exception):
            raise answer
        self._view.say_done(answer)


def choices(settings: Settings) -> list[Choice]:
    """List everything that can be chosen, as it is declared in the core."""
    found: list[Choice] = []
    for field in fields(settings):
        value = getattr(settings, field.name)
        if "options" in field.metadata:
            found.append(Options(field.name, value, tuple(field.metadata["options"])))
        elif "longest" in field.metadata:
            found.append(Name(field.name, value, field.metadata["longest"]))
        else:
            found.append(Number(field.name, value, field.metadata["least"], field.metadata["most"]))
    return found
