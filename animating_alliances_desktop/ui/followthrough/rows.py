"""How the things of the follow-through page are put into words: a row for each, and a heading for each group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Intention,
    OwnerKind,
    Repeats,
    Status,
    Step,
    StepKind,
)
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.followthrough.listing import (
    Group,
    Grouping,
    Key,
    Look,
    Side,
    Standing,
    Thing,
    When,
    Who,
)
from animating_alliances_desktop.ui.kit.rows import Row

_SOON = 6


def rows_of(groups: Sequence[Group], look: Look, today: date) -> list[Row]:
    """Make the rows of all groups."""
    return [_row(thing, heading(group.key), look, today) for group in groups for thing in group.things]


def heading(key: Key) -> str:
    """What stands above a group."""
    if isinstance(key, date):
        return said(key, "MMMM yyyy")
    if not isinstance(key, When | Who | Standing):
        return key
    return {
        When.EARLIER: _tr("Was meant for earlier"),
        When.THIS_WEEK: _tr("This week"),
        When.NEXT_WEEK: _tr("Next week"),
        When.LATER: _tr("Later"),
        When.SOME_DAY: _tr("No day yet"),
        Who.HUB: _tr("The hub"),
        Who.ME: _tr("Me"),
        Who.OTHERS: _tr("Others"),
        Who.NOBODY: _tr("Nobody yet"),
        Standing.OPEN: _tr("Open"),
        Standing.CLOSED: _tr("What came of them"),
    }[key]


def owner_words(name: str, kind: OwnerKind, organisation: str = "") -> str:
    """Who does it."""
    if not name:
        return _tr("Nobody yet")
    if kind is OwnerKind.ME:
        return _tr("Me")
    if kind is OwnerKind.HUB and name == "the hub":
        return _tr("The hub")
    return f"{name} ({organisation})" if organisation and organisation != name else name


def due_words(due: date | None, today: date, *, is_open: bool = True) -> str:
    """For when it is meant; gently, once that day has gone by."""
    if due is None:
        return ""
    if is_open and due == today:
        return _tr("due today")
    if is_open and due == today + timedelta(1):
        return _tr("due tomorrow")
    if is_open and today < due <= today + timedelta(_SOON):
        return _tr("due {day}").format(day=said(due, "dddd"))
    day = said(due, "d MMM" if due.year == today.year else "d MMM yyyy")
    return (_tr("due {day}") if due > today else _tr("was due {day}")).format(day=day)


def repeats_words(repeats: Repeats) -> str:
    """How often it comes again."""
    return {
        Repeats.NEVER: "",
        Repeats.WEEKLY: _tr("every week"),
        Repeats.FORTNIGHTLY: _tr("every fortnight"),
        Repeats.MONTHLY: _tr("every month"),
        Repeats.QUARTERLY: _tr("every quarter"),
    }[repeats]


def step_words(step: Step) -> str:
    """What happened, and when."""
    what = {
        StepKind.MADE: _tr("Written down"),
        StepKind.WORDS: _tr("Said otherwise; it was “{before}”"),
        StepKind.OWNER: _tr("Given to somebody else; before: {before}")
        if step.text
        else _tr("Given to somebody"),
        StepKind.DUE: _tr("Given another day; before: {before}") if step.text else _tr("Given a day"),
        StepKind.DONE: _tr("Done"),
        StepKind.LET_GO: _tr("Let go: {before}") if step.text else _tr("Let go"),
        StepKind.OPENED: _tr("Taken up again"),
    }[step.what]
    before = said(date.fromisoformat(step.text), "d MMM yyyy") if _is_day(step) else in_words(step.text)
    return f"{said(step.day, 'd MMM yyyy')}: {what.format(before=before)}"


@cache
def said(day: date, form: str) -> str:
    """A day, as the user's language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _is_day(step: Step) -> bool:
    return step.what is StepKind.DUE and bool(step.text)


def _row(thing: Thing, section: str, look: Look, today: date) -> Row:
    if isinstance(thing, Action):
        facts = _facts(thing, today)
        where = "" if look.grouping is Grouping.ALLIANCE and look.side is Side.OPEN else thing.alliance_name
        meta = " · ".join(part for part in (*facts, where) if part)
        return Row(thing.ref, in_words(thing.text), in_words(thing.reason), meta, section=section)
    meta = f"{said(thing.day, 'd MMMM yyyy')} · {thing.alliance_name}"
    if isinstance(thing, Intention):
        return Row(thing.ref, in_words(intention_words(thing)), thing.outcome, meta, section=section)
    return Row(thing.ref, in_words(thing.text), "", meta, section=section)


def intention_words(intention: Intention) -> str:
    """The whole of an intention."""
    return _tr("If {cue}, then I will {then}").format(cue=intention.cue, then=intention.text)


def _facts(action: Action, today: date) -> list[str]:
    owner, is_open = action.owner, action.status is Status.OPEN
    facts = [
        owner_words(owner.name, owner.kind, owner.organisation_name),
        due_words(action.due, today) if is_open else _closed(action),
        repeats_words(action.repeats),
        _tr("agreed aloud") if action.agreed else "",
    ]
    return [fact for fact in facts if fact]


def _closed(action: Action) -> str:
    day = said(action.closed_on or action.day, "d MMM yyyy")
    return (_tr("done {day}") if action.status is Status.DONE else _tr("let go {day}")).format(day=day)


def nothing_words(side: Side) -> tuple[str, str]:
    """What is said where nothing is."""
    return {
        Side.OPEN: (
            _tr("Nothing is open"),
            _tr(
                "Write an action into the line above, such as “Send the draft @Ana by Friday”. In a journal entry, "
                "a line that begins with -> becomes an action when the entry is kept."
            ),
        ),
        Side.CLOSED: (
            _tr("Nothing is closed yet"),
            _tr("What is done, and what was let go with its reason, gathers here."),
        ),
        Side.DECISIONS: (
            _tr("No decisions yet"),
            _tr(
                "Write one into the line above. In a journal entry, a line that begins with ! becomes a decision "
                "when the entry is kept."
            ),
        ),
        Side.NOTICINGS: (
            _tr("Nothing noticed yet"),
            _tr(
                "What struck you and should not be lost: write it into the line above, or into a journal entry on "
                "a line that begins with ~."
            ),
        ),
        Side.INTENTIONS: (
            _tr("No intentions yet"),
            _tr(
                "Write one into the line above: If nobody speaks, then I will wait. Up to three at once in an "
                "alliance; before the next meeting you are asked what came of them."
            ),
        ),
        Side.SHARES: ("", ""),
    }[side]


@cache
def _tr(text: str) -> str:
    return QCoreApplication.translate("FollowThrough", text)
