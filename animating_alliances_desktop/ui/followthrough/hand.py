"""What the hand does with what is chosen, and which word is asked for before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Action, Intention
from animating_alliances_desktop.ui.followthrough.asking import AskBar
from animating_alliances_desktop.ui.followthrough.doing import Doing
from animating_alliances_desktop.ui.followthrough.presenter import FollowThroughPresenter
from animating_alliances_desktop.ui.followthrough.rows import said


class Hand(QObject):
    """Asks in the bar, and has it done."""

    def __init__(
        self,
        ask: AskBar,
        presenter: FollowThroughPresenter,
        doing: Doing,
        picked: Callable[[], tuple[Ref, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ask, self._presenter, self._doing, self._picked = ask, presenter, doing, picked

    def _current(self) -> Ref | None:
        return next(iter(self._picked()), None)

    def finish(self) -> None:
        """Say that what is chosen is done; of an intention, ask what came of it."""
        thing = self._presenter.thing(self._current())
        if isinstance(thing, Intention) and thing.is_open:
            self._ask.ask(self.tr("What came of it?"), partial(self._close, thing.ref))
        elif self._picked():
            self._doing.finish(self._picked())

    def let_go(self) -> None:
        """Ask for the reason, and let what is chosen go."""
        if refs := self._open_ones():
            example = self.tr("It may stay empty")
            self._ask.ask(
                self.tr("Why is it let go?"), partial(self._done, self._doing.let_go, refs), example=example
            )

    def give(self) -> None:
        """Ask to whom, and give what is chosen to them."""
        if refs := self._open_ones():
            self._ask.ask(self.tr("Who will do it?"), partial(self._done, self._doing.give, refs))
            self._presenter.owners(refs[0], self._ask.know)

    def move_on(self) -> None:
        """Ask for another day, and give it to what is chosen."""
        if refs := self._open_ones():
            example = self.tr("Friday, 3 Dec, end of March; or empty for no day")
            self._ask.ask(
                self.tr("Until when?"), partial(self._move, refs), hint=self._day_hint, example=example
            )

    def _open_ones(self) -> list[Ref]:
        things = (self._presenter.thing(ref) for ref in self._picked())
        return [one.ref for one in things if isinstance(one, Action) and one.closed_on is None]

    def _close(self, ref: Ref, outcome: str) -> bool:
        self._doing.close(ref, outcome)
        return True

    def _done(self, deed: Callable[[list[Ref], str], object], refs: list[Ref], text: str) -> bool:
        deed(refs, text)
        return True

    def _move(self, refs: list[Ref], text: str) -> bool:
        day = self._doing.understood(text)
        if day is None and text:
            return False
        self._doing.move(refs, day)
        return True

    def _day_hint(self, text: str) -> str:
        day = self._doing.understood(text)
        if day is not None:
            return said(day, "dddd d MMMM yyyy")
        return self.tr("Not read as a day yet") if text.strip() else ""
