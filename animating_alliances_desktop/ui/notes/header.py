"""The top of the notes page: what can be done with what is chosen, and with all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from animating_alliances_desktop.ui.kit.asking import ask_for_file
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.pages import PageHeader
from animating_alliances_desktop.ui.kit.theme import Theme


class NotesHeader(PageHeader):
    """Buttons and two menus; what they do is decided by the page."""

    picked_to_write = Signal(object, bool)
    """The path of a file that shall be written, and whether all shall go into it, not just what is chosen."""
    picked_to_read = Signal(object)
    """The path of a file that shall be brought in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Notes"))
        self._theme = theme
        self.review = button("", "plain", "history", theme)
        self.read = button(self.tr("Open"), "quiet", "book-open", theme)
        self.edit = button(self.tr("Edit note"), "quiet", "pencil", theme)
        self.tag = button(self.tr("Tag…"), "quiet", "tag", theme)
        self.remove = button(self.tr("Remove"), "quiet", "trash-2", theme)
        self.gather = button(self.tr("Gather"), "plain", "quote", theme)
        self.into_note, self.into_entry = self._gather_menu()
        self.more = icon_button(theme, "ellipsis", self.tr("Export and import"))
        self._make_more_menu()
        for one in (self.review, self.read, self.edit, self.tag, self.remove, self.gather, self.more):
            self.add(one)
        self.show_moved(0)
        self.offer(0)

    def show_number(self, shown: int, of: int) -> None:
        """Say how many there are, and how many of them are shown."""
        if shown < of:
            words = self.tr("{n} of {all} notes and highlights").format(n=f"{shown:,}", all=f"{of:,}")
        elif of == 1:
            words = self.tr("1 note or highlight")
        else:
            words = self.tr("{n} notes and highlights").format(n=f"{of:,}")
        self.show_subtitle(words)

    def show_moved(self, number: int) -> None:
        """Offer to look at what has moved."""
        one = self.tr("Look at 1 that moved")
        self.review.setText(one if number == 1 else self.tr("Look at {n} that moved").format(n=number))
        self.review.setVisible(bool(number))

    def offer(self, number: int) -> None:
        """Offer what can be done with so many."""
        for one in (self.read, self.edit):
            one.setVisible(number == 1)
        for one in (self.tag, self.remove, self.gather):
            one.setVisible(number > 0)
        self._chosen.setEnabled(number > 0)

    def _gather_menu(self) -> tuple[QAction, QAction]:
        menu = QMenu(self.gather)
        into_note = menu.addAction(self.tr("Into a new note"))
        into_entry = menu.addAction(self.tr("Into a journal entry"))
        self._theme.dress(into_note, "sticky-note", "muted")
        self._theme.dress(into_entry, "notebook-pen", "muted")
        self.gather.setMenu(menu)
        return into_note, into_entry

    def _make_more_menu(self) -> None:
        menu = QMenu(self.more)
        self._chosen = menu.addAction(self.tr("Export what is chosen…"))
        whole = menu.addAction(self.tr("Export all…"))
        bring = menu.addAction(self.tr("Import annotations…"))
        for action, icon in ((self._chosen, "upload"), (whole, "upload"), (bring, "download")):
            self._theme.dress(action, icon, "muted")
        self._chosen.triggered.connect(lambda: self._ask_where(everything=False))
        whole.triggered.connect(lambda: self._ask_where(everything=True))
        bring.triggered.connect(self._ask_which)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _ask_where(self, *, everything: bool) -> None:
        kinds = [
            (self.tr("Markdown, to read"), "md"),
            (self.tr("Table for a spreadsheet"), "csv"),
            (self.tr("W3C Web Annotation, to import again"), "json"),
        ]
        title, name = self.tr("Export notes and highlights"), self.tr("Notes and highlights")
        ask_for_file(self, title, name, kinds, lambda path: self.picked_to_write.emit(path, everything))

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Import annotations"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("W3C Web Annotation (*.json *.jsonld)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.picked_to_read.emit(Path(name)))
        dialog.open()
