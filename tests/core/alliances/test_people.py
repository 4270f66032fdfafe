"""Organisations, people and their seats; two that turn out to be one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.frozen import freeze
from animating_alliances_desktop.core.database.tables import (
    RECORDS,
    ActionRow,
    AttendanceRow,
    MeetingRow,
    MergedRow,
)
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.pointing import pointer_to
from animating_alliances_desktop.core.workspace import Workspace

DAY = date(2026, 11, 20)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    ref = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(ref, "Harbour Trust", seeks="calm")
    return ref


def only_member(workspace: Workspace, alliance: Ref) -> str:
    return workspace.alliances.get(alliance).members[0].key


def state(workspace: Workspace) -> dict[str, Any]:
    with workspace._database.read() as session:
        rows = [row for table in RECORDS for row in session.scalars(select(table))]
        plain = {f"{row.__tablename__}:{row.id}": freeze(row) for row in rows}
    for columns in plain.values():
        columns.pop("rev")
        columns.pop("changed_at")
    return plain


def test_people_sit_for_a_member_or_for_the_hub(workspace: Workspace, coast: Ref) -> None:
    key = only_member(workspace, coast)
    _changes, ines = workspace.people.add_seat(
        coast, "Ines Obi", member=key, role="chair", email="ines@coast.org"
    )
    workspace.people.add_seat(coast, "Ken Adeyemi", role="secretary", since=DAY)
    alliance = workspace.alliances.get(coast)
    assert [(seat.name, seat.role) for seat in alliance.members[0].seats] == [("Ines Obi", "chair")]
    assert [(seat.name, seat.since) for seat in alliance.hub_seats] == [("Ken Adeyemi", DAY)]
    person = workspace.people.person(ines)
    assert (person.organisation_name, [place.name for place in person.places]) == ("Harbour Trust", ["Coast"])
    assert [result.ref for result in workspace.search.ask("kind:person ines").results] == [ines]


def test_who_is_meant_by_a_name(workspace: Workspace, coast: Ref) -> None:
    hills = workspace.alliances.add("Hills")[1]
    _changes, ines = workspace.people.add_seat(coast, "Ines", email="ines@coast.org")
    assert workspace.people.add_seat(coast, "INES")[1] == ines, "a first name within an alliance is clear"
    assert workspace.people.add_seat(hills, "Ines")[1] != ines, "elsewhere it is somebody else"
    assert workspace.people.add_seat(hills, "I. Obi", email="Ines@Coast.org")[1] == ines
    _changes, ken = workspace.people.add_seat(coast, "Ken Adeyemi")
    assert workspace.people.add_seat(hills, "ken adeyemi")[1] == ken


def test_a_seat_has_an_end_that_is_not_before_its_beginning(workspace: Workspace, coast: Ref) -> None:
    workspace.people.add_seat(coast, "Ken Adeyemi")
    (seat,) = workspace.alliances.get(coast).hub_seats
    with pytest.raises(AppError, match="before the first"):
        workspace.people.change_seat(seat.key, "", DAY, date(2026, 1, 1))
    workspace.people.change_seat(seat.key, "host", date(2026, 1, 1), DAY)
    _changes, batch = workspace.people.remove_seat(seat.key)
    assert workspace.alliances.get(coast).hub_seats == ()
    assert [person.name for person in workspace.people.people()] == ["Ken Adeyemi"]
    workspace.people.restore(batch)
    assert workspace.alliances.get(coast).hub_seats[0].until == DAY


def test_a_renamed_person_is_found_by_the_new_name_where_they_were(workspace: Workspace, coast: Ref) -> None:
    _changes, ken = workspace.people.add_seat(coast, "Ken Adeyemi")
    note = workspace.write_note(coast, f"Ask {pointer_to(ken, 'Ken Adeyemi')} first.")
    workspace.people.describe_person(ken, "Kenneth Adeyemi", "", "", "Quay Board")
    assert "Kenneth" in workspace.annotations.get_note(note).text
    assert workspace.people.person(ken).organisation_name == "Quay Board"


def two_of_one(workspace: Workspace, coast: Ref) -> tuple[Ref, Ref]:
    """An organisation and a person, each there twice, with everything that can hang on them."""
    hills = workspace.alliances.add("Hills")[1]
    workspace.alliances.add_member(coast, "Harbor Trust", seeks="dredging", firm_on="the quay")
    workspace.alliances.add_member(hills, "Harbor Trust")
    members = workspace.alliances.get(coast).members
    for member in members:
        workspace.people.add_seat(coast, "Ines Obi", member=member.key, role="chair")
    old, stays = (
        next(one.organisation for one in members if one.name == name)
        for name in ("Harbor Trust", "Harbour Trust")
    )
    assert old is not None
    assert stays is not None
    with workspace._database.write() as writing:
        meeting = MeetingRow(
            alliance=writing.find(MeetingRow.alliance.property.mapper.class_, coast), day=DAY
        )
        writing.add(meeting)
        writing.flush()
        (ines,) = workspace.people.people()
        writing.add(AttendanceRow(meeting=meeting, name="Ines", person_id=_id(ines.ref)))
        writing.add(
            ActionRow(
                text="Ring Tomasz", day=DAY, alliance_id=_id(coast), owner="Harbor Trust",
                owner_kind="member", status="open", organisation_id=_id(old),
            )
        )  # fmt: skip
    for ref in (old, stays):
        workspace.tags.tag(ref, "water")
    workspace.tags.tag(old, "late")
    workspace.write_note(coast, f"Ask {pointer_to(old, 'Harbor Trust')}.")
    return old, stays


def _id(ref: Ref) -> UUID:
    return UUID(ref.key)


def test_two_organisations_become_one_with_all_that_hung_on_either(workspace: Workspace, coast: Ref) -> None:
    old, stays = two_of_one(workspace, coast)
    before = state(workspace)
    changes = workspace.people.merge(old, stays)
    assert {old, stays, coast} <= changes.refs
    (member,) = workspace.alliances.get(coast).members
    assert (member.name, member.firm_on) == ("Harbour Trust", "the quay")
    assert set(member.seeks.splitlines()) == {"calm", "dredging"}
    assert [(seat.name, seat.role) for seat in member.seats] == [("Ines Obi", "chair")]
    assert [place.name for place in workspace.people.organisation(old).places] == ["Coast", "Hills"]
    assert sorted(tag.name for tag in workspace.tags.of(stays)) == ["late", "water"]
    assert [mention.title for mention in workspace.links.mentions_of(stays)] == ["Coast"]
    assert workspace.links.titles([old]) == {old: "Harbour Trust"}
    assert "Harbour Trust]]" in workspace.annotations.notes()[0].text
    assert workspace.check() == []

    workspace.people.part(old)
    assert state(workspace) == before
    assert workspace.people.leads_to(old) == old
    assert workspace.check() == []


def test_two_people_become_one(workspace: Workspace, coast: Ref) -> None:
    hills = workspace.alliances.add("Hills")[1]
    _changes, ines = workspace.people.add_seat(coast, "Ines", email="ines@coast.org", role="chair")
    _changes, obi = workspace.people.add_seat(coast, "Ines Obi", email="obi@hills.org")
    workspace.people.add_seat(hills, "Ines Obi")
    before = state(workspace)
    workspace.people.merge(ines, obi)
    person = workspace.people.person(ines)
    assert (person.ref, person.email) == (obi, "obi@hills.org, ines@coast.org")
    assert [(place.name, place.role) for place in person.places] == [("Coast", "chair"), ("Hills", "")]
    assert workspace.people.add_seat(hills, "I.", email="INES@coast.org")[1] == obi
    workspace.people.part(ines)
    assert state(workspace) == before


def test_what_cannot_be_merged_or_parted_is_told(workspace: Workspace, coast: Ref) -> None:
    _changes, ken = workspace.people.add_seat(coast, "Ken")
    organisation = workspace.alliances.get(coast).members[0].organisation
    assert organisation is not None
    others = [workspace.people.add_organisation(name)[1] for name in ("A", "B")]
    for one, other, why in ((ken, organisation, "Only two"), (organisation, organisation, "one already")):
        with pytest.raises(AppError, match=why):
            workspace.people.merge(one, other)
    workspace.people.merge(organisation, others[0])
    workspace.people.merge(others[0], others[1])
    assert workspace.people.leads_to(organisation) == others[1]
    assert [one.name for one in workspace.alliances.get(coast).members] == ["B"]
    with pytest.raises(AppError, match="once more since"):
        workspace.people.part(organisation)
    workspace.people.part(others[0])
    workspace.people.part(organisation)
    assert [one.name for one in workspace.alliances.get(coast).members] == ["Harbour Trust"]
    with workspace._database.read() as session:
        assert session.scalars(select(MergedRow)).all() == []


def test_the_trash_holds_nothing_of_a_merge_and_lets_its_words_go_with_the_rest(
    workspace: Workspace, coast: Ref
) -> None:
    old, stays = two_of_one(workspace, coast)
    workspace.people.merge(old, stays)
    assert workspace.trash.listed() == []
    _changes, batch = workspace.alliances.remove_member(coast, only_member(workspace, coast))
    assert [one.title for one in workspace.trash.listed()] == ["Harbour Trust"]
    workspace.trash.let_go([batch])
    with workspace._database.read() as session:
        (merged,) = session.scalars(select(MergedRow))
    assert "dredging" not in str(merged.changed)
    workspace.trash.empty(0)
    with pytest.raises(AppError, match="too long ago"):
        workspace.people.part(old)
    assert workspace.people.organisation(old).name == "Harbour Trust"
