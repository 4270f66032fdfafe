"""A field to choose an alliance from; it keeps the choice even before it knows the names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref


class AllianceChoice(QComboBox):
    """Names alliances, and perhaps a word for all of them as the first choice."""

    picked = Signal(object)
    """The Ref that the user chose, or None for all."""

    def __init__(self, name: str, all_of_them: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._first = all_of_them
        self._refs: list[Ref | None] = []
        self.chosen: Ref | None = None
        self.currentIndexChanged.connect(self._picked)

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these; what was chosen stays chosen."""
        offered: list[tuple[Ref | None, str]] = [(None, self._first)] if self._first else []
        offered += [(alliance.ref, alliance.name) for alliance in alliances]
        with QSignalBlocker(self):
            self.clear()
            self._refs = [ref for ref, _name in offered]
            self.addItems([name for _ref, name in offered])
            self.choose(self.chosen)

    def choose(self, ref: Ref | None) -> None:
        """Choose an alliance without telling anyone."""
        self.chosen = ref
        with QSignalBlocker(self):
            self.setCurrentIndex(self._refs.index(ref) if ref in self._refs else -1)

    def _picked(self, index: int) -> None:
        self.chosen = self._refs[index] if 0 <= index < len(self._refs) else None
        self.picked.emit(self.chosen)
