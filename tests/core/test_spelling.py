"""Spelling knows British English and the user's own words, and does without a speller where there is none."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core import spelling
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.pointing import pointer_to
from animating_alliances_desktop.core.workspace import Workspace


def wrong(workspace: Workspace, line: str) -> list[str]:
    return [line[a:b] for a, b in workspace.spelling.wrong_in(line)]


def test_what_is_misspelt_is_found_in_words_only(workspace: Workspace) -> None:
    assert wrong(workspace, "Nothing is loded yet") == []
    assert workspace.spelling.load()
    assert wrong(workspace, "They organise it; we don’t agre, nor didnt WASH.") == ["agre", "didnt"]
    linked = pointer_to(Ref.parse("case/harbour"), "Harbuor")
    assert wrong(workspace, f"{linked} `cod` ab@exampel.org https://exampel.org #tagg 😀 teh") == ["teh"]
    assert wrong(workspace, "שלום مرحبا Привет Γειά 会议 Straße") == ["Straße"]
    assert "again" in workspace.spelling.suggest("agian")


def test_own_words_are_remembered_in_the_workspace(workspace: Workspace) -> None:
    workspace.spelling.load()
    workspace.spelling.learn("Tomasz")
    assert wrong(workspace, "Tomasz Kowalczyk") == ["Kowalczyk"]
    again = spelling.Spelling(workspace._database, workspace.spelling._folder)
    again.load()
    assert again.is_right("Tomasz")
    assert workspace.spelling.own_words() == ["Tomasz"]
    workspace.spelling.forget("Tomasz")
    assert wrong(workspace, "Tomasz") == ["Tomasz"]


def test_names_are_no_slips(workspace: Workspace) -> None:
    coast = workspace.alliances.add("Coast")[1]
    workspace.people.add_seat(coast, "Amina Diallo")
    workspace.spelling.load()
    assert wrong(workspace, "Diallo’s and Amina's letter to Nwosu") == ["Nwosu"]
    workspace.alliances.add_member(coast, "Nwosu and Sons")
    assert workspace.spelling.know_names()
    assert not workspace.spelling.know_names()
    assert wrong(workspace, "Diallo wrote to Nwosu") == []


def test_without_a_speller_nothing_is_wrong(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_there(_name: str) -> object:
        raise ImportError

    monkeypatch.setattr(spelling, "import_module", none_there)
    assert not workspace.spelling.load()
    assert wrong(workspace, "Agian and agian") == []
    assert workspace.spelling.suggest("agian") == []
