"""A log book tells a span of the journal in order, with what was added beside it, and says what it leaves out."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.book.making import make
from animating_alliances_desktop.core.book.model import Aside, Format, Heading, plain
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.model import Wish
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.logbook.composing import composed
from animating_alliances_desktop.core.logbook.material import gathered
from animating_alliances_desktop.core.logbook.model import Order
from animating_alliances_desktop.core.workspace import DATABASE, Workspace
from tests.core.logbook.months import FIRST, LAST, add_alliance, live_through

TODAY = date(2026, 11, 29)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    return add_alliance(workspace)


def write(workspace: Workspace, alliance: Ref, day: date, text: str, title: str = "") -> Ref:
    return workspace.journal.add(Draft(alliance, day, FREE, title, parts={TEXT: text}))[1].ref


def markdown(workspace: Workspace, order: Order) -> str:
    return make(composed(gathered(workspace, order, TODAY)), Format.MARKDOWN).content.decode()


def test_entries_stand_in_order_with_later_thoughts_beside_them(workspace: Workspace, coast: Ref) -> None:
    second = write(workspace, coast, date(2026, 9, 2), "Second.", "Later")
    write(workspace, coast, date(2026, 8, 4), "First, with [[aa:question/engagement|an old title]].")
    write(workspace, coast, date(2026, 12, 1), "Outside of the span.")
    write(workspace, workspace.alliances.add("Other")[1], date(2026, 8, 5), "Of another alliance.")
    workspace.journal.begin(Draft(coast, date(2026, 9, 3), FREE, parts={TEXT: "Not kept."}))
    workspace.journal.add_thought(second, "It was *not* so.")
    workspace.tags.tag(second, "fund")
    workspace.decisions.add(coast, "The fund decides alone.", date(2026, 9, 2))
    book = composed(gathered(workspace, Order(coast, FIRST, LAST), TODAY))
    titles = [plain(block.words) for block in book.blocks if isinstance(block, Heading) and block.key]
    assert titles == [
        "The alliance",
        "August 2026",
        "1 · 4 August",
        "September 2026",
        "2 · 2 September — Later",
        "Meetings, decisions, actions",
        "Appendix: the history of these entries",
    ]
    assert [block.title.partition(",")[0] for block in book.blocks if isinstance(block, Aside)]
    assert [(term.group, term.name, term.keys) for term in book.index] == [
        ("Tags", "fund", ("entry-2",)),
        ("Core questions", "Engagement", ("entry-1",)),
    ]
    text = make(book, Format.MARKDOWN).content.decode()
    assert "First, with Engagement." in text
    assert "The fund decides alone." in text
    assert "1 draft of this time left out" in text
    for absent in ("Outside of the span", "another alliance", "Not kept", "[["):
        assert absent not in text


def test_aims_are_gathered_week_by_week_and_names_indexed(workspace: Workspace, coast: Ref) -> None:
    live_through(workspace, coast, 10)
    book = composed(gathered(workspace, Order(coast, FIRST, LAST), TODAY))
    text = make(book, Format.MARKDOWN).content.decode()
    assert "## Aims, week by week" in text
    assert "Hear from everybody before talk number 4." in text.split("## August 2026")[0]
    terms = {term.name: term.keys for term in book.index}
    assert list(terms) == ["Ana Lind", "Ines Duarte", "Tom Okafor"]
    assert terms["Tom Okafor"] == tuple(f"entry-{nth}" for nth in range(1, 11) if nth % 5)


def test_names_become_roles_where_that_is_wanted(workspace: Workspace, coast: Ref) -> None:
    write(
        workspace,
        coast,
        date(2026, 8, 4),
        "Ines Duarte of the Harbour Trust and **Tom** spoke; Ana's note waits.",
        "Ines",
    )
    workspace.actions.add(coast, Wish("Ask Berit Holm", "Berit Holm"), date(2026, 8, 4))
    text = markdown(workspace, Order(coast, FIRST, LAST, with_roles=True))
    assert (
        "person 1 of Member B of the Member B and **person 1 of Member A** spoke; person 2 of Member A's note"
        in text
    )
    for name in ("Ines", "Duarte", "Harbour", "Tom", "Okafor", "Ana ", "Lind", "Wardens", "Berit", "Holm"):
        assert name not in text
    assert "replaced by roles" in text
    assert "Ines Duarte" in markdown(workspace, Order(coast, FIRST, LAST))


def test_a_typical_four_months_are_twenty_to_forty_pages(workspace: Workspace, coast: Ref) -> None:
    live_through(workspace, coast, 40)
    made = make(composed(gathered(workspace, Order(coast, FIRST, LAST), TODAY)), Format.PDF)
    assert 20 <= made.pages <= 36
    document = pypdfium2.PdfDocument(made.content)
    filled = [len(page.get_textpage().get_text_bounded()) for page in document][1:-1]
    assert min(filled) > 400  # no page that holds a line or two
    assert "Contents" in document[1].get_textpage().get_text_bounded()


def test_there_must_be_something_to_make_a_book_of(workspace: Workspace, coast: Ref) -> None:
    with pytest.raises(AppError, match="nothing to make"):
        gathered(workspace, Order(coast, FIRST, LAST), TODAY)
    with pytest.raises(AppError, match="before it begins"):
        gathered(workspace, Order(coast, LAST, FIRST), TODAY)


@pytest.fixture(autouse=True)
def its_own_library(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the small library in place already: the shipped one would be rendered first, for seconds."""
    monkeypatch.setattr(paths, "content", lambda: small_content)


