"""Highlights and notes under the hand: the floating bar, the pointer over a highlight, the panel beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QToolTip

from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.bubble import Bubble
from animating_alliances_desktop.ui.reader.marking import Marking
from animating_alliances_desktop.ui.reader.notes_panel import NotesPanel
from animating_alliances_desktop.ui.reader.ports import Shown
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet

_NOTE = 600


class Highlighting(QObject):
    """Connects the sheet, the floating bar and the panel with what is decided in `Marking`."""

    panel_wanted = Signal()
    """There is something to see in the panel, which may be hidden."""
    reference_wanted = Signal(int, int)
    """A passage is to be copied with where it stands."""

    def __init__(
        self, theme: Theme, sheet: Sheet, panel: NotesPanel, marking: Marking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sheet, self._panel, self._marking = sheet, panel, marking
        self.bubble = Bubble(theme, sheet.viewport(), sheet)
        self._hovered: Ref | None = None
        sheet.selected.connect(self._offer)
        sheet.pressed.connect(self._press)
        sheet.hovered.connect(self._hover)
        sheet.verticalScrollBar().valueChanged.connect(lambda _value: self.bubble.hide())
        self.bubble.coloured.connect(self.colour)
        self.bubble.note_wanted.connect(self.note)
        self.bubble.copy_wanted.connect(self._copy)
        self.bubble.reference_wanted.connect(self.copy_reference)
        self.bubble.removal_wanted.connect(self._remove)
        panel.opened.connect(self._turn_to)
        panel.written.connect(self._write)
        panel.finished.connect(marking.finish)
        panel.removed.connect(marking.remove)
        self._stand_beside()

    def attend(self, presenter: ReaderPresenter) -> None:
        """Keep to the user's wishes for the notes, and open what they lead to."""
        around = presenter.marking.around
        self._panel.show_beside(on=around.is_beside())
        self._panel.moved_beside.connect(around.keep_beside)
        self._panel.mentions.opened.connect(lambda ref: presenter.follow(str(ref)))
        self._panel.margin.link_opened.connect(presenter.follow)

    def subject(self) -> tuple[Ref, ...]:
        """What can be tagged: the highlight that is meant, or chosen in the panel, or else the text."""
        mark, panel = self._concerned(), self._panel
        in_panel = panel.chosen if panel.isAncestorOf(panel.focusWidget() or self._sheet) else None
        chosen = mark.ref if mark is not None else in_panel or self._marking.target
        return (chosen,) if chosen is not None else ()

    def _stand_beside(self) -> None:
        """Keep the margin in step with the page."""
        sheet, margin = self._sheet, self._panel.margin
        margin.attend(sheet.visible, self._height_of)
        sheet.verticalScrollBar().valueChanged.connect(lambda _value: margin.follow())
        sheet.verticalScrollBar().rangeChanged.connect(lambda *_range: margin.follow())

    def _height_of(self, position: int) -> float:
        """How far below the top of the margin a passage stands."""
        sheet, margin = self._sheet, self._panel.margin
        above = sheet.viewport().mapToGlobal(QPoint(0, 0)).y() - margin.mapToGlobal(QPoint(0, 0)).y()
        return sheet.top_of(position) - sheet.verticalScrollBar().value() + above

    def show(self, marks: Sequence[Shown]) -> None:
        """Paint and list these highlights."""
        self._sheet.show_marks(marks)
        self._panel.show_marks(marks)

    def colour(self, colour: Colour) -> None:
        """Highlight the selection; without one, give the highlight under the cursor this colour."""
        mark, (start, end) = self._concerned(), self._sheet.selection()
        if mark is not None:
            self._marking.recolour(mark.ref, colour)
        else:
            self._marking.mark(start, end, colour)
        self._done()

    def note(self) -> None:
        """Write a note on the selection; without one, on the highlight under the cursor."""
        mark, (start, end) = self._concerned(), self._sheet.selection()
        if mark is not None:
            self.edit(mark.ref)
        else:
            self._marking.mark(start, end, Colour.AMBER, then_note=True)
        self._done()

    def edit(self, ref: Ref | None) -> None:
        """Open the editor on a note, in the panel."""
        self.panel_wanted.emit()
        self._panel.edit(ref)

    def change_here(self) -> None:
        """Offer what can be done with the highlight under the text cursor, by keyboard."""
        mark = self._marking.at(self._sheet.caret())
        if mark is not None:
            self._offer_for(mark)
            self.bubble.colours[mark.colour].setFocus()

    def copy_reference(self) -> None:
        """Copy the selection with where it stands; without one, the highlight under the cursor."""
        mark, (start, end) = self._concerned(), self._sheet.selection()
        self.reference_wanted.emit(*((mark.start, mark.end) if mark is not None else (start, end)))
        self.bubble.hide()

    def _concerned(self) -> Shown | None:
        """The highlight that is meant: the one that the bar is about, or the one at the cursor."""
        if self.bubble.isVisible() and self.bubble.mark is not None:
            return self.bubble.mark
        start, end = self._sheet.selection()
        return self._marking.at(start) if start == end else None

    def _offer(self, start: int, end: int) -> None:
        if end > start:
            self.bubble.offer_for_selection(self._sheet.rect_of(start, end))
        else:
            self.bubble.hide()

    def _press(self, position: int) -> None:
        mark = self._marking.at(position) if position >= 0 else None
        if mark is not None:
            self._offer_for(mark)

    def _offer_for(self, mark: Shown) -> None:
        self.bubble.offer_for_mark(mark, self._sheet.rect_of(mark.start, mark.end))

    def _hover(self, position: int) -> None:
        """Show the note of the highlight under the pointer; its text is never taken for HTML."""
        mark = self._marking.at(position) if position >= 0 else None
        ref = mark.ref if mark is not None else None
        if ref == self._hovered:
            return
        self._hovered = ref
        if mark is not None and mark.note:
            words = escape(in_words(mark.note)[:_NOTE]).replace("\n", "<br>")
            QToolTip.showText(QCursor.pos(), f"<p>{words}</p>", self._sheet.viewport())
        else:
            QToolTip.hideText()

    def _turn_to(self, ref: Ref) -> None:
        for mark in self._marking.shown:
            if mark.ref == ref and mark.state is not State.LOST:
                self._sheet.turn_to(mark.start, mark.end, emphasise=True)

    def _write(self, ref: Ref | None, text: str) -> None:
        self._marking.write(ref, text, self._panel.keep_as)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sheet.textCursor().selection().toPlainText())
        self.bubble.hide()

    def _remove(self) -> None:
        mark = self.bubble.mark
        if mark is not None and mark.ref.kind is Kind.ANNOTATION:
            self._marking.remove(mark.ref)
        self._done()

    def _done(self) -> None:
        self.bubble.hide()
        self._sheet.drop_selection()
