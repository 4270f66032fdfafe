"""The command line does what it says, in one sentence where it cannot, and never opens a window."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests import files
from tests.core.alliances.calendars import steering, write

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def content(small_content: Path, tmp_path: Path) -> Path:
    """A copy of the small library, so that a test may break it."""
    return shutil.copytree(small_content, tmp_path / "content")


@pytest.fixture
def run(
    folder: Path,
    content: Path,
    stocked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    monkeypatch.setattr(paths, "content", lambda: content)
    shutil.copytree(stocked, folder)

    def command(*words: str) -> tuple[int, str, str]:
        try:
            status = cli.main(["--workspace", str(folder), *words])
        except SystemExit as left:
            status = int(left.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def test_the_whole_path(run: Run, tmp_path: Path, folder: Path) -> None:
    assert run("alliance", "add", "Coast")[0] == 0
    text = tmp_path / "entry.md"
    text.write_text("We met at the pier and decided nothing.")
    status, out, _err = run("journal", "add", "--alliance", "coast", "--date", "2026-11-20", "--minutes", "45",
                            "--title", "Pier", str(text))  # fmt: skip
    assert status == 0
    entry = out.strip()
    assert run("note", "add", "paper/overview", "--quote", "pooled fund decides", "Ask Ines")[0] == 0
    status, out, _err = run("search", "pier", "--json")
    answer = json.loads(out)
    assert status == 0
    assert set(answer) >= {"query", "understood_as", "suggestion", "total", "took_ms", "results"}
    assert [result["ref"] for result in answer["results"]] == [entry]
    assert set(answer["results"][0]) >= {"ref", "kind", "title", "heading", "snippet", "score"}
    assert "# Pier" in run("show", entry)[1]
    assert "<h1" in run("show", entry, "--format", "html")[1]
    assert json.loads(run("show", entry, "--format", "json")[1])["minutes"] == 45
    out_folder = tmp_path / "out"
    assert run("export", str(out_folder))[0] == 0
    everything = json.loads((out_folder / "everything.json").read_text(encoding="utf-8"))
    assert {part: len(things) for part, things in everything.items()} == {
        "alliances": 1, "journal": 1, "notes": 1, "highlights": 1, "documents": 0,
            "organisations": 0, "people": 0, "meetings": 0, "kept": 0,
            "tags": 0, "collections": 0, "outlines": 0, "actions": 0, "decisions": 0, "noticings": 0, "intentions": 0,
    }  # fmt: skip
    assert run("backup", str(tmp_path / "copy.aabackup"))[0] == 0
    status, out, _err = run("check")
    assert (status, "in order" in out) == (0, True)


@pytest.mark.parametrize("plural", list(cli.PLURALS))
def test_every_kind_is_listed(run: Run, plural: str) -> None:
    status, out, _err = run("list", plural, "--json")
    assert status == 0
    assert all({"ref", "title"} <= set(line) for line in json.loads(out))
    assert len(run("list", plural)[1].splitlines()) == len(json.loads(out))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "case/none"], "There is no case"),
        (["show", "nonsense"], "not a reference"),
        (["show", "entry/nonsense"], "There is no entry"),
        (["journal", "add", "--alliance", "Nobody", "-"], "no alliance called"),
        (["note", "add", "paper/overview", "--quote", "words that are not there", "x"], "do not stand in"),
        (["import", "/no/such/file.md"], "no such file"),
        (["backup", "/no/such/folder/file"], "no folder"),
        (["alliance", "add", " "], "name first"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_1(run: Run, words: list[str], said: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["search"], ["list", "things"], ["search", "x", "--limit", "0"], ["nothing"],
                                   ["journal", "add", "--alliance", "A", "--date", "soon", "-"]])  # fmt: skip
def test_wrong_usage_is_status_2(run: Run, words: list[str]) -> None:
    assert run(*words)[0] == 2


def test_no_query_raises(run: Run) -> None:
    for query in (
        "",
        '"half',
        "a AND",
        "kind:",
        "((((",
        "*",
        "~",
        "NOT",
        "date:[",
        "x" * 100_000,
        "\0",
        "é\ufdd0🙂",
    ):
        status, _out, err = run("search", query, "--json")
        assert (status, err) == (0, "")


def test_a_second_copy_is_refused_in_a_sentence(run: Run, folder: Path, small_content: Path) -> None:
    with Workspace.open(folder, small_content):
        status, _out, err = run("list", "alliances")
    assert status == 1
    assert "open in another copy of the app" in err
    assert run("list", "alliances")[0] == 0


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(run: Run, folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a letter")
    status, _out, err = run("check")
    assert (status, "Choose another folder" in err) == (1, True)


def test_an_export_writes_over_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    status, _out, err = run("export", str(tmp_path))
    assert (status, "not empty" in err) == (1, True)


def test_a_broken_content_file_is_told_and_the_rest_is_there(run: Run, content: Path) -> None:
    case = content / "cases" / "harbour.md"
    whole = case.read_text(encoding="utf-8")
    case.write_text(whole.replace("region: [North Sea]", "region: [North"), encoding="utf-8")
    status, out, err = run("list", "papers")
    assert status == 0
    assert "overview" in out
    assert "cases/harbour.md, line" in err
    assert run("check")[0] == 1


def test_no_command_loads_the_window(folder: Path, small_content: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from animating_alliances_desktop.core import paths; "
        f"paths.content = lambda: Path({str(small_content)!r}); "
        "from animating_alliances_desktop.__main__ import main; "
        f"status = main(['--workspace', {str(folder)!r}, 'list', 'cases']); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"PATH": ""}
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_kind_of_file_comes_in_and_a_password_opens_what_is_encrypted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    files.docx(desk / "a.docx", files.paragraph("Words"))
    files.epub(desk / "a.epub", {"a.xhtml": "<p>Words</p>"})
    (desk / "a.html").write_text("<p>Words")
    locked = files.pdf(["Barnacles"], Title="Quay")
    locked.password = "tide"
    locked.save(desk / "a.pdf")
    status, out, err = run("import", str(desk))
    assert (status, out.splitlines()[-1]) == (0, "3 came in, 0 were there already, 1 did not.")
    assert "a.pdf: this PDF is encrypted" in err
    monkeypatch.setattr("sys.stdin", io.StringIO("tide\n"))
    status, out, err = run("import", "--password", "-", str(desk))
    assert (status, out.splitlines()[-1]) == (0, "1 came in, 3 were there already, 0 did not.")
    assert "stays encrypted" in err
    ref = json.loads(run("search", "barnacles", "--json")[1])["results"][0]["ref"]
    assert run("show", ref)[1].startswith("# Quay\n\n## Page 1\n\nBarnacles")


def test_an_entry_takes_the_form_that_its_headings_name(run: Run, tmp_path: Path) -> None:
    run("alliance", "add", "Coast")
    text = tmp_path / "entry.md"
    text.write_text("We met.\n\n## Now what\n\nRing Ines.\n", encoding="utf-8")
    status, ref, _err = run("journal", "add", "--alliance", "Coast", "--form", "quick", str(text))
    assert status == 0
    shown = json.loads(run("show", ref.strip(), "--format", "json")[1])
    assert shown["parts"] == {"what-happened": "We met.", "now-what": "Ring Ines."}
    text.write_text("## Weather\n\nRain.\n", encoding="utf-8")
    status, _out, err = run("journal", "add", "--alliance", "Coast", "--form", "quick", str(text))
    assert (status, "“What happened”" in err) == (1, True)
    assert "standard" not in run("journal", "add", "--alliance", "Coast", "--form", "x", str(text))[2]
    text.write_text("We met.", encoding="utf-8")
    status, _out, err = run("journal", "add", "--alliance", "Coast", "--meeting", "gone", str(text))
    assert (status, "called “gone”" in err) == (1, True)
    for day in ("2026-11-03", "2026-11-10", "2099-01-01"):
        last = run("meeting", "add", "--alliance", "Coast", "--date", day, "Board")[1].strip()
    ref = run("journal", "add", "--alliance", "Coast", "--meeting", "board", str(text))[1].strip()
    shown = json.loads(run("show", ref, "--format", "json")[1])
    assert shown["day"] == "2026-11-10"
    assert run("journal", "add", "--alliance", "Coast", "--meeting", last, str(text))[0] == 0


def test_entries_are_listed_and_the_trash_is_emptied(run: Run, tmp_path: Path, folder: Path) -> None:
    run("alliance", "add", "Coast")
    text = tmp_path / "entry.md"
    text.write_text("We met.", encoding="utf-8")
    for day in ("2026-11-20", "2026-11-22"):
        run("journal", "add", "--alliance", "Coast", "--date", day, str(text))
    lines = json.loads(run("journal", "list", "--alliance", "Coast", "--since", "2026-11-21", "--json")[1])
    assert [(line["day"], line["form"], line["alliance"], line["title"]) for line in lines] == [
        ("2026-11-22", "free", "Coast", "We met.")
    ]
    with Workspace.open(folder) as workspace:
        workspace.journal.remove(Ref.parse(lines[0]["ref"]))
    assert lines[0]["ref"] in run("trash", "list")[1]
    assert run("trash", "empty")[1].startswith("0 deletions")
    assert run("trash", "empty", "--older-than", "0", "--renew-backups")[1].startswith("1 deletion was")
    assert run("trash", "list")[1] == ""
    assert len(run("journal", "list")[1].splitlines()) == 1


def test_people_and_meetings_from_the_command_line(run: Run, tmp_path: Path) -> None:
    assert run("alliance", "add", "Coast")[0] == 0
    assert (
        run(
            "member",
            "add",
            "--alliance",
            "coast",
            "--seeks",
            "calm",
            "--since",
            "2024-03-01",
            "Harbour Trust",
        )[0]
        == 0
    )
    status, ines, _err = run(
        "person", "add", "--alliance", "Coast", "--member", "harbour trust", "--role", "chair",
        "--email", "ines@coast.org", "Ines Obi",
    )  # fmt: skip
    assert status == 0
    assert "Harbour Trust\tInes Obi" in run("member", "list", "--alliance", "Coast")[1]
    members = json.loads(run("member", "list", "--alliance", "Coast", "--json")[1])
    assert members["members"][0]["seats"][0]["role"] == "chair"
    assert "# Ines Obi" in run("show", ines.strip())[1]
    assert "Ines Obi" in run("list", "people")[1]

    status, ref, _err = run(
        "meeting", "add", "--alliance", "Coast", "--date", "2026-12-03", "--time", "9:30", "Board"
    )
    assert status == 0
    assert "2026-12-03 09:30\tCoast\tBoard" in run("meeting", "list", "--alliance", "Coast")[1]
    (listed,) = json.loads(run("meeting", "list", "--from", "2026-12-01", "--json")[1])
    assert (listed["ref"], listed["day"], listed["title"]) == (
        ref.strip(),
        "2026-12-03",
        "Board, 3 December 2026",
    )
    assert json.loads(run("meeting", "list", "--to", "2026-12-01", "--json")[1]) == []

    path = write(tmp_path, steering())
    status, said, _err = run("import", str(path))
    assert (status, said.splitlines()[-1]) == (0, "Meetings: 1 new.")
    assert "Steering group" in run("list", "meetings")[1]
    assert run("import", str(path))[1] == "Meetings: 1 known already.\n"
    assert "Ines Obi — Ines@Coast.org" in run("show", _only(run("list", "meetings")[1], "Steering"))[1]
    strange = write(
        tmp_path, steering("Other").replace("UID:s", "UID:x").replace("Ines", "Una"), name="other.ics"
    )
    status, out, said = run("import", str(strange))
    assert (status, "--alliance" in said, out) == (1, True, "Meetings: 1 waiting for an alliance.\n")
    assert run("import", "--alliance", "Coast", str(strange))[0] == 0
    (tmp_path / "bad.ics").write_text("Dear all", encoding="utf-8")
    status, _out, said = run("import", str(tmp_path / "bad.ics"))
    assert (status, said.count("\n")) == (1, 1)

    assert run("export", str(tmp_path / "out"))[0] == 0
    everything = json.loads((tmp_path / "out" / "everything.json").read_text(encoding="utf-8"))
    assert [len(everything[part]) for part in ("organisations", "people", "meetings")] == [1, 1, 3]
    assert len(list((tmp_path / "out" / "meetings").glob("*.md"))) == 3
    assert run("alliance", "archive", "Coast")[0] == 0
    assert json.loads(run("list", "alliances", "--json")[1])[0]["archived"]
    assert run("list", "alliances")[1].endswith("\tCoast\tarchived\n")


def _only(lines: str, word: str) -> str:
    return next(line.split("\t")[0] for line in lines.splitlines() if word in line)
