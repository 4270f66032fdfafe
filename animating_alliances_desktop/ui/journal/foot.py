"""The line below a draft: how far saving got, and what can be done with the whole."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.theme import Theme


class Foot(QWidget):
    """The line below a draft: how far saving got, and what can be done with the whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StateLine()
        self.quiet = icon_button(theme, "maximize", self.tr("Nothing but the text (F9)"))
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self.keep = button(self.tr("Keep"), "primary", "check", theme)
        self.keep.setToolTip(self.tr("Let the entry stand as it is (Ctrl+Return)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 12, 14)
        row.setSpacing(10)
        row.addWidget(self.state, 1)
        row.addWidget(self.quiet)
        row.addWidget(self.delete)
        row.addWidget(self.keep)
