"""The reading page: the sheet, its outline, its notes, and the bars around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Colour, Note
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.bars import FindBar, LinkBar
from animating_alliances_desktop.ui.reader.finding import Finding
from animating_alliances_desktop.ui.reader.highlighting import Highlighting
from animating_alliances_desktop.ui.reader.notes_panel import NotesPanel
from animating_alliances_desktop.ui.reader.outline import Outline
from animating_alliances_desktop.ui.reader.ports import Around, Library, Marks, Preferences, Say, Shown
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet
from animating_alliances_desktop.ui.reader.toolbar import Toolbar
from animating_alliances_desktop.ui.reader.typography import ZOOMS

NARROW = 980
"""Below this width there is no room for the outline beside the text."""


class ReaderPage(QWidget):
    """Shows one text of the library, with the user's highlights and notes."""

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
        around: Around | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._theme, self._say, self._preferences = theme, say, preferences
        self._is_narrow = False
        self.presenter = ReaderPresenter(self, store, marks, tasks, open_ref)
        self.presenter.marking.around = around or Around()
        self.turn_back, self.turn_forward = self.presenter.turn_back, self.presenter.turn_forward
        self.toolbar = Toolbar(theme)
        self.outline = Outline(theme)
        self.sheet = Sheet(theme)
        self.sheet.setAccessibleName(self.tr("The text"))
        self.notes = NotesPanel(theme)
        self.find_bar = FindBar(theme)
        self.link_bar = LinkBar(theme)
        self.finding = Finding(self.find_bar, self.sheet, self.presenter, self)
        self.highlighting = Highlighting(theme, self.sheet, self.notes, self.presenter.marking, self)
        self._arrange()
        self._connect()
        self.highlighting.attend(self.presenter)
        self.subject, self.show_mentions = self.highlighting.subject, self.notes.mentions.show_mentions
        _bind(actions, self)
        self.toolbar.show_zoom(preferences.zoom)
        self.toolbar.show_paper(preferences.paper)

    def show_text(self, ref: Ref, quote: str = "", heading: str = "") -> None:
        """Open a text where it was left, or at a quote or a heading."""
        self.presenter.show(ref, quote, heading)
        self.sheet.setFocus()

    def arrive(self, place: tuple[Ref, str]) -> None:
        """Open the text that the window was asked for."""
        self.show_text(*place)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched; to be connected to `Tasks.changed`."""
        self.presenter.changed(changes)

    # What the presenter asks for

    def lay_out(self, reading: Reading, *, hidden: bool) -> None:
        """See `View.lay_out`."""
        self.toolbar.show_title(reading.title)
        self.sheet.setAccessibleDescription(reading.title)
        self.outline.show_headings(reading.outline)
        self.highlighting.bubble.hide()
        self.finding.forget()
        self.sheet.show_text(reading, self._preferences.zoom, hidden=hidden)

    def show_marks(self, marks: Sequence[Shown]) -> None:
        """See `View.show_marks`."""
        self.highlighting.show(marks)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """See `View.show_notes`."""
        self.notes.show_notes(notes)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """See `View.show_way`."""
        self.toolbar.show_way(back=back, forward=forward)

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        """See `View.turn_to`."""
        self.sheet.turn_to(start, end, emphasise=emphasise)

    def turn_to_heading(self, anchor: str) -> None:
        """See `View.turn_to_heading`."""
        self.sheet.turn_to_heading(anchor)

    def visible(self) -> tuple[int, int]:
        """See `View.visible`."""
        return self.sheet.visible()

    def ask_about(self, address: str) -> None:
        """See `View.ask_about`."""
        self.link_bar.ask(address)

    def finish_writing(self) -> None:
        """See `View.finish_writing`."""
        self.notes.close_editor()

    def edit_note(self, ref: Ref) -> None:
        """See `View.edit_note`."""
        self.highlighting.edit(ref)

    def tell_removed(self, ref: Ref) -> None:
        """See `View.tell_removed`."""
        said = self.tr("Note removed.") if ref.kind is Kind.NOTE else self.tr("Highlight removed.")
        self._say(said, self.tr("Undo"), lambda: self.presenter.marking.restore(ref))

    def tell_dead_link(self) -> None:
        """See `View.tell_dead_link`."""
        self._say(self.tr("This link leads nowhere that the app can open."), None, None)

    def tell_no_words(self) -> None:
        """See `View.tell_no_words`."""
        self._say(self.tr("Select some words of the text first."), None, None)

    # What the hand does

    def zoom(self, by: int) -> None:
        """Make the letters larger (1), smaller (-1) or as usual (0)."""
        now = min(range(len(ZOOMS)), key=lambda nth: abs(ZOOMS[nth] - self._preferences.zoom))
        zoom = ZOOMS[min(max(0, now + by), len(ZOOMS) - 1)] if by else 1.0
        if zoom != self._preferences.zoom:
            self._preferences.zoom = zoom
            self.toolbar.show_zoom(zoom)
            self.presenter.retypeset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow window's room to the text; the outline can be called up again."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.toolbar.outline.setChecked(not narrow)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the place and the note in progress when the page goes out of sight."""
        super().hideEvent(event)
        self.presenter.remember()
        self.notes.flush()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the back and forward buttons of a mouse."""
        if event.button() is Qt.MouseButton.BackButton:
            self.presenter.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.presenter.forward()
        else:
            super().mouseReleaseEvent(event)

    def _arrange(self) -> None:
        middle = _stacked(self.find_bar, self.sheet, self.link_bar)
        sides = QSplitter()
        for nth, (part, least) in enumerate(((self.outline, 170), (middle, 320), (self.notes, 220))):
            part.setMinimumWidth(least)
            sides.addWidget(part)
            sides.setCollapsible(nth, False)  # noqa: FBT003 -- Qt takes it so
            sides.setStretchFactor(nth, 1 if part is middle else 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.toolbar)
        whole.addWidget(sides, 1)

    def _connect(self) -> None:
        bar, sheet, presenter = self.toolbar, self.sheet, self.presenter
        for button, act in (
            (bar.back, presenter.back),
            (bar.forward, presenter.forward),
            (bar.finder, self.finding.open),
            (bar.larger, partial(self.zoom, 1)),
            (bar.smaller, partial(self.zoom, -1)),
        ):
            button.clicked.connect(lambda _on=False, act=act: act())
        bar.paper_chosen.connect(self._choose_paper)
        bar.outline.setChecked(True)
        bar.notes.setChecked(True)
        bar.outline.toggled.connect(self.outline.setVisible)
        bar.notes.toggled.connect(self.notes.setVisible)
        self.highlighting.panel_wanted.connect(lambda: bar.notes.setChecked(True))
        sheet.typeset.connect(self._take_words)
        sheet.rested.connect(presenter.remember)
        sheet.zoomed.connect(self.zoom)
        sheet.anchorClicked.connect(lambda url: presenter.follow(url.toString()))
        sheet.verticalScrollBar().valueChanged.connect(lambda _value: self.outline.follow(sheet.here()))
        self.outline.chosen.connect(self._follow_outline)
        self.link_bar.agreed.connect(_open_outside)
        self.link_bar.closed.connect(sheet.setFocus)
        self._theme.changed.connect(presenter.retypeset)

    def _take_words(self, raw: str) -> None:
        self.outline.place(self.sheet.position_of)
        self.outline.follow(self.sheet.here())
        self.presenter.typeset(raw)
        self.finding.search_again()

    def _follow_outline(self, anchor: str) -> None:
        self.presenter.follow(f"#{anchor}")
        self.sheet.setFocus()  # what one wants next is to read on

    def _choose_paper(self, paper: str) -> None:
        self._preferences.paper = paper
        self.toolbar.show_paper(paper)


def _open_outside(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _stacked(above: QWidget, middle: QWidget, below: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(middle, 1)
    column.addWidget(below)
    return made


def _bind(actions: Actions, page: ReaderPage) -> None:
    """Stand behind the rows of `commands`."""
    finding, hand, presenter = page.finding, page.highlighting, page.presenter
    calls: dict[str, Callable[[], object]] = {
        "back": presenter.back,
        "forward": presenter.forward,
        "find": finding.open,
        "find_next": partial(finding.step, 1),
        "find_previous": partial(finding.step, -1),
        "larger": partial(page.zoom, 1),
        "smaller": partial(page.zoom, -1),
        "usual_size": partial(page.zoom, 0),
        "note": hand.note,
        "note_on_text": partial(hand.edit, None),
        "change_mark": hand.change_here,
        "outline": page.toolbar.outline.toggle,
        "notes": page.toolbar.notes.toggle,
    }
    calls |= {f"mark_{colour.value}": partial(hand.colour, colour) for colour in Colour}
    for name, call in calls.items():
        actions.bind(f"reader.{name}", call, page)
