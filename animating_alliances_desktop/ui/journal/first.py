"""What the journal shows while there is no alliance to write on: a field to name the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class FirstAlliance(QWidget):
    """Asks for a name."""

    named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        self.field = QLineEdit()
        self.field.setProperty("role", "large")
        self.field.setPlaceholderText(self.tr("Name of the alliance"))
        self.field.setAccessibleName(self.tr("Name of the alliance"))
        self.add = button(self.tr("Add and write"), "primary")
        self.add.clicked.connect(self._name)
        self.field.returnPressed.connect(self._name)
        self._lay_out()
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _name(self) -> None:
        self.named.emit(self.field.text())

    def _lay_out(self) -> None:
        text = self.tr(
            "An entry belongs to an alliance: the organisations that you help to work together. "
            "Its name is enough to begin; the rest can wait."
        )
        middle = QWidget()
        middle.setMaximumWidth(460)
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        column.addStretch(1)
        for part in (
            self._picture,
            label(self.tr("Which alliance will you write about?"), "heading"),
            label(text, "muted"),
        ):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        column.addLayout(line)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addWidget(middle)

    def _paint_icon(self) -> None:
        self._picture.setPixmap(self._theme.pixmap("notebook-pen", 44, "accent", self.devicePixelRatioF()))
