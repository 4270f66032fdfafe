"""The list of notes and highlights, in which a note can be edited in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QMenu, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.editor import NoteEditor
from animating_alliances_desktop.ui.notes.painter import NotePainter


class NotesList(ItemList):
    """Rows of quotes and notes."""

    edit_asked = Signal(object)
    remove_asked = Signal(tuple)
    """The Refs of all that is chosen."""
    tag_asked = Signal(tuple)
    kept = Signal(str)
    """The text of the note that was edited."""
    left = Signal()
    """The user does not want to keep what was edited."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._notes = NotePainter(theme)
        super().__init__(theme, "", painter=self._notes, parent=parent)
        self.setAccessibleName(self.tr("Notes and highlights"))
        self._theme = theme
        self.editor: NoteEditor | None = None
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._shortcut("F2", self.edit_current)
        self._shortcut("Delete", self.remove_current)

    def show_rows(self, rows: Sequence[Row], *, keep: bool = True) -> None:
        """Show these rows; what is being edited goes on being edited, with what was typed."""
        ref, draft = self._notes.editing, self.editor.field.toPlainText() if self.editor else ""
        self._forget_editor()
        super().show_rows(rows, keep=keep)
        if isinstance(ref, Ref):
            self.edit_row(ref, draft)

    def edit_row(self, ref: Ref, text: str) -> None:
        """Open an editor with this text in the row of this thing."""
        index = self.index_of(ref)
        if not index.isValid():
            return
        self._notes.editing = ref
        self._notes.measure_again(index.row())
        self.doItemsLayout()
        self.openPersistentEditor(index)
        made = self.indexWidget(index) or self.viewport().findChild(NoteEditor)
        if isinstance(made, NoteEditor):
            self.editor = made
            made.show_text(text)
            made.kept.connect(self.kept)
            made.left.connect(self.left)
            self.scrollTo(index)
            made.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Put the editor away and give the keyboard back to the list."""
        had_focus = self.editor is not None and self.editor.field.hasFocus()
        self._forget_editor()
        self.scheduleDelayedItemsLayout()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def picked(self) -> tuple[Ref, ...]:
        """All that is chosen, in the order of the list; the current row if nothing is."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        rows = (index.data(Qt.ItemDataRole.UserRole) for index in indexes)
        found = tuple(row.ref for row in rows if isinstance(row, Row) and isinstance(row.ref, Ref))
        return found or ((self.current,) if isinstance(self.current, Ref) else ())

    def open_current(self) -> None:
        """Ask to open the current passage."""
        if self.current is not None:
            self.opened.emit(self.current)

    def edit_current(self) -> None:
        """Ask to edit the current note."""
        if self.current is not None:
            self.edit_asked.emit(self.current)

    def remove_current(self) -> None:
        """Ask to take what is chosen away."""
        if self.picked:
            self.remove_asked.emit(self.picked)

    def tag_current(self) -> None:
        """Ask which tags what is chosen shall have."""
        if self.picked:
            self.tag_asked.emit(self.picked)

    def _forget_editor(self) -> None:
        ref = self._notes.editing
        self._notes.editing = None
        self.editor = None
        index = self.index_of(ref)
        if index.isValid():
            self.closePersistentEditor(index)
            self._notes.measure_again(index.row())

    def _shortcut(self, keys: str, call: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
        made.activated.connect(call)

    def _show_menu(self, where: QPoint) -> None:
        if self.current is None or not self.indexAt(where).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, call in (
            ("book-open", self.tr("Open the passage"), self.open_current),
            ("pencil", self.tr("Edit the note"), self.edit_current),
            ("tag", self.tr("Tag…"), self.tag_current),
            ("trash-2", self.tr("Remove"), self.remove_current),
        ):
            action = menu.addAction(words)
            self._theme.dress(action, icon, "muted")
            action.triggered.connect(call)
        menu.popup(self.viewport().mapToGlobal(where))
