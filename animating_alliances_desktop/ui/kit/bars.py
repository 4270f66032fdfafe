"""The bars beside a text: a field that asks, finding words, and asking before an outside address is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class FieldBar(QFrame):
    """A field, and beside it what is said of what was typed; Escape closes it."""

    wanted = Signal(str)
    """The words that are asked for."""
    closed = Signal()

    def __init__(self, theme: Theme, name: str, widest: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setMaximumWidth(widest)
        self.said = label("", "muted", wrap=False)
        self._close = icon_button(theme, "x", self.tr("Close (Escape)"))
        self._close.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.said)
        self._row.addStretch(1)
        self._row.addWidget(self._close)
        self.hide()

    def open(self) -> None:
        """Come up, ready for typing."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def enter(self, *, back: bool) -> None:
        """Do what Enter is for, or Shift and Enter (`back`)."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the bar is for, Escape closes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FindBar(FieldBar):
    """Asks for words, and steps through the places where they stand; `none` is said if they stand nowhere."""

    stepped = Signal(int)
    """To the next place (1) or the one before (-1)."""

    def __init__(self, theme: Theme, name: str, none: str) -> None:
        super().__init__(theme, name, 340)
        self._none = none
        self._previous = icon_button(theme, "chevron-up", self.tr("Previous (Shift+Enter)"))
        self._next = icon_button(theme, "chevron-down", self.tr("Next (Enter)"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.wanted)
        for at, (step, by) in enumerate(((self._previous, -1), (self._next, 1)), 1):
            self._row.insertWidget(at, step)
            step.clicked.connect(lambda _on=False, by=by: self.stepped.emit(by))

    def enter(self, *, back: bool) -> None:
        """Step through the places."""
        self.stepped.emit(-1 if back else 1)

    def show_count(self, nth: int, count: int, gaps: str = "") -> None:
        """Say how many places there are, which of them is shown, and where nothing can be found."""
        said = self._none if self.field.text().strip() else ""
        if count:
            said = self.tr("{nth} of {count}").format(nth=nth + 1, count=count)
        self.said.setText(" · ".join(part for part in (said, gaps) if part and said))
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)


class LinkBar(QFrame):
    """Shows where a link leads outside, and leaves the decision to the user."""

    agreed = Signal(QUrl)
    """The user wants to open the address."""
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("A link that leads outside"))
        self._address = QLineEdit()
        self._address.setReadOnly(True)
        self._address.setAccessibleName(self.tr("Address"))
        self.open_button = button(self.tr("Open in the browser"), "primary")
        self._close = button(self.tr("Stay here"), "quiet")
        self.open_button.clicked.connect(self._agree)
        self._close.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(label(self.tr("This link leads out of the app:"), "muted", wrap=False))
        row.addWidget(self._address, 1)
        row.addWidget(self.open_button)
        row.addWidget(self._close)
        self.hide()

    @property
    def address(self) -> str:
        """The address that is asked about."""
        return self._address.text()

    def ask(self, address: str) -> None:
        """Ask about an address."""
        self._address.setText(address)
        self._address.setCursorPosition(0)
        self.show()
        self.open_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stays here."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.agreed.emit(QUrl(self.address, QUrl.ParsingMode.StrictMode))
        self._leave()

    def _leave(self) -> None:
        self.closed.emit()  # the text takes the keyboard before the bar is gone, else Qt takes it to the next link
        self.hide()
