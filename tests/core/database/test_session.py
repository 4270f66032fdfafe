"""A write keeps revisions, tombstones and the index in step, all or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AllianceRow, EntryRow, RevisionRow, TombstoneRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.journal.store import JournalStore
from tests.core.database.conftest import NotingIndex


def add(database: Database, name: str = "Coast") -> Ref:
    with database.write() as writing:
        row = AllianceRow(name=name, purpose="keep the coast")
        writing.add(row)
    return row.ref


def revisions(database: Database) -> list[RevisionRow]:
    with database.read() as session:
        return list(session.scalars(select(RevisionRow)))


def test_a_new_row_has_a_time_ordered_key_its_times_and_revision_one(database: Database) -> None:
    first, second = add(database, "A"), add(database, "B")
    with database.read() as session:
        rows = session.scalars(select(AllianceRow).order_by(AllianceRow.id)).all()
    assert [row.ref for row in rows] == [first, second]
    assert {row.id.version for row in rows} == {7}
    assert {row.rev for row in rows} == {1}
    assert all(row.created_at.tzinfo is not None for row in rows)


def test_overwritten_text_becomes_a_revision(database: Database) -> None:
    ref = add(database)
    with database.write() as writing:
        writing.find(AllianceRow, ref).purpose = "sell the coast"
    (revision,) = revisions(database)
    assert revision.texts == {"purpose": "keep the coast"}
    assert (revision.ref, revision.rev) == (str(ref), 1)
    with database.read() as session:
        row = session.scalar(select(AllianceRow))
        assert row is not None
        assert row.rev == 2
        assert row.changed_at > row.created_at


@pytest.mark.parametrize("after", ["keep the whole coast", "keep the coast clean", "do keep the coast"])
def test_words_put_in_lose_nothing_and_make_no_revision(database: Database, after: str) -> None:
    ref = add(database)
    with database.write() as writing:
        writing.find(AllianceRow, ref).purpose = after
    assert revisions(database) == []


@pytest.mark.parametrize("after", ["", "keep coast", "keep the sea and the cost"])
def test_words_taken_away_make_one(database: Database, after: str) -> None:
    ref = add(database)
    with database.write() as writing:
        writing.find(AllianceRow, ref).purpose = after
    assert len(revisions(database)) == 1


def test_a_failing_index_undoes_the_write(database: Database, index: NotingIndex) -> None:
    index.fails = True
    with pytest.raises(RuntimeError):
        add(database)
    with database.read() as session:
        assert session.scalars(select(AllianceRow)).all() == []


def test_what_is_deleted_leaves_a_tombstone_and_comes_back_whole(
    database: Database, index: NotingIndex
) -> None:
    alliances, journal = AllianceStore(database), JournalStore(database)
    _changes, ref = alliances.add("Coast", "keep it")
    alliances.add_member(ref, "Harbour Trust", "Ines", "a dry quay")
    _changes, entry = journal.add(Draft(ref, date(2026, 11, 20), parts={WHAT: "We met."}))
    journal.add_thought(entry.ref, "Later: they meant it.")
    before = (alliances.get(ref), journal.get(entry.ref))

    changes, batch = alliances.remove(ref)
    assert {ref, entry.ref} <= changes.refs
    assert index.things == {}
    with pytest.raises(AppError, match="There is no entry"):
        journal.get(entry.ref)
    with database.read() as session:
        assert len(session.scalars(select(TombstoneRow)).all()) == 5
        assert session.scalars(select(EntryRow)).all() == []

    alliances.restore(batch)
    assert (alliances.get(ref), journal.get(entry.ref)) == before
    (member,) = alliances.get(ref).members
    assert {ref, entry.ref, member.organisation} == set(index.things)
    with database.read() as session:
        assert session.scalars(select(TombstoneRow)).all() == []


def test_a_replaced_file_is_noticed_before_the_next_write(database: Database, path: Path) -> None:
    add(database)
    moved = path.with_name("elsewhere.db")
    path.rename(moved)
    path.write_bytes(moved.read_bytes()[:10])
    with pytest.raises(AppError, match="replaced or removed"):
        add(database, "B")


def test_a_reference_that_leads_nowhere_is_told(database: Database) -> None:
    with database.write() as writing, pytest.raises(AppError, match="There is no alliance"):
        writing.find(AllianceRow, Ref(Kind.ALLIANCE, "no-uuid"))
