"""Buttons: with a word, with an icon only, and as a whole card."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.icons import WIDER
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

ButtonRole = Literal["plain", "primary", "quiet", "danger", "link"]
_ICON_COLOURS = {"primary": "accent-ink", "danger": "danger", "link": "accent", "quiet": "muted"}
_ICON = 16


def button(text: str, role: ButtonRole = "plain", icon: str = "", theme: Theme | None = None) -> QPushButton:
    """Make a button with a word on it, and an icon before the word if a theme is given to draw it."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setIconSize(QSize(round(_ICON * WIDER), _ICON))
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if icon and theme:
        theme.dress(made, icon, _ICON_COLOURS.get(role, "ink"), gap=True)
    return made


def icon_button(theme: Theme, icon: str, name: str, *, checkable: bool = False) -> QToolButton:
    """Make a button with an icon only; the name is its tool tip and what a screen reader says."""
    made = QToolButton()
    made.setIconSize(QSize(20, 20))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    theme.dress(made, icon, "muted")
    return made


class CardButton(QPushButton):
    """A button that is as large as what is laid out in it, words that wrap included."""

    def __init__(self, height: QSizePolicy.Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        """Measure again when the words inside change their size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that what is inside needs."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of what is inside, not of a button's word."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of what is inside."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class ActionCard(CardButton):
    """A card that is one large button: an icon, a title and a line or two about what happens."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Preferred, parent)
        self._theme, self._icon_name = theme, icon
        self._picture = QLabel()
        self._title = label("", "subheading")
        self._text = label("", "muted")
        self._lay_out()
        self.show_words(title, text)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def show_words(self, title: str, text: str) -> None:
        """Show another title and text."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.updateGeometry()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(14)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch()
        row.addLayout(words, 1)
        for part in (self._picture, self._title, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _paint_icon(self) -> None:
        self._picture.setPixmap(self._theme.pixmap(self._icon_name, 22, "accent", self.devicePixelRatioF()))
