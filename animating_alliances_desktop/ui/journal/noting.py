"""A dialogue to note the meeting that an entry is about, where it is not known yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class NotingMeeting(QDialog):
    """Asks for no more than a title and a day; hour, place and people can be added on the alliance's page."""

    noted = Signal(str, object)
    """Its title and its day."""

    def __init__(self, theme: Theme, alliance: str, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note a meeting"))
        self.setProperty("role", "page")
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("What it was called"))
        self.title.setPlaceholderText(self.tr("Steering group, say"))
        self.day = date_field(theme, self.tr("Its day"), day)
        self.note = button(self.tr("Note it"), "primary")
        self.note.setDefault(True)
        self.note.clicked.connect(self._note)
        self._lay_out(alliance)
        self.title.setFocus()
        self.finished.connect(self.deleteLater)

    def _note(self) -> None:
        day: QDate = self.day.date()
        self.noted.emit(self.title.text(), date(day.year(), day.month(), day.day()))
        self.accept()

    def _lay_out(self, alliance: str) -> None:
        leave = button(self.tr("Cancel"), "quiet")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        about = self.tr("A meeting of {alliance}. Hour, place and people can be added on its page.")
        column.addWidget(label(about.format(alliance=alliance), "muted"))
        column.addSpacing(6)
        for field in (self.title, self.day):
            column.addWidget(label(field.accessibleName(), "small", wrap=False))
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(foot)
        self.resize(420, self.sizeHint().height())
