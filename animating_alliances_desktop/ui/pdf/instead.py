"""What is shown in the place of pages: that a file is being opened, why it cannot be, or a field for its password."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class Instead(QStackedWidget):
    """One of a sentence and a question for the password."""

    unlocked = Signal(str)
    """The password that the user has typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentence = label("", "muted")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMargin(40)
        self.question = label("", "body")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password of this PDF"))
        self.field.setPlaceholderText(self.tr("Password"))
        self.open = button(self.tr("Open"), "primary")
        self.field.returnPressed.connect(self._unlock)
        self.open.clicked.connect(self._unlock)
        self.addWidget(self.sentence)
        self.addWidget(self._asking(theme))

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence.setText(sentence)
        self.setCurrentIndex(0)

    def ask(self, *, wrong: bool) -> None:
        """Ask for the password."""
        self.question.setText(
            self.tr("That was not its password. Try again, or ask whoever sent you the file.")
            if wrong
            else self.tr("This PDF is locked. Type its password to read it.")
        )
        self.setCurrentIndex(1)
        self.field.clear()
        self.field.setFocus()

    def _asking(self, theme: Theme) -> QWidget:
        made = QWidget()
        column = QVBoxLayout()
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addWidget(label(self.tr("It is kept in memory only, until the app is closed."), "small"))
        column.insertStretch(0, 2)
        column.addStretch(3)
        around = QHBoxLayout(made)
        around.addStretch(1)
        around.addLayout(column, 3)
        around.addStretch(1)
        theme.dress(self.open, "lock", "accent-ink", gap=True)
        return made

    def _unlock(self) -> None:
        password = self.field.text()
        self.field.clear()
        if password:
            self.unlocked.emit(password)
