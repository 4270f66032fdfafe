"""Files come in once, as they are, or are refused in a sentence; the rest comes in all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import imports
from animating_alliances_desktop.core.library.importers.text import take_apart
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def test_a_markdown_file_brings_its_title_author_and_outline(workspace: Workspace, desk: Path) -> None:
    file = desk / "evaluation.md"
    file.write_text(
        "---\nauthor: [Ines Obi, Tom]\ndate: 2021-05-04\n---\n# The evaluation\n\n## What we saw\n\nMuch.\n"
    )
    ((_path, ref),) = workspace.library.bring_in([file]).came_in
    reading = workspace.library.read(ref)
    assert reading.title == "The evaluation"
    assert dict(reading.meta) == {"Author": "Ines Obi, Tom", "Year": "2021"}
    assert [heading.title for heading in reading.outline] == ["What we saw"]
    assert workspace.library.original_of(ref) == file.read_bytes()
    assert workspace.search.ask("much", (Kind.DOCUMENT,)).results[0].ref == ref


def test_the_same_file_comes_in_once(workspace: Workspace, desk: Path) -> None:
    (desk / "a.txt").write_text("The same words.")
    (desk / "b.txt").write_text("The same words.")
    report = workspace.library.bring_in([desk])
    assert (len(report.came_in), len(report.known)) == (1, 1)
    again = workspace.library.bring_in([desk / "a.txt"])
    assert (again.came_in, [path.name for path, _ref in again.known]) == ([], ["a.txt"])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"abc\0def", "not a text file"),
        ("a.md", "Café".encode("latin-1"), "not UTF-8"),
        ("a.md", b"", "no words"),
        ("a.md", b" \n\t\n", "no words"),
        ("a.exe", b"MZ", "only Markdown and text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    workspace: Workspace, desk: Path, name: str, data: bytes, said: str
) -> None:
    (desk / name).write_bytes(data)
    ((_path, why),) = workspace.library.bring_in([desk / name]).refused
    assert said in why


def test_of_a_folder_what_can_be_read_comes_in(workspace: Workspace, desk: Path) -> None:
    for number in range(12):
        (desk / f"{number:02}.md").write_text(f"# Text {number}\n\nWords of number {number}.")
    (desk / "03.md").write_bytes(b"\xff\xfe\x00\xd8")
    (desk / "05.md").write_bytes(b"\x00\x01")
    (desk / "98.md").symlink_to(desk / "nowhere.md")
    (desk / "99.pdf").write_bytes(b"%PDF")
    report = workspace.library.bring_in([desk, desk / "missing"])
    assert len(report.came_in) == 11
    assert {path.name for path, _why in report.refused} == {"05.md", "98.md", "99.pdf", "missing"}


def test_a_text_that_takes_for_ever_is_stopped_and_the_next_comes_in(
    workspace: Workspace, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "SECONDS", 2.0)
    (desk / "a.md").write_text("[`" * 60_000)
    (desk / "b.md").write_text("# Good\n\nWords.")
    report = workspace.library.bring_in([desk])
    assert [path.name for path, _ref in report.came_in] == ["b.md"]
    assert [(path.name, "too long" in why) for path, why in report.refused] == [("a.md", True)]


def test_what_was_done_before_a_stop_stands(workspace: Workspace, desk: Path) -> None:
    for number in range(5):
        (desk / f"{number}.md").write_text(f"# Text {number}")
    progress = Progress(lambda done, of: progress.stop() if done == 2 else None)
    report = workspace.library.bring_in([desk], progress)
    assert report.stopped
    assert len(report.came_in) == 2
    assert len(workspace.library.listed([Kind.DOCUMENT])) == 2


def test_a_removed_document_comes_back(workspace: Workspace, desk: Path) -> None:
    (desk / "a.md").write_text("# Quay\n\nBarnacles everywhere.")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    _changes, batch = workspace.library.remove(ref)
    with pytest.raises(AppError):
        workspace.library.read(ref)
    assert workspace.search.ask("barnacles").total == 0
    workspace.library.restore(batch)
    assert workspace.library.read(ref).title == "Quay"
    assert workspace.search.ask("barnacles").total == 1


def test_front_matter_that_cannot_be_read_leaves_the_text_alone() -> None:
    from base64 import b64encode

    parts = take_apart("x.md", b64encode(b"---\na: [b\n---\nWords.\n").decode())
    assert (parts["title"], parts["paragraphs"]) == ("x", [("", "Words.")])
