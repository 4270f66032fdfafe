"""Asks of which alliance and span a log book is wanted, makes it, and says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.book.model import Format, Printed
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.logbook.model import Order
from animating_alliances_desktop.core.lookback.model import months_from
from animating_alliances_desktop.ui.kit.asking import ask_for_file, file_name_of
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.choice import AllianceChoice
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.progress import ProgressPanel
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.logbook.presenter import LogBookPresenter, Source

_MONTHS = 4
"""So long a log book usually is."""


class LogBookDialog(QDialog):
    """Stays until the book is made."""

    _told = Signal(int, int)

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        source: Source,
        say: Callable[..., None],
        today: date,
        alliance: Ref | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log book"))
        self.setMinimumWidth(480)
        self._say = say
        self._closing = False
        self.presenter = LogBookPresenter(self, source, tasks, alliance)
        self.alliance = AllianceChoice(self.tr("Alliance"))
        self.since = date_field(theme, self.tr("First day"), months_from(today, -_MONTHS))
        self.until = date_field(theme, self.tr("Last day"), today)
        self.kinds = {
            Format.PDF: QRadioButton(self.tr("PDF, to print and to read: with page numbers and an index")),
            Format.DOCX: QRadioButton(self.tr("Word, to work on further")),
            Format.MARKDOWN: QRadioButton(self.tr("Markdown, plain text")),
        }
        self.roles = QCheckBox(self.tr("Roles in place of names, to share it"))
        self.why_not = label("", "body")
        self.panel = ProgressPanel()
        self.panel.bar.setAccessibleName(self.tr("Progress of the log book"))
        self.panel.stopping = self.tr("Stopping…")
        self.make = button(self.tr("Make it…"), "primary", "book-a", theme)
        self.cancel = button(self.tr("Close"), "quiet")
        self._lay_out()
        self._connect()
        self.kinds[Format.PDF].setChecked(True)
        self.presenter.begin()

    @property
    def kind(self) -> Format:
        """The kind of file that is chosen."""
        return next(kind for kind, choice in self.kinds.items() if choice.isChecked())

    def ask_where(self) -> None:
        """Ask for the file, and make the book."""
        if self.alliance.chosen is None:
            return
        order = Order(
            self.alliance.chosen, _day(self.since), _day(self.until), with_roles=self.roles.isChecked()
        )
        name = self.tr("Log book {alliance} {day}").format(
            alliance=self.alliance.currentText(), day=order.until
        )
        word = {
            Format.PDF: self.tr("PDF"),
            Format.DOCX: self.tr("Word"),
            Format.MARKDOWN: self.tr("Markdown"),
        }
        kinds = ((word[self.kind], self.kind.value),)
        ask_for_file(
            self,
            self.tr("Save the log book"),
            file_name_of(name, "log book"),
            kinds,
            lambda path: self.presenter.make(order, path),
        )

    def reject(self) -> None:
        """Close; what is being made is stopped first, and nothing is left of it."""
        if self.presenter.is_busy:
            self._closing = True
            self.panel.cancel.click()
        else:
            super().reject()

    # What the presenter asks for

    def show_alliances(self, alliances: Sequence[Alliance], chosen: Ref | None) -> None:
        """See `View`."""
        self.alliance.show_alliances(alliances)
        self.alliance.choose(chosen)
        self.make.setEnabled(chosen is not None)
        if chosen is None:
            self.tell_why_not(self.tr("Nothing is written in the journal yet. Keep an entry first."))

    def show_progress(self, *, on: bool) -> None:
        """See `View`."""
        for part in (self.make, self.alliance, self.since, self.until, self.roles, *self.kinds.values()):
            part.setEnabled(not on)
        self.why_not.hide()
        if on:
            self.panel.begin(self.tr("Gathering the entries…"))
        else:
            self.panel.hide()

    def tell(self, done: int, of: int) -> None:
        """See `View`."""
        self._told.emit(done, of)

    def tell_why_not(self, sentence: str) -> None:
        """See `View`."""
        self.why_not.setText(sentence)
        self.why_not.show()

    def tell_stopped(self) -> None:
        """See `View`."""
        if self._closing:
            super().reject()

    def tell_made(self, path: Path, printed: Printed) -> None:
        """See `View`."""
        words = self.tr("The log book was saved: {file}").format(file=path.name)
        if printed.pages:
            said = self.tr("1 page") if printed.pages == 1 else self.tr("{n} pages").format(n=printed.pages)
            words += f" ({said})"
        if printed.unprintable:
            letters = " ".join(printed.unprintable[:10])
            words += self.tr(". No font here could draw {letters}: it says by names where they stand").format(
                letters=letters
            )
        self._say(
            f"{words}.",
            "success",
            self.tr("Open it"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )
        self.accept()

    def _tell(self, done: int, of: int) -> None:
        self.panel.show_progress(done, of, self.tr("Setting the pages…"))

    def _connect(self) -> None:
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.panel.cancelled.connect(self.presenter.stop)
        self.make.clicked.connect(self.ask_where)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Alliance"), self.alliance)
        days = QHBoxLayout()
        days.addWidget(self.since)
        days.addWidget(label(self.tr("to"), "muted", wrap=False))
        days.addWidget(self.until)
        days.addStretch(1)
        form.addRow(self.tr("From"), days)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Make a log book"), "heading"))
        column.addWidget(label(self.tr("What was kept in this time, as it was kept."), "muted"))
        column.addLayout(form)
        for choice in (*self.kinds.values(), self.roles):
            column.addWidget(choice)
        column.addWidget(self.why_not)
        column.addWidget(self.panel)
        self.why_not.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        column.addLayout(buttons)
        self.make.setDefault(True)


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
