"""Six years of work with twenty alliances: ten thousand entries and all that hangs on them, put in at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.record import new_id
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AllianceRow,
    AttendanceRow,
    DecisionRow,
    EntryRow,
    MeetingRow,
    MemberRow,
    NoteRow,
    NoticingRow,
    OrganisationRow,
    PersonRow,
    TaggingRow,
    TagRow,
)
from animating_alliances_desktop.core.workspace import Workspace
from tests.benchmarks.corpus import CORE

ALLIANCES, ENTRIES, PEOPLE, TAGS = 20, 10_000, 200, 30
YEARS = 6
_PARTS = ("what-happened", "so-what", "now-what")
Rows = dict[Any, list[dict[str, Any]]]


def fill(held: Workspace, today: date) -> None:
    """Put all of it into a workspace, but not into its index."""
    rows = Years(today).rows
    with held._database.rewrite() as connection:
        for table, some in rows.items():
            connection.execute(insert(table), some)


class Years:
    """Makes the rows; always the same ones."""

    def __init__(self, today: date) -> None:
        self._random, self._today = Random(5), today
        self.rows: Rows = {}
        self._alliances = [self._add(AllianceRow, today, name=f"Alliance {n}") for n in range(ALLIANCES)]
        organisations = [self._add(OrganisationRow, today, name=f"Member {n}") for n in range(40)]
        for alliance in self._alliances:
            for organisation in self._random.sample(organisations, 8):
                self._add(MemberRow, today, alliance_id=alliance, organisation_id=organisation)
        self._people = [self._add(PersonRow, today, name=f"Person {n} Obi") for n in range(PEOPLE)]
        self._tags = [self._add(TagRow, today, name=f"tag {n}") for n in range(TAGS)]
        days = YEARS * 365
        for n in range(ENTRIES):
            self._entry(today - timedelta(days=n * days // ENTRIES))

    def _entry(self, day: date) -> None:
        alliance = self._random.choice(self._alliances)
        met = self._meeting(alliance, day) if self._random.random() < 0.4 else None
        weekly = self._random.random() < 0.05
        parts = ("aims", "strategies", "learned", "next-week") if weekly else _PARTS
        entry = self._add(
            EntryRow,
            day,
            alliance_id=alliance,
            day=day,
            form="weekly-log" if weekly else "quick",
            parts={part: self._words(10, 50) for part in parts},
            kept_at=_moment(day),
            meeting_id=met,
            minutes=self._random.randint(5, 90),
            energy=self._random.choice([None, 2, 3, 4, 5]),
            trust=self._random.choice([None, 2, 3, 4, 5]),
        )
        self._leave(alliance, entry, met, day)
        if self._random.random() < 0.2:
            target = str(Ref(Kind.ENTRY, str(entry)))
            self._add(TaggingRow, day, tag_id=self._random.choice(self._tags), target=target)

    def _meeting(self, alliance: UUID, day: date) -> UUID:
        made = self._add(MeetingRow, day, alliance_id=alliance, day=day, title="Board", sequence=0)
        for person in self._random.sample(self._people, 3):
            self._add(AttendanceRow, day, meeting_id=made, person_id=person, name="Somebody")
        return made

    def _leave(self, alliance: UUID, entry: UUID, met: UUID | None, day: date) -> None:
        base = {"alliance_id": alliance, "entry_id": entry, "meeting_id": met, "day": day}
        for table, often in ((DecisionRow, 0.3), (NoticingRow, 0.3)):
            if self._random.random() < often:
                self._add(table, day, text=self._words(6, 20), **base)
        if self._random.random() < 0.5:
            due = day + timedelta(days=self._random.randint(3, 40))
            old = (self._today - day).days > 30
            status = self._random.choice(["done", "done", "let go"]) if old else "open"
            self._add(
                ActionRow,
                day,
                text=self._words(4, 12),
                owner="Somebody",
                owner_kind=self._random.choice(["hub", "member", "me"]),
                person_id=self._random.choice(self._people),
                due=due,
                status=status,
                closed_on=due if old else None,
                **base,
            )
        if self._random.random() < 0.1:
            about = self._random.choice([*self._alliances, None])
            ref = Ref(Kind.ALLIANCE, str(about)) if about is not None else Ref(Kind.PAPER, "overview")
            self._add(NoteRow, day, about=str(ref), about_title="It", text=self._words(10, 30))

    def _words(self, least: int, most: int) -> str:
        return " ".join(self._random.choices(CORE, k=self._random.randint(least, most))).capitalize() + "."

    def _add(self, table: Any, made: date, **values: Any) -> UUID:
        key = new_id()
        when = _moment(made)
        row = {
            "id": key,
            "created_at": when,
            "changed_at": when,
            "rev": 1,
            **dict(_defaults(table)),
            **values,
        }
        self.rows.setdefault(table, []).append(row)
        return key


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(16), UTC)


def _defaults(table: Any) -> Iterator[tuple[str, Any]]:
    """What a row made by hand has to say for itself: nothing, in every column."""
    for column in table.__table__.columns:
        if column.default is not None and column.default.is_scalar:
            yield column.key, column.default.arg
        elif column.nullable:
            yield column.key, None
