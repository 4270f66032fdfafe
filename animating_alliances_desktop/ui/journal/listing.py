"""Reads the lists of the journal page, the latest entries first, and keeps them in step with what is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.ui.journal.besides import Lists
from animating_alliances_desktop.ui.journal.ports import Sources
from animating_alliances_desktop.ui.journal.writing import find
from animating_alliances_desktop.ui.kit.runner import Runner

_KEY = "journal.lists"
_FEW, _LATEST = 12, 200
_RECENT = timedelta(days=400)
"""An earlier meeting is not offered to be written on; it can be asked for."""


class Listing:
    """Tells when a glance, the whole, or the entries that were touched have been read."""

    def __init__(
        self,
        sources: Sources,
        tasks: Runner,
        today: Callable[[], date],
        glanced: Callable[[], None],
        whole: Callable[[], None],
        touched: Callable[[], None],
    ) -> None:
        self._from, self._tasks, self._today = sources, tasks, today
        self._glanced, self._whole, self._told_touched = glanced, whole, touched
        self.lists = Lists()
        self.outdated = True
        self._touched: set[Ref] = set()

    @property
    def is_known(self) -> bool:
        """Whether there is nothing to be read."""
        return not self.outdated and bool(self.lists.alliances)

    def refresh(self) -> None:
        """Read the lists again; the first time the latest entries are there before all of them."""
        self.outdated = True
        if self.lists.alliances:
            self._tasks.read(self._load, self._take, _KEY)
        else:
            self._tasks.read(self._glance, self._take_glance, _KEY)

    def heed(self, changes: Changes) -> None:
        """Read the entries that were touched; all of them where more than a few entries are concerned."""
        self._touched.update(ref for ref in changes.refs if ref.kind is Kind.ENTRY)
        if self.outdated or changes.touch(Kind.ALLIANCE) or len(self._touched) > _FEW:
            self.refresh()
            return
        refs = frozenset(self._touched)
        # Under the same key as reading everything, so that an older answer never writes over a newer one.
        self._tasks.read(lambda: self._fetch(refs), lambda found: self._take_touched(refs, found), _KEY)

    def _fetch(self, refs: frozenset[Ref]) -> list[Entry]:
        found = (find(self._from.journal, ref) for ref in refs)
        return [entry for entry in found if entry is not None and _is_listed(entry)]

    def _take_touched(self, refs: frozenset[Ref], found: list[Entry]) -> None:
        others = [entry for entry in self.lists.entries if entry.ref not in refs]
        latest_first = sorted([*others, *found], key=lambda it: (it.draft.day, it.made), reverse=True)
        self._touched -= refs
        self.lists = replace(self.lists, entries=latest_first)
        self._told_touched()

    def _glance(self) -> Lists:
        entries = list(filter(_is_listed, self._from.journal.listed(most=_LATEST)))
        return Lists(self._from.alliances.listed(), entries)

    def _take_glance(self, lists: Lists) -> None:
        if lists.alliances:
            self.lists = lists
            self._glanced()
        self._tasks.read(self._load, self._take, _KEY)

    def _load(self) -> Lists:
        held = self._from
        entries = list(filter(_is_listed, held.journal.listed()))
        list(map(attrgetter("opening"), entries))  # worked out here, and not in the window's thread
        since = self._today() - _RECENT
        meetings = held.meetings.listed(since=since) if held.meetings is not None else []
        return Lists(held.alliances.listed(), entries, held.forms.listed(), meetings)

    def _take(self, lists: Lists) -> None:
        self.outdated = False
        self._touched.clear()
        self.lists = lists
        self._whole()


def _is_listed(entry: Entry) -> bool:
    return entry.kept is not None or not entry.draft.is_blank
