"""Alliances and their members."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.alliances.model import Facts
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace


def test_an_alliance_is_made_described_and_found(workspace: Workspace) -> None:
    _changes, ref = workspace.alliances.add("  Coast   Alliance ")
    workspace.alliances.describe(ref, "Coast Alliance", "clean beaches", "Seven councils.")
    workspace.alliances.add_member(ref, "Harbour Trust", "Ines Obi", "a dry quay")
    alliance = workspace.alliances.get(ref)
    assert (alliance.name, alliance.purpose) == ("Coast Alliance", "clean beaches")
    assert [(member.name, member.people, member.seeks) for member in alliance.members] == [
        ("Harbour Trust", "Ines Obi", "a dry quay")
    ]
    assert workspace.alliances.named("coast alliance") == ref
    assert [result.ref for result in workspace.search.ask("harbour trust").results][:2] == [
        alliance.members[0].organisation,
        ref,
    ]


def test_a_name_is_needed_and_belongs_to_one(workspace: Workspace) -> None:
    workspace.alliances.add("Coast")
    for name, said in (("  ", "name first"), ("COAST", "already")):
        with pytest.raises(AppError, match=said):
            workspace.alliances.add(name)
    with pytest.raises(AppError, match="There are: “Coast”"):
        workspace.alliances.named("Hills")


def test_a_member_goes_and_comes_back(workspace: Workspace) -> None:
    ref = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(ref, "Trust")
    (member,) = workspace.alliances.get(ref).members
    workspace.alliances.change_member(ref, member.key, "The Trust", "", "calm")
    _changes, batch = workspace.alliances.remove_member(ref, member.key)
    assert workspace.alliances.get(ref).members == ()
    assert workspace.search.ask("calm").total == 0
    workspace.alliances.restore(batch)
    assert [member.name for member in workspace.alliances.get(ref).members] == ["The Trust"]
    assert workspace.search.ask("calm").total == 1


def test_a_member_of_two_alliances_is_one_organisation_and_renamed_everywhere(workspace: Workspace) -> None:
    coast, hills = (workspace.alliances.add(name)[1] for name in ("Coast", "Hills"))
    workspace.alliances.add_member(coast, "Harbour Trust")
    workspace.alliances.add_member(hills, "HARBOUR  trust", seeks="paths", firm_on="no motorway")
    (here,), (there,) = (workspace.alliances.get(ref).members for ref in (coast, hills))
    assert here.organisation == there.organisation
    workspace.alliances.change_member(hills, there.key, "Quay Trust", "", "paths", role="chairs")
    assert [one.name for one in workspace.alliances.get(coast).members] == ["Quay Trust"]
    assert {coast, hills} <= {result.ref for result in workspace.search.ask('"Quay Trust"').results}
    assert workspace.search.ask('"no motorway"').total == 1
    assert workspace.alliances.get(hills).members[0].firm_on == "no motorway", "what is not given stays"


def test_an_archived_one_comes_last_and_is_still_found(workspace: Workspace) -> None:
    coast, hills = (workspace.alliances.add(name)[1] for name in ("Coast", "Hills"))
    workspace.alliances.archive(coast)
    assert [one.ref for one in workspace.alliances.listed()] == [hills, coast]
    assert workspace.alliances.get(coast).archived is not None
    assert [result.ref for result in workspace.search.ask("kind:alliance coast").results] == [coast]
    workspace.alliances.unarchive(coast)
    assert [one.ref for one in workspace.alliances.listed()] == [coast, hills]


def test_the_phase_is_one_of_the_librarys_words(workspace: Workspace) -> None:
    ref = workspace.alliances.add("Coast")[1]
    facts = Facts("hosted  network", "managing", "The Trust", date(2024, 3, 1))
    workspace.alliances.describe(ref, "Coast", "", "", facts)
    workspace.alliances.describe(ref, "Coast", "calm", "")
    assert workspace.alliances.get(ref).facts == Facts(
        "hosted network", "managing", "The Trust", date(2024, 3, 1)
    )
    with pytest.raises(AppError, match="scoping"):
        workspace.alliances.describe(ref, "Coast", "", "", Facts(phase="booming"))


def test_an_organisation_is_a_member_once_until_it_left(workspace: Workspace) -> None:
    ref = workspace.alliances.add("Coast")[1]
    for name in ("Trust", "Anglers"):
        workspace.alliances.add_member(ref, name)
    with pytest.raises(AppError, match="already"):
        workspace.alliances.add_member(ref, "TRUST")
    anglers, trust = workspace.alliances.get(ref).members
    with pytest.raises(AppError, match="already"):
        workspace.alliances.change_member(ref, anglers.key, "Trust", "", "")
    workspace.alliances.change_member(ref, trust.key, "Trust", "", "", span=(None, date(2025, 1, 1)))
    workspace.alliances.add_member(ref, "Trust", since=date(2026, 1, 1))
    assert [one.name for one in workspace.alliances.get(ref).members] == ["Anglers", "Trust", "Trust"]


def test_a_deleted_alliance_takes_along_whom_one_met_only_there(workspace: Workspace) -> None:
    coast, hills = (workspace.alliances.add(name)[1] for name in ("Coast", "Hills"))
    for ref, name in ((coast, "Only Here"), (coast, "Both"), (hills, "Both")):
        workspace.alliances.add_member(ref, name)
    workspace.people.add_seat(
        coast, "Ines Obi", member=workspace.alliances.member_named(coast, "Only Here").key
    )
    workspace.people.add_seat(coast, "Ken Adeyemi")
    workspace.people.add_seat(hills, "Ken Adeyemi")
    _changes, batch = workspace.alliances.remove(coast)
    assert [one.name for one in workspace.people.organisations()] == ["Both"]
    assert [one.name for one in workspace.people.people()] == ["Ken Adeyemi"]
    assert workspace.search.ask("kind:organisation only").total == 0
    workspace.alliances.restore(batch)
    assert [one.name for one in workspace.people.organisations()] == ["Both", "Only Here"]
    (both, only_here) = workspace.alliances.get(coast).members
    assert (both.name, [seat.name for seat in only_here.seats]) == ("Both", ["Ines Obi"])
    workspace.trash.let_go([workspace.alliances.remove(coast)[1]])
    left = b"".join(path.read_bytes() for path in workspace.folder.glob("workspace.db*"))
    assert b"Both" in left
    assert b"Only Here" not in left
