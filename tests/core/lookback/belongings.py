"""A spring and a summer with one alliance: what was written, met, decided, agreed and noticed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AttendanceRow,
    DecisionRow,
    IntentionRow,
    MeetingRow,
    NoticingRow,
    PersonRow,
)
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.pointing import pointer_to
from animating_alliances_desktop.core.workspace import Workspace

TODAY = date(2026, 11, 26)
"""A Thursday."""
ENGAGEMENT = Ref.parse("question/engagement")
CASE = Ref.parse("case/harbour")


@dataclass(frozen=True)
class Kept:
    """What lies in the workspace."""

    coast: Ref
    table: Ref
    ines: Ref
    meeting: Ref
    entry: Ref
    log: Ref


def fill(held: Workspace) -> Kept:
    """Write all of it."""
    coast, table = held.alliances.add("Coast")[1], held.alliances.add("Table")[1]
    ines = put(held, PersonRow(name="Inês Obi"))
    monday = TODAY - timedelta(days=3)
    meeting = put(held, MeetingRow(title="Board", day=monday, alliance_id=UUID(coast.key), sequence=0))
    put(held, AttendanceRow(name="Inês Obi", person_id=UUID(ines.key), meeting_id=UUID(meeting.key)))
    draft = Draft(
        coast, monday, title="The vote", parts={"what-happened": "We put it off."}, minutes=90, energy=4
    )
    entry = held.journal.add(draft)[1].ref
    log = held.journal.add(
        Draft(
            coast,
            TODAY - timedelta(days=10),
            "weekly-log",
            parts={"learned": "Ask sooner.", "next-week": "Ring the harbour on Tuesday."},
        )
    )[1].ref
    about = f"Compare {pointer_to(CASE, 'the harbour')}."
    held.journal.add(Draft(table, TODAY - timedelta(days=2), parts={"what-happened": about}))
    held.journal.add(Draft(table, date(2025, 11, 25), title="A year before", parts={"so-what": "Tired."}))
    leave(held, coast, entry, monday)
    held.annotations.add_note(ENGAGEMENT, "Good will ends at half past five.")
    return Kept(coast, table, ines, meeting, entry, log)


def leave(held: Workspace, coast: Ref, entry: Ref, day: date) -> None:
    """What the entry left behind."""
    base: dict[str, Any] = {"alliance_id": UUID(coast.key), "day": day, "entry_id": UUID(entry.key)}
    put(held, DecisionRow(text="No vote before Easter.", **base))
    put(held, IntentionRow(cue="it is Monday", outcome="She was away.", **base | {"text": "ring Ines"}))
    put(held, NoticingRow(text="Nobody looked at Inês Obi.", **base))
    base |= {"owner": "Ines", "owner_kind": "member", "agreed": True, "repeats": ""}
    put(held, ActionRow(text="Send the minutes", status="done", closed_on=TODAY, **base))
    put(
        held,
        ActionRow(text="Paint the boat", status="let go", closed_on=TODAY, reason="No boat.", **base),
    )
    put(held, ActionRow(text="Find a chair", status="open", due=TODAY, **base))
    put(held, ActionRow(text="Find a hall", status="open", due=TODAY + timedelta(days=30), **base))


def put(held: Workspace, row: Any) -> Ref:
    """Keep one row."""
    with held._database.write() as writing:
        writing.session.add(row)
        writing.session.flush()
        ref: Ref = row.ref
    return ref
