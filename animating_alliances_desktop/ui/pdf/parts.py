"""The parts of the page for PDF files, and how they are arranged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.core.library.pdf.model import Chapter, Facts
from animating_alliances_desktop.ui.kit.bars import FindBar, LinkBar
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.instead import Instead
from animating_alliances_desktop.ui.pdf.outline import PdfOutline
from animating_alliances_desktop.ui.pdf.sheet import PdfSheet
from animating_alliances_desktop.ui.pdf.stock import Source
from animating_alliances_desktop.ui.pdf.thumbnails import Thumbnails
from animating_alliances_desktop.ui.pdf.toolbar import Toolbar


class Parts:
    """All widgets of the page."""

    def __init__(self, theme: Theme, source: Source, tasks: Runner, page: QWidget) -> None:
        self.facts = Facts((), (), ())
        self.toolbar = Toolbar(theme)
        self.sheet = PdfSheet(theme, source, tasks)
        self.sheet.setAccessibleName(page.tr("The pages"))
        self.outline = PdfOutline(theme)
        self.thumbnails = Thumbnails(theme, self.sheet.stock)
        self.notes = NotesPanel(theme)
        self.find_bar = FindBar(theme, page.tr("Find in this file"), page.tr("Not in this file"))
        self.link_bar = LinkBar(theme)
        self.instead = Instead(theme)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.instead)
        self.middle.addWidget(self.sheet)
        self.side = QTabWidget()
        self.side.setDocumentMode(True)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes the keyboard
        self.side.setAccessibleName(page.tr("Outline and pages"))
        self.side.tabBar().setAccessibleName(page.tr("Outline or pages"))
        self.side.addTab(self.outline, page.tr("Outline"))
        self.side.addTab(self.thumbnails, page.tr("Pages"))
        self._arrange(page)
        self._connect()

    def show_facts(self, facts: Facts) -> None:
        """Show the outline and the numbers of the pages."""
        self.facts = facts
        self.outline.show_chapters(facts.outline)
        self.thumbnails.show_labels(facts.labels)
        self.side.setCurrentWidget(self.outline if facts.outline else self.thumbnails)
        self._turned(self.sheet.page)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Show another outline than the one of the file; if that has none, it is what one wants to see."""
        self.outline.show_chapters(chapters)
        self.outline.follow(self.sheet.page)
        if chapters and not self.facts.outline:
            self.side.setCurrentWidget(self.outline)

    def let_go(self) -> None:
        """Show nothing any more of the file that was open."""
        self.toolbar.let_work(on=False)
        self.sheet.show_file(None, ())
        self.show_facts(Facts((), (), ()))
        self.notes.show_notes(())
        self.notes.mentions.show_mentions(())

    def show_pages(self) -> None:
        """Show the pages."""
        self.middle.setCurrentWidget(self.sheet)

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the pages."""
        self.instead.say(sentence)
        self.middle.setCurrentWidget(self.instead)

    def ask(self, *, wrong: bool) -> None:
        """Ask for the password in the place of the pages."""
        self.middle.setCurrentWidget(self.instead)
        self.instead.ask(wrong=wrong)

    def _arrange(self, page: QWidget) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.middle, 1)
        column.addWidget(self.link_bar)
        sides = QSplitter()
        for nth, (part, least) in enumerate(((self.side, 170), (middle, 320), (self.notes, 220))):
            part.setMinimumWidth(least)
            sides.addWidget(part)
            sides.setCollapsible(nth, False)  # noqa: FBT003 -- Qt takes it so
            sides.setStretchFactor(nth, 1 if part is middle else 0)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.toolbar)
        whole.addWidget(sides, 1)

    def _connect(self) -> None:
        bar = self.toolbar
        bar.outline.setChecked(True)
        bar.notes.setChecked(True)
        bar.outline.toggled.connect(self.side.setVisible)
        bar.notes.toggled.connect(self.notes.setVisible)
        self.sheet.zoomed.connect(lambda: bar.show_zoom(self.sheet.zoom, self.sheet.fitting))
        self.sheet.turned.connect(self._turned)
        self.sheet.came.connect(self.thumbnails.take)
        self.link_bar.agreed.connect(QDesktopServices.openUrl)
        self.link_bar.closed.connect(self.sheet.setFocus)

    def _turned(self, page: int) -> None:
        """Say everywhere on which page the user is."""
        labels = self.facts.labels
        if 0 <= page < len(labels):
            self.toolbar.show_page(labels[page], page, len(labels))
            here = QCoreApplication.translate("Pdf", "{title}, page {label}")
            self.sheet.setAccessibleDescription(
                here.format(title=self.toolbar.title.text(), label=labels[page])
            )
            self.outline.follow(page)
            self.thumbnails.follow(page)
