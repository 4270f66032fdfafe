"""Decides which texts the library shows, in which order, and what becomes of files that are brought in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.imports import Report
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.library.choosing import Choices, Filters, choices_in, chosen_from
from animating_alliances_desktop.ui.library.gathered import Shelves

NO_FILTERS = Filters()


class View(Protocol):
    """What the presenter needs of the page."""

    def show_choices(self, choices: Choices) -> None:
        """Offer these filters."""

    def show_gathered(self, gathered: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these tags and collections to filter by."""

    def show_filters(self, filters: Filters) -> None:
        """Show which filters are set."""

    def show_texts(self, texts: Sequence[Listed], of: int) -> None:
        """Show these texts, of so many that there are."""

    def show_progress(self, progress: Progress | None) -> None:
        """Show that an import is going on, which `progress` can stop; or that none is."""

    def tell(self, done: int, of: int) -> None:
        """Show how far the import is; this may be called from any thread."""

    def show_report(self, report: Report) -> None:
        """Say what became of the files."""

    def say_removed(self, title: str, undo: Callable[[], None]) -> None:
        """Say that a document was taken away, and offer to bring it back."""


class Library(Protocol):
    """What the presenter needs of the store."""

    def listed(self) -> list[Listed]:
        """Fetch everything."""

    def bring_in(self, paths: Iterable[Path], progress: Progress | None = None) -> Report:
        """Import files and folders."""

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a document away."""

    def restore(self, batch: UUID) -> Changes:
        """Bring it back."""


@dataclass(frozen=True, slots=True)
class _Broke:
    """An import that ended in an error of its own."""

    error: Exception


class LibraryPresenter:
    """The whole library, and the filters that are set."""

    def __init__(self, view: View, library: Library, tasks: Runner, shelves: Shelves | None = None) -> None:
        self._view = view
        self._shelves = shelves or Shelves()
        self._gathered: list[tuple[Ref, str]] = []
        self._library = library
        self._tasks = tasks
        self._texts: list[Listed] = []
        self._filters = NO_FILTERS
        self._importing: Progress | None = None

    @property
    def filters(self) -> Filters:
        """The filters that are set."""
        return self._filters

    def refresh(self) -> None:
        """Fetch everything anew."""
        self._tasks.read(self._library.listed, self._take, "library.listed")
        self._tasks.read(self._shelves.listed, self._take_gathered, "library.gathered")

    def filter(
        self,
        *,
        kinds: Collection[Kind] | None = None,
        questions: Collection[str] | None = None,
        words: str | None = None,
    ) -> None:
        """Change some of the filters and leave the others; those for cases fall away where no cases are meant."""
        changed = self._filters
        if kinds is not None:
            changed = replace(changed, kinds=frozenset(kinds))
        if questions is not None:
            changed = replace(changed, questions=frozenset(questions))
        if words is not None:
            changed = replace(changed, words=words)
        self._set(changed if changed.only_cases else replace(changed, region="", sector="", outcome=""))

    def filter_cases(self, field: str, value: str) -> None:
        """Change a filter that only cases have: region, sector or outcome; no value means all."""
        changed: dict[str, Any] = {field: value}
        self._set(replace(self._filters, **changed))

    def filter_gathered(self, ref: Ref | None) -> None:
        """Show only what has a tag, or lies in a collection; None means everything."""
        if ref is None:
            self._set(replace(self._filters, gathered=None, among=frozenset()))
            return
        self._tasks.read(
            lambda: self._shelves.things(ref),
            lambda among: self._set(replace(self._filters, gathered=ref, among=among)),
            "library.among",
        )

    def clear(self) -> None:
        """Set no filter at all."""
        self._set(NO_FILTERS)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Import files and folders, one import at a time."""
        if self._importing is not None or not paths:
            return
        progress = Progress(self._view.tell)
        self._importing = progress
        self._view.show_progress(progress)

        def work() -> Report | _Broke:
            try:
                return self._library.bring_in(paths, progress)
            except Exception as error:  # raised again once the page has been put in order
                return _Broke(error)

        self._tasks.read(work, self._brought_in)

    def stop(self) -> None:
        """Stop the import that is going on; what came in stays."""
        if self._importing is not None:
            self._importing.stop()

    def remove(self, ref: Ref) -> None:
        """Take a document of the user's away."""
        text = next((text for text in self._texts if text.ref == ref), None)
        if text is None or not ref.kind.is_own:
            return
        batches: list[UUID] = []

        def work() -> Changes:
            changes, batch = self._library.remove(ref)
            batches.append(batch)
            return changes

        def undo() -> None:
            self._tasks.write(lambda: self._library.restore(batches[0]))

        self._tasks.write(work, lambda _changes: self._view.say_removed(text.title, undo))

    def _take(self, texts: list[Listed]) -> None:
        self._texts = [text for text in texts if text.kind is not Kind.QUESTION]
        self._view.show_choices(choices_in(texts))
        self._show()

    def _set(self, filters: Filters) -> None:
        self._filters = filters
        self._view.show_filters(filters)
        self._view.show_gathered(self._gathered, filters.gathered)
        self._show()

    def _take_gathered(self, gathered: list[tuple[Ref, str]]) -> None:
        self._gathered = gathered
        chosen = self._filters.gathered
        self._view.show_gathered(gathered, chosen if chosen in dict(gathered) else None)
        if chosen is not None:
            self.filter_gathered(chosen if chosen in dict(gathered) else None)

    def _show(self) -> None:
        """Filter off the window's thread: this runs at each letter that is typed."""
        texts, filters = self._texts, self._filters
        self._tasks.read(
            lambda: chosen_from(texts, filters),
            lambda chosen: self._view.show_texts(chosen, len(texts)),
            "library.shown",
        )

    def _brought_in(self, answer: Report | _Broke) -> None:
        self._importing = None
        self._view.show_progress(None)
        if isinstance(answer, _Broke):
            raise answer.error
        if answer.came_in:
            self._tasks.write(lambda: answer.changes)
        self._view.show_report(answer)
