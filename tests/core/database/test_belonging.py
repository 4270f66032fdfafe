"""What is deleted takes along what needs it, lets go of what does not, and is tied to it again when it comes back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.belonging import keys
from animating_alliances_desktop.core.database.connection import open_engine
from animating_alliances_desktop.core.database.frozen import freeze
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import (
    RECORDS,
    ActionRow,
    AddendumRow,
    AllianceRow,
    AttendanceRow,
    DecisionRow,
    EntryRow,
    IntentionRow,
    KeptRow,
    MeetingRow,
    MemberRow,
    NoticingRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    StepRow,
    TombstoneRow,
)
from tests.core.database.conftest import NotingIndex

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NotingIndex]:
    """Made once: a file of this shape takes a while."""
    path, index = tmp_path_factory.mktemp("filled") / "workspace.db", NotingIndex()
    database = Database(schema.create(path), path, index)
    fill(database)
    database.close()
    return path, index


@contextmanager
def copy_of(filled: tuple[Path, NotingIndex]) -> Iterator[tuple[Database, NotingIndex]]:
    with TemporaryDirectory() as folder:
        path, index = Path(folder) / "workspace.db", NotingIndex()
        shutil.copy(filled[0], path)
        index.things.update(filled[1].things)
        database = Database(open_engine(path), path, index)
        yield database, index
        database.close()


def fill(database: Database) -> None:
    """One alliance with one of everything, and beside it what belongs to nobody."""
    with database.write() as writing:
        coast = AllianceRow(name="Coast")
        trust, ines = OrganisationRow(name="Harbour Trust"), PersonRow(name="Ines Obi")
        for row in (coast, trust, ines):
            writing.add(row)
        writing.session.flush()
        ines.organisation_id = trust.id
        member = MemberRow(alliance_id=coast.id, organisation_id=trust.id, seeks="calm")
        meeting = MeetingRow(alliance_id=coast.id, day=DAY, title="Spring round")
        writing.add(member)
        writing.add(meeting)
        writing.session.flush()
        entry = EntryRow(
            alliance_id=coast.id, day=DAY, form="free", parts={"text": "We met."}, meeting_id=meeting.id
        )
        writing.add(entry)
        writing.session.flush()
        first = ActionRow(
            owner="Ines",
            owner_kind="member",
            status="done",
            person_id=ines.id,
            organisation_id=trust.id,
            **left("Ring Tomasz", coast, entry, meeting),
        )
        writing.add(first)
        writing.session.flush()
        second = ActionRow(
            owner="", owner_kind="me", status="open", follows_id=first.id, **left("Again", coast)
        )
        for row in (
            second,
            SeatRow(alliance_id=coast.id, member_id=member.id, person_id=ines.id, role="speaks"),
            SeatRow(alliance_id=coast.id, person_id=ines.id, role="hub"),
            KeptRow(alliance_id=coast.id, target="aa:case/harbour"),
            AttendanceRow(meeting_id=meeting.id, person_id=ines.id, name="Ines Obi", present=True),
            AddendumRow(entry_id=entry.id, text="Later: they meant it."),
            StepRow(action_id=first.id, day=DAY, what="done"),
            DecisionRow(**left("Consent", coast, entry, meeting)),
            NoticingRow(**left("Silence", coast, entry)),
            IntentionRow(cue="If", **left("then", coast, None, meeting)),
        ):
            writing.add(row)


def left(text: str, alliance: Record, entry: Record | None = None, meeting: Record | None = None) -> Any:
    keys = {"alliance_id": alliance.id}
    keys |= {"entry_id": entry.id} if entry else {}
    keys |= {"meeting_id": meeting.id} if meeting else {}
    return {"text": text, "day": DAY, **keys}


def state(database: Database) -> dict[str, Any]:
    with database.read() as session:
        return {
            f"{table.__tablename__}:{row.id}": freeze(row)
            for table in RECORDS
            for row in session.scalars(select(table))
        }


def only(database: Database, table: type[Record]) -> Record:
    with database.read() as session:
        row = session.scalars(select(table)).first()
        assert row is not None
        return row


def delete(database: Database, table: type[Record]) -> UUID:
    with database.write() as writing:
        row = writing.session.scalars(select(table)).first()
        assert row is not None
        return writing.delete(row)


def restore(database: Database, batch: UUID) -> frozenset[Ref]:
    with database.write() as writing:
        writing.restore(batch)
    return writing.changes.refs


def test_an_alliance_goes_with_everything_of_it_and_all_of_it_comes_back(
    filled: tuple[Path, NotingIndex],
) -> None:
    with copy_of(filled) as (database, index):
        before, found = state(database), dict(index.things)
        batch = delete(database, AllianceRow)
        assert {key.partition(":")[0] for key in state(database)} == {"organisation", "person"}
        assert {ref.kind.value for ref in index.things} == {"organisation", "person"}
        restore(database, batch)
        assert state(database) == before
        assert index.things == found
        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(TombstoneRow)) == 0


def test_a_meeting_leaves_its_entry_and_takes_it_up_again(filled: tuple[Path, NotingIndex]) -> None:
    with copy_of(filled) as (database, _index):
        before, rev = state(database), only(database, EntryRow).rev
        batch = delete(database, MeetingRow)
        entry = only(database, EntryRow)
        assert isinstance(entry, EntryRow)
        assert (entry.meeting_id, entry.rev) == (None, rev), "an open editor can still save"
        assert not any(key.startswith("attendance") for key in state(database))
        assert entry.ref in restore(database, batch), "pages that show the entry hear of it"
        assert state(database) == before


def test_what_was_tied_anew_meanwhile_stays_so(filled: tuple[Path, NotingIndex]) -> None:
    with copy_of(filled) as (database, _index):
        batch = delete(database, MeetingRow)
        with database.write() as writing:
            other = MeetingRow(alliance_id=only(database, AllianceRow).id, day=DAY, title="Another")
            writing.add(other)
            writing.session.flush()
            writing.session.scalars(select(EntryRow)).one().meeting_id = other.id
        restore(database, batch)
        entry = only(database, EntryRow)
        assert isinstance(entry, EntryRow)
        assert entry.meeting_id == other.id


def test_a_member_takes_along_who_sits_for_it_and_nobody_of_the_hub(filled: tuple[Path, NotingIndex]) -> None:
    with copy_of(filled) as (database, _index):
        delete(database, MemberRow)
        seat = only(database, SeatRow)
        assert isinstance(seat, SeatRow)
        assert seat.role == "hub"


@settings(max_examples=40)
@given(st.lists(st.sampled_from(RECORDS), max_size=7), st.randoms())
def test_whatever_is_deleted_one_after_the_other_comes_back_in_any_order(
    filled: tuple[Path, NotingIndex], tables: list[type[Record]], random: Any
) -> None:
    with copy_of(filled) as (database, index):
        before, found = state(database), dict(index.things)
        batches = []
        for table in tables:
            with database.read() as session:
                there = session.scalars(select(table)).first()
            if there is not None:
                batches.append(delete(database, table))
        random.shuffle(batches)
        # What needs a row that is not back yet waits for a later round.
        for batch in batches * (len(batches) + 1):
            restore(database, batch)
        assert state(database) == before
        assert index.things == found


def test_every_key_of_the_schema_is_known() -> None:
    known = {(key.table.__tablename__, key.name) for key in keys()}
    assert {("seat", "member_id"), ("entry", "meeting_id"), ("action", "follows_id")} <= known
    assert len(known) == sum(len(table.__table__.foreign_keys) for table in RECORDS)
