"""The message bar: one sentence about what has just happened, and perhaps a button such as Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from animating_alliances_desktop.ui.kit.buttons import button as make_button
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

MessageKind = Literal["info", "success", "error"]

_LOOKS = {
    "info": ("info", "accent"),
    "success": ("circle-check", "success"),
    "error": ("circle-alert", "danger"),
}
_STAY, _STAY_WITH_BUTTON = 6000, 60_000


class MessageBar(QWidget):
    """Shows one message at a time; good news goes by itself, an error stays until it is closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = QFrame()
        self._panel.setProperty("role", "message")
        self.setAccessibleName(self.tr("Message"))
        self._theme = theme
        self._kind: MessageKind = "info"
        self._then: Callable[[], None] | None = None
        self._picture = QLabel()
        self._words = label("")
        self._button = make_button("", "link")
        self._close = icon_button(theme, "x", self.tr("Close this message"))
        self._close.setIconSize(QSize(16, 16))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        self._button.clicked.connect(self._pressed)
        self._close.clicked.connect(self.clear)
        theme.changed.connect(self._dress)
        self._lay_out()
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says at the moment, or nothing."""
        return self._words.text()

    def say(
        self,
        text: str,
        kind: MessageKind = "info",
        button: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence; `button` and what it does are for taking back or for going on."""
        self._kind, self._then = kind, then
        self._words.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._dress()
        self.show()
        self._announce(text)
        self._start_clock()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._then = None
        self._words.clear()
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Hold the clock while the mouse rests on the message."""
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and self.words:
            self._start_clock()
        return super().event(event)

    def _lay_out(self) -> None:
        around = QHBoxLayout(self)
        around.setContentsMargins(24, 0, 24, 14)
        around.addWidget(self._panel)
        row = QHBoxLayout(self._panel)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _start_clock(self) -> None:
        if self._kind == "error":
            self._timer.stop()
        else:
            self._timer.start(_STAY_WITH_BUTTON if self._then else _STAY)

    def _announce(self, text: str) -> None:
        said = QAccessibleAnnouncementEvent(self, text)
        if self._kind == "error":
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _pressed(self) -> None:
        then = self._then
        self.clear()
        if then is not None:
            then()

    def _dress(self) -> None:
        icon, colour = _LOOKS[self._kind]
        self._picture.setPixmap(self._theme.pixmap(icon, 18, colour, self.devicePixelRatioF()))
        self._panel.setProperty("kind", self._kind)
        self.style().unpolish(self._panel)
        self.style().polish(self._panel)
