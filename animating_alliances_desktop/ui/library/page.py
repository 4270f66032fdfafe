"""The library page: everything there is to read, filtered, and one's own documents brought in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import lead_down
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.pages import MARGIN, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.library.choosing import SHOWN, Choices, Filters
from animating_alliances_desktop.ui.library.details import DetailsDialog
from animating_alliances_desktop.ui.library.filters import FilterBar
from animating_alliances_desktop.ui.library.gathered import Shelves
from animating_alliances_desktop.ui.library.importing import (
    ImportChooser,
    ImportPanel,
    ReportDialog,
    in_words,
)
from animating_alliances_desktop.ui.library.password import PasswordDialog
from animating_alliances_desktop.ui.library.presenter import Library, LibraryPresenter
from animating_alliances_desktop.ui.library.shelf import Shelf

Say = Callable[..., None]


class LibraryPage(FollowingPage):
    """Lists all texts, and brings in those of the user's own."""

    _told = Signal(int, int)

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        actions: Actions,
        library: Library,
        open: Callable[[Ref, str], None],  # noqa: A002 -- the word that all pages use
        say: Say,
        shelves: Shelves | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__((*SHOWN, Kind.QUESTION, Kind.TAG, Kind.COLLECTION), parent)
        self._theme, self._open, self._say = theme, open, say
        self.presenter = LibraryPresenter(self, library, tasks, shelves)
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self._bind(actions)
        self.setFocusProxy(self.list)

    # What the window asks

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Show only texts of a kind, if a kind is given."""
        if isinstance(place, Kind):
            self.presenter.clear()
            self.presenter.filter(kinds=[place])

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring in files and folders that were dropped on the window."""
        self.presenter.bring_in(paths)

    def stop(self) -> None:
        """Stop the import that is going on, because the window closes."""
        self.presenter.stop()

    def subject(self) -> tuple[Ref, ...]:
        """The text that is chosen: what can be tagged."""
        return (self.list.current,) if isinstance(self.list.current, Ref) else ()

    # What the presenter asks

    def show_choices(self, choices: Choices) -> None:
        """Offer these filters."""
        self.bar.show_choices(choices)

    def show_gathered(self, gathered: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these tags and collections to filter by."""
        self.bar.show_gathered(gathered, chosen)

    def show_filters(self, filters: Filters) -> None:
        """Show which filters are set."""
        self.bar.show_filters(filters)

    def show_texts(self, texts: Sequence[Listed], of: int) -> None:
        """Show these texts, or why there are none."""
        self._shelf.show_texts(texts, self.presenter.filters, prepared=self.presenter.prepared)
        self._header.show_subtitle(self._in_all(len(texts), of))
        self._offer_changes()

    def show_progress(self, progress: Progress | None) -> None:
        """Show that an import is going on, or that none is."""
        self.chooser.setEnabled(progress is None)
        if progress is None:
            self.panel.hide()
        else:
            self.panel.start()

    def tell(self, done: int, of: int) -> None:
        """Show how far the import is; the signal brings it to the window's thread."""
        self._told.emit(done, of)

    def show_report(self, report: Report) -> None:
        """Say what became of the files: in the message bar if all is well, else in a list."""
        if report.came_in and not (report.known or report.refused or report.stopped):
            self._say(
                in_words(report, self.tr), "success", self.tr("Show the list"), lambda: self._list(report)
            )
        else:
            self._list(report)

    def ask_password(self, path: Path, answered: Callable[[str], None], *, again: bool) -> None:
        """Ask for the password of a file."""
        PasswordDialog(path, answered, again=again, parent=self).open()

    def say_busy(self) -> None:
        """Say that the import under way must end first."""
        self._say(self.tr("An import is under way. Bring these in when it is done."))

    def say_described(self, title: str, undo: Callable[[], None]) -> None:
        """Say that a document is called otherwise now."""
        self._say(self.tr("Saved: “{title}”.").format(title=title), "info", self.tr("Undo"), undo)

    def say_removed(self, title: str, undo: Callable[[], None]) -> None:
        """Say that a document was taken away."""
        self._say(self.tr("“{title}” was removed.").format(title=title), "info", self.tr("Undo"), undo)

    # Inside

    def _make_parts(self, theme: Theme) -> None:
        self._header = PageHeader(self.tr("Library"))
        self.chooser = ImportChooser(theme)
        self._describe = button(self.tr("Details…"), "quiet", "pencil", theme)
        self._remove = button(self.tr("Remove"), "quiet", "trash-2", theme)
        self._describe.hide()
        self._remove.hide()
        self.bar = FilterBar(theme)
        self.panel = ImportPanel()
        self._shelf = Shelf(theme)
        self.list = self._shelf.list

    def _lay_out(self) -> None:
        self._header.add(self._describe)
        self._header.add(self._remove)
        self._header.add(self.chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 10)
        top.setSpacing(12)
        top.addWidget(self.bar)
        top.addWidget(self.panel)
        whole.addLayout(top)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 0)
        below.addWidget(self._shelf)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        ask = self.presenter
        self._told.connect(self.panel.tell)
        self.panel.cancelled.connect(ask.stop)
        self.chooser.picked.connect(ask.bring_in)
        lead_down(self.bar.words, self.list)
        self.bar.typed.connect(lambda words: ask.filter(words=words))
        self.bar.kinds_chosen.connect(lambda kinds: ask.filter(kinds=kinds))
        self.bar.questions_chosen.connect(lambda keys: ask.filter(questions=keys))
        self.bar.case_value_chosen.connect(ask.filter_cases)
        self.bar.gathered_chosen.connect(ask.filter_gathered)
        self._shelf.opened.connect(lambda ref: self._open(ref, ""))
        self._shelf.moved.connect(self._offer_changes)
        self._shelf.describing_asked.connect(self._ask_details)
        self._shelf.removed.connect(ask.remove)
        self._shelf.import_asked.connect(self.chooser.ask_for_files)
        self._shelf.clearing_asked.connect(ask.clear)
        self._describe.clicked.connect(self._ask_details)
        self._remove.clicked.connect(self._shelf.remove_current)

    def _bind(self, actions: Actions) -> None:
        actions.bind("library.bring_in", self.chooser.ask_for_files, self)
        actions.bind("library.bring_in_folder", self.chooser.ask_for_folder, self)
        actions.bind("library.describe", self._ask_details, self)

    def _offer_changes(self) -> None:
        ref = self.list.current
        for one in (self._describe, self._remove):
            one.setVisible(isinstance(ref, Ref) and ref.kind.is_own)

    def _ask_details(self) -> None:
        text = self.presenter.own(self.list.current)
        if text is not None:
            DetailsDialog(text, partial(self.presenter.describe, text.ref), self).open()

    def _list(self, report: Report) -> None:
        ReportDialog(self._theme, report, self._open, self).open()

    def _in_all(self, shown: int, of: int) -> str:
        if shown < of:
            return self.tr("{n} of {all} texts").format(n=f"{shown:,}", all=f"{of:,}")
        if not of:
            return ""
        return self.tr("1 text") if of == 1 else self.tr("{n} texts").format(n=f"{of:,}")
