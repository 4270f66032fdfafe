"""The filters above the library's list: words, kinds, questions, and what only cases have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.library.choosing import Choices, Filters


class FilterBar(QWidget):
    """Says which filters the user sets; it filters nothing itself."""

    typed = Signal(str)
    kinds_chosen = Signal(frozenset)
    questions_chosen = Signal(frozenset)
    case_value_chosen = Signal(str, str)
    """The name of a case's field, and the value that it must have, or nothing."""
    gathered_chosen = Signal(object)
    """The Ref of a tag or a collection, or None for everything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = search_field(theme, self.tr("Filter by words in titles and summaries"))
        self.kinds = ChipBar(theme, self.tr("Kinds"))
        self.questions = ChipBar(theme, self.tr("Core questions"))
        self._all = {
            "region": self.tr("All regions"),
            "sector": self.tr("All sectors"),
            "outcome": self.tr("All outcomes"),
        }
        self.case_fields = {name: self._combo(name) for name in self._all}
        self.gathered = QComboBox()
        self.gathered.setAccessibleName(self.tr("All tags and collections"))
        self.gathered.setMaximumWidth(230)
        self.gathered.hide()
        self.gathered.activated.connect(lambda _at: self.gathered_chosen.emit(self.gathered.currentData()))
        self._lay_out()
        self.words.textChanged.connect(self.typed)
        self.kinds.changed.connect(lambda ids: self.kinds_chosen.emit(frozenset(map(Kind, ids))))
        self.questions.changed.connect(lambda ids: self.questions_chosen.emit(frozenset(ids)))
        self.setFocusProxy(self.words)

    def show_choices(self, choices: Choices) -> None:
        """Offer what there is to filter by; what is set stays set."""
        named = names()
        self.kinds.show_chips(
            [
                Chip(kind.value, named[kind], ICONS[kind], count=number)
                for kind, number in choices.kinds.items()
            ]
        )
        self.questions.show_chips([Chip(key, title) for key, title in choices.questions])
        self.questions.setVisible(bool(choices.questions))
        self._offer("region", choices.regions)
        self._offer("sector", choices.sectors)
        self._offer("outcome", choices.outcomes)

    def show_gathered(self, gathered: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these tags and collections."""
        with QSignalBlocker(self.gathered):
            self.gathered.clear()
            self.gathered.addItem(self.gathered.accessibleName(), None)
            for ref, name in gathered:
                self.gathered.addItem(f"#{name}" if ref.kind is Kind.TAG else name, ref)
            self.gathered.setCurrentIndex(max(0, [None, *(ref for ref, _ in gathered)].index(chosen)))
        self.gathered.setVisible(bool(gathered))

    def show_filters(self, filters: Filters) -> None:
        """Show which filters are set."""
        if self.words.text() != filters.words:
            with QSignalBlocker(self.words):
                self.words.setText(filters.words)
        self.kinds.choose(kind.value for kind in filters.kinds)
        self.questions.choose(filters.questions)
        chosen = {"region": filters.region, "sector": filters.sector, "outcome": filters.outcome}
        for name, combo in self.case_fields.items():
            combo.setVisible(filters.only_cases)
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(0, combo.findData(chosen[name])))

    def _combo(self, name: str) -> QComboBox:
        made = Choice(self._all[name], 11)
        made.setMaximumWidth(210)
        made.hide()
        made.activated.connect(lambda _at: self.case_value_chosen.emit(name, made.currentData()))
        return made

    def _offer(self, name: str, values: Sequence[str]) -> None:
        combo = self.case_fields[name]
        before = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(self._all[name], "")
            for value in values:
                combo.addItem(value[:1].upper() + value[1:], value)
            combo.setCurrentIndex(max(0, combo.findData(before)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.words, 1)
        for combo in self.case_fields.values():
            top.addWidget(combo)
        top.addWidget(self.gathered)
        column.addLayout(top)
        column.addWidget(self.kinds)
        column.addWidget(self.questions)
