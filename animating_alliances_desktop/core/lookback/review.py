"""The review of a week or a quarter: what was noticed, decided, done and let go, and what was aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import ActionRow, EntryRow
from animating_alliances_desktop.core.lookback.model import (
    AIMS,
    DONE,
    LEARNED,
    LET_GO,
    NEXT_AIMS,
    OPEN,
    WEEKLY_LOG,
    Aim,
    Moment,
    Period,
    Review,
    Scope,
)
from animating_alliances_desktop.core.lookback.moments import moments, of_refs, within

_EVER = Scope()
_GATHERED = (Kind.NOTICING, Kind.DECISION, Kind.INTENTION, Kind.ENTRY, Kind.MEETING)


def review(session: Session, period: Period, scope: Scope) -> Review:
    """Gather what a span held; everything stands in the order in which it came."""
    by_kind: dict[Kind, list[Moment]] = {kind: [] for kind in _GATHERED}
    for moment in reversed(moments(session, scope, _GATHERED)):
        by_kind[moment.kind].append(moment)
    figures = _figures(session, scope)
    return Review(
        period=period,
        scope=scope,
        brought=_brought(session, scope) if period is Period.WEEK else None,
        aims=tuple(_said(session, scope, AIMS if period is Period.WEEK else NEXT_AIMS)),
        learned=tuple(_said(session, scope, LEARNED)),
        noticings=tuple(by_kind[Kind.NOTICING]),
        decisions=tuple(by_kind[Kind.DECISION]),
        done=tuple(_actions(session, scope, DONE)),
        let_go=tuple(_actions(session, scope, LET_GO)),
        waiting=tuple(_actions(session, scope, OPEN)),
        intentions=tuple(by_kind[Kind.INTENTION]),
        entries=tuple(by_kind[Kind.ENTRY]),
        meetings=tuple(by_kind[Kind.MEETING]),
        energy=tuple(energy for energy, _trust, _minutes in figures if energy is not None),
        trust=tuple(trust for _energy, trust, _minutes in figures if trust is not None),
        minutes=sum(minutes or 0 for _energy, _trust, minutes in figures),
    )


def _figures(session: Session, scope: Scope) -> list[Any]:
    query = select(EntryRow.energy, EntryRow.trust, EntryRow.minutes).order_by(EntryRow.day)
    return list(session.execute(within(query, EntryRow, scope)))


def _said(session: Session, scope: Scope, part: str) -> Iterator[Aim]:
    """What one part of the weekly logs in a scope says."""
    query = select(EntryRow.id, EntryRow.day, EntryRow.parts).where(EntryRow.form == WEEKLY_LOG)
    for key, day, parts in session.execute(within(query, EntryRow, scope).order_by(EntryRow.day)):
        if parts.get(part, "").strip():
            yield Aim(Ref(Kind.ENTRY, str(key)), day, parts[part].strip())


def _brought(session: Session, scope: Scope) -> Aim | None:
    """The aims of the latest log before a scope."""
    assert scope.span is not None
    query = select(EntryRow.id, EntryRow.day, EntryRow.parts).where(EntryRow.form == WEEKLY_LOG)
    query = within(query, EntryRow, Scope(scope.alliance)).where(EntryRow.day < scope.span.since)
    latest = session.execute(query.order_by(EntryRow.day.desc(), EntryRow.id.desc()).limit(1)).first()
    if latest is None or not latest.parts.get(NEXT_AIMS, "").strip():
        return None
    return Aim(Ref(Kind.ENTRY, str(latest.id)), latest.day, latest.parts[NEXT_AIMS].strip())


def _actions(session: Session, scope: Scope, status: str) -> list[Moment]:
    """What was done or let go in a span, whenever it was agreed; of the open ones, what was due by its end."""
    assert scope.span is not None
    query = select(ActionRow.id).where(ActionRow.status == status)
    query = within(query, ActionRow, Scope(scope.alliance))
    if status == OPEN:
        query = query.where(ActionRow.due <= scope.span.until)
    else:
        query = query.where(ActionRow.closed_on.between(scope.span.since, scope.span.until))
    refs = [Ref(Kind.ACTION, str(key)) for key in session.scalars(query)]
    return of_refs(session, refs, _EVER)[::-1]
