"""How each page is built over the workspace.

A page's module is imported when the page is first made: all of them take 200 ms, which no start should pay.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.commons import Commons, Host
from animating_alliances_desktop.core.settings import SettingsFile
from animating_alliances_desktop.core.workspace import Workspace

PAGES = ("today", "enquiry", "library", "alliances", "journal", "notes", "search", "settings", "reader")


def preload() -> None:
    """Import what the first visits need, while nobody waits for it."""
    for name in PAGES:
        import_module(f"animating_alliances_desktop.ui.{name}.page")


class House(Host, Protocol):
    """What the pages share, and what they ask of the window around them."""

    def dress(self) -> None:
        """Dress the window as the settings say."""


class Pages(QObject):
    """Makes the pages."""

    def __init__(self, workspace: Workspace, house: House) -> None:
        super().__init__()
        self._workspace, self._house = workspace, house
        self.commons = Commons(workspace, house)
        self.gatherer = self.commons.gatherer

    def make(self, page: str) -> QWidget:
        """Make the page of this id."""
        factories: dict[str, Callable[[], QWidget]] = {
            "today": self._today,
            "enquiry": self._enquiry,
            "library": self._library,
            "alliances": self._alliances,
            "journal": self._journal,
            "notes": self._notes,
            "search": self._search,
            "settings": self._settings,
            "reader": self._reader,
        }
        return factories[page]()

    def _today(self) -> QWidget:
        from animating_alliances_desktop.ui.today.page import TodayPage
        from animating_alliances_desktop.ui.today.presenter import Sources

        held = self._workspace
        lost = held.annotations.lost
        return TodayPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            sources=Sources(
                held.alliances,
                held.journal,
                held.library,
                held.enquiry,
                lambda: len(lost()),
                self.commons.recall,
            ),
            open=self._house.open,
            write=lambda alliance: self._house.go("journal", alliance),
            add_alliance=lambda: self._house.go("alliances"),
            show_lost=lambda: self._house.go("notes", "lost"),
            now=lambda: datetime.now().astimezone(),
        )

    def _enquiry(self) -> QWidget:
        from animating_alliances_desktop.ui.enquiry.page import EnquiryPage

        held = self._workspace
        return EnquiryPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            enquiry=held.enquiry,
            notes=held.annotations,
            open=self._house.open,
            say=self._house.say,
        )

    def _library(self) -> QWidget:
        from animating_alliances_desktop.ui.library.gathered import Shelves
        from animating_alliances_desktop.ui.library.page import LibraryPage

        library = self._workspace.library
        return LibraryPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            library=library,
            open=self._house.open,
            say=self._house.say,
            shelves=Shelves(self.commons.gathered, self.commons.under),
        )

    def _alliances(self) -> QWidget:
        from animating_alliances_desktop.ui.alliances.page import AlliancesPage

        return AlliancesPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            actions=self._house.actions,
            alliances=self._workspace.alliances,
            write=lambda alliance: self._house.go("journal", alliance),
            entries=lambda alliance: self._house.go("journal", ("entries", alliance)),
            say=self._house.say,
            mentions=self._workspace.links.mentions_of,
            open_ref=self._house.open,
        )

    def _journal(self) -> QWidget:
        from animating_alliances_desktop.ui.journal.page import JournalPage

        held = self._workspace
        return JournalPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            actions=self._house.actions,
            journal=held.journal,
            prompts=held.prompts,
            alliances=held.alliances,
            open=self._house.open,
            say=self._house.say,
            today=date.today,
            mentions=held.links.mentions_of,
        )

    def _notes(self) -> QWidget:
        from animating_alliances_desktop.ui.notes.page import NotesPage
        from animating_alliances_desktop.ui.notes.ports import Around

        held = self._workspace
        return NotesPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            around=Around(
                notes=held.annotations,
                review=held.review,
                exchange=held.exchange,
                questions=lambda: {one.ref.key: one.title for one in held.enquiry.questions()},
                alliances=lambda: {one.ref: one.name for one in held.alliances.listed()},
                open=self._house.open,
                into_journal=lambda text: self._house.go("journal", ("gathered", text)),
                tag=self.gatherer.tag,
            ),
            say=self._house.say,
            can_take_back=self._house.can_take_back,
        )

    def _search(self) -> QWidget:
        from animating_alliances_desktop.ui.search.page import SearchPage

        return SearchPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            search=self._workspace.search,
            open=self._house.open,
        )

    def _reader(self) -> QWidget:
        from animating_alliances_desktop.ui.reader.page import ReaderPage
        from animating_alliances_desktop.ui.reader.ports import Around

        held = self._workspace
        return ReaderPage(
            self._house.theme,
            held.library,
            held.annotations,
            self._house.tasks,
            self._house.actions,
            open_ref=self._house.open,
            say=lambda text, button, then: self._house.say(text, "info", button or "", then),
            preferences=Preferences(held.settings, self._house.dress),
            around=Around(
                held.links.mentions_of,
                self._house.can_take_back,
                lambda: held.settings.settings.notes == "beside",
                lambda on: held.settings.choose("notes", "beside" if on else "list"),
            ),
        )

    def _settings(self) -> QWidget:
        from animating_alliances_desktop.ui.settings.page import SettingsPage

        held = self._workspace
        return SettingsPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            settings=held.settings.settings,
            chosen=self._choose,
            workspace=held.folder,
            open_folder=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(held.folder))),
            back_up=self._back_up,
            back_up_to=self._back_up_to,
            export=self._export,
            say=self._house.say,
            gather=self.gatherer.show_all,
        )

    # What the settings page has done

    def _choose(self, name: str, value: object) -> None:
        self._workspace.settings.choose(name, value)
        self._house.dress()

    def _back_up(self) -> str:
        return self.tr("The backup was written and checked: {file}").format(
            file=self._workspace.back_up().name
        )

    def _back_up_to(self, target: Path) -> str:
        self._workspace.back_up_to(target, replace=True)  # the dialogue has asked
        return self.tr("The backup was written and checked: {file}").format(file=target.name)

    def _export(self, folder: Path) -> str:
        written = self._workspace.export(folder)
        return self.tr("%n thing(s) written to {folder}.", "", written).format(folder=folder)


class Preferences:
    """How the user wants the reader's page, kept with the other settings."""

    def __init__(self, file: SettingsFile, dress: Callable[[], None]) -> None:
        self._file, self._dress = file, dress

    @property
    def zoom(self) -> float:
        """1.0 is the usual size of letters."""
        return self._file.settings.zoom / 100

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._file.choose("zoom", round(zoom * 100))

    @property
    def paper(self) -> str:
        """`auto`, `light`, `sepia` or `dark`."""
        return self._file.settings.paper

    @paper.setter
    def paper(self, paper: str) -> None:
        self._file.choose("paper", paper)
        self._dress()
