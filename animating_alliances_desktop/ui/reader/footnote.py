"""A footnote or a reference, shown beside the number that leads to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.floating import Floating
from animating_alliances_desktop.ui.kit.theme import Theme

_WIDTH, _HEIGHT = 420, 240
_AROUND = 28


class Footnote(Floating):
    """Says what a note says; its links are followed like those of the text."""

    followed = Signal(str)
    """The address of a link in the note."""
    going = Signal(str)
    """The user wants to see the note where it stands: its id."""

    def __init__(self, theme: Theme, over: QWidget, home: QWidget) -> None:
        super().__init__(over, home)
        self._theme = theme
        self._anchor = ""
        self.setAccessibleName(self.tr("Note"))
        self.words = QLabel()
        self.words.setTextFormat(
            Qt.TextFormat.RichText
        )  # of `excerpt`: words and links, nothing that is fetched
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.words.setAccessibleName(self.tr("What the note says"))
        self.words.linkActivated.connect(self.followed)
        self.go = button(self.tr("Go there"), "link")
        self.go.clicked.connect(self._go)
        self._close = icon_button(theme, "x", self.tr("Close (Escape)"))
        self._close.clicked.connect(self.hide)
        self._lay_out()

    def show_note(self, html: str, anchor: str, at: QRectF) -> None:
        """Float beside the number with these words."""
        self._anchor = anchor
        self.words.setFont(self._theme.typeface())
        self.words.setText(html)
        width = min(_WIDTH, self._over.width() - 4 * _AROUND)
        self._room.setFixedSize(width, min(_HEIGHT, self.words.heightForWidth(width - 14) + 2))
        self.float_beside(at)
        self.go.setFocus(Qt.FocusReason.PopupFocusReason)

    def _go(self) -> None:
        self.hide()
        self.going.emit(self._anchor)

    def _lay_out(self) -> None:
        self._room = QScrollArea()
        self._room.setWidget(self.words)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 8, 6)
        column.addWidget(self._room)
        below = QHBoxLayout()
        below.addWidget(self.go)
        below.addStretch(1)
        below.addWidget(self._close)
        column.addLayout(below)
