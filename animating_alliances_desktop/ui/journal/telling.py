"""What the journal says in the message bar, and how it can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject


class Telling(QObject):
    """Says what became of an entry."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def blank(self) -> None:
        """Say that there is nothing to keep yet."""
        self._say(self.tr("Write a few words first; then the entry can be kept."))

    def kept(self, undo: Callable[[], None]) -> None:
        """Say that an entry stands now, and offer to make it a draft again."""
        words = self.tr("Kept: the entry stands as you wrote it, and later thoughts go beside it.")
        self._say(words, "success", self.tr("Undo"), undo)

    def deleted(self, undo: Callable[[], None]) -> None:
        """Say that an entry was deleted, and offer to bring it back."""
        self._say(self.tr("The entry was deleted."), "info", self.tr("Undo"), undo)
