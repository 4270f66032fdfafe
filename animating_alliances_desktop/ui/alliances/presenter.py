"""Which alliance is open, and what becomes of what is typed about it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.alliances.ports import Stores, View, Written
from animating_alliances_desktop.ui.alliances.saving import save
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, Saving, State


class AlliancesPresenter(Saving[Written]):
    """One alliance is open at a time; what is typed about it is saved before another one comes."""

    def __init__(self, view: View, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self._listed: list[Alliance] = []
        self._open: Alliance | None = None
        self._wish: Ref | None = None
        self.shows_archived = False
        self.add_newcomer_first: Callable[[Callable[[], None]], bool] = lambda _then: False
        """Adds a newcomer who was begun, then goes on; False if there is none."""

    @property
    def current(self) -> Ref | None:
        """What points at the alliance that is shown."""
        return self._open.ref if self._open else None

    @property
    def alliance(self) -> Alliance | None:
        """The alliance that is shown."""
        return self._open

    @property
    def listed(self) -> list[Alliance]:
        """All alliances, those that are archived too."""
        return self._listed

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk."""
        return super().unsaved or self._view.newcomer().is_begun

    def refresh(self) -> None:
        """Read the alliances again."""
        self._tasks.read(self._stores.alliances.listed, self._take, "alliances.listed")

    def arrive(self, place: object) -> None:
        """Show this alliance."""
        if isinstance(place, Ref) and place.kind is Kind.ALLIANCE:
            self._wish = place
            self.refresh()

    def open(self, ref: Ref) -> None:
        """Show another alliance."""
        if ref != self.current:
            self.leave(lambda: self._show(ref))

    def show_archived(self, on: bool) -> None:  # noqa: FBT001 -- a check box tells so
        """List those that are archived, too, or not."""
        self.shows_archived = on
        self._view.show_alliances(self._in_sight(), self.current)

    def add(self, name: str) -> None:
        """Make an alliance, and show it."""

        def work() -> Changes:
            changes, self._wish = self._stores.alliances.add(name)
            return changes

        self._tasks.write(work, lambda _changes: self._view.clear_name())

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; if that fails, stay."""
        if not self.add_newcomer_first(lambda: self.leave(then)):
            super().leave(then)

    def settle(self, then: Callable[[], None]) -> None:
        """Save what the fields say, then go on."""
        if self._saver is not None:
            self._saver.settle(then)

    def remove(self) -> None:
        """Take the alliance away, with everything that hangs on it."""
        self.settle(self._remove)

    def archive(self) -> None:
        """Put the alliance out of the way, or back among the others."""
        self.settle(self._archive)

    def changed(self, changes: Changes) -> None:
        """Show again what was touched."""
        if changes.touch(Kind.ALLIANCE, Kind.ENTRY, Kind.ORGANISATION, Kind.PERSON):
            self.refresh()

    def _in_sight(self) -> list[Alliance]:
        return [
            one
            for one in self._listed
            if self.shows_archived or one.archived is None or one.ref == self.current
        ]

    def _take(self, alliances: list[Alliance]) -> None:
        self._listed = alliances
        wish, self._wish = self._wish, None
        if not alliances:
            self._open = self._saver = None
            self._view.show_none()
            return
        known = {alliance.ref: alliance for alliance in alliances}
        self._view.show_alliances(self._in_sight(), self.current)
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
            lambda written: save(self._stores, found.ref, written),
            lambda state: self._tell(found.ref, state),
        )
        self._view.close_form()
        self._view.show_alliance(found, fields=True)
        self._view.show_state(State(Phase.NOTHING))
        self._view.show_alliances(self._in_sight(), found.ref)

    def _show_again(self, alliance: Alliance) -> None:
        self._open = alliance
        self._view.show_alliance(alliance, fields=not (self._saver and self._saver.unsaved))

    def _tell(self, ref: Ref, state: State) -> None:
        if ref == self.current:
            self._view.show_state(state)
            if state.phase is Phase.FAILED:
                self._view.show_alliances(self._in_sight(), ref)

    def _archive(self) -> None:
        whole = self._open
        if whole is None:
            return
        store = self._stores.alliances
        there, back = (store.archive, store.unarchive)[:: 1 if whole.archived is None else -1]
        self._tasks.write(
            lambda: there(whole.ref),
            lambda _changes: self._view.tell_archived(whole, lambda: self._do(lambda: back(whole.ref))),
        )

    def _remove(self) -> None:
        gone = self._open
        if gone is None:
            return

        def then(batch: UUID) -> None:
            self._open = self._saver = None
            self._view.tell_deleted(gone, lambda: self._bring_back(batch, gone.ref))

        take_away(self._tasks, lambda: self._stores.alliances.remove(gone.ref), then)

    def _bring_back(self, batch: UUID, ref: Ref) -> None:
        def work() -> Changes:
            self._wish = ref
            return self._stores.alliances.restore(batch)

        self._tasks.write(work)

    def _do(self, work: Callable[[], Changes]) -> None:
        self._tasks.write(work)
