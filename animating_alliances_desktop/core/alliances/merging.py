"""Two organisations, or two people, who turn out to be one: everything follows, and can be parted again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select

from animating_alliances_desktop.core.alliances.organisations import addresses, touch_around
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.belonging import pointing_at
from animating_alliances_desktop.core.database.merged import Pen, put_back, settle
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import (
    AttendanceRow,
    CollectedRow,
    KeptRow,
    MemberRow,
    MergedRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    TaggingRow,
)
from animating_alliances_desktop.core.errors import AppError

TABLES: dict[Kind, type[OrganisationRow | PersonRow]] = {
    Kind.ORGANISATION: OrganisationRow,
    Kind.PERSON: PersonRow,
}


def merge(writing: Writing, ref: Ref, into: Ref) -> None:
    """Let one go up in the other; raises AppError if they are not of one kind, or the same."""
    if ref.kind is not into.kind or ref.kind not in TABLES:
        raise AppError("Only two organisations, or two people, can be merged.")
    one, goal = writing.find(TABLES[ref.kind], ref), writing.find(TABLES[into.kind], into)
    if one is goal:
        raise AppError("These two are one already.")
    pen = Pen(writing.session)
    _join(pen, one, goal)
    turned = pen.turn(one, goal)
    writing.flush()
    settle(writing.session, turned)
    doubles = _doubles(writing, pen, goal)
    batch = writing.delete(*doubles, one)
    writing.session.add(MergedRow(old=str(one.ref), into=str(goal.ref), batch=batch, changed=pen.changed))
    _touch(writing, goal)


def part(writing: Writing, ref: Ref) -> None:
    """Take the merging of one into another back; raises AppError if that is not to be had any more."""
    merged = writing.session.get(MergedRow, str(ref))
    if merged is None:
        raise AppError("This was not merged, or has been parted already.")
    goal = writing.find(TABLES[ref.kind], Ref.parse(merged.into))
    if str(goal.ref) != merged.into:
        raise AppError("It was merged once more since. Take that back first.")
    back = writing.restore(merged.batch)
    if not back:
        raise AppError("It was merged too long ago to be parted again.")
    rows = put_back(writing.session, merged.changed)
    writing.session.delete(merged)
    writing.flush()
    settle(writing.session, rows)
    for row in (goal, *(row for row in back if isinstance(row, type(goal)))):
        _touch(writing, row)


def _touch(writing: Writing, row: Record) -> None:
    writing.touch(row)
    touch_around(writing, row)


def _join(pen: Pen, one: Any, goal: Any) -> None:
    """What is said of the one is said of the other now, too."""
    pen.put(goal, "about", _both(goal.about, one.about))
    if isinstance(goal, PersonRow):
        known = addresses(goal.email)
        new = [each for each in one.email.split(",") if each.strip() and each.strip().casefold() not in known]
        pen.put(
            goal, "email", ", ".join(each.strip() for each in (*goal.email.split(","), *new) if each.strip())
        )
        pen.put(goal, "organisation_id", goal.organisation_id or one.organisation_id)


def _doubles(writing: Writing, pen: Pen, goal: Record) -> list[Record]:
    """What is there twice now; what only one of the two says, the one that stays says from now on."""
    doubles: list[Record] = []
    for table, same, fold in _ALIKE:
        stay: dict[Any, Any] = {}
        for row in [row for row in _around(writing, goal) if type(row) is table]:
            first = stay.setdefault(same(row), row)
            if first is not row:
                fold(pen, writing, first, row)
                doubles.append(row)
        writing.flush()
    settle(writing.session, [row for row in _around(writing, goal) if isinstance(row, SeatRow)])
    return doubles


def _around(writing: Writing, goal: Record) -> list[Record]:
    """What points at it, by a key or by its reference; the first that was made comes first."""
    rows: list[Record] = list(pointing_at(writing.session, goal))
    rows += [seat for row in rows if isinstance(row, MemberRow) for seat in pointing_at(writing.session, row)]
    by_ref: tuple[Any, ...] = (KeptRow, TaggingRow, CollectedRow)
    for table in by_ref:
        rows += writing.session.scalars(select(table).where(table.target == str(goal.ref)))
    return sorted(dict.fromkeys(rows), key=lambda row: row.id)


def _fold_members(pen: Pen, writing: Writing, first: MemberRow, other: MemberRow) -> None:
    for name in ("people", "seeks", "firm_on", "role"):
        pen.put(first, name, _both(getattr(first, name), getattr(other, name)))
    pen.put(first, "since", _outer(min, first.since, other.since))
    pen.put(
        first, "until", None if None in (first.until, other.until) else _outer(max, first.until, other.until)
    )
    for seat in writing.session.scalars(select(SeatRow).where(SeatRow.member_id == other.id)):
        pen.put(seat, "member_id", first.id)


def _fold_seats(pen: Pen, writing: Writing, first: SeatRow, other: SeatRow) -> None:
    pen.put(first, "role", _both(first.role, other.role, ", "))
    pen.put(first, "since", _outer(min, first.since, other.since))
    pen.put(
        first, "until", None if None in (first.until, other.until) else _outer(max, first.until, other.until)
    )


def _fold_attendances(pen: Pen, writing: Writing, first: AttendanceRow, other: AttendanceRow) -> None:
    if other.present is not None:
        pen.put(first, "present", bool(first.present) or other.present)


def _fold_nothing(pen: Pen, writing: Writing, first: Record, other: Record) -> None:
    """Two of these say no more than one."""


def _both(first: str, other: str, between: str = "\n") -> str:
    return between.join(dict.fromkeys(text for text in (first, other) if text.strip()))


def _outer(which: Callable[[Iterable[Any]], Any], *days: Any) -> Any:
    return which([day for day in days if day is not None]) if any(days) else None


_ALIKE: tuple[tuple[type[Record], Callable[[Any], Any], Callable[..., None]], ...] = (
    (MemberRow, lambda row: (row.alliance_id, row.organisation_id), _fold_members),
    (SeatRow, lambda row: (row.alliance_id, row.member_id, row.person_id), _fold_seats),
    (AttendanceRow, lambda row: (row.meeting_id, row.person_id), _fold_attendances),
    (KeptRow, lambda row: (row.alliance_id, row.target), _fold_nothing),
    (TaggingRow, lambda row: (row.tag_id, row.target), _fold_nothing),
    (CollectedRow, lambda row: (row.collection_id, row.target), _fold_nothing),
)
"""What is one thing twice, and what becomes of what the second says."""
