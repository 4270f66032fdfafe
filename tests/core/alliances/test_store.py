"""Alliances and their members."""

from __future__ import annotations

import pytest

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
    assert workspace.search.ask("harbour trust").results[0].ref == ref


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
