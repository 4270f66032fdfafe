"""Decides what becomes of the tags and collections of what is chosen, and of tags and collections themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.gathering.model import Collection, Merged, Tag, Thing
from animating_alliances_desktop.ui.gathering.ports import Gathered, Stores
from animating_alliances_desktop.ui.kit.runner import Runner, take_away

TakeBack = Callable[[Callable[[], object]], object]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is chosen, which tags and collections all of it has, and which there are."""

    titles: tuple[str, ...]
    tags: tuple[Tag, ...]
    collections: tuple[Collection, ...]
    known_tags: tuple[Tag, ...] = ()
    known_collections: tuple[Collection, ...] = ()


class TaggingView(Protocol):
    """What the presenter needs of the dialogue about what is chosen."""

    def show_standing(self, standing: Standing) -> None:
        """Show tags and collections as they are."""


class Tagging:
    """Puts tags on what is chosen, and puts it into collections; every step can be taken back."""

    def __init__(
        self, view: TaggingView, stores: Stores, tasks: Runner, targets: Sequence[Ref], take_back: TakeBack
    ) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self._targets, self._take_back = tuple(targets), take_back
        self._is_open = True

    def leave(self) -> None:
        """Show nothing any more: the dialogue is closed."""
        self._is_open = False

    def refresh(self) -> None:
        """Read how things stand."""
        if self._is_open:
            self._tasks.read(self._read, self._show, "gathering.standing")

    def tag(self, name: str) -> None:
        """Put a tag on all that is chosen."""
        targets, tags = self._targets, self._stores.tags
        new: list[tuple[Ref, Ref]] = []

        def work() -> Changes:
            had = {target: {tag.ref for tag in tags.of(target)} for target in targets}
            changes = tags.tag_all(targets, name)
            new.extend(
                (target, tag.ref)
                for target in targets
                for tag in tags.of(target)
                if tag.ref not in had[target]
            )
            return changes

        def undo() -> None:
            self._write(lambda: _all(tags.untag(*one) for one in new))

        self._write(work, lambda: self._take_back(undo))

    def untag(self, tag: Tag) -> None:
        """Take a tag off all that is chosen."""
        targets, tags = self._targets, self._stores.tags
        self._write(
            lambda: _all(tags.untag(target, tag.ref) for target in targets),
            lambda: self._take_back(lambda: self._write(lambda: tags.tag_all(targets, tag.name))),
        )

    def collect(self, collection: Ref) -> None:
        """Put all that is chosen into a collection."""
        self._write(
            lambda: self._into(collection),
            lambda: self._take_back(lambda: self._write(lambda: self._out_of(collection))),
        )

    def uncollect(self, collection: Ref) -> None:
        """Take all that is chosen out of a collection."""
        self._write(
            lambda: self._out_of(collection),
            lambda: self._take_back(lambda: self._write(lambda: self._into(collection))),
        )

    def collect_into_new(self, name: str) -> None:
        """Make a collection, and put all that is chosen into it."""
        made: list[Ref] = []

        def work() -> Changes:
            changes, ref = self._stores.collections.add(name)
            made.append(ref)
            return changes | self._into(ref)

        def undo() -> None:
            self._write(lambda: self._stores.collections.remove(made[0])[0])

        self._write(work, lambda: self._take_back(undo))

    def _show(self, standing: Standing) -> None:
        if self._is_open:
            self._view.show_standing(standing)

    def _into(self, collection: Ref) -> Changes:
        return _all(self._stores.collections.collect(target, collection) for target in self._targets)

    def _out_of(self, collection: Ref) -> Changes:
        return _all(self._stores.collections.uncollect(target, collection) for target in self._targets)

    def _write(self, work: Callable[[], Changes], then: Callable[[], object] = lambda: None) -> None:
        def done(_changes: Changes) -> None:
            then()
            self.refresh()

        self._tasks.write(work, done)

    def _read(self) -> Standing:
        stores, targets = self._stores, self._targets
        titles = stores.titles(targets)
        tags = [{tag.ref: tag for tag in stores.tags.of(target)} for target in targets]
        collections = [{one.ref: one for one in stores.collections.of(target)} for target in targets]
        return Standing(
            tuple(titles[target] for target in targets if target in titles),
            tuple(tag for ref, tag in tags[0].items() if all(ref in some for some in tags)),
            tuple(one for ref, one in collections[0].items() if all(ref in some for some in collections)),
            tuple(stores.tags.listed()),
            tuple(stores.collections.listed()),
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """All tags and collections."""

    tags: tuple[Tag, ...] = ()
    collections: tuple[Collection, ...] = ()


class KeepingView(Protocol):
    """What the presenter needs of the dialogue about tags and collections themselves."""

    def show_kept(self, kept: Kept) -> None:
        """Show all of them."""

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show what lies under the chosen one."""

    def say_done(self, undo: Callable[[], None]) -> None:
        """Offer to take back what was just done."""


class Keeping:
    """Renames, merges and removes tags and collections."""

    def __init__(self, view: KeepingView, stores: Stores, tasks: Runner) -> None:
        self._view, self._stores, self._tasks = view, stores, tasks
        self._names: dict[Ref, str] = {}
        self._is_open = True

    def leave(self) -> None:
        """Show nothing any more: the dialogue is closed."""
        self._is_open = False

    def refresh(self) -> None:
        """Read all of them."""
        tags, collections = self._stores.tags, self._stores.collections
        self._tasks.read(
            lambda: Kept(tuple(tags.listed()), tuple(collections.listed())), self._take, "gathering.kept"
        )

    def choose(self, ref: Ref) -> None:
        """Show what lies under one."""
        self._tasks.read(lambda: self._store(ref).things(ref), self._show_things, "gathering.things")

    def rename(self, ref: Ref, name: str) -> None:
        """Give one another name."""
        before, store = self._names.get(ref, ""), self._store(ref)
        if name.strip() != before:
            self._write(lambda: store.rename(ref, name), lambda: store.rename(ref, before))

    def merge(self, ref: Ref, into: Ref) -> None:
        """Put everything under one below another."""
        store = self._store(ref)
        merged: list[Merged] = []

        def work() -> Changes:
            merged.append(store.merge(ref, into))
            return merged[0].changes

        self._write(work, lambda: store.unmerge(merged[0]))

    def remove(self, ref: Ref) -> None:
        """Take one away from everything."""
        store = self._store(ref)
        take_away(
            self._tasks, lambda: store.remove(ref), lambda batch: self._done(lambda: store.restore(batch))
        )

    def _store(self, ref: Ref) -> Gathered:
        return self._stores.tags if ref.kind is Kind.TAG else self._stores.collections

    def _write(self, work: Callable[[], Changes], back: Callable[[], Changes]) -> None:
        self._tasks.write(work, lambda _changes: self._done(back))

    def _done(self, back: Callable[[], Changes]) -> None:
        def undo() -> None:
            self._tasks.write(back, lambda _changes: self.refresh())

        if self._is_open:
            self._view.say_done(undo)
        self.refresh()

    def _show_things(self, things: Sequence[Thing]) -> None:
        if self._is_open:
            self._view.show_things(things)

    def _take(self, kept: Kept) -> None:
        self._names = {one.ref: one.name for one in kept.tags}
        self._names |= {one.ref: one.name for one in kept.collections}
        if self._is_open:
            self._view.show_kept(kept)


def _all(changes: Iterable[Changes]) -> Changes:
    total = Changes()
    for one in changes:
        total |= one
    return total
