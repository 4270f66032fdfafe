"""Decides which texts the library shows, in which order, and what becomes of files that are brought in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.kit.runner import Runner, take_away
from animating_alliances_desktop.ui.library import bringing
from animating_alliances_desktop.ui.library.choosing import Choices, Filters, choices_in, chosen_from
from animating_alliances_desktop.ui.library.gathered import Shelves

NO_FILTERS = Filters()


class View(bringing.View, Protocol):
    """What the presenter needs of the page."""

    def show_choices(self, choices: Choices) -> None:
        """Offer these filters."""

    def show_gathered(self, gathered: Sequence[tuple[Ref, str]], chosen: Ref | None) -> None:
        """Offer these tags and collections to filter by."""

    def show_filters(self, filters: Filters) -> None:
        """Show which filters are set."""

    def show_texts(self, texts: Sequence[Listed], of: int) -> None:
        """Show these texts, of so many that there are."""

    def say_described(self, title: str, undo: Callable[[], None]) -> None:
        """Say that a document is called otherwise now, and offer to call it as before."""

    def say_removed(self, title: str, undo: Callable[[], None]) -> None:
        """Say that a document was taken away, and offer to bring it back."""


class Library(bringing.Library, Protocol):
    """What the presenter needs of the store."""

    def listed(self) -> list[Listed]:
        """Fetch everything."""

    def describe(self, ref: Ref, *, title: str, author: str, year: str) -> Changes:
        """Call a document otherwise."""

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a document away."""

    def restore(self, batch: UUID) -> Changes:
        """Bring it back."""


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
        self._bringing = bringing.Bringing(view, library, tasks)

    @property
    def filters(self) -> Filters:
        """The filters that are set."""
        return self._filters

    @property
    def prepared(self) -> bool:
        """Whether the shipped texts are there: they are still being made when a workspace is new."""
        return any(not text.kind.is_own for text in self._texts)

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
        self._bringing.bring_in(paths)

    def stop(self) -> None:
        """Stop the import that is going on; what came in stays."""
        self._bringing.stop()

    def own(self, ref: object) -> Listed | None:
        """The document of the user's that this points at, if it is one."""
        found = next((text for text in self._texts if text.ref == ref), None)
        return found if found is not None and found.ref.kind.is_own else None

    def describe(self, ref: Ref, title: str, author: str, year: str) -> None:
        """Call a document of the user's otherwise."""
        text = self.own(ref)
        if text is None:
            return
        before = (text.title, str(text.fields.get("author", "")), str(text.fields.get("year", "")))
        if (title, author, year) == before:
            return

        def call(title: str, author: str, year: str) -> Changes:
            return self._library.describe(ref, title=title, author=author, year=year)

        def undo() -> None:
            self._tasks.write(lambda: call(*before))

        self._tasks.write(
            lambda: call(title, author, year), lambda _changes: self._view.say_described(title, undo)
        )

    def remove(self, ref: Ref) -> None:
        """Take a document of the user's away."""
        text = self.own(ref)
        if text is None:
            return

        def then(batch: UUID) -> None:
            back = partial(self._library.restore, batch)
            self._view.say_removed(text.title, partial(self._tasks.write, back))

        take_away(self._tasks, lambda: self._library.remove(ref), then)

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
