"""A page that keeps up with what is changed elsewhere, without working while nobody looks at it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Changes, Kind


class FollowingPage(QWidget):
    """Refreshes itself when things of these kinds were touched: at once, or when it comes up again."""

    def __init__(self, kinds: Iterable[Kind], parent: QWidget | None = None, *, stale: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._kinds = tuple(kinds)
        self._stale = stale

    def refresh(self) -> None:
        """Show everything as it is now."""
        raise NotImplementedError

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched."""
        if changes.touch(*self._kinds):
            self._stale = True
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()
