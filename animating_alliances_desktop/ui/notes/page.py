"""The notes page: every note and highlight, to be found, opened, edited, gathered, and looked at when it moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Colour, Moved
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.colours import names_of
from animating_alliances_desktop.ui.kit.fields import lead_down
from animating_alliances_desktop.ui.kit.following import FollowingPage
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.body import NotesBody
from animating_alliances_desktop.ui.notes.exchanging import Exchanging
from animating_alliances_desktop.ui.notes.filters import LOST, since
from animating_alliances_desktop.ui.notes.header import NotesHeader
from animating_alliances_desktop.ui.notes.listing import Choices
from animating_alliances_desktop.ui.notes.ports import Around
from animating_alliances_desktop.ui.notes.presenter import Group, NotesPresenter
from animating_alliances_desktop.ui.notes.review import Reviewing
from animating_alliances_desktop.ui.notes.rows import rows_of
from animating_alliances_desktop.ui.notes.telling import Telling

MOVED = "moved"


def _now() -> datetime:
    return datetime.now().astimezone()


class NotesPage(FollowingPage):
    """Filters above, the notes below."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        around: Around,
        say: Callable[..., None],
        can_take_back: Callable[[Callable[[], object]], object] = lambda _then: None,
        now: Callable[[], datetime] = _now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__((Kind.NOTE, Kind.ANNOTATION, Kind.TAG), parent)
        self._theme, self._now = theme, now
        self._wanted: Ref | None = None
        self._telling = Telling(say, self)
        self.say_removed, self.say_reviewed = self._telling.removed, self._telling.reviewed
        self.say_written, self.say_arrived = self._telling.written, self._telling.arrived
        self._can_take_back = can_take_back
        self.presenter = NotesPresenter(self, around, tasks, now)
        self.exchanging = Exchanging(self, around, tasks)
        self.reviewing = Reviewing(self, around.review, tasks, around.open)
        self.header, self.body = NotesHeader(theme), NotesBody(theme)
        self.filters, self.list, self.pane = self.body.filters, self.body.list, self.body.pane
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.body, 1)
        self._connect()
        lead_down(self.filters.words, self.list)
        self.setFocusProxy(self.list)

    # What the window asks

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.presenter.refresh()
        if self.body.is_reviewing:
            self.reviewing.refresh()

    def arrive(self, place: object) -> None:
        """Go to a note or highlight, to those without a place (`filters.LOST`), or to those that MOVED."""
        self.leave_review()
        if isinstance(place, Ref):
            self._wanted = place
            self._clear()
        elif place == LOST:
            self._clear()
            self.filters.kinds.choose([LOST])
            self.filters.chosen.emit((LOST,))
        elif place == MOVED:
            self.review()

    def subject(self) -> tuple[Ref, ...]:
        """What is chosen: what can be tagged or collected."""
        return self.list.picked

    # What the presenters ask

    def show_groups(self, groups: Sequence[Group], shown: int, of: int) -> None:
        """Show these lines in their groups, or why there are none."""
        names = names_of(self._theme)
        self.list.show_rows([row for group in groups for row in rows_of(group, names)])
        if self._wanted is not None and self.list.index_of(self._wanted).isValid():
            self.list.choose(self._wanted)
            self._wanted = None
        self.header.show_number(shown, of)
        self.body.show_whether(shown=bool(shown), any_there=bool(of))
        self._offer()

    def show_choices(self, choices: Choices, moved: int) -> None:
        """Offer these filters, and the review of what has moved."""
        self.filters.show_choices(choices)
        self.header.show_moved(moved)

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """Show what has moved; with nothing left to look at, the notes."""
        self.pane.show_moved(moved)
        if not moved:
            self.leave_review()

    def show_gathered(self, ref: Ref, undo: Callable[[], None]) -> None:
        """Go to a new note."""
        self._wanted = ref
        self._clear()
        self._telling.gathered(undo)

    def free_title(self) -> str:
        """What a note that is gathered from others is called."""
        today = self._now().date()
        day = QLocale().toString(QDate(today.year, today.month, today.day), "d MMMM yyyy")
        return self.tr("Gathered on {day}").format(day=day)

    def say_changed(self, undo: Callable[[], None]) -> None:
        """Let the change of a note be taken back."""
        self._can_take_back(undo)

    def edit(self, ref: Ref, text: str) -> None:
        """Open an editor in the row of this thing."""
        self.list.edit_row(ref, text)
        self._offer()

    def close_editor(self) -> None:
        """Put the editor away."""
        self.list.close_editor()
        self._offer()

    @property
    def unsaved(self) -> bool:
        """Whether a note is being edited that is not kept yet."""
        return self.list.editor is not None and self.presenter.changes(self.list.editor.field.toPlainText())

    def close_down(self) -> None:
        """Keep what is being edited; call this before the tasks are closed."""
        if self.unsaved and self.list.editor is not None:
            self.presenter.keep(self.list.editor.field.toPlainText())

    # What the hand does

    def review(self) -> None:
        """Look at what has moved."""
        self.body.show_review(on=True)
        self.setFocusProxy(self.pane.list)
        self.reviewing.refresh()

    def leave_review(self) -> None:
        """Go back to the notes."""
        self.body.show_review(on=False)
        self.setFocusProxy(self.list)

    def write(self, path: Path, *, everything: bool) -> None:
        """Write what is chosen, or all, to a file."""
        refs = () if everything else self.list.picked
        self.exchanging.write(path, dict(names_of(self._theme)), refs)

    # Inside

    def _connect(self) -> None:
        ask, header, pane = self.presenter, self.header, self.pane
        self.filters.typed.connect(lambda words: ask.filter(words=words))
        self.filters.chosen.connect(self._filter)
        self.filters.narrowed.connect(self._narrow)
        self.filters.grouped.connect(ask.group)
        self.body.empty.asked.connect(self._clear)
        self.list.opened.connect(ask.open)
        self.list.edit_asked.connect(ask.edit)
        self.list.remove_asked.connect(ask.remove)
        self.list.tag_asked.connect(ask.tag)
        self.list.kept.connect(ask.keep)
        self.list.left.connect(ask.leave)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        header.read.clicked.connect(self.list.open_current)
        header.edit.clicked.connect(self.list.edit_current)
        header.tag.clicked.connect(self.list.tag_current)
        header.remove.clicked.connect(self.list.remove_current)
        header.into_note.triggered.connect(lambda: self.exchanging.gather_into_note(self.list.picked))
        header.into_entry.triggered.connect(lambda: self.exchanging.gather_into_entry(self.list.picked))
        header.review.clicked.connect(self.review)
        header.picked_to_write.connect(lambda path, everything: self.write(path, everything=everything))
        header.picked_to_read.connect(self.exchanging.bring_in)
        pane.accept_asked.connect(self.reviewing.accept)
        pane.accept_unchanged_asked.connect(self.reviewing.accept_unchanged)
        pane.aside_asked.connect(self.reviewing.set_aside)
        pane.opened.connect(self.reviewing.open)
        pane.left.connect(self.leave_review)

    def _filter(self, ids: tuple[str, ...]) -> None:
        colours = [colour for colour in Colour if colour.value in ids]
        self.presenter.filter(colours=colours, with_note="note" in ids, lost="lost" in ids)

    def _narrow(self, name: str, key: str) -> None:
        value = since(key, self._now().date()) if name == "since" else key
        self.presenter.filter(**{name: value})

    def _clear(self) -> None:
        self.filters.clear()
        self.presenter.clear()

    def _offer(self) -> None:
        """Offer what can be done with what is chosen."""
        can = self.list.current is not None and self.presenter.editing is None
        self.header.offer(len(self.list.picked) if can else 0)
