"""Decides what the follow-through page shows, and what leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Owner,
    Share,
)
from animating_alliances_desktop.core.followthrough.saying import check_in
from animating_alliances_desktop.ui.followthrough.doing import store_of
from animating_alliances_desktop.ui.followthrough.listing import Group, Look, Side, Thing, grouped
from animating_alliances_desktop.ui.followthrough.ports import Around, View
from animating_alliances_desktop.ui.kit.runner import Runner


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for a side of the page."""

    side: Side
    things: Sequence[Any]
    shares: Sequence[Share]
    alliances: Sequence[tuple[Ref, str]]


class FollowThroughPresenter:
    """What was promised, decided, noticed and meant."""

    def __init__(self, view: View, around: Around, tasks: Runner, today: Callable[[], date]) -> None:
        self._view, self._around, self._tasks, self._today = view, around, tasks, today
        self._things: dict[Ref, Thing] = {}
        self.look = Look()

    # What is looked at

    def refresh(self) -> None:
        """Fetch this side of the page anew."""
        look = self.look
        self._tasks.read(lambda: self._fetch(look), self._take, "followthrough.read")

    def show(self, **changed: Any) -> None:
        """Look at something else."""
        before, self.look = self.look, replace(self.look, **changed)
        if (before.side, before.alliance) != (self.look.side, self.look.alliance):
            self.refresh()
        else:
            self._show()

    def turn(self, **changed: Any) -> None:
        """Look at something else, as it is now."""
        self.look = replace(self.look, **changed)
        self.refresh()

    def thing(self, ref: object) -> Thing | None:
        """What is listed under this ref."""
        return self._things.get(ref) if isinstance(ref, Ref) else None

    def open(self, ref: Ref) -> None:
        """Open a thing, to be looked at and changed."""
        kind, around = ref.kind, self._around

        def fetch() -> tuple[Thing, Sequence[Owner]]:
            if kind is not Kind.ACTION:
                return store_of(around, kind).get(ref), ()
            action = around.actions.get(ref)
            return action, around.actions.owners(action.alliance)

        self._tasks.read(fetch, lambda found: self._view.show_thing(*found))

    def origin(self, ref: Ref) -> None:
        """Go to the entry or the meeting that a thing comes from."""
        thing = self.thing(ref)
        if thing is not None and (where := thing.entry or thing.meeting) is not None:
            self._around.open(where)

    def owners(self, ref: Ref, then: Callable[[Sequence[str]], None]) -> None:
        """Tell who may own a thing."""
        thing = self.thing(ref)
        if thing is not None:
            alliance, owners = thing.alliance, self._around.actions.owners
            self._tasks.read(lambda: [owner.name for owner in owners(alliance)], then)

    # What leaves the page

    def check_in(self, ref: Ref) -> None:
        """Have a message on the clipboard to whoever owns this action, on all that is open of theirs."""
        thing = self.thing(ref)
        if not isinstance(thing, Action):
            return
        owner, today, alliance = thing.owner, self._today(), self.look.alliance

        def fetch() -> tuple[str, int]:
            theirs = [one for one in self._around.actions.listed(alliance) if _same(one.owner, owner)]
            return check_in(theirs, today), len(theirs)

        def take(found: tuple[str, int]) -> None:
            if found[0]:
                self._view.take_check_in(found[0], owner.name, found[1])

        self._tasks.read(fetch, take)

    def write(self, path: Path) -> None:
        """Write the actions of this side of the page to a file: those that pass the filters."""
        shown = [thing for group in self._groups() for thing in group.things if isinstance(thing, Action)]
        self._tasks.read(
            lambda: self._around.write(path, shown), lambda number: self._view.say_written(path, number)
        )

    # Inside

    def _fetch(self, look: Look) -> _Read:
        around, alliance = self._around, look.alliance
        found: dict[Side, Callable[[], Sequence[Any]]] = {
            Side.OPEN: lambda: around.actions.listed(alliance),
            Side.CLOSED: lambda: [one for one in around.actions.closed() if alliance in (None, one.alliance)],
            Side.DECISIONS: lambda: around.decisions.listed(alliance),
            Side.NOTICINGS: lambda: around.noticings.listed(alliance),
            Side.INTENTIONS: lambda: around.intentions.listed(alliance),
            Side.SHARES: lambda: (),
        }
        shares = around.actions.shares(alliance) if look.side is Side.SHARES else ()
        alliances = [(one.ref, one.name) for one in around.alliances.listed() if one.archived is None]
        return _Read(look.side, found[look.side](), shares, alliances)

    def _take(self, read: _Read) -> None:
        self._things = {thing.ref: thing for thing in read.things}
        self._view.show_alliances(read.alliances, self.look)
        if read.side is Side.SHARES:
            self._view.show_shares(read.shares)
        else:
            self._show()

    def _show(self) -> None:
        look, things, today = self.look, list(self._things.values()), self._today()

        def take(groups: list[Group]) -> None:
            self._view.show_groups(groups, look, sum(len(group.things) for group in groups), len(things))

        if look.side is not Side.SHARES:
            self._tasks.read(lambda: grouped(things, look, today), take, "followthrough.grouped")

    def _groups(self) -> list[Group]:
        return grouped(list(self._things.values()), self.look, self._today())


def _same(one: Owner, other: Owner) -> bool:
    if one.person is not None or other.person is not None:
        return one.person == other.person
    return (one.kind, one.name.casefold()) == (other.kind, other.name.casefold())
