"""The line that says how far saving got, with a way to try again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.saving import Phase, State
from animating_alliances_desktop.ui.kit.text import label


class StateLine(QWidget):
    """Says honestly whether what was typed is on the disk."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = label("", "small")
        self._again = button(self.tr("Try again"), "link")
        self._again.clicked.connect(self.again_asked)
        self._again.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._said, 1)
        row.addWidget(self._again)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._said.text()

    def show_state(self, state: State) -> None:
        """Say how far saving got."""
        self._again.setVisible(state.phase is Phase.FAILED)
        self._said.setText(self._words(state))

    def _words(self, state: State) -> str:
        match state.phase:
            case Phase.NOTHING:
                return ""
            case Phase.SAVING:
                return self.tr("Saving…")
            case Phase.SAVED:
                now = datetime.now().astimezone()
                time = QLocale().toString(QTime(now.hour, now.minute), "HH:mm")
                return self.tr("Saved {time}").format(time=time)
            case Phase.FAILED:
                why = state.why or self.tr("Something unexpected went wrong.")
                return self.tr("Not saved; your words are still here. {why}").format(why=why)
