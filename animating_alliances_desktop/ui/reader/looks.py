"""How texts are set, under the hand: the panel of letters and lines, the steps of size, the aids to reading."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.kit.ports import Preferences
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.pane import Pane
from animating_alliances_desktop.ui.reader.toolbar import Toolbar
from animating_alliances_desktop.ui.reader.type_panel import TypePanel
from animating_alliances_desktop.ui.reader.typography import SIZES

_AT_ONCE = ("numbers", "ruler", "paper")
"""What is seen at once when it is chosen; for anything else the text is set anew."""


class Looks(QObject):
    """Keeps what is chosen, and has every text on the page follow it at its place."""

    def __init__(self, theme: Theme, preferences: Preferences, bar: Toolbar, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._preferences, self._bar, self._page = theme, preferences, bar, page
        self._panes: list[Pane] = []
        self.panel = TypePanel(theme, page)
        self.panel.chosen.connect(self.choose)
        self.panel.stepped.connect(self.zoom)
        bar.letters.toggled.connect(self._open)
        theme.changed.connect(self.show_settings)
        self.show_settings()

    def add(self, pane: Pane) -> None:
        """Have one more text follow what is chosen."""
        self._panes.append(pane)
        pane.zoomed.connect(self.zoom)
        self._theme.changed.connect(pane.presenter.retypeset)

    def zoom(self, by: int) -> None:
        """Make the letters larger (1), smaller (-1) or as usual (0)."""
        chosen = self._preferences.settings.zoom
        now = min(range(len(SIZES)), key=lambda nth: abs(SIZES[nth] - chosen))
        size = SIZES[min(max(0, now + by), len(SIZES) - 1)] if by else 100
        if size != chosen:
            self.choose("zoom", size)

    def choose(self, name: str, value: object) -> None:
        """Choose how texts are set, and see it at once; the place stays."""
        self._preferences.choose(name, value)
        self.show_settings()
        if name not in _AT_ONCE:
            for pane in self._panes:
                pane.presenter.retypeset()

    def flip(self, name: str) -> None:
        """Switch a setting that is on or off."""
        self.choose(name, "off" if getattr(self._preferences.settings, name) == "on" else "on")

    def show_settings(self) -> None:
        """Show what is chosen, here or elsewhere."""
        chosen = self._preferences.settings
        self.panel.show_settings(chosen)
        self._bar.ruler.setChecked(chosen.ruler == "on")
        for pane in self._panes:
            pane.show_aids()

    def _open(self, on: bool) -> None:  # noqa: FBT001 -- a slot
        if on:
            right = self._bar.letters.mapTo(self._page, QPoint(self._bar.letters.width(), 0)).x()
            self.panel.open(QPoint(right, self._bar.height() + 4))
        else:
            self.panel.hide()
