"""The notes page: every note and highlight, to be found, opened, edited and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.pages import MARGIN, EmptyPage, PageHeader
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.filters import LOST, NotesFilters
from animating_alliances_desktop.ui.notes.listview import NotesList
from animating_alliances_desktop.ui.notes.presenter import Group, Notes, NotesPresenter
from animating_alliances_desktop.ui.notes.rows import rows_of


def _now() -> datetime:
    return datetime.now().astimezone()


class NotesPage(FollowingPage):
    """Filters above, the notes below."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        notes: Notes,
        open: Callable[[Ref, str], None],  # noqa: A002 -- the word that all pages use
        say: Callable[..., None],
        now: Callable[[], datetime] = _now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__((Kind.NOTE, Kind.ANNOTATION), parent)
        self._say = say
        self._wanted: Ref | None = None
        self.presenter = NotesPresenter(self, notes, tasks, open, now)
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    # What the window asks

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()

    def arrive(self, place: object) -> None:
        """Go to a note or highlight, or to those that could not be placed (`filters.LOST`)."""
        if isinstance(place, Ref):
            self._wanted = place
            self._clear()
        elif place == LOST:
            self._clear()
            self.filters.kinds.choose([LOST])
            self.filters.chosen.emit((LOST,))

    # What the presenter asks

    def show_groups(self, groups: Sequence[Group], shown: int, of: int) -> None:
        """Show these lines in their groups, or why there are none."""
        self.list.show_rows([row for group in groups for row in rows_of(group)])
        if self._wanted is not None and shown:
            self.list.choose(self._wanted)
            self._wanted = None
        self._header.show_subtitle(self._in_all(shown, of))
        self._say_why_empty(of)
        self._stack.setCurrentWidget(self.list if shown else self._empty)
        self._offer()

    def edit(self, ref: Ref, text: str) -> None:
        """Open an editor in the row of this thing."""
        self.list.edit_row(ref, text)
        self._offer()

    @property
    def unsaved(self) -> bool:
        """Whether a note is being edited that is not kept yet."""
        return self.list.editor is not None and self.presenter.changes(self.list.editor.field.toPlainText())

    def close_down(self) -> None:
        """Keep what is being edited; call this before the tasks are closed."""
        if self.unsaved and self.list.editor is not None:
            self.presenter.keep(self.list.editor.field.toPlainText())

    def close_editor(self) -> None:
        """Put the editor away."""
        self.list.close_editor()
        self._offer()

    def say_removed(self, undo: Callable[[], None]) -> None:
        """Say that a note or highlight was taken away."""
        self._say(self.tr("Removed."), "info", self.tr("Undo"), undo)

    # Inside

    def _make_parts(self, theme: Theme) -> None:
        self._header = PageHeader(self.tr("Notes"))
        self.read = button(self.tr("Open"), "quiet", "book-open", theme)
        self.edit_button = button(self.tr("Edit note"), "quiet", "pencil", theme)
        self.remove = button(self.tr("Remove"), "quiet", "trash-2", theme)
        self.filters = NotesFilters(theme)
        self.list = NotesList(theme)
        self._empty = EmptyPage(theme, "highlighter", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)

    def _lay_out(self) -> None:
        for one in (self.read, self.edit_button, self.remove):
            self._header.add(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 10)
        top.addWidget(self.filters)
        whole.addLayout(top)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN - 14, 0, MARGIN - 14, 0)
        below.addWidget(self._stack)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        ask = self.presenter
        self.filters.typed.connect(lambda words: ask.filter(words=words))
        self.filters.chosen.connect(self._filter)
        self.filters.grouped.connect(ask.group)
        self._empty.asked.connect(self._clear)
        self.list.opened.connect(ask.open)
        self.list.edit_asked.connect(ask.edit)
        self.list.remove_asked.connect(ask.remove)
        self.list.kept.connect(ask.keep)
        self.list.left.connect(ask.leave)
        self.list.chosen.connect(self._offer)
        self.read.clicked.connect(self.list.open_current)
        self.edit_button.clicked.connect(self.list.edit_current)
        self.remove.clicked.connect(self.list.remove_current)

    def _filter(self, ids: tuple[str, ...]) -> None:
        self.presenter.filter(
            colours=[colour for colour in Colour if colour.value in ids],
            with_note="note" in ids,
            lost="lost" in ids,
        )

    def _clear(self) -> None:
        self.filters.clear()
        self.presenter.clear()

    def _offer(self) -> None:
        """Offer what can be done with the current row."""
        can = self.list.current is not None and self.presenter.editing is None
        for one in (self.read, self.edit_button, self.remove):
            one.setVisible(can)

    def _in_all(self, shown: int, of: int) -> str:
        if shown < of:
            return self.tr("{n} of {all} notes and highlights").format(n=f"{shown:,}", all=f"{of:,}")
        return (
            self.tr("1 note or highlight")
            if of == 1
            else self.tr("{n} notes and highlights").format(n=f"{of:,}")
        )

    def _say_why_empty(self, of: int) -> None:
        if of:
            self._empty.show_words(
                self.tr("Nothing passes these filters"),
                self.tr("Take one of them away to see more of your notes."),
                self.tr("Clear the filters"),
            )
        else:
            self._empty.show_words(
                self.tr("Nothing marked yet"),
                self.tr(
                    "Open a text, select a passage and give it a colour or a note. All that you mark gathers here."
                ),
            )
