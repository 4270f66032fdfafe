"""A dialogue in which a document of one's own is called otherwise than its file calls it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label

LONGEST_YEAR = 16


class DetailsDialog(QDialog):
    """Title, author and year, and what else there is to know."""

    def __init__(
        self, text: Listed, save: Callable[[str, str, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self._save = save
        self.name = self._field(self.tr("Title"), text.title)
        self.author = self._field(self.tr("Author"), str(text.fields.get("author", "")))
        self.year = self._field(self.tr("Year"), str(text.fields.get("year", "")))
        self.year.setMaxLength(LONGEST_YEAR)
        self.ready = button(self.tr("Save"), "primary")
        self.ready.setDefault(True)
        self.cancel = button(self.tr("Cancel"), "quiet")
        self.name.textChanged.connect(lambda words: self.ready.setEnabled(bool(words.strip())))
        self.ready.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(self._hand_over)
        self._lay_out(text)

    def _field(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit(words)
        made.setAccessibleName(name)
        made.setCursorPosition(0)
        return made

    def _lay_out(self, text: Listed) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(6)
        column.addWidget(label(self.tr("What this document is called"), "heading"))
        for field in (self.name, self.author, self.year):
            column.addSpacing(4)
            column.addWidget(label(field.accessibleName(), "small"))
            column.addWidget(field)
        column.addSpacing(6)
        for said in (self._origin(text), str(text.fields.get("gaps", ""))):
            if said:
                column.addWidget(label(said, "muted"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ready)
        column.addSpacing(8)
        column.addLayout(row)

    def _origin(self, text: Listed) -> str:
        name = str(text.fields.get("file_name", ""))
        return self.tr("It came in as {name}; that file is kept as it was.").format(name=name) if name else ""

    def _hand_over(self) -> None:
        self._save(self.name.text(), self.author.text(), self.year.text())
