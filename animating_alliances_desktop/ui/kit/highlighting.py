"""Highlights and notes under the hand: the floating bar, the pointer over a highlight, the panel beside the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip

from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.ui.kit.bubble import Bubble
from animating_alliances_desktop.ui.kit.marking import Marking
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.theme import Theme

_NOTE = 600
M = TypeVar("M", bound=Mark)


class Highlighting(QObject, Generic[M]):
    """Connects a sheet with text on it, the floating bar and the panel with what is decided in `Marking`."""

    panel_wanted = Signal()
    """There is something to see in the panel, which may be hidden."""
    reference_wanted = Signal(object, object)
    """What stands between these two places is to be copied with where it stands."""

    def __init__(
        self,
        theme: Theme,
        sheet: QAbstractScrollArea,
        panel: NotesPanel,
        marking: Marking[M],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._area, self._panel, self._kept = sheet, panel, marking
        self.bubble = Bubble(theme, sheet.viewport(), sheet)
        self._hovered: Ref | None = None
        self.bubble.coloured.connect(self.colour)
        self.bubble.note_wanted.connect(self.note)
        self.bubble.copy_wanted.connect(self._copy)
        self.bubble.reference_wanted.connect(self.copy_reference)
        self.bubble.removal_wanted.connect(self._remove)
        panel.opened.connect(self._turn_to)
        panel.written.connect(lambda ref, text: marking.write(ref, text, panel.keep_as))
        panel.finished.connect(marking.finish)
        panel.removed.connect(marking.remove)
        panel.margin.attend(self.seen, self._height_of)
        bar = sheet.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self.bubble.hide())
        bar.valueChanged.connect(lambda _value: panel.margin.follow())
        bar.rangeChanged.connect(lambda *_range: panel.margin.follow())

    def attend(self, follow: Callable[[str], object]) -> None:
        """Keep to the user's wishes for the notes, and follow the links in them."""
        around = self._kept.around
        self._panel.show_beside(on=around.is_beside())
        self._panel.moved_beside.connect(around.keep_beside)
        self._panel.mentions.opened.connect(lambda ref: follow(str(ref)))
        self._panel.margin.link_opened.connect(follow)

    def subject(self) -> tuple[Ref, ...]:
        """What can be tagged: the highlight that is meant, or chosen in the panel, or else the text."""
        mark = self._concerned()
        chosen = mark.ref if mark is not None else self._in_panel() or self._kept.target
        return (chosen,) if chosen is not None else ()

    def show(self, marks: Sequence[M]) -> None:
        """Paint and list these highlights."""
        self._paint(marks)
        self._panel.show_marks(marks)

    def colour(self, colour: Colour) -> None:
        """Highlight the selection; without one, give the highlight under the cursor this colour."""
        mark = self._at_hand()
        if mark is not None:
            self._kept.recolour(mark.ref, colour)
        else:
            self._mark_selection(colour, then_note=False)
        self._done()

    def note(self) -> None:
        """Write a note on the selection; without one, on the highlight under the cursor."""
        mark = self._at_hand()
        if mark is not None:
            self.edit(mark.ref)
        else:
            self._mark_selection(Colour.AMBER, then_note=True)
        self._done()

    def copy_reference(self) -> None:
        """Copy the selection with where it stands; without one, the highlight under the cursor."""
        mark = self._at_hand()
        ends = self._ends_of(mark) if mark is not None else self._selected_ends()
        if ends is None:
            self._kept.tell_no_words()
        else:
            self.reference_wanted.emit(*ends)
        self.bubble.hide()

    def edit(self, ref: Ref | None) -> None:
        """Open the editor on a note, in the panel."""
        self.panel_wanted.emit()
        self._panel.edit(ref)

    def change_here(self) -> None:
        """Offer what can be done with the highlight under the text cursor, by keyboard."""
        mark = self._under_caret()
        if mark is not None:
            self._offer_for(mark)
            self.bubble.colours[mark.colour].setFocus()

    # What the kind of text knows

    def seen(self) -> Callable[[int], bool]:
        """What tells whether a position can be seen now."""
        raise NotImplementedError

    def _top_of(self, position: int) -> float:
        """How far below the upper edge of the window a position is."""
        raise NotImplementedError

    def _paint(self, marks: Sequence[M]) -> None:
        raise NotImplementedError

    def _mark_selection(self, colour: Colour, *, then_note: bool) -> None:
        raise NotImplementedError

    def _is_selected(self) -> bool:
        """Whether anything is selected."""
        raise NotImplementedError

    def _selected_ends(self) -> tuple[object, object] | None:
        """Where what is selected begins and ends."""
        raise NotImplementedError

    def _ends_of(self, mark: M) -> tuple[object, object] | None:
        """Where a highlight begins and ends; None if it has no place."""
        raise NotImplementedError

    def _drop_selection(self) -> None:
        raise NotImplementedError

    def _copy(self) -> None:
        """Copy what is selected."""
        raise NotImplementedError

    def _under_caret(self) -> M | None:
        """The highlight under the text cursor."""
        raise NotImplementedError

    def _before_caret(self) -> M | None:
        """The highlight that ends at the text cursor: after marking, the cursor stands behind what was marked."""
        raise NotImplementedError

    def _rect_of(self, mark: M) -> QRectF:
        raise NotImplementedError

    def _bring(self, mark: M) -> None:
        """Bring a highlight into sight, and let it stand out for a moment."""
        raise NotImplementedError

    # Inside

    def _concerned(self) -> M | None:
        """The highlight that is meant: the one that the bar is about, or the one at the cursor."""
        about = self.bubble.mark if self.bubble.isVisible() else None
        if about is not None:
            return next((mark for mark in self._kept.shown if mark.ref == about.ref), None)
        return None if self._is_selected() else self._under_caret()

    def _at_hand(self) -> M | None:
        """The highlight that is meant; else the one chosen in the panel, if the keyboard is there, or just made."""
        chosen = None if self._is_selected() else self._in_panel()
        if chosen is not None:
            return next((mark for mark in self._kept.shown if mark.ref == chosen), None)
        return self._concerned() or (None if self._is_selected() else self._before_caret())

    def _in_panel(self) -> Ref | None:
        """What is chosen in the panel, if the keyboard is there."""
        panel = self._panel
        return panel.chosen if panel.isAncestorOf(QApplication.focusWidget() or self._area) else None

    def _offer_for(self, mark: M | None) -> None:
        if mark is not None:
            self.bubble.offer_for_mark(mark, self._rect_of(mark))

    def _hover_over(self, mark: M | None) -> None:
        """Show the note of the highlight under the pointer."""
        ref = mark.ref if mark is not None else None
        if ref == self._hovered:
            return
        self._hovered = ref
        if mark is not None and mark.note:
            QToolTip.showText(QCursor.pos(), _tip(mark.note), self._area.viewport())
        else:
            QToolTip.hideText()

    def _height_of(self, position: int) -> float:
        """How far below the top of the margin a passage stands."""
        view, margin = self._area.viewport(), self._panel.margin
        above = view.mapToGlobal(QPoint(0, 0)).y() - margin.mapToGlobal(QPoint(0, 0)).y()
        return self._top_of(position) + above

    def _turn_to(self, ref: Ref) -> None:
        for mark in self._kept.shown:
            if mark.ref == ref and mark.state is not State.LOST:
                self._bring(mark)

    def _remove(self) -> None:
        if self.bubble.mark is not None:
            self._kept.remove(self.bubble.mark.ref)
        self._done()

    def _done(self) -> None:
        self.bubble.hide()
        self._drop_selection()


def _tip(note: str) -> str:
    """A note as a tip, of which nothing is taken for HTML."""
    return f"<p>{escape(spoken(note)[:_NOTE]).replace(chr(10), '<br>')}</p>"
