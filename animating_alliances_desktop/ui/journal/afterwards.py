"""What can be said of a meeting besides, if one likes: energy, trust, who was there, minutes spent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.ui.journal.minutes import MinutesField
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.scales import energy_words, trust_words
from animating_alliances_desktop.ui.kit.text import label


class Scale(QWidget):
    """Five words from little to much, of which one can be chosen, and let go again."""

    changed = Signal()

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._group = QButtonGroup(self)
        row = Flow(6, self)
        self._steps = [self._step(word) for word in words]
        for step in self._steps:
            row.addWidget(step)
        self._held: int | None = None
        self.show_value(None)

    @property
    def value(self) -> int | None:
        """From 1 to 5, or None."""
        return self._held

    def show_value(self, value: int | None) -> None:
        """Show a choice, or none."""
        self._held = value
        self._group.setExclusive(False)
        for nth, step in enumerate(self._steps, 1):
            step.setChecked(nth == value)
            step.setFocusPolicy(  # one stop for the Tab key; the arrow keys do the rest
                Qt.FocusPolicy.StrongFocus if nth == (value or 3) else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(True)

    def _step(self, word: str) -> QPushButton:
        made = button(word)
        made.setProperty("role", "chip")
        made.setCheckable(True)
        made.setAccessibleName(f"{self._name}: {word}")
        made.clicked.connect(lambda _on: self._choose(made))
        self._group.addButton(made)
        return made

    def _choose(self, step: QPushButton) -> None:
        nth = self._steps.index(step) + 1
        self.show_value(None if nth == self._held else nth)
        self.changed.emit()


class Afterwards(QWidget):
    """All of it is optional, and says so."""

    edited = Signal()
    ticked = Signal(str, bool)
    """The key of an attendance, and whether that person was there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.energy = Scale(self.tr("Energy"), energy_words())
        self.trust = Scale(self.tr("Trust"), trust_words())
        self.minutes = MinutesField(self.tr("Minutes spent"))
        self._there = QWidget()
        self._names = Flow(14, self._there)
        self._ticks: dict[str, QCheckBox] = {}
        self._lay_out()
        self.energy.changed.connect(self.edited)
        self.trust.changed.connect(self.edited)
        self.minutes.valueChanged.connect(lambda _value: self.edited.emit())

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft says of it."""
        self.energy.show_value(draft.energy)
        self.trust.show_value(draft.trust)
        with QSignalBlocker(self.minutes):
            self.minutes.show_minutes(draft.minutes)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Offer who was asked to a meeting, to be ticked off."""
        people = meeting.attendances if meeting is not None else ()
        if [one.key for one in people] != list(self._ticks):
            empty(self._names)
            self._ticks = {one.key: self._tick(one.key, one.name) for one in people}
        for one in people:
            with QSignalBlocker(self._ticks[one.key]):
                self._ticks[one.key].setChecked(bool(one.present))
        self._who.setVisible(bool(people))
        self._there.setVisible(bool(people))

    def stops(self) -> list[QWidget]:
        """List the controls in the order of the Tab key."""
        steps = [*self.energy.findChildren(QPushButton), *self.trust.findChildren(QPushButton)]
        return [*steps, *self._ticks.values(), self.minutes]

    def _tick(self, key: str, name: str) -> QCheckBox:
        made = QCheckBox(name.replace("&", "&&"))
        made.toggled.connect(lambda on: self.ticked.emit(key, on))
        self._names.addWidget(made)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        self._who = label(self.tr("Who was there"), "small", wrap=False)
        spent = QHBoxLayout()
        spent.addWidget(self.minutes)
        spent.addStretch(1)
        rows = (
            (label(self.tr("Energy"), "small", wrap=False), self.energy),
            (label(self.tr("Trust"), "small", wrap=False), self.trust),
            (self._who, self._there),
        )
        for nth, (name, widget) in enumerate(rows):
            grid.addWidget(name, nth, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, nth, 1)
        grid.addWidget(label(self.tr("Minutes spent"), "small", wrap=False), len(rows), 0)
        grid.addLayout(spent, len(rows), 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("If you like"), "eyebrow"))
        column.addLayout(grid)
        self.show_meeting(None)
