"""A workspace opens, catches up with the shipped library, and is refused in a sentence where it must be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace


def test_the_shipped_library_is_rendered_once(workspace: Workspace) -> None:
    assert workspace.catch_up().refs == frozenset()
    assert workspace.library.problems() == []
    assert workspace.check() == []


def test_a_changed_file_is_rendered_anew_and_a_gone_one_is_gone(
    folder: Path, small_content: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(small_content, content)
    with Workspace.open(folder, content) as workspace:
        workspace.catch_up()
    case = content / "cases" / "harbour.md"
    case.write_text(case.read_text(encoding="utf-8").replace("quarrelled", "squabbled"), encoding="utf-8")
    (content / "slides" / "introduction.md").unlink()
    with Workspace.open(folder, content) as workspace:
        workspace.catch_up()
        assert workspace.search.ask("squabbled").results[0].ref == Ref(Kind.CASE, "harbour")
        assert workspace.search.ask("quarrelled").total == 0
        with pytest.raises(AppError):
            workspace.library.read(Ref(Kind.SLIDES, "introduction"))
        assert workspace.check() == []


def test_an_index_made_anew_answers_the_same(workspace: Workspace) -> None:
    alliance = workspace.alliances.add("Coast", "pooled money")[1]
    workspace.annotations.add_note(alliance, "The money is late.")
    before = [
        [result.ref for result in workspace.search.ask(query).results]
        for query in ("money", "govern*", "hub")
    ]
    workspace.rebuild_index()
    after = [
        [result.ref for result in workspace.search.ask(query).results]
        for query in ("money", "govern*", "hub")
    ]
    assert after == before
    assert all(after)


def test_a_missing_database_beside_backups_is_not_replaced_by_an_empty_one(
    folder: Path, small_content: Path
) -> None:
    with Workspace.open(folder, small_content) as workspace:
        workspace.back_up()
    (folder / "workspace.db").unlink()
    with pytest.raises(AppError, match="missing"):
        Workspace.open(folder, small_content)
    assert not (folder / "workspace.db").exists()
    backup = next((folder / "backups").iterdir())
    shutil.copy(backup, folder / "workspace.db")
    with Workspace.open(folder, small_content) as workspace:
        assert workspace.alliances.listed() == []


@pytest.mark.parametrize("data", [b"", b"Dear all,", b"SQLite format 3\0" + b"\0" * 200])
def test_a_database_that_is_none_is_left_alone(folder: Path, small_content: Path, data: bytes) -> None:
    folder.mkdir()
    (folder / "workspace.db").write_bytes(data)
    with pytest.raises(AppError):
        Workspace.open(folder, small_content)
    assert (folder / "workspace.db").read_bytes() == data


def test_reading_continues_where_it_stopped(workspace: Workspace) -> None:
    from animating_alliances_desktop.core.library.model import Place

    ref = Ref(Kind.PAPER, "overview")
    workspace.library.remember(ref, Place(120, "the pooled fund", 0.4))
    assert workspace.library.read(ref).place == Place(120, "the pooled fund", 0.4)
    assert [(begun.ref, begun.fraction) for begun in workspace.library.continued()] == [(ref, 0.4)]
    workspace.library.remember(ref, Place(400, "people made themselves", 0.99))
    assert workspace.library.continued() == []


def test_a_backup_is_made_only_of_what_is_new(workspace: Workspace, folder: Path) -> None:
    assert workspace.back_up_if_written() is None
    workspace.alliances.add("Coast")
    assert workspace.back_up_if_written() is not None
    assert workspace.back_up_if_written() is None
    workspace.alliances.add("Hills")
    assert workspace.back_up_if_old() is None
    assert len(list((folder / "backups").iterdir())) == 1


def test_a_backup_writes_over_nothing_unasked(workspace: Workspace, tmp_path: Path) -> None:
    mine = tmp_path / "precious.txt"
    mine.write_text("mine")
    with pytest.raises(AppError, match="already"):
        workspace.back_up_to(mine)
    assert mine.read_text() == "mine"
    workspace.back_up_to(mine, replace=True)
    assert mine.read_bytes().startswith(b"SQLite format 3")


def test_a_damaged_workspace_names_its_newest_backup(folder: Path, small_content: Path) -> None:
    with Workspace.open(folder, small_content) as workspace:
        workspace.alliances.add("Coast")
        made = workspace.back_up()
    whole = (folder / "workspace.db").read_bytes()
    (folder / "workspace.db").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(AppError, match=made.name):
        Workspace.open(folder, small_content)
