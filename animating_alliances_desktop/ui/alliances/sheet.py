"""The right side of the page: what is said of one alliance, its members, and what the journal holds on it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.ui.alliances.members import Members
from animating_alliances_desktop.ui.alliances.ports import Written
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import MARGIN, Card, Column, Section
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class Description(QPlainTextEdit):
    """A field for some lines of text; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str, lines: int = 5) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        lines = max(self._lines, self.document().size().height())
        line = QFontMetricsF(self.font()).lineSpacing()
        self.setFixedHeight(round(lines * line + 2 * self.document().documentMargin() + 16))


class Sheet(QWidget):
    """Shows one alliance, and takes what is typed about it."""

    typed = Signal()
    left = Signal()
    """A field was left: now is a good moment to save."""
    entries_asked = Signal()
    entry_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self._line(self.tr("Name of the alliance"))
        self.name.setProperty("role", "title")
        self.purpose = self._line(self.tr("What it is for, in one line"))
        self.description = Description(
            self.tr("How it began, how it decides, what you want to remember of it")
        )
        for field in (self.name, self.purpose, self.description):
            field.setPlaceholderText(field.accessibleName())
        self.description.textChanged.connect(self.typed)
        self.description.left.connect(self.left)
        self.members = Members(theme)
        self.mentions = Mentions(theme)
        self.members.typed.connect(self.typed)
        self.members.left.connect(self.left)
        self.state = StateLine()
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self._entries = label("", "body")
        self.see = button(self.tr("See the entries"), "plain", "notebook-pen", theme)
        self.write = button(self.tr("Write an entry"), "primary", "pencil", theme)
        self.see.clicked.connect(self.entries_asked)
        self.write.clicked.connect(self.entry_asked)
        self._lay_out()

    def show_alliance(self, alliance: Alliance, *, fields: bool) -> None:
        """Show an alliance; its fields only if nothing is being typed there."""
        if fields:
            self._fill(alliance)
        self.members.show_members(alliance.members)
        self._entries.setText(self._on_entries(alliance))
        self.see.setVisible(alliance.entries > 0)

    def written(self) -> Written:
        """Tell what the fields say."""
        return Written(
            self.name.text(), self.purpose.text(), self.description.toPlainText(), self.members.changing
        )

    def _fill(self, alliance: Alliance) -> None:
        """Show what was saved, and leave alone what says the same: the cursor stays where it is."""
        for field, text in ((self.name, alliance.name), (self.purpose, alliance.purpose)):
            if " ".join(field.text().split()) != " ".join(text.split()):
                field.setText(text)
                field.setCursorPosition(0)
        if self.description.toPlainText().strip() != alliance.description:
            with QSignalBlocker(self.description):
                self.description.setPlainText(alliance.description)

    def _on_entries(self, alliance: Alliance) -> str:
        if not alliance.entries or alliance.last_entry is None:
            return self.tr("Nothing is written on this alliance yet.")
        last = alliance.last_entry
        day = QLocale().toString(QDate(last.year, last.month, last.day), "d MMMM yyyy")
        if alliance.entries == 1:
            return self.tr("One entry, of {day}").format(day=day)
        return self.tr("{n} entries, the latest of {day}").format(n=alliance.entries, day=day)

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.textEdited.connect(lambda _text: self.typed.emit())
        made.editingFinished.connect(self.left)
        return made

    def _lay_out(self) -> None:
        column = Column(680)
        column.add(self.name)
        top = QVBoxLayout()
        top.setSpacing(5)
        top.addWidget(label(self.tr("What it is for"), "small"))
        top.addWidget(self.purpose)
        top.addSpacing(8)
        top.addWidget(label(self.tr("About it"), "small"))
        top.addWidget(self.description)
        column.add_layout(top)
        card = Card()
        line = QHBoxLayout()
        line.addWidget(self.write)
        line.addWidget(self.see)
        line.addStretch(1)
        card.body.addWidget(self._entries)
        card.body.addLayout(line)
        column.add(card)
        people = Section(self.tr("Members"))
        people.add(self.members)
        column.add(people)
        column.add(self.mentions)
        column.add_stretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 10, MARGIN, 14)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.delete)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(column, 1)
        whole.addLayout(foot)
