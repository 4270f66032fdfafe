"""Gathers what goes into a log book."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.actions import ActionStore
from animating_alliances_desktop.core.followthrough.intentions import IntentionStore
from animating_alliances_desktop.core.followthrough.leavings import LeftStore
from animating_alliances_desktop.core.followthrough.model import Left
from animating_alliances_desktop.core.gathering.tags import TagStore
from animating_alliances_desktop.core.journal.forms import FormStore
from animating_alliances_desktop.core.journal.history import History
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.links.store import LinkStore
from animating_alliances_desktop.core.logbook.model import Material, Order
from animating_alliances_desktop.core.logbook.roles import names_of, others_of
from animating_alliances_desktop.core.pointing import pointers
from animating_alliances_desktop.core.sealing import Event


class Stores(Protocol):
    """Where it is looked up; a workspace is one."""

    alliances: AllianceStore
    meetings: MeetingStore
    journal: JournalStore
    forms: FormStore
    tags: TagStore
    links: LinkStore
    actions: ActionStore
    decisions: LeftStore
    intentions: IntentionStore
    history: History


_NOTHING = "No entry was kept in this time, so there is nothing to make a log book of. Choose another span."
_BACKWARDS = "The log book would end before it begins. Choose a later last day, or an earlier first one."


def gathered(stores: Stores, order: Order, today: date) -> Material:
    """Everything of this alliance and span; raises AppError if nothing was kept in it."""
    if order.since > order.until:
        raise AppError(_BACKWARDS)
    alliance = stores.alliances.get(order.alliance)
    within = [entry for entry in stores.journal.listed(order.alliance) if _is_within(order, entry.draft.day)]
    kept = [entry for entry in within if entry.kept is not None]
    kept.sort(key=lambda entry: (entry.draft.day, entry.made))
    if not kept:
        raise AppError(_NOTHING)
    proof = stores.history.proof(order.alliance, order.since, order.until)
    corrected = {seal.ref for seal in proof.seals if seal.event is Event.CORRECTED}
    kept = [stores.journal.get(entry.ref) if entry.ref in corrected else entry for entry in kept]
    decisions = stores.decisions.listed(order.alliance, order.since, order.until)
    actions = stores.actions.listed(order.alliance, None)
    intentions = stores.intentions.listed(order.alliance)
    names, meetings = names_of(alliance), _meetings(stores.meetings, order)
    return Material(
        order,
        today,
        alliance,
        tuple(kept),
        len(within) - len(kept),
        {form.key: form.title for form in stores.forms.listed()},
        stores.links.titles(list(dict.fromkeys(_pointed_at(kept, [*decisions, *actions, *intentions])))),
        {entry.ref: tuple(tag.name for tag in stores.tags.of(entry.ref)) for entry in kept},
        (*names, *others_of(actions, meetings, names)),
        meetings,
        tuple(reversed(decisions)),
        tuple(sorted((one for one in actions if _is_within(order, one.day)), key=lambda one: one.day)),
        tuple(sorted((one for one in intentions if _is_within(order, one.day)), key=lambda one: one.day)),
        proof,
    )


def _meetings(meetings: MeetingStore, order: Order) -> tuple[Meeting, ...]:
    listed = meetings.listed(order.alliance, order.since, order.until)
    return tuple(meetings.get(one.ref) for one in listed if not one.cancelled)


def _is_within(order: Order, day: date) -> bool:
    return order.since <= day <= order.until


def _pointed_at(entries: Iterable[Entry], left: Iterable[Left]) -> Iterable[Ref]:
    for entry in entries:
        for text in (*(text for _part, text in entry.texts), *(addendum.text for addendum in entry.addenda)):
            yield from (pointer.ref for pointer in pointers(text))
    yield from (pointer.ref for one in left for pointer in pointers(one.text))
