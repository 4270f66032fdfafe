"""The list of all keyboard shortcuts, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.pages import Column, PageHeader, Section
from animating_alliances_desktop.ui.kit.text import label


class ShortcutsHelp(QDialog):
    """Every action that has a shortcut, page by page; `titles` names the pages by their ids."""

    def __init__(self, actions: Actions, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 620)
        column = Column()
        for place in dict.fromkeys(row.where for row in actions.rows):
            rows = [row for row in actions.rows if row.where == place and row.shortcut]
            if rows:
                column.add(_section(titles.get(place, self.tr("Everywhere")), rows))
        column.add_stretch()
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setAccessibleName(self.tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 16, 16)
        outer.addWidget(PageHeader(self.tr("Keyboard shortcuts")))
        outer.addWidget(column, 1)
        outer.addWidget(buttons)


def _section(title: str, rows: list[Action]) -> Section:
    section = Section(title)
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(8)
    for at, row in enumerate(rows):
        grid.addWidget(label(row.title), at, 0)
        grid.addLayout(_keys(row), at, 1)
    section.body.addLayout(grid)
    return section


def _keys(row: Action) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addStretch(1)
    for keys in row.keys:
        key = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText))
        key.setProperty("role", "key")
        line.addWidget(key)
    return line
