"""Decides which alliance is shown, and what becomes of what is typed about it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from animating_alliances_desktop.core.alliances.model import Alliance, Member
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.alliances.ports import View, Written
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, State


class AlliancesPresenter:
    """One alliance is open at a time; what is typed about it is saved before another one comes."""

    def __init__(self, view: View, alliances: AllianceStore, tasks: Runner) -> None:
        self._view, self._alliances, self._tasks = view, alliances, tasks
        self._listed: list[Alliance] = []
        self._open: Alliance | None = None
        self._saver: Saver[Written] | None = None
        self._wish: Ref | None = None

    @property
    def current(self) -> Ref | None:
        """What points at the alliance that is shown."""
        return self._open.ref if self._open else None

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk."""
        return bool(self._saver and self._saver.unsaved) or self._begun() is not None

    def refresh(self) -> None:
        """Read the alliances again."""
        self._tasks.read(self._alliances.listed, self._take, "alliances.listed")

    def arrive(self, place: object) -> None:
        """Show this alliance."""
        if isinstance(place, Ref) and place.kind is Kind.ALLIANCE:
            self._wish = place
            self.refresh()

    def open(self, ref: Ref) -> None:
        """Show another alliance."""
        if ref != self.current:
            self.leave(lambda: self._show(ref))

    def add(self, name: str) -> None:
        """Make an alliance, and show it."""

        def work() -> Changes:
            changes, self._wish = self._alliances.add(name)
            return changes

        self._tasks.write(work, lambda _changes: self._view.clear_name())

    def typed(self) -> None:
        """Be told of another keystroke."""
        if self._saver is not None:
            self._saver.typed()

    def save(self) -> None:
        """Save what the fields say."""
        if self._saver is not None:
            self._saver.save()

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; if that fails, stay."""
        if self._begun() is not None:
            self.add_member(lambda: self.leave(then))
        elif self._saver is None:
            then()
        else:
            self._saver.settle(then)

    def remove(self) -> None:
        """Take the alliance away, with everything that hangs on it."""
        if self._saver is not None:
            self._saver.settle(self._remove)

    def add_member(self, then: Callable[[], None] = lambda: None) -> None:
        """Add the member that the form says."""
        ref, member = self.current, self._begun()
        if ref is None or member is None:
            return

        def added(_changes: Changes) -> None:
            if self._begun() == member:
                self._view.close_form()
            then()

        self._tasks.write(
            lambda: self._alliances.add_member(ref, member.name, member.people, member.seeks), added
        )

    def edit_member(self, key: str) -> None:
        """Open the form for a member, after whatever else is in it was saved."""
        self.leave(lambda: self._view.edit_member(key))

    def finish_member(self) -> None:
        """Be done with changing a member: save it, then put the form away."""
        if self._saver is not None:
            self._saver.settle(self._view.close_form)

    def remove_member(self, key: str) -> None:
        """Take a member away."""
        if self._saver is not None:
            self._saver.settle(lambda: self._remove_member(key))

    def changed(self, changes: Changes) -> None:
        """Show again what was touched."""
        if changes.touch(Kind.ALLIANCE, Kind.ENTRY):
            self.refresh()

    def _begun(self) -> Member | None:
        member = self._view.new_member()
        return member if member is not None and member.name.strip() else None

    def _take(self, alliances: list[Alliance]) -> None:
        self._listed = alliances
        wish, self._wish = self._wish, None
        if not alliances:
            self._open = self._saver = None
            self._view.show_none()
            return
        known = {alliance.ref: alliance for alliance in alliances}
        self._view.show_alliances(alliances, self.current)
        if wish in known and wish != self.current:
            self.leave(lambda: self._show(wish))
        elif self.current in known:
            self._show_again(known[self.current])
        else:
            self._show(alliances[0].ref)

    def _show(self, ref: Ref | None) -> None:
        found = next((alliance for alliance in self._listed if alliance.ref == ref), None)
        if found is None:
            return
        self._open = found
        self._saver = Saver(
            self._tasks,
            self._view.written,
            lambda written: self._write(found.ref, written),
            lambda state: self._tell(found.ref, state),
        )
        self._view.close_form()
        self._view.show_alliance(found, fields=True)
        self._view.show_state(State(Phase.NOTHING))
        self._view.show_alliances(self._listed, found.ref)

    def _show_again(self, alliance: Alliance) -> None:
        self._open = alliance
        self._view.show_alliance(alliance, fields=not (self._saver and self._saver.unsaved))

    def _write(self, ref: Ref, written: Written) -> Changes:
        changes = self._alliances.describe(ref, written.name, written.purpose, written.description)
        member = written.member
        if member is not None:
            changes |= self._alliances.change_member(
                ref, member.key, member.name, member.people, member.seeks
            )
        return changes

    def _tell(self, ref: Ref, state: State) -> None:
        if ref == self.current:
            self._view.show_state(state)
            if state.phase is Phase.FAILED:
                self._view.show_alliances(self._listed, ref)

    def _remove(self) -> None:
        gone = self._open
        if gone is None:
            return
        batches: list[UUID] = []

        def work() -> Changes:
            changes, batch = self._alliances.remove(gone.ref)
            batches.append(batch)
            return changes

        def then(_changes: Changes) -> None:
            self._open = self._saver = None
            self._view.tell_deleted(gone, lambda: self._bring_back(batches[0], gone.ref))

        self._tasks.write(work, then)

    def _remove_member(self, key: str) -> None:
        whole = self._open
        if whole is None:
            return
        name = next((member.name for member in whole.members if member.key == key), "")
        batches: list[UUID] = []

        def work() -> Changes:
            changes, batch = self._alliances.remove_member(whole.ref, key)
            batches.append(batch)
            return changes

        def then(_changes: Changes) -> None:
            self._view.close_form()
            self._view.tell_member_removed(name, lambda: self._bring_back(batches[0], whole.ref))

        self._tasks.write(work, then)

    def _bring_back(self, batch: UUID, ref: Ref | None) -> None:
        def work() -> Changes:
            self._wish = ref
            return self._alliances.restore(batch)

        self._tasks.write(work)
