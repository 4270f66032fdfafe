"""Decides what the trash shows, and what becomes of what lies in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.core.trash.model import Deleted, Emptied
from animating_alliances_desktop.core.trash.store import Trash
from animating_alliances_desktop.ui.kit.runner import Runner


class View(Protocol):
    """What the presenter asks of the page."""

    def show_deleted(self, deleted: Sequence[Deleted]) -> None:
        """List what was deleted."""

    def ask(self, deleted: Sequence[Deleted]) -> None:
        """Say that these will be gone for good, and ask whether they shall."""

    def stop_asking(self) -> None:
        """Take the question away."""

    def tell_restored(self, one: Deleted) -> None:
        """Say that something is back."""

    def tell_gone(self, emptied: Emptied) -> None:
        """Say what was let go, and which backups hold it still."""

    def tell_renewed(self, name: str) -> None:
        """Say that there is one fresh backup now, and no other."""


class TrashPresenter:
    """Lists, brings back, lets go."""

    def __init__(self, view: View, trash: Trash, tasks: Runner) -> None:
        self._view, self._trash, self._tasks = view, trash, tasks
        self._deleted: Sequence[Deleted] = ()
        self._asked: Sequence[Deleted] = ()

    def refresh(self) -> None:
        """Read the list again."""
        self._tasks.read(self._trash.listed, self._take, "trash.list")

    def restore(self, batch: UUID | None) -> None:
        """Bring back what was deleted together."""
        one = self._find(batch)
        if one is not None:
            self._tasks.write(partial(self._trash.restore, one.batch), lambda _changes: self._restored(one))

    def ask(self, batch: UUID | None) -> None:
        """Ask whether one thing shall be let go for good: nobody can undo that."""
        one = self._find(batch)
        self._ask((one,) if one is not None else ())

    def ask_for_all(self) -> None:
        """Ask whether everything shall be let go for good."""
        self._ask(tuple(self._deleted))

    def spare(self) -> None:
        """Let everything stay where it is."""
        self._asked = ()
        self._view.stop_asking()

    def let_go(self) -> None:
        """Let go for good of what was asked about."""
        batches = [one.batch for one in self._asked]
        self.spare()
        if batches:
            self._work(partial(self._trash.let_go, batches), self._gone)

    def renew_backups(self) -> None:
        """Make a fresh backup, and drop those of before."""
        self._work(lambda: self._trash.renew_backups().name, self._view.tell_renewed)

    def _ask(self, asked: Sequence[Deleted]) -> None:
        self._asked = asked
        if asked:
            self._view.ask(asked)

    def _find(self, batch: UUID | None) -> Deleted | None:
        return next((one for one in self._deleted if one.batch == batch), None)

    def _take(self, deleted: Sequence[Deleted]) -> None:
        self._deleted = deleted
        self._view.show_deleted(deleted)

    def _restored(self, one: Deleted) -> None:
        self.refresh()
        self._view.tell_restored(one)

    def _gone(self, emptied: Emptied) -> None:
        self.refresh()
        self._view.tell_gone(emptied)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do something on the writer's thread whose answer is wanted here."""
        answers: list[object] = []

        def run() -> Changes:
            answers.append(work())
            return Changes()

        self._tasks.write(run, lambda _changes: then(*answers))
