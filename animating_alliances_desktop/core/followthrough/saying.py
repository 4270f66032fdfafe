"""Days and actions in words, as the British write them: for lists that leave the app, and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from animating_alliances_desktop.core.followthrough.model import Action, Owner, OwnerKind, Repeats, Status
from animating_alliances_desktop.core.pointing import in_words

REPEATS = {
    Repeats.WEEKLY: "every week",
    Repeats.FORTNIGHTLY: "every fortnight",
    Repeats.MONTHLY: "every month",
    Repeats.QUARTERLY: "every quarter",
}
NOBODY = "Nobody yet"


def said(day: date, today: date) -> str:
    """A day: “Friday 4 December”, or with the year if it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def owner_said(action: Action) -> str:
    """Who does it, and for whom."""
    owner = action.owner
    if not owner.name:
        return NOBODY
    other = owner.organisation_name
    return f"{owner.name} ({other})" if other and other != owner.name else owner.name


def facts(action: Action, today: date) -> list[str]:
    """What there is to say of an action besides its words and its owner."""
    told = []
    if action.due is not None:
        told.append(f"{'was due' if action.is_past(today) else 'due'} {said(action.due, today)}")
    if action.repeats is not Repeats.NEVER:
        told.append(REPEATS[action.repeats])
    if action.agreed:
        told.append("agreed aloud")
    if action.status is Status.DONE and action.closed_on is not None:
        told.append(f"done {said(action.closed_on, today)}")
    if action.status is Status.LET_GO and action.closed_on is not None:
        told.append(
            f"let go {said(action.closed_on, today)}" + (f": {action.reason}" if action.reason else "")
        )
    return told


def check_in(actions: Iterable[Action], today: date) -> str:
    """A short message to whoever owns these, to be copied and sent: what is open, and an offer of help."""
    by_alliance = _grouped(
        [one for one in actions if one.status is Status.OPEN], lambda one: one.alliance_name
    )
    if not by_alliance:
        return ""
    first = next(iter(by_alliance.values()))[0].owner
    if first.kind is OwnerKind.ME:
        return "\n".join(["What I said I would do", *_listed(by_alliance, today)]) + "\n"
    where = " and ".join(by_alliance) if len(by_alliance) < 3 else "our alliances"
    opening = f"here is what I have noted for you from {where}, so that we both have it in one place:"
    closing = (
        "Is there anything in the way, or anything that would make it easier? If plans have changed, "
        "that is fine: just let me know, and I will change it here."
    )
    return "\n".join([f"{_greeting(first)}\n", opening, *_listed(by_alliance, today), "", closing, "",
                      "With thanks and best wishes", ""])  # fmt: skip


def _greeting(owner: Owner) -> str:
    if not owner.name or owner.kind is OwnerKind.HUB:
        return "Hello all,"
    if owner.person is not None:
        return f"Hello {owner.name.split()[0]},"
    return f"Hello all at {owner.name}," if owner.kind is OwnerKind.MEMBER else f"Hello {owner.name},"


def _listed(by_alliance: dict[str, list[Action]], today: date) -> Iterable[str]:
    for name, actions in by_alliance.items():
        yield f"\n{name}:" if len(by_alliance) > 1 else ""
        for action in actions:
            yield f"- {in_words(action.text)}{_when(action, today)}"


def _when(action: Action, today: date) -> str:
    if action.due is None:
        return ""
    if action.is_past(today):
        return f" (we had {said(action.due, today)} in mind; another day is fine)"
    return f" (by {said(action.due, today)})"


def _grouped(actions: list[Action], key: Callable[[Action], str]) -> dict[str, list[Action]]:
    ordered = sorted(actions, key=lambda one: (key(one), one.due is None, one.due or date.max))
    return {name: list(group) for name, group in groupby(ordered, key)}
