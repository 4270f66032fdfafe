"""What is said of an alliance: what it is for, how it is put together, where it stands, who holds it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from animating_alliances_desktop.core.alliances.days import day_written
from animating_alliances_desktop.core.alliances.model import PHASES, Alliance
from animating_alliances_desktop.ui.alliances.fields import Fields
from animating_alliances_desktop.ui.alliances.ports import Written
from animating_alliances_desktop.ui.alliances.words import phase_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import Card, Column
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class AboutFields(Fields):
    """The fields about an alliance, but its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.purpose = self.line(self.tr("What it is for, in one line"))
        self.form = self.line(
            self.tr("Its form"), self.tr("network, hosted by a member, a body of its own …")
        )
        self.hub = self.line(self.tr("Who holds it together"), self.tr("a secretariat, a host, one person …"))
        self.since = self.line(self.tr("Since"), self.tr("2021, or 3 Mar 2021"))
        self.phase = QComboBox()
        self.phase.setAccessibleName(self.tr("Where it stands"))
        self.phase.addItem(self.tr("not said"), "")
        for phase in PHASES:
            self.phase.addItem(phase_words(phase), phase)
        self.phase.currentIndexChanged.connect(self._chosen)
        self.description = self.text(
            self.tr("How it began, how it decides, what you want to remember of it"), 5
        )
        self.place(self.purpose, 0, 0, 2, self.tr("What it is for"))
        self.place(self.description, 1, 0, 2, self.tr("About it"))
        self.place(self.form, 2, 0)
        self.place(self.phase, 2, 1)
        self.place(self.hub, 3, 0)
        self.place(self.since, 3, 1)
        self.grid.setColumnStretch(0, 3)
        self.grid.setColumnStretch(1, 2)

    def fill(self, alliance: Alliance) -> None:
        """Show what was saved."""
        self.purpose.show_text(alliance.purpose)
        self.description.show_text(alliance.description)
        facts = alliance.facts
        self.form.show_text(facts.form)
        self.hub.show_text(facts.hub)
        self.since.show_text(day_written(facts.since))
        with QSignalBlocker(self.phase):
            self.phase.setCurrentIndex(max(0, self.phase.findData(facts.phase)))

    def written(self, name: str) -> Written:
        """Tell what the fields say."""
        return Written(
            name,
            self.purpose.text(),
            self.description.toPlainText(),
            self.form.text(),
            str(self.phase.currentData() or ""),
            self.hub.text(),
            self.since.text(),
        )

    def _chosen(self, _index: int) -> None:
        self.typed.emit()
        self.left.emit()


class About(Column):
    """The first part of an alliance's page."""

    entries_asked = Signal()
    entry_asked = Signal()
    brief_asked = Signal()
    book_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(680, parent)
        self.fields = AboutFields()
        self.mentions = Mentions(theme)
        self._entries = label("", "body")
        self.see = button(self.tr("See the entries"), "plain", "notebook-pen", theme)
        self.write = button(self.tr("Write an entry"), "primary", "pencil", theme)
        self.brief = button(self.tr("Brief"), "plain", "clipboard-list", theme)
        self.brief.setToolTip(self.tr("Before the next meeting, on one page (Ctrl+Shift+A)"))
        self.book = button(self.tr("Log book…"), "quiet", "book-a", theme)
        self.see.clicked.connect(self.entries_asked)
        self.brief.clicked.connect(self.brief_asked)
        self.book.clicked.connect(self.book_asked)
        self.write.clicked.connect(self.entry_asked)
        card = Card()
        line = Flow(8)
        for part in (self.write, self.see, self.brief, self.book):
            line.addWidget(part)
        card.body.addWidget(self._entries)
        card.body.addLayout(line)
        self.add(self.fields)
        self.add(card)
        self.add(self.mentions)
        self.add_stretch()

    def show_alliance(self, alliance: Alliance) -> None:
        """Tell what the journal holds on it."""
        self._entries.setText(self._on_entries(alliance))
        for part in (self.see, self.book):
            part.setVisible(alliance.entries > 0)

    def _on_entries(self, alliance: Alliance) -> str:
        if not alliance.entries or alliance.last_entry is None:
            return self.tr("Nothing is written on this alliance yet.")
        last = alliance.last_entry
        day = QLocale().toString(QDate(last.year, last.month, last.day), "d MMMM yyyy")
        if alliance.entries == 1:
            return self.tr("One entry, of {day}").format(day=day)
        return self.tr("{n} entries, the latest of {day}").format(n=alliance.entries, day=day)
