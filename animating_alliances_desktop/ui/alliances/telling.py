"""What the alliances page says after something was taken away, with the way to bring it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.alliances.model import Alliance


class Telling(QObject):
    """Sentences for the message bar."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def deleted(self, alliance: Alliance, undo: Callable[[], None]) -> None:
        """Say that it was deleted, and offer to bring it back."""
        words = self.tr("“{name}” was deleted.")
        if alliance.entries == 1:
            words = self.tr("“{name}” was deleted, and the one entry on it with it.")
        elif alliance.entries:
            words = self.tr("“{name}” was deleted, and the {n} entries on it with it.")
        self._say(words.format(name=alliance.name, n=alliance.entries), "info", self.tr("Undo"), undo)

    def member_removed(self, name: str, undo: Callable[[], None]) -> None:
        """Say that it was deleted, and offer to bring it back."""
        self._say(self.tr("“{name}” was removed.").format(name=name), "info", self.tr("Undo"), undo)
