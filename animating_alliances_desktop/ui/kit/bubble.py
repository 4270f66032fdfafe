"""The small bar that floats beside a selection or a highlight: four colours, a note, and taking it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.colours import ColourButton
from animating_alliances_desktop.ui.kit.floating import Floating
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.theme import Theme


class Bubble(Floating):
    """Offers what can be done with a selection, or with a highlight that is there already."""

    coloured = Signal(Colour)
    """One of the colours was chosen."""
    note_wanted = Signal()
    removal_wanted = Signal()
    copy_wanted = Signal()
    reference_wanted = Signal()
    """The words are wanted with where they stand."""

    def __init__(self, theme: Theme, over: QWidget, home: QWidget) -> None:
        super().__init__(over, home)
        self._theme = theme
        self.mark: Mark | None = None
        """The highlight that the bubble is about; None for a fresh selection."""
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        self.colours = {colour: self._colour(nth, colour) for nth, colour in enumerate(Colour, 1)}
        self.note = icon_button(theme, "sticky-note", self.tr("Note (Ctrl+Shift+N)"))
        self.copy = icon_button(theme, "copy", self.tr("Copy the words (Ctrl+C)"))
        self.quote = icon_button(theme, "quote", self.tr("Copy with reference (Ctrl+Shift+C)"))
        self.remove = icon_button(theme, "trash-2", self.tr("Remove this highlight"))
        self.note.clicked.connect(self.note_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.quote.clicked.connect(self.reference_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        for one in (*self.colours.values(), self.note, self.copy, self.quote, self.remove):
            row.addWidget(one)

    def offer_for_selection(self, at: QRectF) -> None:
        """Float beside what has just been selected."""
        self.mark = None
        self.setAccessibleName(self.tr("Highlight the selection"))
        self._float(at, marked=False)

    def offer_for_mark(self, mark: Mark, at: QRectF) -> None:
        """Float beside a highlight, to change it or take it away."""
        self.mark = mark
        self.setAccessibleName(self.tr("Change this highlight"))
        self._float(at, marked=True)

    def _colour(self, nth: int, colour: Colour) -> QToolButton:
        made = ColourButton(self._theme, colour, f"{{colour}} (Ctrl+Shift+{nth})")
        made.clicked.connect(lambda: self.coloured.emit(colour))
        return made

    def _float(self, at: QRectF, *, marked: bool) -> None:
        self.copy.setHidden(marked)
        self.remove.setHidden(not marked)
        self.float_beside(at)
