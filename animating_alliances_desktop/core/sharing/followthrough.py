"""Actions, decisions, noticings and intentions as pages and lists in Markdown, and actions as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Intention,
    Left,
    Status,
    Step,
    StepKind,
)
from animating_alliances_desktop.core.followthrough.saying import facts, owner_said, said
from animating_alliances_desktop.core.pointing import in_words

_COLUMNS = (
    "alliance", "action", "owner", "kind of owner", "organisation", "agreed on", "due", "agreed aloud", "status",
    "closed on", "reason", "repeats", "reference",
)  # fmt: skip
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NAMES = {Kind.DECISION: "Decision", Kind.NOTICING: "Noticing"}


def action_page(action: Action, today: date) -> str:
    """An action with its history."""
    head = " · ".join([action.alliance_name, owner_said(action), *facts(action, today)])
    lines = [f"- {said(step.day, today)}: {_told(step, today)}" for step in action.steps]
    return _joined([f"# {action.text}", f"*{head}*", "\n".join(lines)])


def intention_page(intention: Intention, today: date) -> str:
    """An intention, and what came of it."""
    facts = [intention.alliance_name, said(intention.day, today)]
    if intention.closed_on is not None:
        facts.append(f"closed {said(intention.closed_on, today)}")
    return _joined([f"# {intention.sentence}", f"*{' · '.join(facts)}*", intention.outcome])


def left_page(left: Left, today: date) -> str:
    """A decision or a noticing."""
    head = f"*{_NAMES[left.ref.kind]} · {left.alliance_name} · {said(left.day, today)}*"
    return _joined([f"# {left.text}", head])


def action_list(actions: Iterable[Action], today: date) -> str:
    """Actions as a list to tick, by alliance and owner."""
    ordered = sorted(actions, key=lambda one: (one.alliance_name.casefold(), owner_said(one).casefold()))
    parts = ["# Actions", f"*{said(today, today)} {today.year}*"]
    for alliance, its in groupby(ordered, lambda one: one.alliance_name):
        parts.append(f"## {alliance}")
        for owner, theirs in groupby(its, owner_said):
            parts += [f"### {owner}", "\n".join(_ticked(action, today) for action in theirs)]
    return _joined(parts)


def left_list(title: str, lefts: Iterable[Left], today: date) -> str:
    """Decisions or noticings, by alliance."""
    parts = [f"# {title}"]
    ordered = sorted(lefts, key=lambda one: one.alliance_name.casefold())
    for alliance, its in groupby(ordered, lambda one: one.alliance_name):
        parts += [f"## {alliance}", "\n".join(f"- {said(one.day, today)}: {one.text}" for one in its)]
    return _joined(parts)


def intention_list(intentions: Sequence[Intention], today: date) -> str:
    """Intentions and what came of them."""
    lines = (f"- {said(one.day, today)}: {one.sentence}" + (f"\n  {one.outcome}" if one.outcome else "")
             for one in intentions)  # fmt: skip
    return _joined(["# If-then", "\n".join(lines)])


def action_table(actions: Iterable[Action]) -> str:
    """Actions as a table of comma-separated values; no cell can be taken for a formula."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(_COLUMNS)
    table.writerows([_safe(cell) for cell in _cells(action)] for action in actions)
    return written.getvalue()


def _cells(action: Action) -> tuple[str, ...]:
    return (
        action.alliance_name,
        in_words(action.text),
        action.owner.name,
        action.owner.kind.value,
        action.owner.organisation_name,
        action.day.isoformat(),
        action.due.isoformat() if action.due else "",
        "yes" if action.agreed else "no",
        action.status.value,
        action.closed_on.isoformat() if action.closed_on else "",
        in_words(action.reason),
        action.repeats.value,
        str(action.ref),
    )


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would calculate is made a text by an apostrophe (OWASP, CSV injection)."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _ticked(action: Action, today: date) -> str:
    mark = " " if action.status is Status.OPEN else "x"
    told = facts(action, today)
    return f"- [{mark}] {action.text}" + (f" — {'; '.join(told)}" if told else "")


def _told(step: Step, today: date) -> str:
    match step.what:
        case StepKind.DUE:
            return (
                f"other day (was {said(date.fromisoformat(step.text), today)})"
                if step.text
                else "given a day"
            )
        case StepKind.OWNER:
            return f"other owner (was {step.text})" if step.text else "given an owner"
        case StepKind.WORDS:
            return f"said otherwise (was “{step.text}”)"
        case StepKind.MADE:
            return "written down"
        case _:
            return {StepKind.DONE: "done", StepKind.OPENED: "taken up again"}.get(
                step.what, "let go" + (f": {step.text}" if step.text else "")
            )


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"
