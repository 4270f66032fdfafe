"""The commands on actions, decisions, noticings and intentions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core import paths

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    folder: Path,
    small_content: Path,
    stocked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    monkeypatch.setattr(paths, "content", lambda: small_content)
    shutil.copytree(stocked, folder)

    def command(*words: str) -> tuple[int, str, str]:
        status = cli.main(["--workspace", str(folder), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    assert command("alliance", "add", "Coast")[0] == 0
    return command


def test_an_action_from_word_to_deed(run: Run, tmp_path: Path) -> None:
    status, out, _err = run(
        "action", "add", "--alliance", "coast", "--owner", "hub", "--due", "2099-12-03", "Book a room"
    )
    assert status == 0
    ref = out.strip()
    other = run("action", "add", "--alliance", "Coast", "Ring the trust @Ana by 3 Dec (agreed)")[1].strip()
    listed = json.loads(run("action", "list", "--alliance", "coast", "--json")[1])
    assert {one["ref"]: (one["text"], one["owner"]["name"], one["agreed"]) for one in listed} == {
        ref: ("Book a room", "the hub", False), other: ("Ring the trust", "Ana", True)
    }  # fmt: skip
    assert run("action", "list", "--owner", "HUB")[1].split("\t")[0] == ref
    assert "Hello Ana," in run("action", "check-in", "--owner", "ana")[1]
    assert run("action", "move", other, "--due", "2099-12-10")[0] == 0
    assert run("action", "give", other, "--owner", "me")[0] == 0
    assert run("action", "let-go", other, "--reason", "Overtaken.")[0] == 0
    assert run("action", "done", ref)[0] == 0
    assert run("action", "list")[1] == ""
    assert "let go" in run("action", "list", "--all")[1]
    everything = json.loads(run("action", "list", "--all", "--json")[1])
    steps = {one["ref"]: [step["what"] for step in one["steps"]] for one in everything}
    assert steps == {ref: ["made", "done"], other: ["made", "due", "owner", "let go"]}
    page = run("show", other)[1]
    assert "# Ring the trust" in page
    assert "other owner (was Ana)" in page
    assert run("search", "status:done", "--json")[1].count(ref) == 1
    assert run("action", "reopen", ref)[0] == 0
    assert run("action", "export", str(tmp_path / "a.ics"), "--all")[0] == 0
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VTODO") == 2
    status, _out, err = run("action", "check-in", "--owner", "nobody")
    assert (status, err.count("\n")) == (1, 1)


def test_decisions_noticings_and_intentions(run: Run, tmp_path: Path) -> None:
    decision = run("decision", "add", "--alliance", "Coast", "--date", "2026-11-20", "We meet monthly.")[
        1
    ].strip()
    run("noticing", "add", "--alliance", "Coast", "Ines was silent.")
    assert decision in run("decision", "list", "--alliance", "Coast")[1]
    assert json.loads(run("noticing", "list", "--json")[1])[0]["text"] == "Ines was silent."
    add = ("intention", "add", "--alliance", "Coast", "--then", "wait", "--if")
    ref = run(*add, "Ines is silent")[1].strip()
    assert run(*add, "two")[0] == run(*add, "three")[0] == 0
    status, _out, err = run(*add, "four")
    assert (status, "Three intentions are open" in err) == (1, True)
    assert run("intention", "close", ref, "--outcome", "She spoke.")[0] == 0
    assert "She spoke." in run("intention", "list")[1]
    assert [len(json.loads(run("list", kind, "--json")[1])) for kind in ("decisions", "noticings", "intentions")] == [
        1, 1, 3
    ]  # fmt: skip
    assert run("export", str(tmp_path / "out"))[0] == 0
    assert "We meet monthly." in (tmp_path / "out" / "follow-through" / "decisions.md").read_text(
        encoding="utf-8"
    )
