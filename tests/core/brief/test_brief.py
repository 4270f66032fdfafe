"""The brief opens with what one meant to do, gathers what is open, and always goes on one page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.annotations.anchors import anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.book.making import make
from animating_alliances_desktop.core.book.model import Book, Format, Heading, plain
from animating_alliances_desktop.core.brief.composing import fitted
from animating_alliances_desktop.core.brief.gathering import gathered
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Wish
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.workspace import Workspace

TODAY = date(2026, 11, 29)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    alliance = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(alliance, "Harbour Trust")
    return alliance


def write(workspace: Workspace, alliance: Ref, day: date, text: str, **more: int) -> Ref:
    return workspace.journal.add(Draft(alliance, day, FREE, parts={TEXT: text}, **more))[1].ref  # type: ignore[arg-type]


def markdown(book: Book) -> str:
    return make(book, Format.MARKDOWN).content.decode()


def titles(book: Book) -> list[str]:
    return [plain(block.words) for block in book.blocks if isinstance(block, Heading)]


def test_it_opens_with_intentions_and_gathers_what_is_open(workspace: Workspace, coast: Ref) -> None:
    write(workspace, coast, date(2026, 10, 1), "Long ago.")
    write(workspace, coast, date(2026, 11, 1), "Before.\n! Decided lately.")
    write(
        workspace,
        coast,
        date(2026, 11, 20),
        "We *met*.\n-> Ask the board @me by 24 November\nIf she asks, then I will wait.",
    )
    workspace.decisions.add(coast, "Decided long ago.", date(2026, 9, 1))
    workspace.actions.add(
        coast, Wish("Send the note", "Harbour Trust", date(2026, 12, 4)), date(2026, 11, 20)
    )
    workspace.actions.add(coast, Wish("Find a room"), date(2026, 11, 20))
    workspace.journal.begin(Draft(coast, TODAY, FREE, parts={TEXT: "A draft."}))
    workspace.meetings.add(Planned(coast, date(2026, 11, 20), "The last one"))
    workspace.meetings.add(Planned(coast, date(2026, 12, 9), "One after it"))
    workspace.meetings.add(
        Planned(coast, date(2026, 12, 2), "Board", place="Pier office", agenda="The *fund*")
    )
    brief = gathered(workspace, coast, TODAY)
    book = fitted(brief)
    assert "Before the meeting: Board, Wednesday 2 December 2026, Pier office" in markdown(book)
    assert "**Agenda:** The *fund*" in markdown(book)
    text = markdown(book)
    assert titles(book)[:4] == ["You meant to", "Last time", "Open, by owner", "Decided since 1 November"]
    assert "If she asks, then I will wait" in text
    assert "We *met*." in text
    owners = text[text.index("Open, by owner") :]
    assert owners.index("**Me:** Ask the board (was due 24 Nov)") < owners.index(
        "**Harbour Trust:** Send the note (by 4 Dec)"
    )
    assert owners.index("Harbour Trust") < owners.index("**Nobody yet:** Find a room")
    assert "Decided lately." in text
    for absent in ("long ago", "Long ago", "A draft", "As you noted it"):
        assert absent not in text
    workspace.intentions.close(brief.intentions[0].ref, "I waited.", TODAY)
    assert "You meant to" not in titles(fitted(gathered(workspace, coast, TODAY)))


def test_lines_stand_as_lines_and_how_to_dial_in_is_left_out(workspace: Workspace, coast: Ref) -> None:
    write(workspace, coast, date(2026, 11, 20), "We met.\n! Keep the pilot\n-> @me ring Tomasz")
    agenda = f"1. Welcome\n2. Budget\n\n{'_' * 60}\nJoin on your computer"
    workspace.meetings.add(Planned(coast, date(2026, 12, 2), "Board", agenda=agenda))
    text = markdown(fitted(gathered(workspace, coast, TODAY)))
    assert "We met.  \n! Keep the pilot  \n\\-\\> @me ring Tomasz\n" in text
    assert "**Agenda:** Welcome · Budget\n" in text


def test_figures_are_told_only_where_there_are_enough(workspace: Workspace, coast: Ref) -> None:
    for nth in range(5):
        write(workspace, coast, TODAY - timedelta(days=7 * nth), "We met.", energy=2 + nth // 3, minutes=60)
    assert gathered(workspace, coast, TODAY).trends == ()
    write(workspace, coast, TODAY - timedelta(days=50), "We met.", energy=5, minutes=30)
    text = markdown(fitted(gathered(workspace, coast, TODAY)))
    assert "Energy: low, low, low in the last three entries that say it, most often even before." in text
    assert "Time: 240 minutes noted in the last four weeks, 90 in the four before." in text
    assert "Trust" not in text


def test_a_highlight_near_the_alliance_comes_first(workspace: Workspace, coast: Ref) -> None:
    case = Ref.parse("paper/overview")
    whole = of_html(workspace.library.html_of(case))
    found = find_quote(whole, "pooled fund decides")
    assert found is not None
    workspace.annotations.mark(case, anchor_of(whole, *found), Colour.AMBER, "")
    tomorrow = date.today() + timedelta(days=2)  # noqa: DTZ011 -- what was marked today does not come up today
    assert "pooled fund decides" in markdown(fitted(gathered(workspace, coast, tomorrow)))


@pytest.mark.parametrize("word", ["word ", "W" * 40 + " ", "- x\n", "会议# **[a](http://b) "])
def test_it_goes_on_one_page_whatever_is_in_it(workspace: Workspace, coast: Ref, word: str) -> None:
    for nth in range(8):
        said = word * (600 if nth == 0 else 3)
        write(workspace, coast, TODAY - timedelta(days=nth), said, energy=3, trust=2)
    line = " ".join((word * 60).split())[:900]
    for nth in range(3):
        workspace.intentions.add(coast, line, f"{nth} {line}", TODAY)
    for nth in range(30):
        workspace.actions.add(coast, Wish(f"{nth} {line}", f"Somebody {nth % 28}"), TODAY)
        workspace.decisions.add(coast, f"{nth} {line}", TODAY)
    book = fitted(gathered(workspace, coast, TODAY))
    assert make(book, Format.PDF).pages == 1
    text = markdown(book)
    assert "more decisions" in text
    assert "more" in text.split("Open, by owner")[1].split("Decided")[0] or "of others" in text


def test_an_alliance_of_which_nothing_is_known_has_prompts_only(workspace: Workspace, coast: Ref) -> None:
    brief = gathered(workspace, coast, TODAY)
    assert brief.is_empty
    assert "Coast" in markdown(fitted(brief))


@pytest.fixture(autouse=True)
def its_own_library(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the small library in place already: the shipped one would be rendered first, for seconds."""
    monkeypatch.setattr(paths, "content", lambda: small_content)


def test_the_command_prints_it_or_writes_it(
    workspace: Workspace, coast: Ref, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace, coast, date(2026, 11, 20), "We met at the pier.")
    workspace.close()
    assert cli.main(["--workspace", str(folder), "brief", "coast"]) == 0
    assert "We met at the pier." in capsys.readouterr().out
    target = tmp_path / "brief.pdf"
    assert cli.main(["--workspace", str(folder), "brief", "coast", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert cli.main(["--workspace", str(folder), "brief", "nobody"]) == 1
