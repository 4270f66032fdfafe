"""The bar above the slide: what is open, which slide it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.text import ShortLabel, label
from animating_alliances_desktop.ui.kit.theme import Theme


class Toolbar(QFrame):
    """Buttons only; what they do is decided by the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Slides"))
        self.title = ShortLabel("muted")
        self.previous = icon_button(theme, "chevron-left", self.tr("Slide before (Left, Page Up)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next slide (Right, Page Down)"))
        self.count = label("", "small", wrap=False)
        self.notes = icon_button(theme, "sticky-note", self.tr("Notes (Ctrl+Shift+L)"), checkable=True)
        self.text = button(self.tr("Read as text"), "quiet", "book-open", theme)
        self.text.setToolTip(
            self.tr("Read and annotate this as a text; the same key leads back (Ctrl+Shift+S)")
        )
        self.handout = button(self.tr("Handout…"), "plain", "download", theme)
        self.handout.setToolTip(self.tr("Print the slides, or save them as PDF (Ctrl+P)"))
        self.present = button(self.tr("Present"), "primary", "presentation", theme)
        self.present.setToolTip(self.tr("Present from this slide (Shift+F5); from the first with F5"))
        self._lay_out()
        self.show_count(0, 0)

    def show_title(self, title: str) -> None:
        """Show which deck is open."""
        self.title.setText(title)

    def show_count(self, number: int, of: int) -> None:
        """Show which slide this is, and offer the way on and back."""
        self.count.setText(self.tr("Slide {number} of {count}").format(number=number, count=of) if of else "")
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < of)
        for part in (self.present, self.handout, self.notes):
            part.setEnabled(of > 0)

    def sizeHint(self) -> QSize:
        """Return a height that lets the buttons breathe."""
        return QSize(super().sizeHint().width(), 52)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        for part in (self.previous, self.count, self.next):
            row.addWidget(part)
        row.addSpacing(10)
        for after in (self.notes, self.text, self.handout, self.present):
            row.addWidget(after)
