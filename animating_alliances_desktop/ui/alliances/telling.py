"""What the alliances page says after something was done, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.alliances.invitations import Brought
from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.ui.alliances.ports import Undo


class Telling(QObject):
    """Sentences for the message bar."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def deleted(self, alliance: Alliance, undo: Undo) -> None:
        """Say that it was deleted, and offer to bring it back."""
        words = self.tr("“{name}” was deleted.")
        if alliance.entries == 1:
            words = self.tr("“{name}” was deleted, and the one entry on it with it.")
        elif alliance.entries:
            words = self.tr("“{name}” was deleted, and the {n} entries on it with it.")
        self._offer(words.format(name=alliance.name, n=alliance.entries), undo)

    def archived(self, alliance: Alliance, undo: Undo) -> None:
        """Say that it is out of the way, or back; `alliance` is what it was before."""
        words = self.tr("“{name}” was put into the archive; search still finds it.")
        if alliance.archived is not None:
            words = self.tr("“{name}” is back among the others.")
        self._offer(words.format(name=alliance.name), undo)

    def removed(self, name: str, undo: Undo) -> None:
        """Say that somebody was removed, and offer to bring them back."""
        self._offer(self.tr("“{name}” was removed.").format(name=name), undo)

    def meeting_removed(self, meeting: Meeting, undo: Undo) -> None:
        """Say that a meeting was deleted."""
        self._offer(
            self.tr("“{name}” was deleted; what was written on it stays.").format(name=meeting.label), undo
        )

    def called_off(self, meeting: Meeting, undo: Undo) -> None:
        """Say that a meeting was called off, or not; `meeting` is what it was before."""
        words = self.tr("“{name}” takes place.") if meeting.cancelled else self.tr("“{name}” is called off.")
        self._offer(words.format(name=meeting.label), undo)

    def let_go(self, title: str, undo: Undo) -> None:
        """Say that something is not kept there any more."""
        self._offer(
            self.tr("“{name}” is kept here no longer; it is still in the library.").format(name=title), undo
        )

    def merged(self, name: str, undo: Undo) -> None:
        """Say that somebody was merged into the one who is shown."""
        self._offer(self.tr("“{name}” was merged into this one.").format(name=name), undo)

    def contact_removed(self, name: str, undo: Undo) -> None:
        """Say that somebody was deleted from everywhere."""
        self._offer(self.tr("“{name}” was deleted from every alliance.").format(name=name), undo)

    def brought(self, brought: Brought, undo: Undo) -> None:
        """Say what became of the meetings of a calendar."""
        said = [
            _counted(len(brought.new), self.tr("one meeting came in"), self.tr("{n} meetings came in")),
            _counted(
                len(brought.changed),
                self.tr("one was brought up to date"),
                self.tr("{n} were brought up to date"),
            ),
            _counted(len(brought.cancelled), self.tr("one was called off"), self.tr("{n} were called off")),
            _counted(brought.unread, self.tr("one could not be read"), self.tr("{n} could not be read")),
        ]
        told = ", ".join(part for part in said if part)
        if told:
            self._offer(f"{told[:1].upper()}{told[1:]}.", undo)
        else:
            self._say(self.tr("These meetings are known already."), "info")

    def no_alliance(self) -> None:
        """Say that meetings need an alliance first."""
        self._say(self.tr("Add an alliance first; then its meetings can come from the calendar."), "info")

    def _offer(self, words: str, undo: Undo) -> None:
        self._say(words, "info", self.tr("Undo"), undo)


def _counted(number: int, one: str, many: str) -> str:
    return "" if not number else one if number == 1 else many.format(n=number)
