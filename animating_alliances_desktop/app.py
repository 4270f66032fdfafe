"""The composition root: the only place where the core and the window meet; builds everything, once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.settings import SettingsFile
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.errors import Errors
from animating_alliances_desktop.ui.kit.messages import MessageKind
from animating_alliances_desktop.ui.kit.takingback import TakingBack, Then
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.pages import Closable, Heedful, Stoppable
from animating_alliances_desktop.ui.shell.tables import action_rows, page_specs
from animating_alliances_desktop.ui.shell.warming import Warming
from animating_alliances_desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from animating_alliances_desktop.core.workspace import Workspace
    from animating_alliances_desktop.pages import Pages

BACKUP_EVERY_MS = 30 * 60 * 1000
SHOWN_ON = {
    Kind.ENTRY: "journal",
    Kind.ALLIANCE: "alliances",
    Kind.MEETING: "alliances",
    Kind.PERSON: "alliances",
    Kind.ORGANISATION: "alliances",
    Kind.ACTION: "followthrough",
    Kind.DECISION: "followthrough",
    Kind.NOTICING: "followthrough",
    Kind.INTENTION: "followthrough",
}
"""The pages of things that are shown on their own page, whatever else there is to it."""


class App(QObject):
    """The window, and behind it, as soon as it is open, a workspace."""

    opened = Signal()
    """The workspace is open and its first page is on view."""
    refused = Signal(str)
    """The workspace cannot be opened; why, in a sentence."""

    def __init__(self, qt: QApplication, folder: Path, content: Path | None = None) -> None:
        super().__init__()
        self._folder, self._content = folder, content
        self._workspace: Workspace | None = None
        self._pages: Pages | None = None
        self._told_unsaved = False
        self._taking_back = TakingBack(lambda: self.window.messages.clear())
        self.can_take_back = self._taking_back.note
        self.settings = SettingsFile(folder / "settings.json")
        self.theme = Theme(qt)
        self.dress()
        self.tasks = Tasks(self)
        specs = page_specs(self._make)
        self.actions = Actions(action_rows(specs), self)
        self.window = MainWindow(
            self.theme,
            specs,
            self.actions,
            self.open,
            lambda: self.settings.remembered,
            self._remember,
            lambda: self._pages.titles.known if self._pages is not None else (),
            self._may_close,
        )
        self.actions.bind("app.search", lambda: self.window.go("search"), self.window)
        self.actions.bind("app.reflect", lambda: self.window.go("journal", "reflect"), self.window)
        self.actions.bind("app.undo", self._taking_back.undo, self.window)
        self.actions.bind("app.text", self._turn_over, self.window)
        self.errors = Errors(self.window.messages.say, self._reports)
        self._backing_up, self._warming = QTimer(self), Warming(self)
        self._backing_up.timeout.connect(self._back_up)
        self.tasks.failed.connect(self.errors.show)
        self.tasks.changed.connect(self._tell_pages)
        self.window.went.connect(self._went)

    def start(self) -> None:
        """Show the window, and open the workspace behind it."""
        self.window.wait(self.tr("Opening your workspace…"))
        self.window.show()
        QTimer.singleShot(0, self, lambda: self.tasks.read(self._try_to_open, self._take))
        self._warming.warm(("kit", "today", "gathering"))

    def _try_to_open(self) -> Workspace | AppError:
        """Open the workspace, off the window's thread; SQLAlchemy alone takes 300 ms to import."""
        from animating_alliances_desktop.core.workspace import Workspace

        try:
            workspace = Workspace.open(self._folder, self._content)
        except AppError as error:
            return error
        self._workspace = workspace  # known from here on, so that it is closed even if the window is by then
        return workspace

    def _take(self, answer: Workspace | AppError) -> None:
        from animating_alliances_desktop.pages import Pages  # needs SQLAlchemy, which is imported by now

        if isinstance(answer, AppError):
            self.refused.emit(str(answer))
            return
        self._pages = Pages(answer, self)
        self.settings = answer.settings
        self.window.begin()
        self.tasks.read(answer.catch_up, self._caught_up)
        self._backing_up.start(BACKUP_EVERY_MS)
        self.opened.emit()

    def open(self, ref: Ref, quote: str = "") -> None:
        """Go to where a thing is shown; a note or a highlight is shown in the text that it is about."""
        if ref.kind in SHOWN_ON:
            self.window.go(SHOWN_ON[ref.kind], ref)
            return
        match ref.kind:
            case Kind.QUESTION if not quote:
                self.window.go("enquiry", ref)
            case Kind.NOTE | Kind.ANNOTATION | Kind.TAG | Kind.COLLECTION:
                if self._pages is not None:
                    self._pages.commons.open(ref)
            case _:
                from animating_alliances_desktop.pages.opening import open_text  # `pages` needs SQLAlchemy

                open_text(self, ref, quote)

    def _turn_over(self) -> None:
        from animating_alliances_desktop.pages.opening import turn_over  # `pages` needs SQLAlchemy

        turn_over(self)

    @property
    def workspace(self) -> Workspace:
        """The open workspace; there is none before `opened`."""
        assert self._workspace is not None
        return self._workspace

    def go(self, page: str, place: object = None) -> None:
        """Go to a page, and there to a place that it understands."""
        self.window.go(page, place)

    def close(self) -> None:
        """Stop what takes long, finish what is being written, and let the workspace go."""
        for page in self.window.pages():
            if isinstance(page, Stoppable):
                page.stop()
        if self._pages is not None:
            self._pages.incoming.watching.stop()
        self.tasks.close()
        if self._workspace is not None:
            with suppress(AppError):  # a full disk: the workspace itself is whole
                self._workspace.back_up_if_written()
            self._workspace.close()

    def say(self, text: str, kind: MessageKind = "info", button: str = "", then: Then | None = None) -> None:
        """Show a sentence in the message bar; what its button does can be done by Ctrl+Z, too."""
        if then is not None:
            self._taking_back.note(then)
        self.window.messages.say(
            text, kind, button, None if then is None else lambda: self._taking_back.undo(then)
        )

    def dress(self) -> None:
        """Dress the window as the settings say."""
        chosen = self.settings.settings
        scheme: Any = chosen.scheme
        paper: Any = chosen.paper
        self.theme.names = chosen.colour_names
        self.theme.apply(scheme, paper, chosen.text_size / 100)

    def _went(self, page: str) -> None:
        """Bring the settings page in step with what was chosen in the reader."""
        if page == "settings":
            shown: Any = self.window.page(page)
            shown.show_settings(self.settings.settings)

    def _make(self, page: str) -> QWidget:
        assert self._pages is not None
        return self._pages.make(page)

    def _remember(self, shape: dict[str, Any]) -> None:
        if self._workspace is not None:
            self.settings.remember(shape)

    def _reports(self) -> Path | None:
        return self._workspace.folder / "reports" if self._workspace is not None else None

    # What happens by itself

    def _tell_pages(self, changes: Changes) -> None:
        self._told_unsaved = self._told_unsaved and not changes.refs  # saving works again
        for page in self.window.pages():
            if isinstance(page, Heedful):
                page.changed(changes)
        if self._pages is not None:
            self._pages.titles.changed(changes)

    def _caught_up(self, changes: Changes) -> None:
        if changes.refs:
            self._tell_pages(changes)
        self.tasks.read(self.workspace.library.problems, self._tell_problems)
        if self._pages is not None:  # imports and titles would hold up what Today still reads
            for settle in (self._pages.settle_in, self._warming.warm_all):
                self.tasks.idle.connect(settle, Qt.ConnectionType.SingleShotConnection)

    def _tell_problems(self, problems: list[str]) -> None:
        if problems:
            more = self.tr(" (%n more)", "", len(problems) - 1) if len(problems) > 1 else ""
            self.say(
                self.tr("A text of the library was left out: {why}").format(why=problems[0]) + more, "error"
            )

    def _back_up(self) -> None:
        self.tasks.read(self.workspace.back_up_if_written, lambda _file: None)

    def _may_close(self) -> bool:
        """Hand what is being typed to the writer, and wait for it; once told that it failed, the user may go."""
        unsaved = self._unsaved()
        for page in unsaved:
            page.close_down()
        if not unsaved or self._told_unsaved:
            return True
        self.tasks.idle.connect(self._try_to_close, Qt.ConnectionType.SingleShotConnection)
        return False

    def _try_to_close(self) -> None:
        self._told_unsaved = bool(self._unsaved())
        if self._told_unsaved:
            sentence = self.tr("What you wrote last could not be saved. Copy it elsewhere, then close again.")
            self.say(sentence, "error")
        else:
            self.window.close()

    def _unsaved(self) -> list[Closable]:
        return [page for page in self.window.pages() if isinstance(page, Closable) and page.unsaved]
