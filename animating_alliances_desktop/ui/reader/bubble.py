"""The small bar that floats beside a selection or a highlight: four colours, a note, and taking it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.colours import ColourButton
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.ports import Shown

_GAP = 8


class Bubble(QFrame):
    """Offers what can be done with a selection, or with a highlight that is there already."""

    coloured = Signal(Colour)
    """One of the colours was chosen."""
    note_wanted = Signal()
    removal_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget, home: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "card")
        self._theme = theme
        self._over, self._home = over, home
        self.mark: Shown | None = None
        """The highlight that the bubble is about; None for a fresh selection."""
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        self.colours = {colour: self._colour(nth, colour) for nth, colour in enumerate(Colour, 1)}
        self.note = icon_button(theme, "sticky-note", self.tr("Note (Ctrl+Shift+N)"))
        self.copy = icon_button(theme, "copy", self.tr("Copy the words (Ctrl+C)"))
        self.remove = icon_button(theme, "trash-2", self.tr("Remove this highlight"))
        self.note.clicked.connect(self.note_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        for button in self._buttons():
            row.addWidget(button)
        over.installEventFilter(self)
        self.hide()

    def offer_for_selection(self, at: QRectF) -> None:
        """Float beside what has just been selected."""
        self.mark = None
        self.setAccessibleName(self.tr("Highlight the selection"))
        self._float(at, marked=False)

    def offer_for_mark(self, mark: Shown, at: QRectF) -> None:
        """Float beside a highlight, to change it or take it away."""
        self.mark = mark
        self.setAccessibleName(self.tr("Change this highlight"))
        self._float(at, marked=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._home.setFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away when the page beneath changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)

    def _colour(self, nth: int, colour: Colour) -> QToolButton:
        made = ColourButton(self._theme, colour, f"{{colour}} (Ctrl+Shift+{nth})")
        made.clicked.connect(lambda: self.coloured.emit(colour))
        return made

    def _buttons(self) -> list[QToolButton]:
        return [*self.colours.values(), self.note, self.copy, self.remove]

    def _float(self, at: QRectF, *, marked: bool) -> None:
        self.copy.setHidden(marked)
        self.remove.setHidden(not marked)
        self.adjustSize()
        around = self._over.rect()
        left = min(
            max(around.left() + _GAP, round(at.right()) - self.width() // 2),
            around.right() - self.width() - _GAP,
        )
        below = round(at.bottom()) + _GAP
        if below + self.height() > around.bottom():
            below = round(at.top()) - self.height() - _GAP
        self.move(QPoint(max(_GAP, left), max(_GAP, below)))
        self.show()
        self.raise_()