@pytest.mark.parametrize("ending", ["pdf", "docx", "md"])
def test_the_command_makes_the_kind_of_file_that_the_name_asks_for(
    workspace: Workspace,
    coast: Ref,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    ending: str,
) -> None:
    write(workspace, coast, date(2026, 8, 4), "We met.")
    workspace.close()
    target = tmp_path / f"log.{ending}"
    words = [
        "--workspace",
        str(folder),
        "logbook",
        "coast",
        "--from",
        "2026-08-01",
        "--to",
        "2026-11-30",
        "-o",
        str(target),
    ]
    assert cli.main(words) == 0
    assert str(target) in capsys.readouterr().out
    assert target.read_bytes()[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04", "md": b"# Co"}[ending]
    assert cli.main(words) == 1
    assert "already" in capsys.readouterr().err
    assert cli.main([*words, "--force"]) == 0
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == {target.name}


def test_a_correction_stands_beside_the_entry_and_in_the_proof(
    workspace: Workspace, coast: Ref, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ref = write(workspace, coast, date(2026, 8, 4), "The vote was put off agian, and nobody objected aloud.")
    entry = workspace.journal.get(ref)
    right = {TEXT: entry.draft.parts[TEXT].replace("agian", "again")}
    workspace.journal.correct(ref, entry.rev, entry.draft.title, right)
    workspace.journal.add_thought(ref, "Tom did.")
    write(workspace, coast, date(2026, 12, 5), "Later than the book.")
    text = markdown(workspace, Order(coast, FIRST, LAST))
    now, aside = text.index("put off again"), text.index("put off agian")
    assert (
        now
        < text.index("Until then it said")
        < aside
        < text.index("Later thought")
        < text.index("## Appendix")
    )
    proof = workspace.history.proof(coast, FIRST, LAST)
    assert [str(seal.event) for seal in proof.seals] == ["kept", "corrected", "thought"]
    assert all(seal.content in text for seal in proof.seals)
    assert "everything fitted" in text
    assert proof.last is not None
    seal = f"{proof.last.number}:{proof.last.digest}"
    assert f"check --seal {seal}`" in text
    workspace.close()
    assert cli.main(["--workspace", str(folder), "check", "--seal", seal]) == 0
    assert "still in the history" in capsys.readouterr().out
    assert cli.main(["--workspace", str(folder), "check", "--seal", f"{proof.last.number}:{'0' * 64}"]) == 1
    assert "has no seal" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        cli.main(["--workspace", str(folder), "check", "--seal", "nonsense"])


def test_what_was_rewritten_behind_the_app_is_said_in_the_book(
    workspace: Workspace, coast: Ref, folder: Path
) -> None:
    write(workspace, coast, date(2026, 8, 4), "As it was.")
    with closing(connect(folder / DATABASE)) as other:
        other.execute("UPDATE entry SET parts = replace(parts, 'As it was', 'As it suits')")
    text = markdown(workspace, Order(coast, FIRST, LAST))
    assert "this did not fit" in text
    assert "does not say what it said" in text


def test_meetings_stand_with_who_was_there_and_beside_their_entries(workspace: Workspace, coast: Ref) -> None:
    held = workspace.meetings.add(Planned(coast, date(2026, 8, 4), "Board", place="Pier office"))[1]
    off = workspace.meetings.add(Planned(coast, date(2026, 8, 5), "Called off"))[1]
    workspace.meetings.call_off(off)
    workspace.meetings.ask(held, "Ines Duarte", present=True)
    workspace.meetings.ask(held, "Sofia Brandt", present=True)
    workspace.meetings.ask(held, "Nobody Came", present=False)
    draft = Draft(coast, date(2026, 8, 4), FREE, parts={TEXT: "We met."}, meeting=held)
    workspace.journal.add(draft)
    text = markdown(workspace, Order(coast, FIRST, LAST))
    assert "| 4 Aug | Board · Pier office | Ines Duarte, Sofia Brandt |" in text
    assert "on Board, 4 August 2026" in text
    assert "Called off" not in text
    assert "Sofia" not in markdown(workspace, Order(coast, FIRST, LAST, with_roles=True))
