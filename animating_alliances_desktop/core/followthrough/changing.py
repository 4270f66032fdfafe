"""What can be done to an action, each with the step that it leaves in the history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import ActionRow, AllianceRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough import rows
from animating_alliances_desktop.core.followthrough.days import next_time
from animating_alliances_desktop.core.followthrough.model import (
    OwnerKind,
    Repeats,
    Status,
    Step,
    StepKind,
    Wish,
)
from animating_alliances_desktop.core.followthrough.owners import known_in

_LONGEST = 2_000


def make(writing: Writing, alliance: AllianceRow, wish: Wish, day: date) -> ActionRow:
    """Make an action; raises AppError if nothing is to be done."""
    row = ActionRow(
        id=new_id(),
        alliance=alliance,
        alliance_id=alliance.id,
        text=checked(wish.text),
        day=day,
        due=wish.due,
        agreed=wish.agreed,
        status=Status.OPEN.value,
        repeats=wish.repeats.value,
        steps=[],
    )
    rows.put_owner(row, known_in(writing.session, alliance.id).owner(wish.owner, wish.kind))
    writing.add(row)
    rows.add_step(writing, row, Step(day, StepKind.MADE))
    return row


def checked(text: str) -> str:
    """The words of something, in one line; raises AppError if there are none."""
    words = " ".join(text.split())
    if not words:
        raise AppError("Write down what it is first.")
    if len(words) > _LONGEST:
        raise AppError("This is very long for one line. Write it into an entry, and the core of it here.")
    return words


def change(writing: Writing, row: ActionRow, wish: Wish, day: date) -> Iterator[UUID]:
    """Say it otherwise."""
    text = checked(wish.text)
    if text != row.text:
        yield _step(writing, row, day, StepKind.WORDS, row.text)
        row.text = text
    yield from give(writing, row, wish.owner, day, wish.kind)
    yield from move(writing, row, wish.due, day)
    row.agreed, row.repeats = wish.agreed, wish.repeats.value


def say_otherwise(writing: Writing, row: ActionRow, was: Wish, now: Wish) -> Iterator[UUID]:
    """Change it in what the line that it was taken from says otherwise now; the rest may have moved on."""
    if now.text != was.text and now.text != row.text:
        yield _step(writing, row, row.day, StepKind.WORDS, row.text)
        row.text = now.text
    if now.owner != was.owner:
        yield from give(writing, row, now.owner, row.day)
    if now.due != was.due:
        yield from move(writing, row, now.due, row.day)
    row.agreed = now.agreed if now.agreed != was.agreed else row.agreed
    row.repeats = now.repeats.value if now.repeats != was.repeats else row.repeats


def give(
    writing: Writing, row: ActionRow, name: str, day: date, kind: OwnerKind | None = None
) -> Iterator[UUID]:
    """Give it to somebody."""
    before = row.owner_name
    if name.strip() == before and kind in (None, row.owner_kind):
        return
    rows.put_owner(row, known_in(writing.session, row.alliance_id).owner(name, kind))
    writing.touch(row)
    if row.owner != before:
        yield _step(writing, row, day, StepKind.OWNER, before)


def move(writing: Writing, row: ActionRow, due: date | None, day: date) -> Iterator[UUID]:
    """Give it another day."""
    if due != row.due:
        yield _step(writing, row, day, StepKind.DUE, row.due.isoformat() if row.due else "")
        row.due = due


def mark_done(writing: Writing, row: ActionRow, day: date) -> Iterator[UUID]:
    """Say that it is done."""
    row.status, row.closed_on = Status.DONE.value, day
    yield _step(writing, row, day, StepKind.DONE)


def let_go(writing: Writing, row: ActionRow, reason: str, day: date) -> Iterator[UUID]:
    """Let it go."""
    row.status, row.closed_on, row.reason = Status.LET_GO.value, day, reason
    yield _step(writing, row, day, StepKind.LET_GO, reason)


def open_again(writing: Writing, row: ActionRow, day: date) -> Iterator[UUID]:
    """Take it up again."""
    if row.status != Status.OPEN:
        row.status, row.closed_on, row.reason = Status.OPEN.value, None, ""
        yield _step(writing, row, day, StepKind.OPENED)


def come_again(writing: Writing, row: ActionRow, day: date) -> Iterator[UUID]:
    """Make the next one of an action that comes again."""
    repeats = Repeats(row.repeats)
    if repeats is Repeats.NEVER:
        return
    due = next_time(repeats, row.due, day)
    wish = Wish(row.text, row.owner_name, due, row.agreed, repeats, OwnerKind(row.owner_kind))
    following = make(writing, row.alliance, wish, day)
    following.person_id, following.organisation_id = row.person_id, row.organisation_id
    following.follows_id = row.id
    yield following.id


def _step(writing: Writing, row: ActionRow, day: date, what: StepKind, text: str = "") -> UUID:
    return rows.add_step(writing, row, Step(day, what, text)).id
