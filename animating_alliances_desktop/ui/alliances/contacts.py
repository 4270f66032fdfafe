"""A person or an organisation, opened from wherever it is met: changed, merged with another, taken away."""

from __future__ import annotations

from uuid import UUID

from animating_alliances_desktop.core.alliances.model import Organisation, Person
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.alliances.ports import ContactView, Stores
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, Saving, State

Said = tuple[str, str, str, str]


class Contacts(Saving[Said]):
    """One person or organisation can be open."""

    def __init__(self, view: ContactView, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self.contact: Person | Organisation | None = None

    def open(self, ref: Ref) -> None:
        """Show somebody; a reference to one who was merged shows the one who stayed."""
        self.leave(lambda: self._read(ref, fields=True))

    def close(self) -> None:
        """Have nobody open."""
        self.contact = self._saver = None

    def merge(self, into: Ref) -> None:
        """Let the one who is open go up in another."""
        self.leave(lambda: self._merge(into))

    def remove(self) -> None:
        """Take the one who is open away from everywhere."""
        self.leave(self._remove)

    def others(self) -> list[tuple[Ref, str, str]]:
        """All with whom the one who is open could be merged; read off the window's thread."""
        mine, people = self.contact, self._stores.people
        if mine is None:
            return []
        of_kind: list[Person] | list[Organisation] = (
            people.people() if mine.ref.kind is Kind.PERSON else people.organisations()
        )
        return [
            (one.ref, one.name, ", ".join(dict.fromkeys(place.name for place in one.places)))
            for one in of_kind
            if one.ref != mine.ref
        ]

    def changed(self, changes: Changes) -> None:
        """Show again what was touched."""
        if self.contact is not None and changes.touch(Kind.PERSON, Kind.ORGANISATION, Kind.ALLIANCE):
            self._read(self.contact.ref, fields=not self.unsaved)

    def _read(self, ref: Ref, *, fields: bool) -> None:
        people = self._stores.people

        def work() -> Person | Organisation | None:
            try:
                return people.person(ref) if ref.kind is Kind.PERSON else people.organisation(ref)
            except AppError:
                return None

        self._tasks.read(work, lambda found: self._show(found, fields=fields), "people.get")

    def _show(self, found: Person | Organisation | None, *, fields: bool) -> None:
        if found is None:
            self.close()
            self._view.leave_contact()
            return
        if self.contact is None or self.contact.ref != found.ref:
            self._saver = Saver(
                self._tasks,
                self._view.written_contact,
                lambda said: self._write(found.ref, said),
                lambda state: self._tell(found.ref, state),
            )
            self._view.show_contact_state(State(Phase.NOTHING))
            fields = True
        self.contact = found
        if isinstance(found, Person):
            self._view.show_person(found, fields=fields)
        else:
            self._view.show_organisation(found, fields=fields)

    def _write(self, ref: Ref, said: Said) -> Changes:
        name, email, organisation, about = said
        if ref.kind is Kind.PERSON:
            return self._stores.people.describe_person(ref, name, email, about, organisation)
        return self._stores.people.describe_organisation(ref, name, about)

    def _tell(self, ref: Ref, state: State) -> None:
        if self.contact is not None and self.contact.ref == ref:
            self._view.show_contact_state(state)

    def _merge(self, into: Ref) -> None:
        mine, people = self.contact, self._stores.people
        if mine is None:
            return

        def back() -> None:
            self._tasks.write(lambda: people.part(mine.ref), lambda _changes: self.leave(show_again))

        def show_again() -> None:
            self.close()  # else who is open would be read again, and come up in the place of this one
            self.open(mine.ref)

        def then(_changes: Changes) -> None:
            self.close()
            self.open(into)
            self._view.tell_merged(mine.name, back)

        self._tasks.write(lambda: people.merge(mine.ref, into), then)

    def _remove(self) -> None:
        mine = self.contact
        if mine is None:
            return

        def then(batch: UUID) -> None:
            self.close()
            self._view.leave_contact()
            self._view.tell_contact_removed(mine.name, lambda: self._restore(batch))

        take_away(self._tasks, lambda: self._stores.people.remove(mine.ref), then)

    def _restore(self, batch: UUID) -> None:
        self._tasks.write(lambda: self._stores.people.restore(batch))
