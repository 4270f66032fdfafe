"""Does what the user wishes with what is chosen on the follow-through page; each deed can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.followthrough.days import said_day
from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Deed,
    Intention,
    OwnerKind,
    Repeats,
    Status,
    Wish,
)
from animating_alliances_desktop.core.followthrough.signs import cue_and_then, sign_of
from animating_alliances_desktop.ui.followthrough.listing import Side, Thing
from animating_alliances_desktop.ui.followthrough.ports import Around, Told, Typed, View
from animating_alliances_desktop.ui.kit.runner import Runner, take_away

_KINDS = {
    Side.DECISIONS: Kind.DECISION,
    Side.NOTICINGS: Kind.NOTICING,
    Side.INTENTIONS: Kind.INTENTION,
}


def store_of(around: Around, kind: Kind) -> Any:
    """Where things of a kind are kept."""
    return {
        Kind.ACTION: around.actions,
        Kind.DECISION: around.decisions,
        Kind.NOTICING: around.noticings,
        Kind.INTENTION: around.intentions,
    }[kind]


class Doing:
    """Works on things; `thing` tells what is listed under a ref."""

    def __init__(
        self,
        view: View,
        around: Around,
        tasks: Runner,
        today: Callable[[], date],
        thing: Callable[[Ref], Thing | None],
    ) -> None:
        self._view, self._around, self._tasks = view, around, tasks
        self._today, self.thing = today, thing

    def add(self, words: str, alliance: Ref | None, side: Side) -> None:
        """Write down what a line says: an action, or what this side of the page lists."""
        if not words.strip() or alliance is None:
            return
        sign = sign_of(words)
        kind = sign.kind if sign is not None else _KINDS.get(side, Kind.ACTION)
        said = sign.words if sign is not None else words
        made: list[Ref] = []

        def work() -> Changes:
            changes, ref = self._make(kind, said, alliance)
            made.append(ref)
            return changes

        def then(_changes: Changes) -> None:
            self._view.clear_line()
            store = store_of(self._around, kind)
            self._tasks.read(lambda: store.get(made[0]), self._tell_added)

        self._tasks.write(work, then)

    def finish(self, refs: Collection[Ref]) -> None:
        """Say that these are done; those that are closed are taken up again."""
        actions = [thing for ref in refs if isinstance(thing := self.thing(ref), Action)]
        still_open = [one.ref for one in actions if one.status is Status.OPEN]
        store, today = self._around.actions, self._today()
        if still_open:
            comes_again = any(one.repeats is not Repeats.NEVER for one in actions)
            told = Told.DONE_FOR_NOW if comes_again else Told.DONE
            self._do(store, told, lambda: store.done(still_open, today))
        elif actions:
            closed = [one.ref for one in actions]
            self._do(store, Told.OPENED, lambda: store.open_again(closed, today))
        else:
            self._reopen_intentions([ref for ref in refs if ref.kind is Kind.INTENTION])

    def let_go(self, refs: Collection[Ref], reason: str) -> None:
        """Let actions go."""
        store, today = self._around.actions, self._today()
        self._do(store, Told.LET_GO, lambda: store.let_go(refs, reason, today))

    def give(self, refs: Collection[Ref], owner: str) -> None:
        """Give actions to somebody."""
        store, today = self._around.actions, self._today()
        self._do(store, Told.GIVEN, lambda: store.give(refs, owner, today))

    def understood(self, text: str) -> date | None:
        """The day that a text says."""
        return said_day(text, self._today())

    def move(self, refs: Collection[Ref], due: date | None) -> None:
        """Give actions another day, or none."""
        store, today = self._around.actions, self._today()
        self._do(store, Told.MOVED, lambda: store.move(refs, due, today))

    def close(self, ref: Ref, outcome: str) -> None:
        """Say what came of an intention."""
        store, today = self._around.intentions, self._today()
        self._do(store, Told.CLOSED, lambda: store.close(ref, outcome, today))

    def change(self, ref: Ref, typed: Typed) -> None:
        """Say a thing otherwise."""
        store, today = store_of(self._around, ref.kind), self._today()

        def work() -> Deed:
            match ref.kind:
                case Kind.ACTION:
                    side = OwnerKind(typed.side) if typed.side is not None else None
                    repeats = Repeats(typed.repeats)
                    wish = Wish(typed.text, typed.owner, typed.due, typed.agreed, repeats, side)
                    return store.change(ref, wish, today)  # type: ignore[no-any-return]
                case Kind.INTENTION:
                    return store.change(ref, typed.cue, typed.text)  # type: ignore[no-any-return]
                case _:
                    return store.change(ref, typed.text)  # type: ignore[no-any-return]

        self._do(store, Told.CHANGED, work)

    def remove(self, refs: Collection[Ref]) -> None:
        """Take things away."""
        known = [ref for ref in refs if self.thing(ref) is not None]
        if not known:
            return
        store = store_of(self._around, known[0].kind)

        def then(batch: UUID) -> None:
            back = partial(store.restore, batch)
            self._view.tell(Told.REMOVED, len(known), partial(self._tasks.write, back))

        take_away(self._tasks, lambda: store.remove(known), then)

    def _make(self, kind: Kind, words: str, alliance: Ref) -> tuple[Changes, Ref]:
        around, today = self._around, self._today()
        match kind:
            case Kind.ACTION:
                return around.actions.add(alliance, around.actions.read(alliance, words, today), today)
            case Kind.INTENTION:
                return around.intentions.add(alliance, *cue_and_then(words), today)
            case _:
                made: tuple[Changes, Ref] = store_of(self._around, kind).add(alliance, words, today)
                return made

    def _tell_added(self, thing: Thing) -> None:
        store = store_of(self._around, thing.ref.kind)
        self._view.tell_added(thing, lambda: self._tasks.write(lambda: store.remove([thing.ref])[0]))

    def _do(self, store: Any, told: Told, work: Callable[[], Deed]) -> None:
        deeds: list[Deed] = []

        def write() -> Changes:
            deeds.append(work())
            return deeds[0].changes

        def undo() -> None:
            self._tasks.write(lambda: store.put_back(deeds[0]))

        def then(_changes: Changes) -> None:
            if deeds[0].before:
                self._view.tell(told, len(deeds[0].before), undo)

        self._tasks.write(write, then)

    def _reopen_intentions(self, refs: Sequence[Ref]) -> None:
        store = self._around.intentions
        for ref in refs:
            thing = self.thing(ref)
            if isinstance(thing, Intention) and not thing.is_open:
                self._do(store, Told.OPENED, lambda ref=ref: store.open_again(ref))  # type: ignore[misc]
