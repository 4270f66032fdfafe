"""What the journal says in the message bar, and how it can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.ui.journal.ports import Left


class Telling(QObject):
    """Says what became of an entry."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def blank(self) -> None:
        """Say that there is nothing to keep yet."""
        self._say(self.tr("Write a few words first; then the entry can be kept."))

    def kept(self, undo: Callable[[], None], left: Left = ()) -> None:
        """Say that an entry stands now and what was taken from it, and offer to make it a draft again."""
        words = self.tr("Kept: the entry stands as you wrote it, and later thoughts go beside it.")
        if left:
            words = self.tr("Kept, and taken from it: {things}. See Follow-through.").format(
                things=in_numbers(left)
            )
        self._say(words, "success", self.tr("Undo"), undo)

    def deleted(self, undo: Callable[[], None]) -> None:
        """Say that an entry was deleted, and offer to bring it back."""
        self._say(self.tr("The entry was deleted."), "info", self.tr("Undo"), undo)

    def ask_about(self, address: str) -> None:
        """Show an outside address, and open it only if the user agrees."""
        self._say(
            self.tr("This link leads out of the app: {address}").format(address=address),
            "info",
            self.tr("Open in the browser"),
            lambda: QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)),
        )

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere that the app opens."""
        self._say(self.tr("This link leads nowhere that the app can open."))

    def corrected(self) -> None:
        """Say that a slip was put right."""
        self._say(self.tr("Put right. How it stood before stays in sight below the entry."), "success")


def in_numbers(left: Left) -> str:
    """Say how many things of each kind there are."""
    words = {
        Kind.ACTION: (_tr("1 action"), _tr("{n} actions")),
        Kind.DECISION: (_tr("1 decision"), _tr("{n} decisions")),
        Kind.NOTICING: (_tr("1 noticing"), _tr("{n} noticings")),
        Kind.INTENTION: (_tr("1 intention"), _tr("{n} intentions")),
    }
    return ", ".join(words[kind][0] if n == 1 else words[kind][1].format(n=n) for kind, n in left)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
