"""The controls above the notes: words, grouping, what they have to do with, colours, and two more filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.colours import name_of
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.listing import Choices
from animating_alliances_desktop.ui.notes.presenter import Grouping

NOTE, LOST = "note", "lost"
_DAYS = {"week": 7, "month": 31, "season": 92, "year": 366}


class NotesFilters(QWidget):
    """Says what the user sets; it filters nothing itself."""

    typed = Signal(str)
    chosen = Signal(tuple)
    """The colours that are chosen, and NOTE and LOST if they are."""
    narrowed = Signal(str, str)
    """`tag`, `question`, `alliance` or `since`, and what was chosen for it: a key, or nothing."""
    grouped = Signal(Grouping)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grouping = Grouping.TEXT
        self.words = search_field(theme, self.tr("Filter by words"))
        self.grouping = ChipBar(theme, self.tr("Group"), exclusive=True)
        self.grouping.show_chips(
            [Chip(Grouping.TEXT.value, self.tr("By text")), Chip(Grouping.TIME.value, self.tr("By time"))]
        )
        self.grouping.choose([Grouping.TEXT.value])
        self.kinds = ChipBar(theme, self.tr("Show only"))
        self._name_colours()
        self._all = {
            "tag": self.tr("All tags"),
            "question": self.tr("All questions"),
            "alliance": self.tr("All alliances"),
            "since": self.tr("Any time"),
        }
        self.combos = {name: self._combo(name) for name in self._all}
        self.words.textChanged.connect(self.typed)
        self.kinds.changed.connect(self.chosen)
        self.grouping.changed.connect(self._group)
        theme.changed.connect(self._name_colours)
        self._lay_out()
        self._offer("since", self._periods())

    def clear(self) -> None:
        """Show that nothing is set, without telling anyone."""
        self.kinds.choose([])
        for combo in self.combos.values():
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self.words):
            self.words.clear()

    def show_choices(self, choices: Choices) -> None:
        """Offer these; what is set stays set."""
        self._offer("tag", choices.tags)
        self._offer("question", choices.questions)
        self._offer("alliance", choices.alliances)

    def _name_colours(self) -> None:
        colours = (
            Chip(colour.value, name_of(self._theme, colour), colour=f"highlight-{colour}")
            for colour in Colour
        )
        self.kinds.show_chips(
            [
                *colours,
                Chip(NOTE, self.tr("With a note"), "sticky-note"),
                Chip(LOST, self.tr("Could not be placed"), "circle-alert"),
            ]
        )

    def _periods(self) -> list[tuple[str, str]]:
        return [
            ("week", self.tr("Last 7 days")),
            ("month", self.tr("Last month")),
            ("season", self.tr("Last 3 months")),
            ("year", self.tr("Last year")),
        ]

    def _combo(self, name: str) -> QComboBox:
        made = Choice(self._all[name])
        made.setMaximumWidth(200)
        made.activated.connect(lambda _at: self.narrowed.emit(name, made.currentData()))
        return made

    def _offer(self, name: str, values: Sequence[tuple[str, str]]) -> None:
        combo = self.combos[name]
        before = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(self._all[name], "")
            for key, title in values:
                combo.addItem(title, key)
            combo.setCurrentIndex(max(0, combo.findData(before)))
        combo.setVisible(bool(values))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.words, 1)
        for combo in self.combos.values():
            first.addWidget(combo)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self.kinds, 1)
        second.addWidget(self.grouping, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(second)

    def _group(self, ids: tuple[str, ...]) -> None:
        """Change the grouping; one of the two is always on."""
        self._grouping = Grouping(ids[0]) if ids else self._grouping
        self.grouping.choose([self._grouping.value])
        self.grouped.emit(self._grouping)


def since(key: str, today: date) -> date | None:
    """Return the first day of a period; None for any time."""
    return today - timedelta(days=_DAYS[key] - 1) if key in _DAYS else None
