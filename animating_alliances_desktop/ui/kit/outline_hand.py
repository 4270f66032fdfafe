"""What hand and keyboard do to an outline: its bar, its menu, its keys, and the words written into its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Outlined
from animating_alliances_desktop.ui.kit.outline_bar import DEEDS, OutlineBar, Renaming
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.shaping import Outlines, Shaping, Undo

Say = Callable[[str, str | None, Callable[[], None] | None], None]
_SHORT = 70


class Listing(Protocol):
    """A list of the lines of an outline."""

    bar: OutlineBar

    @property
    def entries(self) -> QAbstractItemView:
        """The list itself."""

    @property
    def renaming(self) -> Renaming:
        """What lets its lines be written."""

    def nth_of(self, index: QModelIndex) -> int:
        """Tell which line a row is, -1 if it is none."""

    def index_of(self, nth: int) -> QModelIndex:
        """Tell which row a line is."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What shaping stands on."""

    outlines: Outlines
    tasks: Runner
    say: Say
    take_back: Callable[[Undo], object] = lambda _undo: None
    """Lets Ctrl+Z take back something of which nothing need be said."""


class OutlineHand(QObject):
    """Joins the list of an outline with `Shaping`."""

    def __init__(
        self,
        listing: Listing,
        ground: Ground,
        show: Callable[[Outlined], object],
        here: Callable[[], tuple[Heading, int] | None],
        parent: QObject,
        name: str,
    ) -> None:
        super().__init__(parent)
        self._listing, self._say, self._show, self._here = listing, ground.say, show, here
        self.shaping = Shaping(self, ground.outlines, ground.tasks, ground.take_back, name)
        self._written: tuple[Ref | None, int, str] | None = None
        self._calls: dict[str, Callable[[], object]] = {
            "add": self.add,
            "rename": lambda: self.edit_line(self.current),
            "out": lambda: self.shaping.move(self.current, -1),
            "in": lambda: self.shaping.move(self.current, 1),
            "remove": lambda: self.shaping.remove(self.current),
            "restore": self.shaping.restore,
        }
        self._connect()

    @property
    def current(self) -> int:
        """The number of the line that is chosen, -1 if none is."""
        return self._listing.nth_of(self._listing.entries.currentIndex())

    def add(self) -> None:
        """Put a line for the place being read into the outline, and let its words be written."""
        if not self.shaping.can_shape:
            self._say(_tr("Only the outline of a document of your own can be edited."), None, None)
            return
        found = self._here()
        if found is None:
            self._say(_tr("There is nothing here that a line could point at."), None, None)
            return
        line, nth = found
        self._listing.bar.switch(on=True)
        self.shaping.add(_shortened(line), nth)

    def toggle(self) -> None:
        """Begin to edit the outline, or end it."""
        if not self.shaping.can_shape:
            self._say(_tr("Only the outline of a document of your own can be edited."), None, None)
            return
        bar = self._listing.bar
        bar.switch(on=not bar.is_on)

    def flush(self) -> None:
        """Keep the words that are being written: the page goes out of sight."""
        entries, renaming = self._listing.entries, self._listing.renaming
        for field in entries.findChildren(QLineEdit):
            if field.isVisibleTo(entries):
                renaming.commitData.emit(field)
                renaming.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
        self._rename()

    # What `Shaping` asks for

    def show_outline(self, outlined: Outlined, at: int | None) -> None:
        """See `View.show_outline`."""
        kept = self.current if at is None else at
        self._show(outlined)
        bar = self._listing.bar
        bar.show()
        bar.hint.setVisible(not outlined.lines)
        if at is not None or bar.is_on:
            self._listing.entries.setCurrentIndex(self._listing.index_of(kept))
        self._allow()

    def show_fixed(self) -> None:
        """See `View.show_fixed`."""
        self._listing.bar.switch(on=False)
        self._listing.bar.hide()

    def edit_line(self, nth: int) -> None:
        """See `View.edit_line`."""
        if not self.shaping.can_shape or nth < 0:
            return
        entries, index = self._listing.entries, self._listing.index_of(nth)
        entries.setCurrentIndex(index)
        entries.scrollTo(index)
        entries.setFocus()
        entries.edit(index)

    def tell_line_removed(self, undo: Undo) -> None:
        """See `View.tell_line_removed`."""
        self._say(
            _tr("Line removed from the outline; the text is as it was."), _tr("Undo"), lambda: _do(undo)
        )

    def tell_restored(self, undo: Undo) -> None:
        """See `View.tell_restored`."""
        self._say(_tr("This is the outline of the file again."), _tr("Undo"), lambda: _do(undo))

    # Inside

    def _connect(self) -> None:
        listing, entries = self._listing, self._listing.entries
        listing.bar.asked.connect(self._do)
        listing.bar.toggled.connect(self._toggled)
        listing.renaming.written.connect(self._take_words)
        entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        entries.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        entries.customContextMenuRequested.connect(self._show_menu)
        entries.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        for name, _icon, _words, key in DEEDS:
            if key:
                shortcut = QShortcut(QKeySequence(key), entries)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda name=name: self._do(name))

    def _do(self, name: str) -> None:
        self._allow()
        if self._listing.bar.buttons[name].isEnabled():
            self._calls[name]()

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 -- a slot
        if on:
            self._allow()
            self._listing.entries.setFocus()

    def _take_words(self, index: QModelIndex, words: str) -> None:
        self._written = (self.shaping.ref, self._listing.nth_of(index), words)
        # The list is made anew when the words are kept, which must not happen while Qt still closes the field.
        QTimer.singleShot(0, self, self._rename)

    def _rename(self) -> None:
        written, self._written = self._written, None
        if written is not None and written[0] == self.shaping.ref:
            self.shaping.rename(*written[1:])

    def _allow(self) -> None:
        shaping, nth = self.shaping, self.current
        chosen = shaping.can_shape and nth >= 0
        self._listing.bar.allow(
            {
                "add": shaping.can_shape,
                "rename": chosen,
                "remove": chosen,
                "out": shaping.can_move(nth, -1),
                "in": shaping.can_move(nth, 1),
                "restore": shaping.can_shape and shaping.outlined.own,
            }
        )

    def _show_menu(self, where: QPoint) -> None:
        if not self.shaping.can_shape:
            return
        self._allow()
        menu = self._listing.bar.menu(self._listing.entries)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._listing.entries.viewport().mapToGlobal(where))


def _shortened(line: Heading) -> Heading:
    return replace(line, title=shorten(line.title, _SHORT, placeholder="…"))


def _do(undo: Undo) -> None:
    undo()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outline", text)
