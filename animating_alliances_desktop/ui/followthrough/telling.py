"""What the follow-through page says after something was done, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.followthrough.model import Action, Repeats
from animating_alliances_desktop.ui.followthrough.listing import Thing
from animating_alliances_desktop.ui.followthrough.ports import Told
from animating_alliances_desktop.ui.followthrough.rows import owner_words, repeats_words, said


class Telling(QObject):
    """Sentences for the message bar."""

    def __init__(self, say: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say

    def tell(self, told: Told, number: int, undo: Callable[[], None]) -> None:
        """Say what was done."""
        words = self._one(told) if number == 1 else self._many(told).format(n=number)
        self._say(words, "info", self.tr("Undo"), undo)

    def added(self, thing: Thing, undo: Callable[[], None]) -> None:
        """Say that a thing was written down; of an action how its line was read, since a day may not have been."""
        words = self.tr("Written down.")
        if isinstance(thing, Action):
            words = self.tr("Written down: {facts}").format(facts=" · ".join(self._facts(thing)))
        self._say(words, "info", self.tr("Undo"), undo)

    def checked_in(self, name: str, number: int) -> None:
        """Say that a message is on the clipboard."""
        one = self.tr("A check-in for {name} is on the clipboard, with 1 action.")
        many = self.tr("A check-in for {name} is on the clipboard, with {n} actions.")
        words = one if number == 1 else many
        self._say(words.format(name=name or self.tr("nobody yet"), n=number), "success")

    def written(self, path: Path, number: int) -> None:
        """Say that a list was written."""
        one, many = self.tr("1 action written to {file}."), self.tr("{n} actions written to {file}.")
        words = one if number == 1 else many
        self._say(words.format(file=path.name, n=number), "success")

    def _facts(self, action: Action) -> Iterator[str]:
        owner = action.owner
        yield owner_words(owner.name, owner.kind, owner.organisation_name)
        day = said(action.due, "dddd d MMMM yyyy") if action.due is not None else ""
        yield self.tr("until {day}").format(day=day) if day else self.tr("no day yet")
        yield from [self.tr("agreed aloud")] if action.agreed else []
        yield from [repeats_words(action.repeats)] if action.repeats is not Repeats.NEVER else []

    def _one(self, told: Told) -> str:
        return {
            Told.DONE: self.tr("Done."),
            Told.DONE_FOR_NOW: self.tr("Done. It comes again: the next one is in the list already."),
            Told.LET_GO: self.tr("Let go."),
            Told.OPENED: self.tr("Taken up again."),
            Told.GIVEN: self.tr("Given on."),
            Told.MOVED: self.tr("Moved to another day."),
            Told.CHANGED: self.tr("Changed."),
            Told.CLOSED: self.tr("Written down what came of it."),
            Told.REMOVED: self.tr("Removed."),
        }[told]

    def _many(self, told: Told) -> str:
        return {
            Told.DONE: self.tr("{n} done."),
            Told.DONE_FOR_NOW: self.tr("{n} done. What comes again is in the list already."),
            Told.LET_GO: self.tr("{n} let go."),
            Told.OPENED: self.tr("{n} taken up again."),
            Told.GIVEN: self.tr("{n} given on."),
            Told.MOVED: self.tr("{n} moved to another day."),
            Told.CHANGED: self.tr("{n} changed."),
            Told.CLOSED: self.tr("Written down what came of {n}."),
            Told.REMOVED: self.tr("{n} removed."),
        }[told]
