"""The bar in which one more word is asked for: to whom, until when, why, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QWidget

from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

Hint = Callable[[str], str]


class _Field(QLineEdit):
    """A line; Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AskBar(QFrame):
    """Asks for one line, says what it is understood as, and hands it over."""

    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("One more word"))
        self._names = QStringListModel(self)
        self._hint: Hint = lambda _text: ""
        self._then: Callable[[str], bool] = lambda _text: True
        self.question = label("", "muted", wrap=False)
        self.field = _Field()
        self.field.setAccessibleName(self.accessibleName())
        self.hint = label("", "muted", wrap=False)
        self.go = button(self.tr("OK"), "primary")
        self.leave = button(self.tr("Cancel"), "quiet")
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(self.question)
        row.addWidget(self.field, 1)
        for part in (self.hint, self.go, self.leave):
            row.addWidget(part)
        self.field.textChanged.connect(self._say_hint)
        self.field.returnPressed.connect(self._finish)
        self.field.left.connect(self.close_up)
        self.go.clicked.connect(self._finish)
        self.leave.clicked.connect(self.close_up)
        self.hide()

    def ask(
        self,
        question: str,
        then: Callable[[str], bool],
        *,
        names: Sequence[str] = (),
        hint: Hint = lambda _text: "",
        example: str = "",
    ) -> None:
        """Ask; `then` says whether the answer was taken. `hint` says what a text is understood as."""
        self._then, self._hint = then, hint
        self._names.setStringList(list(names))
        self.question.setText(question)
        self.field.setAccessibleName(question)
        self.field.setPlaceholderText(example)
        self.field.clear()
        self._say_hint("")
        self.show()
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def know(self, names: Sequence[str]) -> None:
        """Complete what is typed to one of these."""
        self._names.setStringList(list(names))

    def close_up(self) -> None:
        """Ask no more."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _say_hint(self, text: str) -> None:
        said = self._hint(text)
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _finish(self) -> None:
        if self._then(self.field.text().strip()):
            self.close_up()
