"""Gathers the brief before the next meeting of an alliance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.annotations.recall import recalled
from animating_alliances_desktop.core.annotations.store import AnnotationStore
from animating_alliances_desktop.core.brief.model import Brief, Owned, Trend
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.actions import ActionStore
from animating_alliances_desktop.core.followthrough.intentions import IntentionStore
from animating_alliances_desktop.core.followthrough.leavings import LeftStore
from animating_alliances_desktop.core.followthrough.model import Action, OwnerKind
from animating_alliances_desktop.core.journal.model import Asked, Entry, Prompt
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.settings import SettingsFile

MOMENT = "before-meeting"
PROMPTS = 3
_LATELY, _ENOUGH = 3, 6
"""So many of the latest figures are set beside those before them, if there are at least so many in all."""
_WEEKS = timedelta(weeks=4)
_LOOKED_AT = timedelta(days=180)
_FIRST = (OwnerKind.ME, OwnerKind.HUB, OwnerKind.MEMBER, OwnerKind.OTHER, OwnerKind.NOBODY)


class Stores(Protocol):
    """Where it is looked up; a workspace is one."""

    alliances: AllianceStore
    meetings: MeetingStore
    journal: JournalStore
    actions: ActionStore
    decisions: LeftStore
    intentions: IntentionStore
    annotations: AnnotationStore
    prompts: PromptStore
    settings: SettingsFile


def gathered(stores: Stores, alliance: Ref, today: date) -> Brief:
    """What is known now; raises AppError if the alliance is not there."""
    found = stores.alliances.get(alliance)
    kept = [entry for entry in stores.journal.listed(alliance) if entry.kept is not None]
    since = kept[min(1, len(kept) - 1)].draft.day if kept else None
    return Brief(
        found,
        today,
        next((one for one in stores.meetings.listed(alliance, today) if not one.cancelled), None),
        tuple(reversed(stores.intentions.listed(alliance, only_open=True))),
        kept[0] if kept else None,
        tuple(_by_owner(stores.actions.listed(alliance))),
        tuple(stores.decisions.listed(alliance, since)),
        since,
        tuple(_trends(kept, today)),
        None if stores.settings.settings.recall == "off" else _highlight(stores.annotations, alliance, today),
        _prompts(stores.prompts, found.facts.phase, today),
    )


def _by_owner(actions: Iterable[Action]) -> Iterator[Owned]:
    """What is mine first, then the hub's, then the others' by name, then what nobody has taken."""

    def place(action: Action) -> tuple[int, str]:
        return _FIRST.index(action.owner.kind), action.owner.name.casefold()

    for _place, some in groupby(sorted(actions, key=place), key=place):
        of_one = tuple(some)
        yield Owned(of_one[0].owner.name, of_one)


def _trends(kept: Sequence[Entry], today: date) -> Iterator[Trend]:
    """Of entries, the latest first."""
    looked_at = [entry.draft for entry in kept if entry.draft.day > today - _LOOKED_AT]
    for what in ("energy", "trust"):
        values = [value for draft in reversed(looked_at) if (value := getattr(draft, what)) is not None]
        if len(values) >= _ENOUGH:
            yield Trend(what, tuple(values[-_LATELY:]), tuple(values[:-_LATELY]))
    timed = [(draft.day, draft.minutes) for draft in looked_at if draft.minutes]
    lately = [minutes for day, minutes in timed if day > today - _WEEKS]
    before = [minutes for day, minutes in timed if today - 2 * _WEEKS < day <= today - _WEEKS]
    if lately and before and len(lately) + len(before) >= _ENOUGH:
        yield Trend("minutes", tuple(reversed(lately)), tuple(reversed(before)))


def _highlight(annotations: AnnotationStore, alliance: Ref, today: date) -> Annotation | None:
    """One of the user's own, another one each day: rather one that has to do with this alliance."""
    listed = annotations.listed()
    near = annotations.context().alliances if listed else {}
    own = [mark for mark in listed if alliance in near.get(mark.ref, frozenset())]
    return next(iter(recalled(own, today, 1) or recalled(listed, today, 1)), None)


def _prompts(prompts: PromptStore, phase: str, today: date) -> tuple[Prompt, ...]:
    """Those of the alliance's phase first; other ones each day."""
    return tuple(prompts.offered(today, Asked(moments=(MOMENT,), phase=phase), most=PROMPTS))
