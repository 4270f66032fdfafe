"""The left side of the page: all alliances, those that are archived if that is wished, and a field for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.theme import Theme


class Left(QWidget):
    """Lists alliances."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ItemList(theme, self.tr("Alliances"), 1, single_click=True)
        self.new = QLineEdit()
        self.new.setPlaceholderText(self.tr("A new alliance"))
        self.new.setAccessibleName(self.tr("Name of a new alliance"))
        self.add = icon_button(theme, "plus", self.tr("Add this alliance"))
        self.archived = QCheckBox(self.tr("Show the archive, too"))
        self.archived.hide()
        self.people = button(self.tr("People and organisations"), "link", "users", theme)
        self.people.setToolTip(self.tr("All of them, in whatever alliance (Ctrl+F)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 14, 0, 0, 12)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 0, 0)
        line.addWidget(self.new, 1)
        line.addWidget(self.add)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        below = QVBoxLayout()
        below.setContentsMargins(6, 0, 0, 0)
        below.addWidget(self.archived)
        below.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)

    def show_alliances(self, alliances: Sequence[Alliance], current: Ref | None, archived: int) -> None:
        """List these; `archived` says how many there are in the archive."""
        self.list.show()
        self.people.show()
        self.list.show_rows([self._row(alliance) for alliance in alliances])
        self.list.choose(current)
        self.archived.setVisible(bool(archived))

    def show_none(self) -> None:
        """There is nothing to list yet."""
        for part in (self.list, self.archived, self.people):
            part.hide()

    def _row(self, alliance: Alliance) -> Row:
        if alliance.archived is not None:
            archive = self.tr("Archive")
            return Row(alliance.ref, alliance.name, alliance.purpose, icon="archive", section=archive)
        return Row(alliance.ref, alliance.name, alliance.purpose, icon="handshake")
