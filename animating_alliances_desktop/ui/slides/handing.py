"""Asking for a handout: which form, onto paper or into a file; and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.library.slides import Deck
from animating_alliances_desktop.ui.kit.asking import ask_for_file, file_name_of
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.progress import ProgressPanel
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.handout import Form
from animating_alliances_desktop.ui.slides.handouts import Handouts
from animating_alliances_desktop.ui.slides.paper import Order, put, save, set_up
from animating_alliances_desktop.ui.slides.ports import Library, Say


class HandoutDialog(QDialog):
    """Asks which form, and whether it is to be printed or saved."""

    wanted = Signal(str, bool)
    """The form, and whether it is to go to a printer."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Handout"))
        self.setMinimumWidth(440)
        self._group = QButtonGroup(self)
        self.forms = {
            Form.ONE: QRadioButton(self.tr("One slide a page")),
            Form.NOTES: QRadioButton(self.tr("Two slides a page, with the notes beside them")),
            Form.SIX: QRadioButton(self.tr("Six slides a page")),
        }
        self.save = button(self.tr("Save as PDF…"), "primary", "download", theme)
        self.print_out = button(self.tr("Print…"))
        self.save.clicked.connect(lambda: self._choose(printing=False))
        self.print_out.clicked.connect(lambda: self._choose(printing=True))
        self._lay_out(title)
        self.forms[Form.NOTES].setChecked(True)
        self.forms[Form.NOTES].setFocus()

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        return next(form for form, choice in self.forms.items() if choice.isChecked())

    def _choose(self, *, printing: bool) -> None:
        self.accept()
        self.wanted.emit(self.form.value, printing)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Handout"), "heading"))
        column.addWidget(label(title, "muted"))
        column.addSpacing(4)
        for choice in self.forms.values():
            self._group.addButton(choice)
            column.addWidget(choice)
        column.addSpacing(10)
        cancel = button(self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.print_out)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.save.setDefault(True)


class HandoutPanel(ProgressPanel):
    """Says how far a handout is, and lets the user stop it."""

    def __init__(self) -> None:
        super().__init__()
        self.bar.setAccessibleName(self.tr("Progress of the handout"))
        self.stopping = self.tr("Stopping after this page…")

    def start(self) -> None:
        """Show that it has begun."""
        self.begin(self.tr("Laying the pages out…"))

    def tell(self, done: int, of: int) -> None:
        """Show how far it is."""
        words = self.tr("Handout: page {done} of {of}").format(done=min(done + 1, of), of=of)
        self.show_progress(done, of, words)


class Handing(QObject):
    """Leads from the wish for a handout to the paper."""

    _told = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        tasks: Runner,
        say: Say,
        today: Callable[[], date],
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._theme, self._library, self._say, self._today, self._home = theme, library, say, today, home
        self.panel = HandoutPanel()
        self.making = Handouts(self, tasks)
        self.panel.cancelled.connect(self.making.stop)
        self._told.connect(self.panel.tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, deck: Deck) -> None:
        """Ask how a deck is wanted on paper."""
        if self.making.is_busy:
            return
        dialog = HandoutDialog(self._theme, deck.title, self._home)
        dialog.wanted.connect(lambda form, printing: self._go_on(deck, Form(form), printing=printing))
        dialog.open()

    def save(self, deck: Deck, form: Form, path: Path) -> None:
        """Make a handout and write it to a file."""
        order = Order(deck, form, self._today())
        self.making.make(partial(save, path, order, self._library), partial(self._tell_saved, path))

    def print_out(self, deck: Deck, form: Form, printer: QPrinter) -> None:
        """Make a handout and send it to a printer."""
        order = Order(deck, form, self._today())
        self.making.make(partial(put, printer, order, self._library), self._tell_printed)

    # What `Handouts` asks for

    def show_progress(self, *, on: bool) -> None:
        """See `HandoutView.show_progress`."""
        if on:
            self.panel.start()
        else:
            self.panel.hide()

    def tell(self, done: int, of: int) -> None:
        """See `HandoutView.tell`."""
        self._told.emit(done, of)

    def tell_stopped(self) -> None:
        """See `HandoutView.tell_stopped`."""
        self._say(self.tr("The handout was stopped; nothing was written."))

    def _go_on(self, deck: Deck, form: Form, *, printing: bool) -> None:
        if printing:
            self._ask_for_printer(deck, form)
        else:
            self._ask_for_file(deck, form)

    def _ask_for_file(self, deck: Deck, form: Form) -> None:
        title, name = self.tr("Save the handout"), file_name_of(deck.title, "handout")
        ask_for_file(
            self._home, title, name, [(self.tr("PDF"), "pdf")], lambda path: self.save(deck, form, path)
        )

    def _ask_for_printer(self, deck: Deck, form: Form) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(deck.title)
        set_up(printer, form)
        dialog = QPrintDialog(printer, self._home)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_out(deck, form, printer))
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def _tell_saved(self, path: Path, pages: int) -> None:
        said = self.tr("1 page") if pages == 1 else self.tr("{n} pages").format(n=pages)
        self._say(
            self.tr("The handout was saved: {file} ({pages}).").format(file=path.name, pages=said),
            "success",
            self.tr("Open it"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _tell_printed(self, pages: int) -> None:
        said = self.tr("1 page") if pages == 1 else self.tr("{n} pages").format(n=pages)
        self._say(self.tr("The handout was sent to the printer ({pages}).").format(pages=said), "success")
