"""A small dialogue that asks for the password of a file, and says what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.library.files import shown
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label


class PasswordDialog(QDialog):
    """Asks once; whoever leaves it leaves the file out."""

    def __init__(
        self, path: Path, answered: Callable[[str], None], *, again: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A password is needed"))
        self.setMinimumWidth(460)
        self._answered = answered
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password of the file"))
        self.open_it = button(self.tr("Open"), "primary")
        self.open_it.setEnabled(False)
        self.open_it.setDefault(True)
        self.leave = button(self.tr("Leave it out"), "quiet")
        self.field.textChanged.connect(lambda words: self.open_it.setEnabled(bool(words)))
        self.open_it.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.finished.connect(self._tell)
        said = (
            self.tr("That is not the password of “{name}”.") if again else self.tr("“{name}” is encrypted.")
        )
        self._lay_out(said.format(name=shown(path.name)))

    def _lay_out(self, words: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(words, "heading"))
        column.addWidget(
            label(
                self.tr(
                    "The file stays encrypted in your library, and its password is kept nowhere. "
                    "Its text is kept readable in your workspace, so that search finds it."
                ),
                "muted",
            )
        )
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.open_it)
        column.addLayout(row)

    def _tell(self, result: int) -> None:
        password = self.field.text() if result == QDialog.DialogCode.Accepted else ""
        self.field.clear()
        self.deleteLater()
        self._answered(password)
