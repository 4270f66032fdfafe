"""What the page of alliances decides: which one is open, and what becomes of what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.alliances.membership import Membership
from animating_alliances_desktop.ui.alliances.ports import Newcomer
from animating_alliances_desktop.ui.alliances.presenter import AlliancesPresenter
from animating_alliances_desktop.ui.kit.saving import Phase
from tests.core.database.conftest import NotingIndex
from tests.ui.alliances.fakes import FakeView, FragileAlliances, stores
from tests.ui.inline import Inline


class Desk:
    """A presenter with its view and its store."""

    def __init__(self, database: Database) -> None:
        self.view, self.tasks = FakeView(), Inline()
        self.store, self.journal = FragileAlliances(database), JournalStore(database)
        self.stores = stores(database, self.store)
        self.presenter = AlliancesPresenter(self.view, self.stores, self.tasks)
        self.membership = Membership(self.view, self.stores, self.tasks, self.presenter)
        self.tasks.listeners.append(self.presenter.changed)

    def write(self, **words: object) -> None:
        self.view.fields = replace(self.view.fields, **words)  # type: ignore[arg-type]
        self.presenter.typed()

    @property
    def open(self) -> Ref:
        assert self.presenter.current is not None
        return self.presenter.current

    @property
    def members(self) -> list[str]:
        return [member.name for member in self.store.get(self.open).members]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "workspace.db"
    database = Database(schema.create(path), path, NotingIndex())
    yield Desk(database)
    database.close()


@pytest.fixture
def coast(desk: Desk) -> Ref:
    desk.presenter.add("Coast")
    return desk.open


def test_a_name_is_enough_to_make_one_and_it_is_opened(desk: Desk) -> None:
    desk.presenter.refresh()
    assert desk.view.alliance is None
    desk.presenter.add("Coast")
    desk.presenter.add("Hills")
    assert desk.view.listed == ["Coast", "Hills"]
    assert desk.view.alliance is not None
    assert desk.view.alliance.name == "Hills"
    assert desk.view.cleared == 2


def test_a_name_that_is_taken_is_refused_in_words(desk: Desk, coast: Ref) -> None:
    desk.presenter.add("coast")
    assert ["already" in str(error) for error in desk.tasks.failures] == [True]
    assert desk.view.listed == ["Coast"]
    assert desk.view.cleared == 1


def test_edits_are_saved_and_said_to_be(desk: Desk, coast: Ref) -> None:
    desk.write(purpose="Clean water")
    assert desk.view.state.phase is Phase.SAVING
    desk.presenter.save()
    assert desk.view.state.phase is Phase.SAVED
    assert desk.store.get(coast).purpose == "Clean water"


def test_a_blank_name_is_not_saved_and_says_why(desk: Desk, coast: Ref) -> None:
    desk.write(name=" ")
    desk.presenter.save()
    assert desk.view.state.phase is Phase.FAILED
    assert "name" in desk.view.state.why
    assert desk.presenter.unsaved
    assert desk.store.get(coast).name == "Coast"


def test_another_one_opens_only_after_the_save(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.store.add("Hills")
    desk.presenter.refresh()
    desk.write(purpose="Clean water")
    desk.store.full = True
    desk.presenter.open(hills)
    assert desk.open == coast
    assert desk.view.fields.purpose == "Clean water"
    assert desk.view.current == coast
    desk.store.full = False
    desk.presenter.open(hills)
    assert desk.open == hills
    assert desk.store.get(coast).purpose == "Clean water"


def test_what_is_being_typed_is_not_overwritten_by_a_refresh(desk: Desk, coast: Ref) -> None:
    desk.write(purpose="Half a thou")
    desk.tasks.write(lambda: desk.store.describe(coast, "Coast", "From elsewhere", ""))
    assert desk.view.fields.purpose == "Half a thou"


def test_members_come_change_and_go(desk: Desk, coast: Ref) -> None:
    desk.view.new = Newcomer("Harbour Trust")
    desk.membership.add()
    assert desk.members == ["Harbour Trust"]
    assert not desk.view.new.is_begun
    (member,) = desk.store.get(coast).members
    desk.membership.edit(member.key)
    assert desk.view.editing == member.key
    assert desk.view.fields.member is not None
    desk.write(member=replace(desk.view.fields.member, seeks="calm", since="Mar 2021"))
    desk.membership.finish()
    (member,) = desk.store.get(coast).members
    assert (member.seeks, member.since) == ("calm", date(2021, 3, 1))
    assert desk.view.editing is None
    desk.membership.remove(member.key)
    assert desk.members == []
    assert desk.view.told == "Harbour Trust"
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.members == ["Harbour Trust"]


def test_somebody_comes_with_their_organisation_in_one_go(desk: Desk, coast: Ref) -> None:
    for newcomer in (
        Newcomer("Harbour Trust", "Ines Obi", "chair"),
        Newcomer("harbour trust", "Ken Adeyemi"),
    ):
        desk.view.new = newcomer
        desk.membership.add()
    desk.view.new = Newcomer("", "Rosa Lind", "secretary")
    desk.membership.add()
    alliance = desk.store.get(coast)
    assert [(seat.name, seat.role) for seat in alliance.members[0].seats] == [
        ("Ines Obi", "chair"), ("Ken Adeyemi", ""),
    ]  # fmt: skip
    (rosa,) = alliance.hub_seats
    assert desk.membership.ref_of(rosa.key) == rosa.person
    desk.membership.edit(rosa.key)
    assert desk.view.fields.seat is not None
    desk.write(seat=replace(desk.view.fields.seat, role="host", until="2025"))
    desk.membership.finish()
    assert desk.store.get(coast).hub_seats[0].until == date(2025, 1, 1)
    desk.membership.remove(rosa.key)
    assert desk.store.get(coast).hub_seats == ()
    assert desk.view.undo is not None
    desk.view.undo()
    assert [seat.name for seat in desk.store.get(coast).hub_seats] == ["Rosa Lind"]


def test_a_day_that_is_none_is_not_saved_and_says_how_to_write_one(desk: Desk, coast: Ref) -> None:
    desk.write(since="the day before")
    desk.presenter.save()
    assert desk.view.state.phase is Phase.FAILED
    assert "3 Dec 2025" in desk.view.state.why
    desk.write(since="3 March 2021")
    desk.presenter.save()
    assert desk.store.get(coast).facts.since == date(2021, 3, 3)


def test_a_member_that_was_begun_is_added_before_one_goes_on(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.store.add("Hills")
    desk.presenter.refresh()
    desk.view.new = Newcomer("Harbour Trust")
    desk.store.full = True
    desk.presenter.open(hills)
    assert desk.open == coast
    assert desk.view.new.is_begun
    assert desk.presenter.unsaved
    desk.store.full = False
    desk.presenter.open(hills)
    assert desk.open == hills
    assert [member.name for member in desk.store.get(coast).members] == ["Harbour Trust"]


def test_an_archived_one_is_out_of_the_way_but_not_while_it_is_open(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.store.add("Hills")
    desk.presenter.refresh()
    desk.presenter.archive()
    assert desk.view.told == "Coast archived"
    assert desk.view.listed == ["Hills", "Coast"]
    desk.presenter.open(hills)
    assert desk.view.listed == ["Hills"]
    desk.presenter.show_archived(True)
    assert desk.view.listed == ["Hills", "Coast"]
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.store.get(coast).archived is None


def test_deleting_takes_the_entries_along_and_can_be_taken_back(desk: Desk, coast: Ref) -> None:
    desk.tasks.write(lambda: desk.journal.add(Draft(coast, date(2026, 11, 24), parts={WHAT: "We met."}))[0])
    desk.presenter.remove()
    assert desk.view.told == "Coast with 1"
    assert desk.view.listed == []
    assert desk.journal.listed() == []
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.open == coast
    assert len(desk.journal.listed()) == 1


def test_a_place_is_an_alliance(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.store.add("Hills")
    desk.presenter.arrive(hills)
    assert desk.open == hills


def test_other_changes_do_not_matter(desk: Desk, coast: Ref) -> None:
    desk.view.listed = []
    desk.presenter.changed(Changes.of(Ref.parse("note/1")))
    assert desk.view.listed == []
