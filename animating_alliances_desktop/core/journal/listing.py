"""All entries at once, read column by column: there may be ten thousand of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import AddendumRow, AllianceRow, EntryRow
from animating_alliances_desktop.core.journal.forms import laid_out
from animating_alliances_desktop.core.journal.model import Addendum, Draft, Entry, Form

_COLUMNS: tuple[Any, ...] = (
    *(type_coerce(column, String) for column in (EntryRow.id, EntryRow.alliance_id, EntryRow.meeting_id)),
    *(EntryRow.day, EntryRow.form, EntryRow.title, EntryRow.minutes, EntryRow.parts),
    *(EntryRow.energy, EntryRow.trust),
    *(AllianceRow.name, EntryRow.rev, EntryRow.created_at, EntryRow.changed_at, EntryRow.kept_at),
)


def entries(
    session: Session, forms: Sequence[Form], alliance: Ref | None = None, most: int | None = None
) -> Iterator[Entry]:
    """Entries of one alliance or of all, the latest day first; no more than so many, if that is said."""
    query: Any = select(*_COLUMNS).join(AllianceRow, EntryRow.alliance_id == AllianceRow.id)
    if alliance is not None:
        query = query.where(EntryRow.alliance_id == UUID(alliance.key))
    thoughts = _thoughts(session)
    layout = _layouts(forms)
    query = query.order_by(EntryRow.day.desc(), EntryRow.created_at.desc()).limit(most)
    for row in session.execute(query):
        yield _entry(row, thoughts, layout)


def _entry(row: Any, thoughts: dict[str, list[Addendum]], layout: Any) -> Entry:
    key, alliance, met, day, form, title, minutes, parts, energy, trust, name, *state = row
    meeting = _ref(Kind.MEETING, met) if met is not None else None
    draft = Draft(_ref(Kind.ALLIANCE, alliance), day, form, title, minutes, parts, meeting, energy, trust)
    said = tuple([part for part, text in parts.items() if text.strip()])
    texts = tuple([(called, parts[part]) for part, called in layout(form, said)])
    label = title or f"{name}, {_day(day)}"
    rev, made, changed, kept = state
    return Entry(
        _ref(Kind.ENTRY, key),
        draft,
        label,
        name,
        rev,
        made,
        changed,
        kept,
        tuple(thoughts.get(key, ())),
        texts,
    )


def _thoughts(session: Session) -> dict[str, list[Addendum]]:
    found: dict[str, list[Addendum]] = {}
    query = select(type_coerce(AddendumRow.entry_id, String), AddendumRow.text, AddendumRow.created_at)
    for key, text, made in session.execute(query.order_by(AddendumRow.created_at)):
        found.setdefault(key, []).append(Addendum(text, made))
    return found


def _layouts(forms: Sequence[Form]) -> Any:
    """Lays a form out once for all entries that say something in the same parts."""

    @cache
    def layout(form: str, said: tuple[str, ...]) -> list[tuple[str, str]]:
        parts = laid_out(forms, form, dict.fromkeys(said, "x"))
        return [(part.key, part.title) for part in parts if part.key in said]

    return layout


@cache
def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _ref(kind: Kind, key: str) -> Ref:
    """Point at a row by its key as the database has it: to make a UUID of each takes a third of the time."""
    return Ref(kind, f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}")
