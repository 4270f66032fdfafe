"""The controls above the notes: words, grouping, colours, and two more filters."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.presenter import Grouping

NOTE, LOST = "note", "lost"


class NotesFilters(QWidget):
    """Says what the user sets; it filters nothing itself."""

    typed = Signal(str)
    chosen = Signal(tuple)
    """The colours that are chosen, and NOTE and LOST if they are."""
    grouped = Signal(Grouping)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grouping = Grouping.TEXT
        self.words = search_field(theme, self.tr("Filter by words"))
        self.grouping = ChipBar(theme, self.tr("Group"), exclusive=True)
        self.grouping.show_chips(
            [Chip(Grouping.TEXT.value, self.tr("By text")), Chip(Grouping.TIME.value, self.tr("By time"))]
        )
        self.grouping.choose([Grouping.TEXT.value])
        self.kinds = ChipBar(theme, self.tr("Show only"))
        self.kinds.show_chips(
            [
                *(Chip(colour.value, colour_name(colour), colour=f"highlight-{colour}") for colour in Colour),
                Chip(NOTE, self.tr("With a note"), "sticky-note"),
                Chip(LOST, self.tr("Could not be placed"), "circle-alert"),
            ]
        )
        self.words.textChanged.connect(self.typed)
        self.kinds.changed.connect(self.chosen)
        self.grouping.changed.connect(self._group)
        self._lay_out()

    def clear(self) -> None:
        """Show that nothing is set, without telling anyone."""
        self.kinds.choose([])
        with QSignalBlocker(self.words):
            self.words.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.words, 1)
        first.addWidget(self.grouping, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(first)
        column.addWidget(self.kinds)

    def _group(self, ids: tuple[str, ...]) -> None:
        """Change the grouping; one of the two is always on."""
        self._grouping = Grouping(ids[0]) if ids else self._grouping
        self.grouping.choose([self._grouping.value])
        self.grouped.emit(self._grouping)


@cache  # the language stays while the app runs, and a list asks this of every row
def colour_name(colour: Colour) -> str:
    """Return the name of a highlight's colour."""
    return {
        Colour.AMBER: QCoreApplication.translate("Colours", "Amber"),
        Colour.GREEN: QCoreApplication.translate("Colours", "Green"),
        Colour.BLUE: QCoreApplication.translate("Colours", "Blue"),
        Colour.ROSE: QCoreApplication.translate("Colours", "Rose"),
    }[colour]
