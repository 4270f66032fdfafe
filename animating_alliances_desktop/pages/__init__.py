"""How each page is built over the workspace.

A page is imported while nobody waits (`ui.shell.warming`), or when it is first made: all take 200 ms of a start.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.alliances import alliances_page
from animating_alliances_desktop.pages.commons import Commons
from animating_alliances_desktop.pages.followthrough import followthrough_page
from animating_alliances_desktop.pages.house import House
from animating_alliances_desktop.pages.incoming import Incoming
from animating_alliances_desktop.pages.journal import journal_page, let_old_go, trash_page
from animating_alliances_desktop.pages.keeping import SettingsDeeds
from animating_alliances_desktop.pages.lookback import lookback_page
from animating_alliances_desktop.pages.printing import Printing, brief_page
from animating_alliances_desktop.pages.reading import RowDeeds, found_in
from animating_alliances_desktop.pages.texts import pdf_page, reader_page, slides_page
from animating_alliances_desktop.pages.titles import Titles
from animating_alliances_desktop.pages.today import today_page


class Pages(QObject):
    """Makes the pages."""

    def __init__(self, workspace: Workspace, house: House) -> None:
        super().__init__()
        self._workspace, self._house = workspace, house
        self.commons = Commons(workspace, house)
        self.gatherer = self.commons.gatherer
        self.incoming = Incoming(workspace, house, self)
        self.printing = Printing(workspace, house)
        self.titles = Titles(workspace.library, house.tasks)
        house.actions.bind("app.trash", lambda: house.go("trash"), house.window)

    def settle_in(self) -> None:
        """Do what nobody waits for, once the first page stands."""
        self.titles.read()
        self.incoming.watching.look()
        self._house.tasks.write(partial(let_old_go, self._workspace))

    def make(self, page: str) -> QWidget:
        """Make the page of this id."""
        factories: dict[str, Callable[[], QWidget]] = {
            "today": partial(today_page, self._workspace, self._house, self.commons.recall),
            "enquiry": self._enquiry,
            "library": self._library,
            "alliances": partial(alliances_page, self._workspace, self._house),
            "journal": self._journal,
            "trash": partial(trash_page, self._workspace, self._house),
            "followthrough": partial(followthrough_page, self._workspace, self._house),
            "lookback": partial(lookback_page, self._workspace, self._house),
            "notes": self._notes,
            "search": self._search,
            "settings": self._settings,
            "reader": partial(reader_page, self._workspace, self._house),
            "slides": partial(slides_page, self._workspace, self._house),
            "pdf": partial(pdf_page, self._workspace, self._house),
            "brief": partial(brief_page, self._workspace, self._house),
        }
        return factories[page]()

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
            mentions=held.links.mentions_of,
        )

    def _library(self) -> QWidget:
        from animating_alliances_desktop.ui.library.gathered import Shelves
        from animating_alliances_desktop.ui.library.page import LibraryPage

        library = self._workspace.library
        self.incoming.page = page = LibraryPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            actions=self._house.actions,
            library=library,
            open=self._house.open,
            say=self._house.say,
            shelves=Shelves(self.commons.gathered, self.commons.under),
        )
        RowDeeds(self._workspace, self._house, "library", page, lambda: (page.list.current, ""))
        return page

    def _journal(self) -> QWidget:
        return journal_page(self._workspace, self._house)

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

        page = SearchPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            search=self._workspace.search,
            open=self._house.open,
        )
        RowDeeds(self._workspace, self._house, "search", page, lambda: found_in(page.list.current))
        return page

    def _settings(self) -> QWidget:
        from animating_alliances_desktop.ui.settings.page import SettingsPage
        from animating_alliances_desktop.ui.settings.watched import Watched

        held = self._workspace
        deeds = SettingsDeeds(held, self._house.dress, self)
        return SettingsPage(
            theme=self._house.theme,
            tasks=self._house.tasks,
            settings=held.settings.settings,
            chosen=deeds.choose,
            workspace=held.folder,
            watched=Watched(lambda: held.settings.watched, held.settings.watch, self.incoming.look_through),
            open_folder=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(held.folder))),
            back_up=deeds.back_up,
            back_up_to=deeds.back_up_to,
            export=deeds.export,
            say=self._house.say,
            gather=self.gatherer.show_all,
            show_trash=lambda: self._house.go("trash"),
        )
