"""The entry that is open: saved while it is written, kept, deleted, and later thought about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import Draft, Entry
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.journal.ports import View
from animating_alliances_desktop.ui.journal.setting import Laid, fetch
from animating_alliances_desktop.ui.journal.sheet import Sheet, Thoughts
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, Saving, State, attempt


class Open(Saving[Draft]):
    """What is on view at the right: a draft, an entry that stands, or nothing."""

    def __init__(self, view: View, journal: JournalStore, tasks: Runner, closed: Callable[[], None]) -> None:
        self._view, self._journal, self._tasks, self._closed = view, journal, tasks, closed
        self._sheet: Sheet | None = None
        self._standing: Entry | None = None
        self._thoughts = Thoughts(view, journal, tasks)
        self._turn = 0

    @property
    def ref(self) -> Ref | None:
        """What points at the entry that is open, if it is saved already."""
        if self._standing is not None:
            return self._standing.ref
        return self._sheet.ref if self._sheet else None

    @property
    def standing(self) -> Entry | None:
        """The kept entry that is open, if one is."""
        return self._standing

    @property
    def is_draft(self) -> bool:
        """Whether a draft is open."""
        return self._sheet is not None

    @property
    def is_open(self) -> bool:
        """Whether anything is open."""
        return self.is_draft or self._standing is not None

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk."""
        self._note_thought()
        return super().unsaved or self._thoughts.waiting

    def begin(self, draft: Draft) -> None:
        """Open a new draft."""
        self._take_up(Sheet(self._journal))
        self._view.show_draft(draft, fresh=True)

    def read(self, ref: Ref) -> None:
        """Open an entry from the disk."""
        turn = self._turn = self._turn + 1
        self._tasks.read(partial(fetch, self._journal, ref), lambda it: self._show(it, turn), "journal.open")

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; if that fails, stay."""
        self._note_thought()
        super().leave(lambda: self._drop_blank(then))

    def keep(self) -> None:
        """Let the draft stand as it is."""
        if self._saver is None:
            return
        if self._view.written().has_no_words:
            self._view.tell_blank()
            return
        self._view.hold(on=True)
        self._saver.settle(self._keep)

    def delete(self) -> None:
        """Take the open entry away."""
        super().leave(self._delete)

    def add_thought(self) -> None:
        """Put what the field for later thoughts says beside the entry."""
        entry = self._standing
        if entry is not None:
            self._thoughts.add(entry.ref, lambda: self.ref == entry.ref)

    def look_again(self) -> None:
        """Show the entry as it is on the disk now, or that it is gone."""
        ref = self.ref
        if ref is not None:
            self._tasks.read(partial(find, self._journal, ref), partial(self._looked, ref), "journal.look")

    def forget(self) -> None:
        """Close whatever is open: it is gone."""
        self._turn += 1
        self._sheet = self._saver = self._standing = None

    def finish(self) -> None:
        """Hand everything that is typed to the writer: the app is about to end."""
        self.save()
        self._drop_blank()
        self._note_thought()
        self._thoughts.add_all()

    def _take_up(self, sheet: Sheet) -> None:
        self.forget()
        self._sheet = sheet
        self._view.show_state(State(Phase.NOTHING))
        self._saver = Saver(self._tasks, self._view.written, sheet.write, partial(self._tell, sheet))

    def _tell(self, sheet: Sheet, state: State) -> None:
        if sheet is not self._sheet:
            return
        if state.phase is Phase.FAILED:
            self._view.hold(on=False)
            self._view.choose(sheet.ref)
        nothing = state.phase is Phase.SAVED and sheet.ref is None
        self._view.show_state(State(Phase.NOTHING) if nothing else state)

    def _show(self, it: Laid, turn: int) -> None:
        if turn != self._turn:
            return
        entry = it.entry
        if self._saver is not None and self._saver.unsaved and entry.ref != self.ref:
            self._saver.settle(lambda: self._show(it, turn))  # a key was hit while the other one was read
            return
        if entry.kept is None:
            self._take_up(Sheet(self._journal, entry))
            self._view.show_draft(entry.draft, fresh=False)
        else:
            self._note_thought()
            self.forget()
            self._standing = entry
            self._view.show_entry(it, self._thoughts.begun(entry.ref))
        self._view.choose(entry.ref)

    def _drop_blank(self, then: Callable[[], None] = lambda: None) -> None:
        """A draft whose words were all taken out again is no entry."""
        sheet = self._sheet
        if sheet is not None and self._view.written().is_blank:
            self._tasks.write(lambda: self._journal.remove(sheet.ref)[0] if sheet.ref else Changes())
        then()

    def _keep(self) -> None:
        ref = self.ref

        def not_kept(error: Exception) -> None:
            self._view.hold(on=False)
            raise error

        if ref is not None:
            attempt(self._tasks, lambda: self._journal.keep(ref), partial(self._kept, ref), not_kept)

    def _kept(self, ref: Ref) -> None:
        self.read(ref)
        reopen = partial(
            self._tasks.write, partial(self._journal.reopen, ref), lambda _changes: self.read(ref)
        )
        taken = partial(find, self._journal, ref)
        self._tasks.read(
            taken, lambda entry: self._view.tell_kept(reopen, entry.left if entry else ()), "journal.kept"
        )

    def _delete(self) -> None:
        ref = self.ref
        if ref is None:  # nothing of it was ever saved
            self._close()
        else:
            take_away(self._tasks, partial(self._journal.remove, ref), partial(self._gone, ref))

    def _gone(self, ref: Ref, batch: UUID) -> None:
        if ref == self.ref:
            self._close()
        back = partial(self._journal.restore, batch)
        self._view.tell_deleted(partial(self._tasks.write, back, lambda _changes: self._return_to(ref)))

    def _return_to(self, ref: Ref) -> None:
        self.leave(lambda: self.read(ref))

    def _close(self) -> None:
        self.forget()
        self._closed()

    def _note_thought(self) -> None:
        if self._standing is not None:
            self._thoughts.note(self._standing.ref)

    def _looked(self, ref: Ref, found: Entry | None) -> None:
        if ref != self.ref:
            return
        if self._standing is not None and found is not None:
            if found != self._standing:
                self.read(ref)
        elif found is None and not (self._saver and self._saver.unsaved):
            self._close()


def put_right(
    journal: JournalStore,
    tasks: Runner,
    entry: Entry,
    title: str,
    parts: Mapping[str, str],
    then: Callable[[], None],
    refused: Callable[[Exception], None],
) -> None:
    """Put a slip right in a kept entry; `refused` is told why if that is more than a slip."""
    work = partial(journal.correct, entry.ref, entry.rev, title, parts)
    attempt(tasks, work, then, refused)


def find(journal: JournalStore, ref: Ref) -> Entry | None:
    """Fetch an entry, or None if it is not there."""
    try:
        return journal.get(ref)
    except AppError:
        return None
