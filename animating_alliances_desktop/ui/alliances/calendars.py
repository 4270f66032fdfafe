"""Calendar files that come in: where it is clear whose the meetings are they are taken, else that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from animating_alliances_desktop.core.alliances.invitations import Brought, Series
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.alliances.ports import MeetingView, Stores
from animating_alliances_desktop.ui.kit.runner import Runner


class Calendars:
    """Brings meetings from calendars."""

    def __init__(self, view: MeetingView, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks

    def look_into(self, path: Path) -> None:
        """Bring a calendar file in; whose its meetings are is asked only where that is not clear."""
        store = self._stores.meetings

        def show(found: tuple[list[Series], int]) -> None:
            series, unread = found
            clear = [(one, one.alliance) for one in series if one.alliance is not None]
            unclear = [one for one in series if one.alliance is None]
            if clear:
                self.take(clear, unread)
            if unclear:
                self._view.ask_whose(path, unclear, 0 if clear else unread)

        self._tasks.read(lambda: _in_words(lambda: store.look_into(path)), show, ("calendar", str(path)))

    def take(self, chosen: Iterable[tuple[Series, Ref]], unread: int = 0) -> None:
        """Bring series into the alliances that were chosen for them."""
        store = self._stores.meetings
        wanted, held = list(chosen), list[Brought]()

        def work() -> Changes:
            changes, brought = store.take(wanted)
            brought.unread = unread
            held.append(brought)
            return changes

        def back() -> None:
            self._tasks.write(lambda: store.take_back(held[0]))

        self._tasks.write(work, lambda _changes: self._view.tell_brought(held[0], back))


def _in_words(work: Callable[[], tuple[list[Series], int]]) -> tuple[list[Series], int]:
    """What is refused about a file is a part of a sentence in lists of files; here it stands alone."""
    try:
        return work()
    except AppError as error:
        said = str(error).rstrip(".")
        raise AppError(f"{said[:1].upper()}{said[1:]}.") from error
