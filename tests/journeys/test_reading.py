"""Reading with a pencil: passages are marked by keyboard, and found again the next day and in a new edition."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QTextCursor

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands

OVERVIEW = Ref.parse("paper/overview")
MONEY = "Money must come quickly"
FUND = "The pooled fund decides within a day"
TRUST = "Governance of an alliance is a matter of trust"
TIDE = "Opening words about the tide."


def read(hands: Hands, *words: str) -> None:
    """Open the overview from the library, and wait until the words are there."""
    hands.go("library")
    hands.open("Texts", "What helps alliances")
    hands.sees("Opening words", *words)
    hands.settle()


def select(hands: Hands, words: str) -> None:
    """Select words with the keyboard alone: a text cursor, the arrows, and Shift with the arrows."""
    sheet = hands.sheet
    sheet.setFocus()
    hands.key(KEY.Key_F7)
    hands.key(KEY.Key_Home, CTRL)
    hands.key(KEY.Key_Right, times=sheet.toPlainText().index(words))
    hands.key(KEY.Key_Right, SHIFT, times=len(words))
    assert sheet.textCursor().selectedText() == words


def mark(hands: Hands, words: str, action: str) -> None:
    """Select words and give them a colour."""
    select(hands, words)
    hands.app.actions.run(action)
    hands.wait(lambda: any(words in row for row in hands.rows("Notes on this text")))
    hands.key(KEY.Key_F7)


def ground(hands: Hands, words: str) -> str:
    """The colour that lies under words on the page: the most frequent one below their longest word."""
    sheet = hands.sheet
    longest = max(words.split(), key=len)
    at = sheet.toPlainText().index(words) + words.index(longest)
    cursor = QTextCursor(sheet.document())
    cursor.setPosition(at)
    bar = sheet.verticalScrollBar()
    bar.setValue(bar.value() + sheet.cursorRect(cursor).top() - 60)
    area = sheet.cursorRect(cursor)
    cursor.setPosition(at + len(longest))
    area = area.united(sheet.cursorRect(cursor))
    assert sheet.viewport().rect().contains(area)
    picture = sheet.viewport().grab(area).toImage()
    colours = Counter(
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    )
    return colours.most_common(1)[0][0]


def test_two_colours_and_a_note_are_there_again_the_next_day(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    paper = ground(hands, MONEY)
    assert ground(hands, TRUST) == paper
    mark(hands, MONEY, "reader.mark_green")
    mark(hands, FUND, "reader.mark_amber")
    assert len({ground(hands, MONEY), ground(hands, FUND), paper}) == 3
    hands.choose("Notes on this text", FUND, key=KEY.Key_F2)
    hands.write("Your note", "Who signs ours?")
    hands.press("Done")
    hands.sees("Who signs ours?")
    hands.wait(lambda: disk("SELECT text FROM note") == [("Who signs ours?",)])
    assert disk("SELECT exact, colour, state FROM annotation ORDER BY start") == [
        (MONEY, "green", "exact"),
        (FUND, "amber", "exact"),
    ]

    hands = begin()
    read(hands, MONEY)
    hands.wait(lambda: len(hands.rows("Notes on this text")) == 2)
    hands.sees("Who signs ours?")
    hands.wait(lambda: len({ground(hands, MONEY), ground(hands, FUND), paper}) == 3)
    assert ground(hands, TRUST) == ground(hands, TIDE) == paper

    hands.go("notes")
    hands.sees(MONEY, FUND, "Who signs ours?", "2 notes and highlights")
    hands.open("Notes and highlights", FUND)
    hands.arrives("reader")
    hands.sees(FUND)
    sheet = hands.sheet
    hands.wait(lambda: sheet.toPlainText()[sheet.textCursor().position() :].startswith(FUND))


def test_a_new_edition_moves_one_highlight_and_loses_one_but_marks_no_wrong_words(
    begin: Begin, folder: Path, small_content: Path, tmp_path: Path, disk: Disk
) -> None:
    content = shutil.copytree(small_content, tmp_path / "content")
    with Workspace.open(folder, content) as workspace:
        workspace.catch_up()
        for words, note in ((TIDE, "a beginning"), (FUND, "ours took a year"), (TRUST, "do we trust?")):
            workspace.write_note(OVERVIEW, note, words)
    paper = content / "papers" / "overview.md"
    text = paper.read_text(encoding="utf-8")
    text = text.replace("The pooled fund", "Some new words stand before the old ones.\n\nThe pooled fund")
    text = text[: text.index("## Governance")] + "## Rules\n\nMembers take turns in the chair.\n"
    paper.write_text(text, encoding="utf-8")

    hands = begin(content)
    read(hands, FUND, "Members take turns in the chair.")
    hands.sees("Could not be placed", "moved")
    rows = hands.rows("Notes on this text")
    assert rows[-2] == "Could not be placed"
    assert [TRUST in row for row in rows] == [False, False, False, True]
    assert ["moved" in row for row in rows] == [FUND in row for row in rows]
    plain = ground(hands, "Members take turns")
    assert plain == ground(hands, "Some new words") == ground(hands, MONEY)
    assert plain != ground(hands, TIDE) == ground(hands, FUND)
    hands.settle()
    assert disk("SELECT exact, state FROM annotation ORDER BY start") == [
        (TIDE, "exact"),
        (FUND, "moved"),
        (TRUST, "lost"),
    ]

    hands.go("today")
    hands.press("One highlight could not be placed")
    hands.arrives("notes")
    hands.sees(TRUST, "do we trust?", "Could not be placed: its text has changed", "1 of 3 notes")
    hands.misses(FUND, TIDE)


def test_a_highlight_that_was_removed_comes_back(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    paper = ground(hands, MONEY)
    mark(hands, MONEY, "reader.mark_rose")
    rose = ground(hands, MONEY)
    hands.choose("Notes on this text", MONEY, key=KEY.Key_Delete)
    hands.sees("Highlight removed.")
    hands.wait(lambda: ground(hands, MONEY) == paper)
    assert disk("SELECT exact FROM annotation") == []
    hands.press("Undo")
    hands.wait(lambda: disk("SELECT exact, colour FROM annotation") == [(MONEY, "rose")])
    hands.wait(lambda: ground(hands, MONEY) == rose != paper)


def test_closing_the_window_keeps_a_note_that_is_being_written(begin: Begin, disk: Disk) -> None:
    hands = begin()
    read(hands, MONEY)
    hands.press("Note on the whole text")
    hands.write("Your note", "Half a tho")
    assert disk("SELECT text FROM note") == []
    hands.main.close()
    hands.wait(lambda: not hands.main.isVisible())
    hands.settle()
    assert disk("SELECT text FROM note") == [("Half a tho",)]
