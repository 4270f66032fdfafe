"""Finding one's way: by searching, by filtering the library, by the palette, and back again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin
from tests.journeys.hands import ALT, CTRL, KEY, Hands

PASSAGE = "The members quarrelled over money until the café closed its doors."
PAGES = {
    "1": "today",
    "2": "enquiry",
    "3": "library",
    "4": "alliances",
    "5": "journal",
    "6": "followthrough",
    "7": "lookback",
    "8": "notes",
    "9": "search",
    "Comma": "settings",
}


@pytest.fixture
def written(folder: Path, small_content: Path) -> None:
    """A workspace with an entry and a note of the user's own."""
    with Workspace.open(folder, small_content) as workspace:
        workspace.catch_up()
        coast = workspace.alliances.add("Estuary Compact")[1]
        entry = "The dredging plan was put off once more."
        workspace.journal.add(Draft(coast, date(2026, 11, 20), title="Low water", parts={WHAT: entry}))
        note = "Who would be our mediator?"
        workspace.write_note(Ref.parse("case/harbour"), note, "quarrelled over money")


def search(hands: Hands, words: str) -> None:
    """Empty the field of the search page and type into it."""
    hands.go("search")
    field = hands.find(QLineEdit, "Search everything")
    hands.wait(field.hasFocus)
    field.selectAll()
    hands.type_in(words)


def test_a_half_typed_word_finds_the_case_and_enter_opens_it_at_the_passage(begin: Begin) -> None:
    hands = begin()
    search(hands, "harb")
    hands.sees("Harbour Alliance", "found")
    hands.wait(lambda: {"Cases", "Papers"} <= set(hands.rows("What was found")))
    search(hands, "quarrelled over mon")
    hands.sees("The members quarrelled over money until", "found")
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    hands.arrives("reader")
    hands.sees(PASSAGE)
    sheet = hands.sheet
    hands.wait(
        lambda: sheet.toPlainText()[sheet.textCursor().position() :].startswith("The members quarrelled")
    )


@pytest.mark.usefixtures("written")
def test_what_she_wrote_herself_is_found_too(begin: Begin) -> None:
    hands = begin()
    search(hands, "dredg")
    hands.open("What was found", "Low water")
    hands.arrives("journal")
    hands.sees("The dredging plan was put off once more.", "Low water")
    search(hands, "mediator")
    hands.open("What was found", "Who would be our mediator?")
    hands.arrives("reader")
    hands.sees(PASSAGE, "Who would be our mediator?")


def test_nothing_found_says_what_to_try(begin: Begin) -> None:
    hands = begin()
    search(hands, "zebra")
    hands.sees("zebra")
    hands.wait(lambda: "What was found" not in names(hands))


def names(hands: Hands) -> set[str]:
    """The accessible names of what is on view."""
    return {one.accessibleName() for one in hands.window.findChildren(QWidget) if one.isVisible()}


def test_the_library_is_filtered_down_to_a_case(begin: Begin) -> None:
    hands = begin()
    hands.go("library")
    hands.sees("What helps alliances", "Harbour Alliance", "11 texts")
    hands.press("Kinds: Cases  1")
    hands.sees("Harbour Alliance", "1 of 11 texts")
    hands.misses("What helps alliances")
    hands.press("Core questions: Engagement")
    hands.pick("All regions", "North Sea")
    hands.sees("Harbour Alliance", "1 of 11 texts")
    hands.write("Filter by words in titles and summaries", "mountain")
    hands.sees("Nothing passes these filters", "0 of 11 texts")
    hands.press("Clear the filters")
    hands.sees("11 texts", "What helps alliances")
    hands.write("Filter by words in titles and summaries", "harb")
    hands.misses("What helps alliances")
    hands.open("Texts", "Harbour Alliance")
    hands.arrives("reader")
    hands.sees(PASSAGE)


def test_the_palette_opens_a_text_by_three_letters_and_alt_left_goes_back(begin: Begin) -> None:
    hands = begin()
    for name, page in PAGES.items():
        hands.key(getattr(KEY, f"Key_{name}"), CTRL)
        hands.arrives(page)
        hands.settle()
    hands.key(KEY.Key_K, CTRL)
    hands.wait(lambda: hands.held == "Letters of an action or a title")
    hands.type_in("har")
    hands.sees("Harbour Alliance")
    hands.key(KEY.Key_Return)
    hands.arrives("reader")
    hands.sees(PASSAGE)
    hands.key(KEY.Key_Left, ALT)
    hands.arrives("settings")
    hands.key(KEY.Key_Left, ALT)
    hands.arrives("search")
    hands.key(KEY.Key_Right, ALT, times=2)
    hands.arrives("reader")
    hands.sees(PASSAGE)
    hands.key(KEY.Key_F1)
    hands.wait(lambda: hands.window is not hands.main)
    hands.sees("Find an action or a text", "Ctrl+K", "Keep the entry")
    hands.key(KEY.Key_Escape)
    hands.wait(lambda: hands.window is hands.main)
