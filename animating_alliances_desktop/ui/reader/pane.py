"""One text to read, with all that belongs to it: the sheet, its bars and bubbles, its outline, its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.ui.kit.addresses import ref_in
from animating_alliances_desktop.ui.kit.bars import FindBar, LinkBar
from animating_alliances_desktop.ui.kit.marks import Around, Mark, Marks
from animating_alliances_desktop.ui.kit.naming import Naming
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.outline_hand import Ground
from animating_alliances_desktop.ui.kit.ports import Preferences, Say
from animating_alliances_desktop.ui.kit.quoting import copy_quoted
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.telling import Telling
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.continued import Continued
from animating_alliances_desktop.ui.reader.enlarged import Enlarged
from animating_alliances_desktop.ui.reader.finding import Finding
from animating_alliances_desktop.ui.reader.footnote import Footnote
from animating_alliances_desktop.ui.reader.go_bar import GoBar
from animating_alliances_desktop.ui.reader.going import Going
from animating_alliances_desktop.ui.reader.header import PaneHeader
from animating_alliances_desktop.ui.reader.highlighting import Highlighting
from animating_alliances_desktop.ui.reader.outline import Outline
from animating_alliances_desktop.ui.reader.picturing import Picturing, caption_of
from animating_alliances_desktop.ui.reader.places import Places
from animating_alliances_desktop.ui.reader.ports import Library, Where
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.quoting import reference_of
from animating_alliances_desktop.ui.reader.sheet import Sheet


@dataclass(frozen=True)
class Room:
    """What two texts side by side have in common."""

    theme: Theme
    library: Library
    marks: Marks
    tasks: Runner
    preferences: Preferences
    say: Say
    open_ref: Callable[[Ref], None]
    enlarged: Enlarged
    around: Around

    @property
    def ground(self) -> Ground:
        """What the editing of an outline stands on."""
        return Ground(self.around.outlines, self.tasks, self.say, self.around.take_back)


class Pane(Telling, QWidget):
    """Shows one text; its outline and its notes are laid out by the page."""

    entered = Signal()
    """The keyboard has arrived here."""
    told = Signal()
    """Title, way or place are others now."""
    beside_asked = Signal(object)
    """The reference of a text that the user wants beside this one."""
    zoomed = Signal(int)
    panel_wanted = Signal()

    def __init__(self, room: Room, name: str) -> None:
        super().__init__()
        self._room, self._say, theme = room, room.say, room.theme
        self.presenter = ReaderPresenter(self, room.library, room.marks, room.tasks, room.open_ref, name)
        self.outline, self.notes, self.header = Outline(theme), NotesPanel(theme), PaneHeader(theme)
        self.sheet = Sheet(theme)
        self.sheet.setAccessibleName(self.tr("The text"))
        self.find_bar = FindBar(theme, self.tr("Find on this page"), self.tr("Not on this page"))
        self.go_bar, self.link_bar = GoBar(theme), LinkBar(theme)
        self.footnote = Footnote(theme, self.sheet.viewport(), self.sheet)
        self.continued = Continued(theme, self.sheet)
        self.finding = Finding(self.find_bar, self.sheet, self.presenter, self)
        self.going = Going(self.go_bar, self.sheet, self.presenter, self)
        self.highlighting = Highlighting(theme, self.sheet, self.notes, self.presenter.marking, self)
        self.presenter.marking.around = room.around
        self._restore = self.presenter.marking.restore
        self.show_notes, self.show_mentions = self.notes.show_notes, self.notes.mentions.show_mentions
        self.highlighting.attend(self.presenter.follow)
        self.places = Places(self.outline, self.sheet, self.presenter)
        self.outlining = self.places.editing(room.ground, self, name)
        self.picturing = Picturing(self.sheet, room.library, room.tasks, room.enlarged, self)
        self._naming = Naming(room.tasks, room.library.title_of, self._named, self.presenter.call, name)
        self.where, self.way = Where(), (False, False)
        self._lay_out()
        self._connect()

    @property
    def title(self) -> str:
        """What is being read, or nothing."""
        return self.presenter.reading.title if self.presenter.reading is not None else ""

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        self.presenter.changed(changes)
        self.outlining.shaping.changed(changes)
        self._naming.heed(changes)

    def show_aids(self) -> None:
        """Show the numbers and the ruler, as they are chosen."""
        chosen = self._room.preferences.settings
        self.sheet.show_aids(numbers=chosen.numbers == "on", ruler=chosen.ruler == "on")

    def keep(self) -> None:
        """Keep the place and the note in progress: this goes out of sight."""
        self.presenter.remember()
        self.notes.flush()
        self.outlining.flush()

    # What the presenter asks for

    def lay_out(self, reading: Reading, *, hidden: bool) -> None:
        """See `View.lay_out`."""
        self.sheet.setAccessibleDescription(reading.title)
        self.header.show_title(reading.title)
        self.outline.show_headings(reading.outline)
        for floating in (self.highlighting.bubble, self.footnote, self.continued):
            floating.hide()
        self.finding.forget()
        self.sheet.show_text(reading, self._room.preferences.settings, hidden=hidden)
        self.outlining.shaping.open(reading.ref)
        self.show_aids()
        self.picturing.open(reading.ref)
        self.show_where(Where())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """See `View.show_marks`."""
        self.highlighting.show(marks)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """See `View.show_way`."""
        self.way = (back, forward)
        self.told.emit()

    def show_where(self, where: Where) -> None:
        """See `View.show_where`."""
        self.where = where
        self.told.emit()

    def show_numbers(self, places: Sequence[tuple[int, str]]) -> None:
        """See `View.show_numbers`."""
        self.sheet.show_numbers(places)

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        """See `View.turn_to`."""
        self.sheet.turn_to(start, end, emphasise=emphasise)

    def turn_to_heading(self, anchor: str) -> None:
        """See `View.turn_to_heading`."""
        self.sheet.turn_to_heading(anchor)

    def visible(self) -> tuple[int, int]:
        """See `View.visible`."""
        return self.sheet.visible()

    def show_excerpt(self, html: str, anchor: str) -> None:
        """See `View.show_excerpt`."""
        self.footnote.show_note(html, anchor, self.sheet.link_rect())

    def enlarge(self, address: str) -> None:
        """See `View.enlarge`."""
        reading = self.presenter.reading
        self.picturing.enlarge(address, caption_of(address, reading.html) if reading is not None else "")

    def ask_about(self, address: str) -> None:
        """See `View.ask_about`."""
        self.link_bar.ask(address)

    def finish_writing(self) -> None:
        """See `View.finish_writing`."""
        self.notes.close_editor()

    def edit_note(self, ref: Ref) -> None:
        """See `View.edit_note`."""
        self.highlighting.edit(ref)

    def tell_continued(self, number: str) -> None:
        """See `View.tell_continued`."""
        self.continued.tell(number)

    # What the hand does

    def follow(self, address: str) -> None:
        """Follow a link; with Ctrl held, open the text that it leads to beside this one."""
        ref = ref_in(address)
        held = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if ref is not None and held:
            self.beside_asked.emit(ref)
        else:
            self.presenter.follow(address)

    def copy_reference(self, start: int, end: int) -> None:
        """Put a passage on the clipboard with where it stands."""
        words, reading = self.sheet.words(start, end), self.presenter.reading
        if reading is None or not words:
            self.tell_no_words()
            return
        copy_quoted(words, reference_of(reading, self.presenter.numbers.at(start)))
        self._say(self.tr("Copied with its reference."), None, None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.find_bar, self.go_bar):
            column.addWidget(part)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.link_bar)

    def _connect(self) -> None:
        sheet, presenter = self.sheet, self.presenter
        self.highlighting.panel_wanted.connect(self.panel_wanted)
        self.highlighting.reference_wanted.connect(self.copy_reference)
        sheet.typeset.connect(self._take_words)
        sheet.rested.connect(presenter.remember)
        sheet.zoomed.connect(self.zoomed)
        sheet.entered.connect(self.entered)
        sheet.anchorClicked.connect(lambda url: self.follow(url.toString()))
        sheet.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.outline.chosen.connect(self._follow_outline)
        self.footnote.going.connect(presenter.go_to_anchor)
        self.footnote.followed.connect(self.follow)
        self.continued.from_start.connect(presenter.from_start)
        self.link_bar.agreed.connect(_open_outside)
        self.link_bar.closed.connect(sheet.setFocus)

    def _named(self) -> tuple[Ref | None, str]:
        reading = self.presenter.reading
        return (reading.ref if reading is not None else None), self.title

    def _scrolled(self) -> None:
        self.footnote.hide()
        self.outline.follow(self.sheet.here())
        self.presenter.moved()

    def _take_words(self, raw: str) -> None:
        self.places.lay_out()
        self.presenter.typeset(raw, self.sheet.position_of)
        self.finding.search_again()

    def _follow_outline(self, anchor: str) -> None:
        self.presenter.go_to_anchor(anchor)
        self.sheet.setFocus()  # what one wants next is to read on


def _open_outside(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
