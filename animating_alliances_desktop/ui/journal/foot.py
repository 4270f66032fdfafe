"""What stands below a draft: signs for a line, how far saving got, and what can be done with the whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.followthrough.signs import SIGNS
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.text import as_typed, label
from animating_alliances_desktop.ui.kit.theme import Theme


class SignBar(QWidget):
    """Says with which sign a line begins that is to be followed through, and puts it there."""

    chosen = Signal(Kind)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Kind.ACTION: (self.tr("Action"), "Ctrl+Shift+1"),
            Kind.DECISION: (self.tr("Decision"), "Ctrl+Shift+2"),
            Kind.NOTICING: (self.tr("Noticing"), "Ctrl+Shift+3"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(self.tr("This line is"), "small", wrap=False))
        for kind, (name, keys) in words.items():
            row.addWidget(self._sign(kind, name, keys))
        row.addStretch(1)

    def stops(self) -> list[QPushButton]:
        """List the buttons in the order of the Tab key."""
        return self.findChildren(QPushButton)

    def _sign(self, kind: Kind, name: str, keys: str) -> QPushButton:
        made = button(f"{as_typed(SIGNS[kind])} {name}")
        made.setProperty("role", "chip")
        made.setAccessibleName(name)
        said = self.tr(
            "Begin the line with {sign}: it is on Follow-through, too, once you keep the entry ({keys})"
        )
        made.setToolTip(said.format(sign=as_typed(SIGNS[kind]), keys=keys))
        made.clicked.connect(partial(self.chosen.emit, kind))
        return made


class Foot(QWidget):
    """Two lines below a draft."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signs = SignBar()
        self.state = StateLine()
        self.quiet = icon_button(theme, "maximize", self.tr("Nothing but the text (F9)"))
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self.keep = button(self.tr("Keep"), "primary", "check", theme)
        self.keep.setToolTip(self.tr("Let the entry stand as it is (Ctrl+Return)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 12, 14)
        column.setSpacing(8)
        column.addWidget(self.signs)
        row = QHBoxLayout()
        row.setSpacing(10)
        column.addLayout(row)
        row.addWidget(self.state, 1)
        row.addWidget(self.quiet)
        row.addWidget(self.delete)
        row.addWidget(self.keep)

    def stops(self) -> list[QWidget]:
        """List the controls in the order of the Tab key: the shortest way from the text ends at Keep."""
        return [self.keep, self.delete, self.quiet, *self.signs.stops()]
