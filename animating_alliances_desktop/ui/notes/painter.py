"""The painter of the notes page: quotes and notes, and room for an editor in the row that is being edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from animating_alliances_desktop.ui.kit.painting import PAD, Index
from animating_alliances_desktop.ui.kit.quotepainter import GAP, STRIPE, TOP, QuotePainter
from animating_alliances_desktop.ui.kit.rows import Row
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.editor import NoteEditor


class NotePainter(QuotePainter):
    """Leaves room for the editor."""

    def __init__(self, theme: Theme) -> None:
        self.editing: object = None
        """The ref of the row that has an editor in it."""
        super().__init__(theme)

    def take_fonts(self) -> None:
        """Take the theme's fonts and forget all broken lines."""
        super().take_fonts()
        self._editor_height = NoteEditor.height_for(self.theme)

    def height_of_note(self, row: Row) -> float:
        """Return how high the note is, or the editor that stands in its place."""
        return self._editor_height if row.ref == self.editing else super().height_of_note(row)

    def paint_note(self, painter: QPainter, at: QPointF, row: Row) -> None:
        """Paint the note, unless it is being edited."""
        if row.ref != self.editing:
            super().paint_note(painter, at, row)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a note."""
        return NoteEditor(self.theme, parent)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Leave the model as it is: the page keeps what was edited."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor where the note stands."""
        row, area = index.data(Qt.ItemDataRole.UserRole), option.rect
        top = area.top() + TOP
        if row.title:
            top += round(self.height_of_quote(row)) + GAP
        editor.setGeometry(area.left() + PAD + STRIPE, top, self.room(), self._editor_height)
