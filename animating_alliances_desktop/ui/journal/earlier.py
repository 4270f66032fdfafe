"""How a kept entry stood before slips in it were put right; folded away until somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from animating_alliances_desktop.core.journal.model import Earlier
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.text import label


class EarlierStates(QWidget):
    """Lists the states, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = button("", "link")
        self.fold.setCheckable(True)
        self._states = QWidget()
        self._list = QVBoxLayout(self._states)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        column.addWidget(self._states)
        self.fold.toggled.connect(self._states.setVisible)

    def show_states(self, states: Sequence[Earlier]) -> None:
        """Show how the entry stood; nothing at all if it was never corrected."""
        empty(self._list)
        for state in reversed(states):
            here = state.until.astimezone()
            until = QLocale().toString(QDate(here.year, here.month, here.day), "d MMMM yyyy")
            self._list.addWidget(label(self.tr("Until {day}").format(day=until), "small"))
            for title, text in (("", state.title), *state.texts):
                if text.strip():
                    self._list.addWidget(label(f"{title}: {text}" if title else text, "muted"))
            self._list.addSpacing(8)
        one = self.tr("Corrected once: show how it stood")
        more = self.tr("Corrected {n} times: show how it stood").format(n=len(states))
        self.fold.setText(one if len(states) == 1 else more)
        self.fold.setChecked(False)
        self._states.hide()
        self.setVisible(bool(states))
