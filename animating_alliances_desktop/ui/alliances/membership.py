"""Who belongs to the alliance that is open: added quickly, opened to be changed, taken away and brought back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from animating_alliances_desktop.core.alliances.model import Alliance, Member, Seat
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.ports import Newcomer, Stores, View
from animating_alliances_desktop.ui.alliances.presenter import AlliancesPresenter
from animating_alliances_desktop.ui.kit.runner import Runner, take_away


class Membership:
    """Members and their people."""

    def __init__(self, view: View, stores: Stores, tasks: Runner, at: AlliancesPresenter) -> None:
        self._view, self._stores, self._tasks, self._at = view, stores, tasks, at
        at.add_newcomer_first = self.add_first

    def add_first(self, then: Callable[[], None]) -> bool:
        """Add a newcomer who was begun, then go on; False if there is none."""
        if self._at.current is None or not self._view.newcomer().is_begun:
            return False
        self.add(then)
        return True

    def add(self, then: Callable[[], None] = lambda: None) -> None:
        """Add whom the fields for a newcomer name."""
        ref, newcomer = self._at.current, self._view.newcomer()
        if ref is None or not newcomer.is_begun:
            return

        def added(_changes: Changes) -> None:
            if self._view.newcomer() == newcomer:
                self._view.clear_newcomer()
            then()

        self._tasks.write(lambda: self._add(ref, newcomer), added)

    def edit(self, key: str) -> None:
        """Open the form for a member, or for somebody's part, after whatever else is in it was saved."""
        self._at.settle(lambda: self._edit(key))

    def finish(self) -> None:
        """Be done with changing somebody: save it, then put the form away."""
        self._at.settle(self._view.close_form)

    def remove(self, key: str) -> None:
        """Take a member away, or somebody's part."""
        self._at.settle(lambda: self._remove(key))

    def ref_of(self, key: str) -> Ref | None:
        """What points at the organisation, or at the person."""
        member, seat = self._member(key), self._seat(key)
        return member.organisation if member is not None else seat.person if seat is not None else None

    def _add(self, ref: Ref, newcomer: Newcomer) -> Changes:
        if not newcomer.person.strip():
            return self._stores.alliances.add_member(ref, newcomer.organisation, role=newcomer.role)
        key, changes = "", Changes()
        if newcomer.organisation.strip():
            key, changes = self._member_for(ref, newcomer.organisation)
        return changes | self._stores.people.add_seat(ref, newcomer.person, member=key, role=newcomer.role)[0]

    def _member_for(self, ref: Ref, name: str) -> tuple[str, Changes]:
        """The member of this name; one that is there already takes in another person."""
        store = self._stores.alliances
        wanted = " ".join(name.split()).casefold()
        there = [one for one in store.get(ref).members if one.name.casefold() == wanted]
        changes = Changes() if there else store.add_member(ref, name)
        return (there[0] if there else store.member_named(ref, name)).key, changes

    def _edit(self, key: str) -> None:
        member, seat = self._member(key), self._seat(key)
        if member is not None:
            self._view.edit_member(member)
        elif seat is not None:
            self._view.edit_seat(seat)

    def _remove(self, key: str) -> None:
        member = self._member(key)
        one, whole = member or self._seat(key), self._at.current
        if whole is None or one is None:
            return

        def work() -> tuple[Changes, UUID]:
            if member is not None:
                return self._stores.alliances.remove_member(whole, key)
            return self._stores.people.remove_seat(key)

        def then(batch: UUID) -> None:
            self._view.close_form()
            self._view.tell_removed(one.name, lambda: self._restore(batch))

        take_away(self._tasks, work, then)

    def _restore(self, batch: UUID) -> None:
        self._tasks.write(lambda: self._stores.alliances.restore(batch))

    def _member(self, key: str) -> Member | None:
        return (
            next((one for one in self._all().members if one.key == key), None) if self._at.alliance else None
        )

    def _seat(self, key: str) -> Seat | None:
        if self._at.alliance is None:
            return None
        seats = [*self._all().hub_seats, *(seat for one in self._all().members for seat in one.seats)]
        return next((seat for seat in seats if seat.key == key), None)

    def _all(self) -> Alliance:
        assert self._at.alliance is not None
        return self._at.alliance
