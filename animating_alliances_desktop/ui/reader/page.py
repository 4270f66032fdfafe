"""The reading page: one text or two side by side, the bar above, the outline and the notes beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Listed, Reading
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.addresses import ref_in
from animating_alliances_desktop.ui.kit.marks import Around, Marks
from animating_alliances_desktop.ui.kit.ports import Preferences, Say
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.binding import bind
from animating_alliances_desktop.ui.reader.chooser import Chooser
from animating_alliances_desktop.ui.reader.enlarged import Enlarged
from animating_alliances_desktop.ui.reader.later import ReadingLater
from animating_alliances_desktop.ui.reader.looks import Looks
from animating_alliances_desktop.ui.reader.pane import Pane, Room
from animating_alliances_desktop.ui.reader.ports import Later, Library
from animating_alliances_desktop.ui.reader.sides import Sides
from animating_alliances_desktop.ui.reader.toolbar import Toolbar

NARROW = 980
"""Below this width there is no room for the outline beside the text."""


class ReaderPage(QWidget):
    """Shows texts of the library, with the user's highlights and notes."""

    def __init__(
        self,
        theme: Theme,
        store: Library,
        marks: Marks,
        tasks: Runner,
        actions: Actions,
        *,
        open_ref: Callable[[Ref], None],
        say: Say,
        preferences: Preferences,
        later: Later,
        around: Around | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._theme, self._library, self._tasks = theme, store, tasks
        self._say = say
        self._is_narrow = False
        self._sides_before = (True, True)
        self.enlarged = Enlarged(theme, self)
        self._room = Room(
            theme, store, marks, tasks, preferences, say, open_ref, self.enlarged, around or Around()
        )
        self.later = ReadingLater(self, later, tasks)
        self.toolbar = Toolbar(theme)
        self.looks = Looks(theme, preferences, self.toolbar, self)
        self.sides = Sides(self._make_pane)
        self.active = self.sides.panes[0]
        self._arrange()
        self._connect()
        self.subject = lambda: self.active.highlighting.subject()
        self.turn_back = lambda: self.active.presenter.turn(back=True)
        self.turn_forward = lambda: self.active.presenter.turn(back=False)
        bind(actions, self)
        self.activate(self.active)

    # What the window asks

    def show_text(self, ref: Ref, quote: str = "", heading: str = "") -> None:
        """Open a text where it was left, or at a quote or a heading."""
        self.active.presenter.show(ref, quote, heading)
        self.active.sheet.setFocus()

    def show_beside(self, ref: Ref, quote: str = "") -> None:
        """Open a text beside the one that is open; by itself if none is."""
        if self.sides.panes[0].presenter.reading is None:
            self.show_text(ref, quote)
            return
        if not self.is_double:
            self._sides_before = (self.toolbar.outline.isChecked(), self.toolbar.notes.isChecked())
            self.sides.show_double(on=True)
            self.toolbar.outline.setChecked(False)
            self.toolbar.notes.setChecked(False)
        self.activate(self.sides.second)
        self.show_text(ref, quote)

    def arrive(self, place: tuple[Ref, str] | tuple[Ref, str, bool]) -> None:
        """Open the text that the window was asked for: here, or beside what is open if the last part is true."""
        ref, quote, *beside = place
        if any(beside):
            self.show_beside(ref, quote)
        else:
            self.show_text(ref, quote)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched; to be connected to `Tasks.changed`."""
        for pane in self.sides.panes:
            pane.changed(changes)
        self.later.changed(changes)

    # What `ReadingLater` asks for

    def show_later(self, *, can: bool, on: bool) -> None:
        """See `LaterView.show_later`."""
        self.toolbar.show_later(can=can, on=on)

    def tell_later(self, *, on: bool, undo: Callable[[], None]) -> None:
        """See `LaterView.tell_later`."""
        put, taken = self.tr("Put on your reading list."), self.tr("Taken off your reading list.")
        self._say(put if on else taken, self.tr("Undo"), undo)

    # What the hand does

    @property
    def is_double(self) -> bool:
        """Whether two texts lie side by side."""
        return self.sides.is_double

    def activate(self, pane: Pane) -> None:
        """Have outline, notes, bar and keys belong to this one of the two texts."""
        self.active = pane
        self.setFocusProxy(pane.sheet)
        self.sides.show_of(pane)
        self._show_state()

    def switch(self) -> None:
        """Go to the other of two texts."""
        if self.is_double:
            other = self.sides.panes[self.active is self.sides.panes[0]]
            self.activate(other)
            other.sheet.setFocus()

    def close_beside(self) -> None:
        """Close the text beside; the first has all the room again."""
        if not self.is_double:
            return
        self.sides.second.keep()
        self.toolbar.outline.setChecked(self._sides_before[0] and not self._is_narrow)
        self.toolbar.notes.setChecked(self._sides_before[1])
        self.sides.show_double(on=False)
        self.activate(self.sides.panes[0])
        self.active.sheet.setFocus()

    def choose_beside(self) -> None:
        """Open what the link under the keyboard leads to beside this text; without one, ask what to open."""
        ref = ref_in(self.active.sheet.link_here()) if self.active.sheet.hasFocus() else None
        if ref is not None:
            self.show_beside(ref)
        else:
            self._tasks.read(self._library.listed, self._ask_what, "reader.choices")

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window's room to the text; the outline can be called up again."""
        super().resizeEvent(event)
        self.toolbar.letters.setChecked(False)
        narrow = event.size().width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.toolbar.outline.setChecked(not narrow and not self.is_double)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the places and the notes in progress when the page goes out of sight."""
        super().hideEvent(event)
        for pane in self.sides.panes:
            pane.keep()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the back and forward buttons of a mouse."""
        if event.button() is Qt.MouseButton.BackButton:
            self.active.presenter.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.active.presenter.forward()
        else:
            super().mouseReleaseEvent(event)

    # Inside

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.toolbar)
        whole.addWidget(self.sides, 1)

    def _connect(self) -> None:
        bar = self.toolbar
        bar.outline.setChecked(True)
        bar.notes.setChecked(True)
        bar.outline.toggled.connect(self.sides.outlines.setVisible)
        bar.notes.toggled.connect(self.sides.notebooks.setVisible)
        self.looks.panel.closed.connect(lambda: self.active.sheet.setFocus())

    def _make_pane(self, name: str) -> Pane:
        pane = Pane(self._room, name)
        pane.entered.connect(partial(self._entered, pane))
        pane.told.connect(partial(self._told, pane))
        pane.beside_asked.connect(self.show_beside)
        pane.panel_wanted.connect(lambda: self.toolbar.notes.setChecked(True))
        pane.header.closed.connect(self.close_beside)
        self.looks.add(pane)
        return pane

    def _entered(self, pane: Pane) -> None:
        self.toolbar.letters.setChecked(False)
        if pane is not self.active:
            self.activate(pane)

    def _told(self, pane: Pane) -> None:
        if pane is self.active:
            self._show_state()

    def _show_state(self) -> None:
        pane, reading = self.active, self.active.presenter.reading
        self.toolbar.show_title(pane.title)
        self.setWindowTitle(_called(reading))
        self.toolbar.show_where(pane.where)
        self.toolbar.show_way(back=pane.way[0], forward=pane.way[1])
        self.later.open(reading.ref if reading is not None else None)

    def _ask_what(self, texts: list[Listed]) -> None:
        chooser = Chooser(self._theme, texts, self)
        chooser.chosen.connect(self.show_beside)
        chooser.open()


def _called(reading: Reading | None) -> str:
    """What the window is called; an entry of the journal stays unnamed: others see it when a screen is shared."""
    return reading.title if reading is not None and reading.ref.kind is not Kind.ENTRY else ""
