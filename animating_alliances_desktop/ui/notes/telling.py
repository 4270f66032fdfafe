"""What the notes page says after something was done, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.annotations.model import Arrived


class Telling(QObject):
    """Sentences for the message bar."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def removed(self, number: int, undo: Callable[[], None]) -> None:
        """Say that notes or highlights were taken away."""
        words = self.tr("Removed.") if number == 1 else self.tr("{n} removed.").format(n=number)
        self._say(words, "info", self.tr("Undo"), undo)

    def reviewed(self, number: int, undo: Callable[[], None], *, accepted: bool) -> None:
        """Say that what has moved was looked at."""
        if accepted:
            words = self.tr("Accepted.") if number == 1 else self.tr("{n} accepted.").format(n=number)
        else:
            words = self.tr("Marked as lost; the quotation is kept.")
        self._say(words, "info", self.tr("Undo"), undo)

    def gathered(self, undo: Callable[[], None]) -> None:
        """Say that a note was made of others."""
        self._say(self.tr("Gathered into a note of its own."), "success", self.tr("Undo"), undo)

    def written(self, number: int, path: Path) -> None:
        """Say that a file was written."""
        words = self.tr("%n note(s) and highlight(s) written to {file}.", "", number)
        self._say(words.format(file=path.name), "success")

    def arrived(self, arrived: Arrived) -> None:
        """Say what became of the highlights and notes in a file."""
        said = [self.tr("{n} came in.").format(n=arrived.came_in)]
        if arrived.known:
            known = (
                self.tr("1 was here already.") if arrived.known == 1 else self.tr("{n} were here already.")
            )
            said.append(known.format(n=arrived.known))
        if arrived.lost:
            said.append(
                self.tr("{n} could not be placed: look for them under “Could not be placed”.").format(
                    n=arrived.lost
                )
            )
        if arrived.without_text:
            missing = ", ".join(arrived.without_text[:3]) + ("…" if len(arrived.without_text) > 3 else "")
            said.append(self.tr("Not in this library, so left out: {titles}.").format(titles=missing))
        is_good = bool(arrived.came_in or arrived.known) and not arrived.without_text
        self._say(" ".join(said), "success" if is_good else "info")
