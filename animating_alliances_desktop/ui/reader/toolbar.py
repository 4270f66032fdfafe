"""The strip above the page: the way back, what is read and where, finding, reading later, and what stands beside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import ShortLabel, label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.kit.times import reading_time
from animating_alliances_desktop.ui.reader.ports import Where


class Toolbar(QFrame):
    """Buttons only; what they do is decided by the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Reader"))
        self.outline = icon_button(theme, "list-tree", self.tr("Outline (Ctrl+Shift+O)"), checkable=True)
        self.back = icon_button(theme, "arrow-left", self.tr("Back to where I was (Ctrl+[)"))
        self.forward = icon_button(theme, "arrow-right", self.tr("Forward again (Ctrl+])"))
        self.finder = icon_button(theme, "text-search", self.tr("Find on this page (Ctrl+F)"))
        self.later = icon_button(theme, "bookmark", self.tr("Read later (Ctrl+D)"), checkable=True)
        self.beside = icon_button(theme, "columns-2", self.tr("Open beside… (Ctrl+Shift+Enter)"))
        self.ruler = icon_button(theme, "ruler", self.tr("Reading ruler (Ctrl+Shift+R)"), checkable=True)
        self.letters = icon_button(
            theme, "a-large-small", self.tr("Letters and lines (Ctrl+Shift+T)"), checkable=True
        )
        self.notes = icon_button(theme, "sticky-note", self.tr("Notes (Ctrl+Shift+L)"), checkable=True)
        self.title = ShortLabel("muted")
        self.where = label("", "small", wrap=False)
        self._lay_out()
        self.show_way(back=False, forward=False)

    def show_title(self, title: str) -> None:
        """Show what is being read."""
        self.title.setText(title)

    def show_where(self, where: Where) -> None:
        """Show at which paragraph the reader is, and how long the rest takes."""
        left = (
            self.tr("{time} left").format(time=reading_time(where.minutes_left)) if where.minutes_left else ""
        )
        self.where.setText(" · ".join(part for part in (where.number, left) if part))

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer the way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_later(self, *, can: bool, on: bool) -> None:
        """Show whether the text is on the reading list."""
        name = self.tr("On your reading list (Ctrl+D takes it off)") if on else self.tr("Read later (Ctrl+D)")
        self.later.setEnabled(can)
        self.later.setChecked(on)
        self.later.setToolTip(name)
        self.later.setAccessibleName(name)
        self._theme.dress(self.later, "bookmark-check" if on else "bookmark", "accent" if on else "muted")

    def sizeHint(self) -> QSize:
        """Return a height that lets the buttons breathe."""
        return QSize(super().sizeHint().width(), 48)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        for left in (self.outline, self.back, self.forward):
            row.addWidget(left)
        row.addSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.where, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        right: tuple[QWidget, ...] = (
            self.finder,
            self.later,
            self.beside,
            self.ruler,
            self.letters,
            self.notes,
        )
        for part in right:
            row.addWidget(part)
