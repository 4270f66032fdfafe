"""How reading is joined up with the rest: what was chosen for the page, and what rows of lists can do with texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.search.model import Result
from animating_alliances_desktop.core.settings import Settings, SettingsFile
from animating_alliances_desktop.core.sharing.room import READABLE
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks

Chosen = Callable[[], tuple[object, str]]
"""Tells the reference of the chosen row (or anything else, if none is), and the words at which to open it."""


class Preferences:
    """How the user wants the reader's page, kept with the other settings."""

    def __init__(self, file: SettingsFile, dress: Callable[[], None]) -> None:
        self._file, self._dress = file, dress

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._file.settings

    def choose(self, name: str, value: object) -> None:
        """Choose something else, and keep it; a paper is put on at once."""
        self._file.choose(name, value)
        if name == "paper":
            self._dress()


class House(Protocol):
    """What is asked of the window."""

    tasks: Tasks
    actions: Actions

    def open(self, ref: Ref, quote: str = "") -> None:
        """Go to where a thing is shown."""

    def go(self, page: str, place: object = None) -> None:
        """Go to a page."""

    def say(self, text: str, *more: Any) -> None:
        """Show a sentence in the message bar."""


class RowDeeds(QObject):
    """What can be done with the text of a row, on one page: read it later, open it beside the one being read."""

    def __init__(self, workspace: Workspace, house: House, where: str, page: QWidget, chosen: Chosen) -> None:
        super().__init__(page)
        self._workspace, self._house, self._chosen = workspace, house, chosen
        house.actions.bind(f"{where}.later", self.read_later, page)
        house.actions.bind(f"{where}.beside", self.open_beside, page)

    def read_later(self) -> None:
        """Put the text of the row on the reading list."""
        ref, _quote = self._chosen()
        if not isinstance(ref, Ref):
            self._ask_for_a_row()
            return
        reading_list, tasks = self._workspace.reading_list, self._house.tasks

        def undo() -> None:
            tasks.write(lambda: reading_list.remove(ref)[0])

        def tell(changes: Changes) -> None:
            if changes.refs:
                self._house.say(self.tr("Put on your reading list."), "info", self.tr("Undo"), undo)
            else:
                self._house.say(self.tr("It is on your reading list already."))

        tasks.write(lambda: reading_list.add(ref), tell)

    def open_beside(self) -> None:
        """Open the text of the row beside the one being read; a highlight or a note, at its passage."""
        ref, quote = self._chosen()
        if not isinstance(ref, Ref):
            self._ask_for_a_row()
        elif ref.kind in (Kind.NOTE, Kind.ANNOTATION):
            place_of = self._workspace.annotations.place_of
            self._house.tasks.read(lambda: place_of(ref), lambda found: self._open(*found))
        else:
            self._open(ref, quote)

    def _open(self, ref: Ref, quote: str) -> None:
        if ref.kind in READABLE:
            self._house.go("reader", (ref, quote, True))
        else:
            self._house.open(ref, quote)

    def _ask_for_a_row(self) -> None:
        self._house.say(self.tr("Choose a text in the list first."))


def found_in(row: object) -> tuple[object, str]:
    """The reference and the words of what was found, if the row is a result of a search."""
    return (row.ref, row.opening) if isinstance(row, Result) else (None, "")
