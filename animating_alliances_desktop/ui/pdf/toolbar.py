"""The strip above the pages: the way back, the page's number, the size, the paper, and what stands beside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.text import ShortLabel, label
from animating_alliances_desktop.ui.kit.theme import Theme


class PageField(QLineEdit):
    """Shows the printed number of the page, and takes another one to go to."""

    wanted = Signal(str)
    """The number of the page that the user wants to go to."""
    left = Signal()
    """The user does not want to go anywhere after all."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setFixedWidth(64)
        self.setMaxLength(20)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(self.tr("Page"))
        self.setToolTip(self.tr("Go to a page by its printed number (Ctrl+G)"))
        self.returnPressed.connect(lambda: self.wanted.emit(self.text()))
        self.editingFinished.connect(lambda: self.setText(self._shown))

    def show_label(self, words: str) -> None:
        """Show on which page the user is, unless another number is being typed."""
        self._shown = words
        if not self.hasFocus():
            self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Toolbar(QFrame):
    """Buttons and one field; what they do is decided by the page."""

    paper_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("PDF"))
        self.outline = icon_button(
            theme, "list-tree", self.tr("Outline and pages (Ctrl+Shift+O)"), checkable=True
        )
        self.back = icon_button(theme, "arrow-left", self.tr("Back to where I was (Ctrl+[)"))
        self.forward = icon_button(theme, "arrow-right", self.tr("Forward again (Ctrl+])"))
        self.finder = icon_button(theme, "text-search", self.tr("Find in this file (Ctrl+F)"))
        self.smaller = icon_button(theme, "minus", self.tr("Smaller pages (Ctrl+-)"))
        self.larger = icon_button(theme, "plus", self.tr("Larger pages (Ctrl++)"))
        self.width_fits = icon_button(
            theme, "move-horizontal", self.tr("Fit the width (Ctrl+Shift+W)"), checkable=True
        )
        self.page_fits = icon_button(
            theme, "maximize", self.tr("Fit the whole page (Ctrl+Shift+E)"), checkable=True
        )
        self.size_told = label("100 %", "small", wrap=False)
        self.copy = icon_button(theme, "download", self.tr("Export a copy with my highlights and notes"))
        self.notes = icon_button(theme, "sticky-note", self.tr("Notes (Ctrl+Shift+L)"), checkable=True)
        self.paper = self._paper_button(theme)
        self.field = PageField()
        self.of = label("", "small", wrap=False)
        self.title = ShortLabel("muted")
        self._lay_out()
        self.show_way(back=False, forward=False)

    def show_title(self, title: str) -> None:
        """Show what is being read."""
        self.title.setText(title)

    def show_page(self, words: str, nth: int, count: int) -> None:
        """Show the printed number of the page, and which of how many it is."""
        self.field.show_label(words)
        if words == str(nth + 1):
            self.of.setText(self.tr("of {count}").format(count=count))
        else:
            self.of.setText(self.tr("({nth} of {count})").format(nth=nth + 1, count=count))

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer the way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_zoom(self, zoom: float, fitting: str) -> None:
        """Show how large the pages are, and what they are fitted to."""
        self.size_told.setText(self.tr("{percent} %").format(percent=round(zoom * 100)))
        self.width_fits.setChecked(fitting == "width")
        self.page_fits.setChecked(fitting == "page")

    def show_paper(self, paper: str) -> None:
        """Mark the paper that is chosen."""
        for name, choice in self.papers.items():
            choice.setChecked(name == paper)

    def let_work(self, *, on: bool) -> None:
        """Switch off what makes no sense without pages."""
        for part in (
            self.field,
            self.finder,
            self.smaller,
            self.larger,
            self.width_fits,
            self.page_fits,
            self.copy,
        ):
            part.setEnabled(on)
        if not on:
            self.of.setText("")
            self.field.show_label("")

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
            "dark": self.tr("Dark paper: the pages inverted, photographs as they are"),
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
        row.addWidget(self.title, 1)
        right: tuple[QWidget, ...] = (
            self.field,
            self.of,
            self.finder,
            self.smaller,
            self.size_told,
            self.larger,
            self.width_fits,
            self.page_fits,
            self.paper,
            self.copy,
            self.notes,
        )
        for part in right:
            row.addWidget(part)
