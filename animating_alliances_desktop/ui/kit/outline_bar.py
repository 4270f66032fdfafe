"""What stands below an outline that can be shaped: a button that lets it be edited, and then one for each deed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.library.outlining import LONGEST
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

DEEDS: tuple[tuple[str, str, Any, str], ...] = (
    ("add", "plus", QT_TRANSLATE_NOOP("Outline", "Add a line for the place being read"), ""),
    ("rename", "pencil", QT_TRANSLATE_NOOP("Outline", "Rename this line"), "F2"),
    ("out", "list-indent-decrease", QT_TRANSLATE_NOOP("Outline", "A level out"), "Ctrl+Left"),
    ("in", "list-indent-increase", QT_TRANSLATE_NOOP("Outline", "A level in"), "Ctrl+Right"),
    ("remove", "trash-2", QT_TRANSLATE_NOOP("Outline", "Remove this line"), "Del"),
    ("restore", "history", QT_TRANSLATE_NOOP("Outline", "Back to the outline of the file"), ""),
)
"""Id, icon, words and key of what can be done; the keys count while the keyboard is in the outline."""
Index = QModelIndex | QPersistentModelIndex


class OutlineBar(QFrame):
    """Offers to edit the outline; while it is edited, what can be done with the line that is chosen."""

    asked = Signal(str)
    """The id of a deed."""
    toggled = Signal(bool)
    """Editing has begun, or has ended."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_on = False
        self.setAccessibleName(_tr("Edit the outline"))
        self.buttons: dict[str, QToolButton] = {}
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name, icon, words, key in DEEDS:
            said = f"{_tr(words)} ({key})" if key else _tr(words)
            made = self.buttons[name] = icon_button(theme, icon, said)
            made.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            row.addWidget(made)
        row.addStretch(1)
        self.hint = label(_tr("No lines yet. Add one for the place where you are reading."), "muted")
        self.hint.hide()
        self.edit = button(_tr("Edit the outline"), "link", "pencil", theme)
        self.edit.clicked.connect(lambda: self.switch(on=not self.is_on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        for part in (self.hint, self._row, self.edit):
            column.addWidget(part)
        self._row.hide()
        self.hide()

    def switch(self, *, on: bool) -> None:
        """Begin to edit, or end it."""
        if on == self.is_on:
            return
        self.is_on = on
        self._row.setVisible(on)
        self.edit.setText(_tr("Done") if on else _tr("Edit the outline"))
        self._theme.dress(self.edit, "check" if on else "pencil", "accent", gap=True)
        self.toggled.emit(on)

    def allow(self, can: dict[str, bool]) -> None:
        """Say what can be done now."""
        for name, on in can.items():
            self.buttons[name].setEnabled(on)

    def menu(self, owner: QWidget) -> QMenu:
        """The same deeds as a menu."""
        made = QMenu(owner)
        for name, icon, words, key in DEEDS:
            action: QAction = made.addAction(f"{_tr(words)}\t{key}" if key else _tr(words))
            action.setEnabled(self.buttons[name].isEnabled())
            self._theme.dress(action, icon, "muted")
            action.triggered.connect(lambda _on=False, name=name: self.asked.emit(name))
        return made


class Renaming(QStyledItemDelegate):
    """Lets the words of a line be written where they stand; the list itself changes only when they are kept."""

    written = Signal(QModelIndex, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a field for the words."""
        field = QLineEdit(parent)
        field.setAccessibleName(_tr("Words of this line"))
        field.setMaxLength(LONGEST)
        field.setAutoFillBackground(True)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the field over the line, as wide as the outline, however deep the line is."""
        looks = QStyleOptionViewItem(option)
        height = max(editor.sizeHint().height(), looks.rect.height())
        view = looks.widget
        width = view.viewport().width() if view is not None else looks.rect.width()  # type: ignore[attr-defined]
        editor.setGeometry(0, looks.rect.top(), width, height)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand the words over."""
        if isinstance(editor, QLineEdit):
            self.written.emit(index, editor.text())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outline", text)
