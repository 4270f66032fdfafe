"""Collections: made, filled in an order, merged, removed and brought back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace

PAPER, CASE = Ref(Kind.PAPER, "overview"), Ref(Kind.CASE, "harbour")


def keys(workspace: Workspace, collection: Ref) -> list[Ref]:
    return [thing.ref for thing in workspace.collections.things(collection)]


def test_things_lie_in_the_order_in_which_they_came(workspace: Workspace) -> None:
    changes, board = workspace.collections.add("For the board", "See [[aa:paper/overview|the paper]]")
    assert changes.touch(Kind.COLLECTION)
    for ref in (CASE, PAPER, CASE):
        workspace.collections.collect(ref, board)
    assert keys(workspace, board) == [CASE, PAPER]
    (listed,) = workspace.collections.listed()
    assert (listed.name, listed.things) == ("For the board", 2)
    assert [one.name for one in workspace.collections.of(PAPER)] == ["For the board"]
    workspace.collections.uncollect(CASE, board)
    assert keys(workspace, board) == [PAPER]
    assert workspace.search.ask("board", (Kind.COLLECTION,)).results[0].ref == board
    assert [mention.source for mention in workspace.links.mentions_of(PAPER)] == [board]


def test_names_are_told_apart(workspace: Workspace) -> None:
    board = workspace.collections.add("Board")[1]
    with pytest.raises(AppError, match="already"):
        workspace.collections.add("BOARD")
    other = workspace.collections.add("Members")[1]
    with pytest.raises(AppError, match="Merge the two"):
        workspace.collections.rename(other, "board")
    workspace.collections.rename(board, "The board")
    assert [one.name for one in workspace.collections.listed()] == ["Members", "The board"]


def found(workspace: Workspace, query: str) -> set[Ref]:
    return {result.ref for result in workspace.search.ask(query, limit=50).results}


def test_search_narrows_to_a_collection_whatever_it_is_called_now(workspace: Workspace) -> None:
    board = workspace.collections.add("For the Board")[1]
    members = workspace.collections.add("Members' day")[1]
    coast, other = (workspace.alliances.add(name)[1] for name in ("Coast", "Coast to be"))
    for ref in (PAPER, coast):
        workspace.collections.collect(ref, board)
    for ref in (PAPER, CASE):
        workspace.collections.collect(ref, members)
    assert (
        found(workspace, 'collection:"for the board"') == found(workspace, "collection:for") == {PAPER, coast}
    )
    assert found(workspace, 'Collection: "MEMBERS\' day"') == {PAPER, CASE}
    assert found(workspace, "collection:for collection:members") == {PAPER}
    assert found(workspace, 'collection:"board members"') == set(), "no name reaches into the next"
    assert found(workspace, "coast -collection:for") == {other}
    workspace.collections.rename(board, "Trustees")
    assert found(workspace, "collection:for") == set()
    assert found(workspace, "collection:trustees") == {PAPER, coast}
    workspace.collections.uncollect(PAPER, board)
    assert found(workspace, "collection:trustees") == {coast}
    assert workspace.search.ask("collection:trustees").understood_as == "in the collection “trustees”"


def test_search_follows_a_collection_that_is_merged_or_removed_or_brought_back(workspace: Workspace) -> None:
    one, other = (workspace.collections.add(name)[1] for name in ("One", "Other"))
    workspace.collections.collect(PAPER, one)
    workspace.collections.collect(CASE, other)
    merged = workspace.collections.merge(one, other)
    assert (found(workspace, "collection:one"), found(workspace, "collection:other")) == (
        set(),
        {PAPER, CASE},
    )
    workspace.collections.unmerge(merged)
    assert (found(workspace, "collection:one"), found(workspace, "collection:other")) == ({PAPER}, {CASE})
    batch = workspace.collections.remove(one)[1]
    assert found(workspace, "collection:one") == set()
    workspace.collections.restore(batch)
    assert found(workspace, "collection:one") == {PAPER}


def test_a_thing_that_is_written_again_stays_in_its_collection_for_search(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast")[1]
    workspace.collections.collect(alliance, workspace.collections.add("Board")[1])
    workspace.alliances.describe(alliance, "Harbour", "", "")
    assert found(workspace, "harbour collection:board") == {alliance}
    assert alliance not in found(workspace, "board"), "its name is no word of what lies in it"


def test_merging_and_removing_can_be_taken_back(workspace: Workspace) -> None:
    one, other = (workspace.collections.add(name)[1] for name in ("One", "Other"))
    workspace.collections.collect(PAPER, one)
    workspace.collections.collect(CASE, other)
    merged = workspace.collections.merge(one, other)
    assert keys(workspace, other) == [CASE, PAPER]
    workspace.collections.unmerge(merged)
    assert (keys(workspace, one), keys(workspace, other)) == ([PAPER], [CASE])
    _, batch = workspace.collections.remove(one)
    assert [listed.name for listed in workspace.collections.listed()] == ["Other"]
    workspace.collections.restore(batch)
    assert keys(workspace, one) == [PAPER]


def test_an_export_of_everything_holds_tags_and_collections(workspace: Workspace, tmp_path: Path) -> None:
    board = workspace.collections.add("Board")[1]
    workspace.collections.collect(PAPER, board)
    workspace.tags.tag(CASE, "money")
    workspace.export(tmp_path / "out")
    held = json.loads((tmp_path / "out" / "everything.json").read_text(encoding="utf-8"))
    assert held["collections"] == {"Board": [str(PAPER)]}
    assert held["tags"] == {"money": [str(CASE)]}
