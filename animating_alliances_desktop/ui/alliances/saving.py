"""What the fields of an alliance's page say, written to where it belongs."""

from __future__ import annotations

from animating_alliances_desktop.core.alliances.days import day_typed
from animating_alliances_desktop.core.alliances.model import Facts
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.ports import Stores, Written, WrittenMember, WrittenSeat


def save(stores: Stores, ref: Ref, written: Written) -> Changes:
    """Save an alliance, and whoever of it is being changed; raises AppError."""
    facts = Facts(written.form, written.phase, written.hub, day_typed(written.since, stores.today()))
    changes = stores.alliances.describe(ref, written.name, written.purpose, written.description, facts)
    if written.member is not None:
        changes |= _save_member(stores, ref, written.member)
    if written.seat is not None:
        changes |= _save_seat(stores, written.seat)
    return changes


def _save_member(stores: Stores, ref: Ref, member: WrittenMember) -> Changes:
    today = stores.today()
    return stores.alliances.change_member(
        ref,
        member.key,
        member.name,
        member.people,
        member.seeks,
        firm_on=member.firm_on,
        role=member.role,
        span=(day_typed(member.since, today), day_typed(member.until, today)),
    )


def _save_seat(stores: Stores, seat: WrittenSeat) -> Changes:
    today = stores.today()
    since, until = day_typed(seat.since, today), day_typed(seat.until, today)
    return stores.people.change_seat(seat.key, seat.role, since, until)
