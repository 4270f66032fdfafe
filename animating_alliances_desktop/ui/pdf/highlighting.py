"""Highlights and notes under the hand: the floating bar, the pointer over a highlight, the panel beside the pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.bubble import Bubble
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.marking import Marking
from animating_alliances_desktop.ui.pdf.ports import Shown, Spot
from animating_alliances_desktop.ui.pdf.sheet import PdfSheet

_NOTE = 600


class Highlighting(QObject):
    """Connects the sheet, the floating bar and the panel with what is decided in `Marking`."""

    panel_wanted = Signal()
    """There is something to see in the panel, which may be hidden."""

    def __init__(
        self, theme: Theme, sheet: PdfSheet, panel: NotesPanel, marking: Marking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sheet, self._panel, self._marking = sheet, panel, marking
        self.bubble = Bubble(theme, sheet.viewport(), sheet)
        self._hovered: Ref | None = None
        sheet.selected.connect(self._offer)
        sheet.pressed.connect(self._press)
        sheet.hovered.connect(self._hover)
        sheet.zoomed.connect(self.bubble.hide)
        sheet.verticalScrollBar().valueChanged.connect(lambda _value: self.bubble.hide())
        self.bubble.coloured.connect(self.colour)
        self.bubble.note_wanted.connect(self.note)
        self.bubble.copy_wanted.connect(self._copy)
        self.bubble.removal_wanted.connect(self._remove)
        panel.opened.connect(self._turn_to)
        panel.written.connect(lambda ref, text: marking.write(ref, text, panel.keep_as))
        panel.removed.connect(marking.remove)

    def show(self, marks: Sequence[Shown]) -> None:
        """Paint and list these highlights."""
        self._sheet.layer.show_marks(marks)
        self._sheet.viewport().update()
        self._panel.show_marks(marks)

    def colour(self, colour: Colour) -> None:
        """Highlight the selection; without one, give the highlight under the cursor this colour."""
        self._mark(colour, then_note=False)

    def note(self) -> None:
        """Write a note on the selection; without one, on the highlight under the cursor."""
        self._mark(Colour.AMBER, then_note=True)

    def edit(self, ref: Ref | None) -> None:
        """Open the editor on a note, in the panel."""
        self.panel_wanted.emit()
        self._panel.edit(ref)

    def change_here(self) -> None:
        """Offer what can be done with the highlight under the text cursor, by keyboard."""
        caret = self._sheet.selection.caret
        mark = self._marking.at(caret) if caret is not None else None
        if mark is not None:
            self._offer_for(mark)
            self.bubble.colours[mark.colour].setFocus()

    def _mark(self, colour: Colour, *, then_note: bool) -> None:
        mark, span = self._concerned(), self._sheet.selection.span
        if mark is not None and then_note:
            self.edit(mark.ref)
        elif mark is not None:
            self._marking.recolour(mark.ref, colour)
        elif span is not None:
            self._marking.mark(*span, colour, then_note=then_note)
        else:
            self._marking.tell_no_words()
        self._done()

    def _concerned(self) -> Shown | None:
        """The highlight that is meant: the one that the bar is about, or the one at the cursor."""
        about = self.bubble.mark.ref if self.bubble.isVisible() and self.bubble.mark is not None else None
        if about is not None:
            return next((mark for mark in self._marking.shown if mark.ref == about), None)
        caret = self._sheet.selection.caret
        if self._sheet.selection.span is not None or caret is None:
            return None
        return self._marking.at(caret)

    def _offer(self) -> None:
        if self._sheet.selection.span is not None:
            self.bubble.offer_for_selection(self._sheet.selection_rect())
        else:
            self.bubble.hide()

    def _press(self, spot: Spot | None) -> None:
        mark = self._marking.at(spot) if spot is not None else None
        if mark is not None:
            self._offer_for(mark)

    def _offer_for(self, mark: Shown) -> None:
        self.bubble.offer_for_mark(mark, self._sheet.rect_of(mark.spans))

    def _hover(self, spot: Spot | None) -> None:
        """Show the note of the highlight under the pointer; its text is never taken for HTML."""
        mark = self._marking.at(spot) if spot is not None else None
        ref = mark.ref if mark is not None else None
        if ref == self._hovered:
            return
        self._hovered = ref
        if mark is not None and mark.note:
            words = escape(mark.note[:_NOTE]).replace("\n", "<br>")
            QToolTip.showText(QCursor.pos(), f"<p>{words}</p>", self._sheet.viewport())
        else:
            QToolTip.hideText()

    def _turn_to(self, ref: Ref) -> None:
        for mark in self._marking.shown:
            if mark.ref == ref and mark.spans:
                self._sheet.turn_to(mark.spans[0][0], glow=mark.spans)

    def _copy(self) -> None:
        self._sheet.copy()
        self.bubble.hide()

    def _remove(self) -> None:
        if self.bubble.mark is not None:
            self._marking.remove(self.bubble.mark.ref)
        self._done()

    def _done(self) -> None:
        self.bubble.hide()
        self._sheet.drop_selection()
