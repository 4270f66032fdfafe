"""The strip above the page: the way back, the paper, the size, finding, and what stands beside the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class Toolbar(QFrame):
    """Buttons only; what they do is decided by the page."""

    paper_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Reader"))
        self.outline = icon_button(theme, "list-tree", self.tr("Outline (Ctrl+Shift+O)"), checkable=True)
        self.back = icon_button(theme, "arrow-left", self.tr("Back to where I was (Ctrl+[)"))
        self.forward = icon_button(theme, "arrow-right", self.tr("Forward again (Ctrl+])"))
        self.finder = icon_button(theme, "text-search", self.tr("Find on this page (Ctrl+F)"))
        self.smaller = icon_button(theme, "minus", self.tr("Smaller letters (Ctrl+-)"))
        self.larger = icon_button(theme, "plus", self.tr("Larger letters (Ctrl++)"))
        self.size_told = label("100 %", "small", wrap=False)
        self.notes = icon_button(theme, "sticky-note", self.tr("Notes (Ctrl+Shift+L)"), checkable=True)
        self.paper = self._paper_button(theme)
        self.title = label("", "muted", wrap=False)
        self.title.setMinimumWidth(10)
        self._lay_out()
        self.show_way(back=False, forward=False)

    def show_title(self, title: str) -> None:
        """Show what is being read."""
        self.title.setText(title)
        self.title.setToolTip("")

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer the way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the letters are."""
        self.size_told.setText(self.tr("{percent} %").format(percent=round(zoom * 100)))

    def show_paper(self, paper: str) -> None:
        """Mark the paper that is chosen."""
        for name, choice in self.papers.items():
            choice.setChecked(name == paper)

    def sizeHint(self) -> QSize:
        """Return a height that lets the buttons breathe."""
        return QSize(super().sizeHint().width(), 48)

    def _paper_button(self, theme: Theme) -> QToolButton:
        made = icon_button(theme, "palette", self.tr("Paper: light, sepia or dark"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        group = QActionGroup(made)
        names = {
            "auto": self.tr("Paper like the app"),
            "light": self.tr("Light paper"),
            "sepia": self.tr("Sepia paper"),
            "dark": self.tr("Dark paper"),
        }
        self.papers: dict[str, QAction] = {}
        for name, title in names.items():
            choice = menu.addAction(title)
            choice.setCheckable(True)
            choice.triggered.connect(lambda _on=False, name=name: self.paper_chosen.emit(name))
            group.addAction(choice)
            self.papers[name] = choice
        made.setMenu(menu)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        for left in (self.outline, self.back, self.forward):
            row.addWidget(left)
        row.addSpacing(8)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        right: tuple[QWidget, ...] = (
            self.finder,
            self.smaller,
            self.size_told,
            self.larger,
            self.paper,
            self.notes,
        )
        for part in right:
            row.addWidget(part)
