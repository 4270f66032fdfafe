"""The composition root: the only place where the core and the window meet; builds everything, once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.library.wording import KINDS
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages import Pages
from animating_alliances_desktop.ui.alliances.commands import alliances_actions
from animating_alliances_desktop.ui.journal.commands import journal_actions
from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.errors import Errors
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.commands import rows as reader_actions
from animating_alliances_desktop.ui.shell.commands import shell_actions
from animating_alliances_desktop.ui.shell.display import check_display
from animating_alliances_desktop.ui.shell.palette import Destination
from animating_alliances_desktop.ui.shell.refusal import ask_for_another_folder
from animating_alliances_desktop.ui.shell.window import MainWindow

BACKUP_AFTER_MS = 20_000
TITLED = (Kind.PAPER, Kind.CASE, Kind.SLIDES, Kind.TERM, Kind.QUESTION, Kind.DOCUMENT)


@runtime_checkable
class Heedful(Protocol):
    """A page that wants to hear what was changed."""

    def changed(self, changes: Changes) -> None:
        """Be told what a write has touched."""


@runtime_checkable
class Closable(Protocol):
    """A page on which something is typed that saves itself."""

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""

    def close_down(self) -> None:
        """Hand it to the writer."""


class App(QObject):
    """The window over one open workspace."""

    def __init__(self, qt: QApplication, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._settings = workspace, workspace.settings
        self._titles: Sequence[Destination] = ()
        self._asked_to_close = False
        self.theme = Theme(qt)
        self.dress()
        self.tasks = Tasks(self)
        specs = Pages(workspace, self).specs()
        search = Action("app.search", self.tr("Search everything"), "Ctrl+Shift+F", icon="search")
        rows = [*shell_actions(specs), search, *reader_actions(), *journal_actions(), *alliances_actions()]
        self.actions = Actions(self.theme, rows, self)
        self.window = MainWindow(
            self.theme,
            specs,
            self.actions,
            self.open,
            lambda: self._settings.remembered,
            self._settings.remember,
            lambda: self._titles,
            self._may_close,
        )
        self.actions.bind("app.search", lambda: self.window.go("search"), self.window)
        self.errors = Errors(self.window.messages.say, lambda: workspace.folder / "reports")
        self.tasks.failed.connect(self.errors.show)
        self.tasks.changed.connect(self._tell_pages)

    def start(self) -> None:
        """Show the window, then bring the shipped library up to date behind it."""
        self.window.go("today")
        self.window.show()
        self.tasks.read(self._workspace.catch_up, self._caught_up)
        QTimer.singleShot(BACKUP_AFTER_MS, self, self._back_up_if_due)

    def open(self, ref: Ref, quote: str = "") -> None:
        """Go to where a thing is shown; a note or a highlight is shown in the text that it is about."""
        match ref.kind:
            case Kind.ENTRY:
                self.window.go("journal", ref)
            case Kind.ALLIANCE:
                self.window.go("alliances", ref)
            case Kind.QUESTION if not quote:
                self.window.go("enquiry", ref)
            case Kind.NOTE | Kind.ANNOTATION:
                place_of = self._workspace.annotations.place_of
                self.tasks.read(lambda: place_of(ref), lambda found: self.open(*found))
            case _:
                self.window.go("reader", (ref, quote))

    def go(self, page: str, place: object = None) -> None:
        """Go to a page, and there to a place that it understands."""
        self.window.go(page, place)

    def close(self) -> None:
        """Finish what is being written and let the workspace go."""
        self.tasks.close()
        self._workspace.close()

    def say(self, text: str, *more: Any) -> None:
        """Show a sentence in the message bar."""
        self.window.messages.say(text, *more)

    def dress(self) -> None:
        """Dress the window as the settings say."""
        chosen = self._settings.settings
        scheme: Any = chosen.scheme
        paper: Any = chosen.paper
        self.theme.apply(scheme, paper, chosen.text_size / 100)

    # What happens by itself

    def _tell_pages(self, changes: Changes) -> None:
        for page in self.window.pages():
            if isinstance(page, Heedful):
                page.changed(changes)
        if changes.touch(*TITLED):
            self._read_titles()

    def _caught_up(self, changes: Changes) -> None:
        self._read_titles()
        if changes.refs:
            self._tell_pages(changes)
        self.tasks.read(self._workspace.library.problems, self._tell_problems)

    def _tell_problems(self, problems: list[str]) -> None:
        if problems:
            more = self.tr(" (%n more)", "", len(problems) - 1) if len(problems) > 1 else ""
            self.say(
                self.tr("A text of the library was left out: {why}").format(why=problems[0]) + more, "error"
            )

    def _read_titles(self) -> None:
        def take(texts: list[Listed]) -> None:
            self._titles = [Destination(text.ref, text.title, KINDS[text.kind]) for text in texts]

        self.tasks.read(self._workspace.library.listed, take, "titles")

    def _back_up_if_due(self) -> None:
        self.tasks.read(self._workspace.back_up_if_due, lambda _file: None)

    def _may_close(self) -> bool:
        """Hand what is being typed to the writer, and wait for it; asked a second time, let go."""
        waiting = [page for page in self.window.pages() if isinstance(page, Closable) and page.unsaved]
        for page in waiting:
            page.close_down()
        if not waiting or self._asked_to_close:
            return True
        self._asked_to_close = True
        self.tasks.idle.connect(self._try_to_close, Qt.ConnectionType.SingleShotConnection)
        return False

    def _try_to_close(self) -> None:
        if any(isinstance(page, Closable) and page.unsaved for page in self.window.pages()):
            sentence = self.tr("What you wrote last could not be saved. Copy it elsewhere, then close again.")
            self.say(sentence, "error")
        else:
            self.window.close()


def run(folder: Path) -> int:
    """Show the window until it is closed; the answer is the exit status."""
    try:
        check_display()
        qt = QApplication(sys.argv[:1])
        qt.setApplicationName("Animating Alliances")
        qt.setApplicationVersion(__version__)
        workspace = _open(folder)
        app = App(qt, workspace)
    except AppError as error:
        print(error, file=sys.stderr)
        return 1
    app.errors.catch_all()
    app.start()
    try:
        return qt.exec()
    finally:
        app.close()


def _open(folder: Path) -> Workspace:
    """Open the workspace, or another one that the user chooses when that cannot be."""
    while True:
        try:
            return Workspace.open(folder)
        except AppError as error:
            other = ask_for_another_folder(str(error))
            if other is None:
                raise
            folder = other
