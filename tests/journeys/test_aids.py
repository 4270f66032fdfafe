"""Preparing a meeting: a text is put by for later, read on where it was left, quoted, and laid beside an entry."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands
from tests.journeys.test_reading import FUND, TIDE, read, select

OVERVIEW = Ref.parse("paper/overview")
TITLE = "What helps alliances"


@pytest.fixture
def entry(folder: Path, small_content: Path) -> Ref:
    """An entry of the journal, written earlier."""
    with Workspace.open(folder, small_content) as held:
        held.catch_up()
        alliance = held.alliances.add("Estuary Compact")[1]
        what = "The vote was put off again. Nobody had slept."
        return held.journal.add(Draft(alliance, date(2026, 11, 20), title="The week", parts={WHAT: what}))[
            1
        ].ref


def sheets(hands: Hands) -> list[QTextBrowser]:
    """The texts that are on view, from left to right."""
    seen = [one for one in hands.main.findChildren(QTextBrowser) if one.isVisible()]
    return sorted(seen, key=lambda one: one.mapTo(hands.main, one.rect().topLeft()).x())


def test_what_is_put_by_in_the_library_is_next_today_and_leaves_the_list_again(
    begin: Begin, disk: Disk
) -> None:
    hands = begin()
    hands.go("library")
    hands.choose("Texts", TITLE)
    hands.key(KEY.Key_D, CTRL)
    hands.sees("Put on your reading list.")
    hands.key(KEY.Key_D, CTRL)
    hands.sees("It is on your reading list already.")
    hands.go("library")
    hands.choose("Texts", "Harbour Alliance")
    hands.app.actions.run("library.later")
    hands.wait(lambda: len(disk("SELECT target FROM collected")) == 2)
    hands.go("today")
    hands.sees("Next on your reading list", TITLE)
    hands.press("The whole list")
    hands.sees("Your reading list")
    hands.wait(lambda: len(hands.rows("Your reading list")) == 2)
    hands.choose("Your reading list", TITLE, key=KEY.Key_Delete)
    hands.wait(lambda: len(hands.rows("Your reading list")) == 1)
    hands.press("Put it back")
    hands.wait(lambda: len(hands.rows("Your reading list")) == 2)
    hands.open("Your reading list", TITLE)
    hands.arrives("reader")
    hands.sees(TIDE)
    hands.press("On your reading list (Ctrl+D takes it off)")
    hands.sees("Taken off your reading list.")
    hands.wait(lambda: len(disk("SELECT target FROM collected")) == 1)


def test_a_text_goes_on_where_it_was_left_and_can_be_quoted_by_its_number(
    begin: Begin, folder: Path, small_content: Path
) -> None:
    with Workspace.open(folder, small_content) as held:
        held.catch_up()
        html = held.library.html_of(OVERVIEW)
        assert html.index(TIDE) < html.index("Money must come")
        held.library.remember(OVERVIEW, Place(45, "Money must come quickly", 0.3))
    hands = begin()
    read(hands, FUND)
    hands.sees("Continued at 1.1")
    hands.press("From the start")
    hands.misses("Continued at 1.1")
    hands.app.actions.run("reader.numbers")
    select(hands, "Money must come quickly when the harbour floods.")
    hands.key(KEY.Key_C, CTRL | SHIFT)
    hands.sees("Copied with its reference.")
    assert QGuiApplication.clipboard().text() == (
        "“Money must come quickly when the harbour floods.”\n"
        f"— {TITLE}, paragraph 1.1, paper in the library of Animating Alliances\n"
    )
    hands.key(KEY.Key_F7)
    hands.app.actions.run("reader.go_to")
    hands.write("Number of the paragraph", "7.7")
    hands.key(KEY.Key_Return)
    hands.sees("There is none; they go from 0.1 to")


def test_a_paper_lies_beside_an_entry_and_both_are_marked(begin: Begin, disk: Disk, entry: Ref) -> None:
    hands = begin()
    read(hands, FUND)
    hands.press("Open beside… (Ctrl+Shift+Enter)")
    hands.wait(lambda: hands.window is not hands.main)
    hands.write("Words of the title", "the week")
    hands.key(KEY.Key_Return)
    hands.sees("The vote was put off again.", FUND)
    right = sheets(hands)[1]
    hands.wait(lambda: hands.main.focusWidget() is right)
    words = "Nobody had slept"
    hands.key(KEY.Key_F7)
    hands.key(KEY.Key_Home, CTRL)
    hands.key(KEY.Key_Right, times=right.toPlainText().index(words))
    hands.key(KEY.Key_Right, SHIFT, times=len(words))
    hands.key(KEY.Key_1, CTRL | SHIFT)
    hands.wait(lambda: disk("SELECT target, exact FROM annotation") == [(str(entry), words)])
    hands.key(KEY.Key_F6)
    hands.wait(sheets(hands)[0].hasFocus)
    hands.key(KEY.Key_W, CTRL)
    hands.misses("The vote was put off again.")
    assert len(sheets(hands)) == 1
    hands.sees(FUND)


def test_what_a_search_finds_is_opened_beside(begin: Begin) -> None:
    hands = begin()
    read(hands, FUND)
    hands.go("search")
    hands.write("Search everything", "quarrelled")
    hands.wait(lambda: any("harbour" in row.casefold() for row in hands.rows("What was found")))
    hands.choose("What was found", "Harbour Alliance")
    hands.key(KEY.Key_Return, CTRL | SHIFT)
    hands.arrives("reader")
    hands.sees(FUND, "quarrelled")
    assert len(sheets(hands)) == 2
