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
