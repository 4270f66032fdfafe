"""Files come in once, as they are, or are refused in a sentence; the rest comes in all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import find
from animating_alliances_desktop.core.database.tables import DocumentRow, PictureRow, TombstoneRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import imports, paged
from animating_alliances_desktop.core.library.importers.taking import take_apart
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.workspace import Workspace
from tests import files


def pages_of(workspace: Workspace, ref: Ref) -> list[tuple[str, int]]:
    """Each page's printed number and how many words it holds, as they are kept."""
    with workspace._database.read() as session:
        return [(label, words) for label, words in find(session, DocumentRow, ref).pages]


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
    assert dict(reading.meta) == {"Author": "Ines Obi, Tom", "Year": "2021", "File": "evaluation.md"}
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
        ("a.exe", b"MZ", "cannot be brought in"),
        ("a.doc", b"\xd0\xcf", "save it as .docx"),
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


def test_front_matter_that_cannot_be_read_leaves_the_text_alone(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"---\na: [b\n---\nWords.\n")
    parts = take_apart(str(tmp_path / "x.md"))
    assert (parts["title"], parts["paragraphs"]) == ("x", [("", "Words.")])


def test_a_pdf_with_scanned_pages_says_so_in_the_library_the_reader_and_in_search(
    workspace: Workspace, desk: Path
) -> None:
    files.pdf(["Barnacles"], files.SCANNED, files.SCANNED, Title="Quay survey").save(desk / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    said = "2 of 3 pages hold no text: they look scanned, and search cannot see them."
    (listed,) = workspace.library.listed([Kind.DOCUMENT])
    assert listed.summary.endswith(said)
    reading = workspace.library.read(ref)
    assert dict(reading.meta)["Mind the gaps"] == said
    assert pages_of(workspace, ref) == [("1", 1), ("2", 0), ("3", 0)]
    assert [heading.id for heading in reading.outline] == ["page-1", "page-2", "page-3"]
    found = workspace.search.ask("quay survey scanned").results
    assert (found[0].ref, "hold no text" in found[0].opening) == (ref, True)
    assert workspace.search.ask("barnacles").results[0].heading == "Page 1"


def test_a_wholly_scanned_pdf_comes_in_and_is_found_by_its_title(workspace: Workspace, desk: Path) -> None:
    files.pdf(files.SCANNED, files.SCANNED, Title="Minutes of 1987").save(desk / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    assert workspace.search.ask("minutes 1987", (Kind.DOCUMENT,)).results[0].ref == ref
    assert workspace.library.listed([Kind.DOCUMENT])[0].summary.startswith("None of its 2 pages holds text")


def test_an_encrypted_pdf_comes_in_with_its_password_only_and_that_is_kept_nowhere(
    workspace: Workspace, desk: Path, folder: Path
) -> None:
    made = files.pdf(["Barnacles everywhere"], Title="Quay")
    made.password = "tide-table-77"
    made.save(desk / "a.pdf")
    without = workspace.library.bring_in([desk])
    assert (without.locked, "password" in without.refused[0][1]) == ([desk / "a.pdf"], True)
    wrong = workspace.library.bring_in([desk], password="nonsense")
    assert (wrong.locked, "not its password" in wrong.refused[0][1]) == ([desk / "a.pdf"], True)
    right = workspace.library.bring_in([desk], password=made.password)
    ((_path, ref),) = right.came_in
    assert right.unlocked == [desk / "a.pdf"]
    assert workspace.library.original_of(ref) == made.bytes()
    assert workspace.search.ask("barnacles", (Kind.DOCUMENT,)).results[0].ref == ref
    workspace.close()
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert made.password.encode() not in kept


def test_a_page_that_hangs_or_swells_costs_its_own_words_only(
    workspace: Workspace, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged, "GROUP", 3)
    read = paged.PagedReading._read

    def hang(self: paged.PagedReading, first: int, labels: list[str], seconds: float) -> dict[str, object]:
        if first <= 4 < first + len(labels):
            raise paged.TooSlowError("This took too long.")
        return read(self, first, labels, seconds)

    monkeypatch.setattr(paged.PagedReading, "_read", hang)
    files.pdf(*[[f"Words of {n}"] for n in range(8)]).save(desk / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    assert [words for _label, words in pages_of(workspace, ref)] == [3, 3, 3, 3, 0, 3, 3, 3]
    assert "1 of 8 pages" in workspace.library.listed([Kind.DOCUMENT])[0].summary
    assert '<h2 id="page-5">Page 5</h2>' in workspace.library.html_of(ref)


def test_pictures_are_kept_with_their_document_also_while_it_is_away(
    workspace: Workspace, desk: Path, folder: Path, small_content: Path
) -> None:
    files.docx(
        desk / "a.docx", files.paragraph("Words") + files.drawing("r9"), pictures={"r9": files.picture()}
    )
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    picture = workspace.library.picture(ref, "p1")
    assert picture.startswith(b"\x89PNG")
    with pytest.raises(AppError):
        workspace.library.picture(ref, "p2")
    _changes, batch = workspace.library.remove(ref)
    workspace.close()
    with Workspace.open(folder, small_content) as again:
        again.library.restore(batch)
        assert again.library.picture(ref, "p1") == picture
        assert again.library.original_of(ref) == (desk / "a.docx").read_bytes()
        assert again.check() == []
        again.library.remove(ref)
        with again._database.write() as writing:
            for grave in writing.session.scalars(select(TombstoneRow)):
                grave.record = None
    with Workspace.open(folder, small_content) as emptied, emptied._database.read() as session:
        assert session.scalars(select(PictureRow)).all() == []


def test_a_document_that_came_in_again_is_not_brought_back_twice(workspace: Workspace, desk: Path) -> None:
    (desk / "a.txt").write_text("Barnacles")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    _changes, batch = workspace.library.remove(ref)
    workspace.library.bring_in([desk])
    with pytest.raises(AppError, match="already"):
        workspace.library.restore(batch)


def test_a_document_can_be_called_otherwise_and_its_notes_follow(workspace: Workspace, desk: Path) -> None:
    (desk / "scan0017.txt").write_text("Barnacles everywhere on the quay.")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    note = workspace.write_note(ref, "Ask Ines.", "Barnacles everywhere")
    changes = workspace.library.describe(ref, title=" Quay  survey ", author="Ines Obi", year="2019")
    assert ref in changes.refs
    reading = workspace.library.read(ref)
    assert (reading.title, dict(reading.meta)["Author"], dict(reading.meta)["Year"]) == (
        "Quay survey", "Ines Obi", "2019"
    )  # fmt: skip
    assert workspace.annotations.on(ref)[0].target_title == "Quay survey"
    assert workspace.search.ask("survey", (Kind.DOCUMENT,)).results[0].ref == ref
    assert workspace.annotations.get_note(note).text == "Ask Ines."
    with pytest.raises(AppError, match="title"):
        workspace.library.describe(ref, title=" ", author="", year="")
    with pytest.raises(AppError, match="year"):
        workspace.library.describe(ref, title="x", author="", year="the year in which it rained")


def test_a_file_that_changes_under_the_import_is_refused(
    workspace: Workspace, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a.txt").write_text("Before.")
    monkeypatch.setattr(imports, "bytes_of", lambda _path: b"After.")
    ((_path, why),) = workspace.library.bring_in([desk]).refused
    assert "changed" in why


def test_a_watched_folder_brings_in_only_what_is_new(workspace: Workspace, desk: Path) -> None:
    (desk / "a.txt").write_text("First.")
    (desk / "bad.pdf").write_bytes(b"nonsense")
    (desk / "picture.png").write_bytes(b"")
    first = workspace.library.look_through([desk, desk / "missing"])
    assert ([path.name for path, _ref in first.came_in], len(first.refused)) == (["a.txt"], 1)
    workspace.library.remove(first.came_in[0][1])
    again = workspace.library.look_through([desk])
    assert (again.came_in, again.known, again.refused) == ([], [], [])
    (desk / "b.md").write_text("Second.")
    (desk / "bad.pdf").write_bytes(files.pdf(["Mended"]).bytes())
    third = workspace.library.look_through([desk])
    assert sorted(path.name for path, _ref in third.came_in) == ["b.md", "bad.pdf"]


def test_a_watched_folder_that_was_away_brings_nothing_twice_and_nothing_that_was_taken_out(
    workspace: Workspace, desk: Path, tmp_path: Path
) -> None:
    disk, other = desk / "disk", desk / "other"
    for folder, name in ((disk, "a.txt"), (disk, "bad.pdf"), (other, "b.txt")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"Words of {name}")
    first = workspace.library.look_through([disk, other])
    workspace.library.remove(next(ref for path, ref in first.came_in if path.name == "a.txt"))
    disk.rename(tmp_path / "unplugged")
    (other / "c.txt").write_text("New")
    assert [path.name for path, _ref in workspace.library.look_through([disk, other]).came_in] == ["c.txt"]
    (tmp_path / "unplugged").rename(disk)
    back = workspace.library.look_through([disk, other])
    assert (back.came_in, back.known, back.refused) == ([], [], [])
    (other / "c.txt").unlink()
    (disk / "d.txt").write_text("Newer")
    workspace.library.look_through([disk, other])
    (other / "c.txt").write_text("New")
    assert [path.name for path, _ref in workspace.library.look_through([disk, other]).known] == ["c.txt"]


def test_looking_through_that_is_stopped_goes_on_the_next_time(workspace: Workspace, desk: Path) -> None:
    for number in range(4):
        (desk / f"{number}.txt").write_text(f"Text {number}")
    progress = Progress(lambda done, _of: progress.stop() if done == 2 else None)
    assert len(workspace.library.look_through([desk], progress).came_in) == 2
    rest = workspace.library.look_through([desk])
    assert [path.name for path, _ref in rest.came_in] == ["2.txt", "3.txt"]


def test_an_export_writes_documents_as_they_came(workspace: Workspace, desk: Path, tmp_path: Path) -> None:
    files.pdf(["Words"], Title="Quay").save(desk / "a.pdf")
    workspace.library.bring_in([desk])
    workspace.export(tmp_path / "out")
    (written,) = (tmp_path / "out" / "documents").iterdir()
    assert (written.suffix, written.read_bytes()) == (".pdf", (desk / "a.pdf").read_bytes())


def test_the_words_of_a_document_can_be_shown_without_a_window(workspace: Workspace, desk: Path) -> None:
    files.pdf(["Barnacles"], ["Tides"], Title="Quay").save(desk / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    assert workspace.library.source_of(ref) == "# Quay\n\n## Page 1\n\nBarnacles\n\n## Page 2\n\nTides\n"


def test_files_in_a_folder_that_no_reader_means_are_left_out_quietly(
    workspace: Workspace, desk: Path
) -> None:
    (desk / ".hidden.txt").write_text("x")
    (desk / "~$letter.docx").write_text("x")
    (desk / ".git").mkdir()
    (desk / ".git" / "a.md").write_text("x")
    report = workspace.library.bring_in([desk])
    assert (report.came_in, report.refused) == ([], [])


def test_the_pages_of_long_texts_are_not_limited(workspace: Workspace, desk: Path) -> None:
    files.pdf(*[[f"Words of page {n}"] for n in range(1, 1001)]).save(desk / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([desk]).came_in
    assert len(pages_of(workspace, ref)) == 1000
    assert workspace.search.ask('"page 1000"', (Kind.DOCUMENT,)).results[0].heading == "Page 1000"


def test_a_pdf_says_on_which_page_it_was_left_for_who_reads_it_as_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(files.Pdf().add(["One page of words"]).add(["Another page"]).bytes())
    ref = workspace.library.bring_in([file]).came_in[0][1]
    assert workspace.library.read(ref).page == "page-1"
    workspace.library.remember(ref, Place(1_250, "", 0.6))
    reading = workspace.library.read(ref)
    assert (reading.page, reading.place) == ("page-2", None)
    assert 'id="page-2"' in reading.html
    assert workspace.library.read(Ref(Kind.CASE, "harbour")).page == ""
