"""What is to be read stands in an order, once each, and tells what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.workspace import Workspace

OVERVIEW, CASE = Ref.parse("paper/overview"), Ref.parse("case/harbour")


def refs(workspace: Workspace) -> list[Ref]:
    return [text.ref for text in workspace.reading_list.listed()]


def test_texts_are_put_at_the_end_once(workspace: Workspace) -> None:
    for ref in (CASE, OVERVIEW, CASE):
        changes = workspace.reading_list.add(ref)
    assert refs(workspace) == [CASE, OVERVIEW]
    assert not changes.refs
    assert workspace.reading_list.holds(CASE)
    assert workspace.reading_list.listed()[1].title == "What helps alliances"
    assert workspace.reading_list.listed()[1].minutes == 1


def test_a_write_touches_the_collection(workspace: Workspace) -> None:
    assert workspace.reading_list.add(CASE).touch(Kind.COLLECTION)
    assert workspace.reading_list.add(OVERVIEW).touch(Kind.COLLECTION)
    assert workspace.reading_list.move(OVERVIEW, -1).touch(Kind.COLLECTION)
    assert workspace.reading_list.remove(CASE)[0].touch(Kind.COLLECTION)
    assert workspace.check() == []


def test_the_next_is_the_first_that_was_not_read_to_its_end(workspace: Workspace) -> None:
    assert workspace.reading_list.following() is None
    for ref in (CASE, OVERVIEW):
        workspace.reading_list.add(ref)
    workspace.library.remember(CASE, Place(10, "", 0.99))
    following = workspace.reading_list.following()
    assert following is not None
    assert (following.ref, following.fraction) == (OVERVIEW, 0.0)
    workspace.library.remember(OVERVIEW, Place(10, "", 1.0))
    assert workspace.reading_list.following() is None


def test_a_text_is_moved_and_taken_off_and_comes_back_to_its_place(workspace: Workspace) -> None:
    for ref in (CASE, OVERVIEW):
        workspace.reading_list.add(ref)
    workspace.reading_list.move(OVERVIEW, -1)
    workspace.reading_list.move(OVERVIEW, -1)
    assert refs(workspace) == [OVERVIEW, CASE]
    _changes, batch = workspace.reading_list.remove(OVERVIEW)
    assert refs(workspace) == [CASE]
    workspace.reading_list.restore(batch)
    assert refs(workspace) == [OVERVIEW, CASE]


def test_what_is_no_text_of_the_library_is_refused(workspace: Workspace) -> None:
    for ref in (Ref(Kind.PAPER, "none"), Ref(Kind.ALLIANCE, "x")):
        with pytest.raises(AppError, match="Only texts of the library"):
            workspace.reading_list.add(ref)
    with pytest.raises(AppError, match="not on the reading list"):
        workspace.reading_list.remove(CASE)
    with pytest.raises(AppError, match="not on the reading list"):
        workspace.reading_list.move(CASE, 1)


def test_a_document_that_is_gone_is_left_out_until_it_is_back(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# Mine\n\nWords.\n", encoding="utf-8")
    ((_path, ref),) = workspace.library.bring_in([file]).came_in
    workspace.reading_list.add(ref)
    _changes, batch = workspace.library.remove(ref)
    assert refs(workspace) == []
    workspace.library.restore(batch)
    assert refs(workspace) == [ref]
