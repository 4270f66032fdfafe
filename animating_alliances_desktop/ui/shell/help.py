"""The list of all keyboard shortcuts, made from the table of actions, and of the signs that begin a line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
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

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.followthrough.signs import SIGNS
from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.pages import Column, PageHeader, Section
from animating_alliances_desktop.ui.kit.text import as_typed, label


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
        column.add(_signs())
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


def _signs() -> Section:
    """What the signs at the beginning of a line make of it, and what such a line can say."""
    section = Section(_tr("Signs in a journal entry"))
    words = {
        Kind.ACTION: _tr(
            "An action; it may say “@Ana by Friday (agreed) (monthly)”: who, until when, how often"
        ),
        Kind.DECISION: _tr("A decision"),
        Kind.NOTICING: _tr("A noticing"),
    }
    for kind, sign in SIGNS.items():
        line = QHBoxLayout()
        line.addWidget(label(words[kind]), 1)
        line.addWidget(_key(as_typed(sign)))
        section.body.addLayout(line)
    section.add(
        label(
            _tr(
                "They begin a line; once the entry is kept, what the line says is on the Follow-through page, too. "
                "“Action:”, “Decided:” and “Noticed:” do the same, and “If …, then I will …” becomes an intention."
            ),
            "muted",
        )
    )
    return section


def _key(words: str) -> QLabel:
    key = QLabel(words)
    key.setProperty("role", "key")
    return key


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortcutsHelp", text)


def _keys(row: Action) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addStretch(1)
    for keys in row.keys:
        line.addWidget(_key(keys.toString(QKeySequence.SequenceFormat.NativeText)))
    return line
