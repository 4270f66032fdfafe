"""Actions, decisions, noticings and intentions as rows, and the rows as what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.frozen import freeze, thaw
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AllianceRow,
    IntentionRow,
    OrganisationRow,
    PersonRow,
    StepRow,
)
from animating_alliances_desktop.core.database.tables.followthrough import Left as LeftRow
from animating_alliances_desktop.core.followthrough.model import (
    Action,
    Intention,
    Left,
    Owner,
    OwnerKind,
    Repeats,
    Status,
    Step,
    StepKind,
)

_OWN = ("id", "created_at", "changed_at", "rev")
_LISTED = (
    ActionRow.id,
    ActionRow.text,
    ActionRow.alliance_id,
    ActionRow.day,
    ActionRow.entry_id,
    ActionRow.meeting_id,
    ActionRow.owner,
    ActionRow.owner_kind,
    ActionRow.person_id,
    ActionRow.organisation_id,
    ActionRow.due,
    ActionRow.agreed,
    ActionRow.status,
    ActionRow.reason,
    ActionRow.closed_on,
    ActionRow.repeats,
)


def whole_rows() -> Select[ActionRow]:
    """Actions with everything there is to them."""
    return select(ActionRow).options(
        joinedload(ActionRow.alliance), joinedload(ActionRow.person), joinedload(ActionRow.organisation)
    )


def listed_query() -> Any:
    """What a list shows of actions, for `listed_action`: with thousands, rows of the ORM take four times as long."""
    return (
        select(*_LISTED, AllianceRow.name, PersonRow.name, OrganisationRow.name)
        .join(AllianceRow, AllianceRow.id == ActionRow.alliance_id)
        .outerjoin(PersonRow, PersonRow.id == ActionRow.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ActionRow.organisation_id)
    )


def listed_action(found: Any) -> Action:
    """An action, without its history."""
    (key, text, alliance, day, entry, meeting, owner, kind, person, organisation, due, agreed, status, reason,
     closed_on, repeats, alliance_name, person_name, organisation_name) = found  # fmt: skip
    return Action(
        Ref(Kind.ACTION, str(key)),
        text,
        Ref(Kind.ALLIANCE, str(alliance)),
        alliance_name,
        day,
        _ref(Kind.ENTRY, entry),
        _ref(Kind.MEETING, meeting),
        Owner(
            person_name or organisation_name or owner,
            OwnerKind(kind),
            _ref(Kind.PERSON, person),
            _ref(Kind.ORGANISATION, organisation),
            organisation_name or "",
        ),
        due,
        agreed,
        Status(status),
        reason,
        closed_on,
        Repeats(repeats),
    )


def by_due(query: Any) -> Any:
    """In the order in which they are due."""
    return query.order_by(ActionRow.due.is_(None), ActionRow.due, ActionRow.created_at)


def common(row: LeftRow) -> dict[str, Any]:
    """What all of them have."""
    return {
        "ref": row.ref,
        "text": row.text,
        "alliance": Ref(AllianceRow.KIND, str(row.alliance_id)),
        "alliance_name": row.alliance.name,
        "day": row.day,
        "entry": _ref(Kind.ENTRY, row.entry_id),
        "meeting": _ref(Kind.MEETING, row.meeting_id),
    }


def left_of(row: LeftRow) -> Left:
    """A decision or a noticing."""
    return Left(**common(row))


def action_of(row: ActionRow) -> Action:
    """An action with its history."""
    return Action(
        **common(row),
        owner=_owner(row),
        due=row.due,
        agreed=row.agreed,
        status=Status(row.status),
        reason=row.reason,
        closed_on=row.closed_on,
        repeats=Repeats(row.repeats),
        steps=tuple(Step(one.day, StepKind(one.what), one.text) for one in row.steps),
    )


def intention_of(row: IntentionRow) -> Intention:
    """An intention."""
    return Intention(**common(row), cue=row.cue, outcome=row.outcome, closed_on=row.closed_on)


def put_owner(row: ActionRow, owner: Owner) -> None:
    """Write down whose an action is."""
    row.owner, row.owner_kind = owner.name, owner.kind.value
    row.person_id = UUID(owner.person.key) if owner.person else None
    row.organisation_id = UUID(owner.organisation.key) if owner.organisation else None


def add_step(writing: Writing, row: ActionRow, step: Step) -> StepRow:
    """Add to the history of an action."""
    made = StepRow(action_id=row.id, day=step.day, what=step.what.value, text=step.text)
    writing.add(made)
    return made


def as_it_was(row: LeftRow) -> Mapping[str, Any]:
    """A row, to be put back."""
    return freeze(row)


def put_back(writing: Writing, table: type[LeftRow], before: Iterable[Mapping[str, Any]]) -> None:
    """Give rows the contents that they had."""
    for frozen in before:
        was: Any = thaw(table, dict(frozen))
        row = writing.find(table, was.ref)
        for name in frozen:
            if name not in _OWN:
                setattr(row, name, getattr(was, name))
        writing.touch(row)


def _owner(row: ActionRow) -> Owner:
    organisation = row.organisation
    return Owner(
        row.owner_name,
        OwnerKind(row.owner_kind),
        _ref(Kind.PERSON, row.person_id),
        _ref(Kind.ORGANISATION, row.organisation_id),
        organisation.name if organisation is not None else "",
    )


def _ref(kind: Kind, key: UUID | None) -> Ref | None:
    return Ref(kind, str(key)) if key is not None else None
