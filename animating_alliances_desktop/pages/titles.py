"""The titles of all texts, for going to one by its name."""

from __future__ import annotations

from collections.abc import Sequence

from animating_alliances_desktop.core.changes import Changes, Kind
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.library.store import LibraryStore
from animating_alliances_desktop.core.library.wording import KINDS
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.shell.palette import Destination

TITLED = (
    Kind.PAPER,
    Kind.CASE,
    Kind.GUIDE,
    Kind.INSTRUMENT,
    Kind.FORM,
    Kind.SLIDES,
    Kind.TERM,
    Kind.QUESTION,
    Kind.DOCUMENT,
)


class Titles:
    """Reads the titles, and reads them again when a text has come, gone or been called otherwise."""

    def __init__(self, library: LibraryStore, tasks: Tasks) -> None:
        self._library, self._tasks = library, tasks
        self.known: Sequence[Destination] = ()
        """What can be gone to."""

    def read(self) -> None:
        """Read them now."""
        self._tasks.read(lambda: self._library.listed(TITLED), self._take, "titles")

    def changed(self, changes: Changes) -> None:
        """Read them again if a write has touched a text."""
        if changes.touch(*TITLED):
            self.read()

    def _take(self, texts: list[Listed]) -> None:
        self.known = [Destination(text.ref, text.title, KINDS[text.kind]) for text in texts]
