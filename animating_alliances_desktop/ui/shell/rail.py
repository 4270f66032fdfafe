"""The rail at the left of the window: the places to go, as icons with words, or as icons alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.ui.kit.icons import WIDER
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.pages import PageSpec

WIDE, NARROW = 188, 60
_ICON = 20


class Rail(QWidget):
    """One button for each page that stands on the rail."""

    asked = Signal(str)
    """The id of a page that the user wants to see."""

    def __init__(self, theme: Theme, specs: Iterable[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Places"))
        self._theme = theme
        self._specs = {spec.id: spec for spec in specs if spec.on_rail}
        self._group = QButtonGroup(self)
        self._buttons = {spec.id: self._make(spec) for spec in self._specs.values()}
        self._mark = QLabel()
        self._name = QLabel(self.tr("Animating\nAlliances"))
        self._name.setProperty("role", "wordmark")
        self._lay_out()
        self.collapse(narrow=False)
        theme.changed.connect(self._dress)

    def choose(self, page: str) -> None:
        """Show which page is on view; none of the buttons, if the page is not on the rail."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
        self._group.setExclusive(True)
        self._dress()

    def collapse(self, *, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
            button.setIconSize(QSize(_ICON if narrow else round(_ICON * WIDER), _ICON))
        self._narrow = narrow
        self._dress()
        self._name.setVisible(not narrow)
        self.setFixedWidth(NARROW if narrow else round(WIDE * self._theme.scale))

    def _make(self, spec: PageSpec) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "rail")
        button.setText(spec.title)
        button.setAccessibleName(spec.title)
        button.setToolTip(_with_keys(spec))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.asked.emit(spec.id))
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        self._mark.setPixmap(self.window().windowIcon().pixmap(QSize(32, 32), self.devicePixelRatioF()))
        head = QHBoxLayout()
        head.setContentsMargins(4, 6, 0, 18)
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 11, 12)
        column.setSpacing(2)
        column.addLayout(head)
        for spec in sorted(self._specs.values(), key=lambda spec: spec.at_bottom):
            if spec.at_bottom:
                column.addStretch(1)
            column.addWidget(self._buttons[spec.id])

    def _dress(self) -> None:
        for name, button in self._buttons.items():
            colour = "accent" if button.isChecked() else "muted"
            button.setIcon(self._theme.icon(self._specs[name].icon, colour, gap=not self._narrow))


def _with_keys(spec: PageSpec) -> str:
    keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{spec.title} ({keys})" if keys else spec.title
