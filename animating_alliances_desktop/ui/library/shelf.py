"""The library's list, and what stands in its place when it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import EmptyPage
from animating_alliances_desktop.ui.kit.parting import parted
from animating_alliances_desktop.ui.kit.preparing import being_prepared
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.kit.times import reading_time
from animating_alliances_desktop.ui.library.choosing import Filters, minutes_of, years_of


class Shelf(QStackedWidget):
    """Shows texts in rows; says what the user wants with them."""

    opened = Signal(object)
    removed = Signal(object)
    """The ref of a document that the user wants to take away."""
    describing_asked = Signal()
    """The current document shall be called otherwise."""
    moved = Signal()
    """Another row is the current one."""
    import_asked = Signal()
    clearing_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nothing_of_own = False
        self._sections = names()
        self.list = ItemList(theme, self.tr("Texts"))
        self.empty = EmptyPage(theme, "library", "", "")
        for part in (self.list, self.empty):
            self.addWidget(part)
        self._connect()

    def show_texts(self, texts: Sequence[Listed], filters: Filters, *, prepared: bool) -> None:
        """Show these texts, or why there are none: the shipped ones may still be in the making."""
        self.list.show_rows([self._row(text) for text in texts])
        self._nothing_of_own = filters == Filters(kinds=frozenset({Kind.DOCUMENT}))
        self._say_why_empty(prepared=prepared)
        self.setCurrentWidget(self.list if self.list.rows else self.empty)

    def remove_current(self) -> None:
        """Ask to take the current document away; what ships with the app stays."""
        ref = self.list.current
        if isinstance(ref, Ref) and ref.kind.is_own:
            self.removed.emit(ref)

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self.moved)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.empty.asked.connect(self._help_out)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_current)

    def _row(self, text: Listed) -> Row:
        minutes = minutes_of(text)
        taking = reading_time(minutes) if minutes else ""
        meta = " · ".join(part for part in (years_of(text), taking) if part)
        title, summary = (text.title, text.summary) if text.summary else parted(text.title)
        return Row(text.ref, title, summary, meta, ICONS[text.kind], section=self._sections[text.kind])

    def _say_why_empty(self, *, prepared: bool) -> None:
        if self._nothing_of_own:
            self.empty.show_words(
                self.tr("No documents of your own yet"),
                self.tr(
                    "Bring in PDF, Word, EPUB, PowerPoint, HTML, Markdown or text files, or drop them on this window. "
                    "They stay on this computer."
                ),
                self.tr("Import…"),
            )
        elif not prepared:
            self.empty.show_words(*being_prepared())
        else:
            self.empty.show_words(
                self.tr("Nothing passes these filters"),
                self.tr("Take one of them away, or look for the words inside the texts on the Search page."),
                self.tr("Clear the filters"),
            )

    def _help_out(self) -> None:
        if self._nothing_of_own:
            self.import_asked.emit()
        else:
            self.clearing_asked.emit()

    def _show_menu(self, where: QPoint) -> None:
        ref = self.list.current
        if not isinstance(ref, Ref) or not self.list.indexAt(where).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reading = menu.addAction(self.tr("Open"))
        self._theme.dress(reading, "book-open", "muted")
        reading.triggered.connect(lambda: self.opened.emit(ref))
        if ref.kind.is_own:
            describing = menu.addAction(self.tr("Change title, author and year…"))
            self._theme.dress(describing, "pencil", "muted")
            describing.triggered.connect(self.describing_asked)
            removing = menu.addAction(self.tr("Remove from the library"))
            self._theme.dress(removing, "trash-2", "muted")
            removing.triggered.connect(self.remove_current)
        menu.popup(self.list.viewport().mapToGlobal(where))
