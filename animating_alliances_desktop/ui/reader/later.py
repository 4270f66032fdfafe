"""Decides about reading later: whether a text is on the reading list, and putting it there or taking it off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.reader.ports import Later


class LaterView(Protocol):
    """What is needed of the page."""

    def show_later(self, *, can: bool, on: bool) -> None:
        """Offer to read the text later, if it can be, and show whether it is on the list."""

    def tell_later(self, *, on: bool, undo: Callable[[], None]) -> None:
        """Say that a text was put on the list or taken off, and offer to take that back."""


class ReadingLater:
    """The reading list, as far as the text that is open is concerned."""

    def __init__(self, view: LaterView, later: Later, tasks: Runner) -> None:
        self._view, self._later, self._tasks = view, later, tasks
        self._ref: Ref | None = None
        self._on = False

    def open(self, ref: Ref | None) -> None:
        """Turn to another text, or to none."""
        if ref != self._ref:
            self._ref = ref
            self._look()

    def toggle(self) -> None:
        """Put the text on the list, or take it off."""
        if self._ref is None or self._ref.kind is Kind.ENTRY:
            return
        if self._on:
            self._take_off(self._ref)
        else:
            self._put_on(self._ref)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        if changes.touch(Kind.COLLECTION):
            self._look()

    def _put_on(self, ref: Ref) -> None:
        def undo() -> None:
            self._tasks.write(lambda: self._later.remove(ref)[0])

        self._tasks.write(
            lambda: self._later.add(ref), lambda _done: self._view.tell_later(on=True, undo=undo)
        )

    def _take_off(self, ref: Ref) -> None:
        def then(batch: UUID) -> None:
            back = partial(self._later.restore, batch)
            self._view.tell_later(on=False, undo=partial(self._tasks.write, back))

        take_away(self._tasks, lambda: self._later.remove(ref), then)

    def _look(self) -> None:
        ref = self._ref
        if ref is None or ref.kind is Kind.ENTRY:
            self._show(ref, on=False)
        else:
            self._tasks.read(
                lambda: self._later.holds(ref), lambda on: self._show(ref, on=on), "reader.later"
            )

    def _show(self, ref: Ref | None, *, on: bool) -> None:
        if ref == self._ref:
            self._on = on
            self._view.show_later(can=ref is not None and ref.kind is not Kind.ENTRY, on=on)
