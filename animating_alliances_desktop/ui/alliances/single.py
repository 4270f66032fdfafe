"""A sheet of one thing that stands in the place of the alliance: the way back above, its parts in a column, a foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import Column, foot
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.theme import Theme


class SingleSheet(QWidget):
    """What the sheet of a meeting and that of a person or an organisation have in common."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button(self.tr("Back to the alliance"), "quiet", "chevron-left", theme)
        self.mentions = Mentions(theme)
        self.state = StateLine()
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self.column = Column(680)

    def begin(self) -> None:
        """Stand at the top, with the keyboard on the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.column.verticalScrollBar().setValue(0)

    def lay_out(self, beside: QWidget, parts: Sequence[QWidget], *deeds: QWidget) -> None:
        """Put something beside the way back, the parts below each other, and what can be done into the foot."""
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(beside)
        self.column.add_layout(head)
        for part in (*parts, self.mentions):
            self.column.add(part)
        self.column.add_stretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.column, 1)
        whole.addLayout(foot(self.state, *deeds, self.delete))
