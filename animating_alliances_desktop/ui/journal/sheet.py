"""The row that a draft is saved to, and later thoughts that were begun beside entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.journal.model import Draft, Entry
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.journal.ports import View
from animating_alliances_desktop.ui.kit.runner import Runner


class Sheet:
    """The row that a draft is saved to; it is made with the first words. Used by the writer alone."""

    def __init__(self, journal: JournalStore, entry: Entry | None = None) -> None:
        self._journal = journal
        self._entry = entry

    @property
    def ref(self) -> Ref | None:
        """What points at the row, once there is one."""
        return self._entry.ref if self._entry else None

    def write(self, draft: Draft) -> Changes:
        """Put the draft into its row."""
        if self._entry is not None:
            changes, self._entry = self._journal.save(self._entry.ref, self._entry.rev, draft)
        elif draft.is_blank:
            return Changes()
        else:
            changes, self._entry = self._journal.begin(draft)
        return changes


class Thoughts:
    """Later thoughts that were begun and not added yet, each beside its entry."""

    def __init__(self, view: View, journal: JournalStore, tasks: Runner) -> None:
        self._view, self._journal, self._tasks = view, journal, tasks
        self._begun: dict[Ref, str] = {}

    @property
    def waiting(self) -> bool:
        """Whether any was begun."""
        return any(text.strip() for text in self._begun.values())

    def begun(self, ref: Ref) -> str:
        """What was begun beside an entry."""
        return self._begun.get(ref, "")

    def note(self, ref: Ref) -> None:
        """Remember what the field says, for when the entry is open again."""
        self._begun[ref] = self._view.written_thought()

    def add(self, ref: Ref, still_there: Callable[[], bool]) -> None:
        """Put what the field says beside the entry; the field is emptied when that is done, not before."""
        text = self._view.written_thought()

        def then(_changes: Changes) -> None:
            self._begun.pop(ref, None)
            if still_there() and self._view.written_thought() == text:
                self._view.clear_thought()

        self._tasks.write(lambda: self._journal.add_thought(ref, text), then)

    def add_all(self) -> None:
        """Put everything that was begun beside its entry; it counts as begun until that is done."""
        for ref, text in tuple(self._begun.items()):
            if text.strip():
                work = partial(self._journal.add_thought, ref, text)
                self._tasks.write(work, partial(self._added, ref, text))

    def _added(self, ref: Ref, text: str, _changes: Changes) -> None:
        self._begun.pop(ref, None)
        if self._view.written_thought() == text:
            self._view.clear_thought()
