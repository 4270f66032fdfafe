"""Writing after a meeting: saved while it is typed, kept, there the next day, and safe when things go wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import NOW_WHAT, SO_WHAT, WHAT
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import KEY, Hands

ROOT = Path(__file__).parents[2]
TODAY = datetime.now().astimezone().date()
DAY = TODAY - timedelta(days=TODAY.day > 1)
"""Yesterday, within this month: the calendar shows it without turning a page."""


def said(disk: Disk) -> list[tuple[str]]:
    """What each entry says of what happened, as another process would read it at this moment."""
    return disk("SELECT json_extract(parts, '$.\"what-happened\"') FROM entry")


def found_alliance(hands: Hands, name: str = "Estuary Compact") -> None:
    """Add an alliance and begin an entry on it."""
    hands.go("alliances")
    hands.write("Name of a new alliance", name)
    hands.key(KEY.Key_Return)
    hands.sees("Write an entry")
    hands.press("Write an entry")
    hands.sees("What happened")


def test_an_entry_is_written_kept_and_thought_about_later(begin: Begin, disk: Disk) -> None:
    hands = begin()
    hands.go("today")
    hands.press("Add your alliance")
    found_alliance(hands)
    hands.write("Title", "The week we did not vote")
    day = hands.find(QDateEdit, "Day")
    day.setFocus()
    if TODAY != DAY:
        hands.key(KEY.Key_Home)
        hands.key(KEY.Key_Down)
    hands.write("Minutes spent", "45")
    hands.write("What happened", "The vote was put off again.")
    hands.write("So what", "I read the silence as consent.")
    hands.write("Now what", "Ring Tomasz before Friday.")
    hands.sees("Saved ")
    assert disk("SELECT parts, minutes, day, kept_at FROM entry") == [
        (
            json.dumps(
                {
                    WHAT: "The vote was put off again.",
                    SO_WHAT: "I read the silence as consent.",
                    NOW_WHAT: "Ring Tomasz before Friday.",
                }
            ),
            45,
            DAY.isoformat(),
            None,
        )
    ]
    hands.press("Keep")
    hands.sees("Kept on ")

    hands = begin()
    hands.go("journal")
    assert any("The week we did not vote" in row for row in hands.rows("Entries"))
    hands.choose("Entries", "The week we did not vote")
    hands.sees("I read the silence as consent.", "45 minutes", "Kept on ", "Estuary Compact")
    hands.misses("Saved ", "Keep")
    editable = [one for one in hands.main.findChildren(QPlainTextEdit) if one.isVisible()]
    assert [one.accessibleName() for one in editable] == ["A later thought"]
    hands.write("A later thought", "It was fatigue.")
    hands.press("Add this thought")
    hands.wait(lambda: disk("SELECT text FROM addendum") == [("It was fatigue.",)])
    hands.wait(lambda: editable[0].toPlainText() == "")
    hands.sees("It was fatigue.")


def test_the_calendar_knows_the_day_of_an_entry(begin: Begin) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "A quick word on the quay.")
    hands.sees("Saved ")
    hands.press("Keep")
    hands.sees("Kept on ")
    hands = begin()
    hands.go("journal")
    hands.sees("No entry is open")
    calendar = next(one for one in hands.main.findChildren(QWidget) if ", 1 entry" in one.accessibleName())
    calendar.setFocus()
    hands.key(KEY.Key_Return)
    hands.sees("Kept on ", "A quick word on the quay.")


def test_deleting_an_entry_is_taken_back(begin: Begin, disk: Disk) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "Nobody objected aloud.")
    hands.sees("Saved ")
    hands.press("Delete")
    hands.sees("The entry was deleted.", "No entries yet")
    hands.wait(lambda: said(disk) == [])
    hands.press("Undo")
    hands.sees("Nobody objected aloud.")
    hands.misses("The entry was deleted.")
    assert said(disk) == [("Nobody objected aloud.",)]


def test_closing_the_window_keeps_the_last_words(begin: Begin, disk: Disk) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "These words were typed just before the door closed.")
    assert said(disk) == []
    hands.main.close()
    hands.wait(lambda: not hands.main.isVisible())
    assert said(disk) == [("These words were typed just before the door closed.",)]


def test_closing_the_window_keeps_a_later_thought_and_keeps_it_once(begin: Begin, disk: Disk) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "The vote was put off.")
    hands.sees("Saved ")
    hands.press("Keep")
    hands.write("A later thought", "It was fatigue.")
    hands.main.close()
    hands.wait(lambda: not hands.main.isVisible())
    assert disk("SELECT text FROM addendum") == [("It was fatigue.",)]


def test_a_save_that_fails_is_said_and_can_be_tried_again(
    begin: Begin, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "First. ")
    hands.sees("Saved ")

    def full(*_: object) -> None:
        raise AppError("The disk is full. Make room, then try again.")

    with monkeypatch.context() as patched:
        patched.setattr(JournalStore, "save", full)
        hands.type_in("Second.")
        hands.sees("Not saved; your words are still here. The disk is full. Make room, then try again.")
        assert hands.find(QPlainTextEdit, "What happened").toPlainText() == "First. Second."
        assert not hands.main.close()
        hands.wait(lambda: not hands.app.tasks.busy)
        hands.sees("What you wrote last could not be saved.")
        assert hands.main.isVisible()
        assert said(disk) == [("First. ",)]
        assert hands.find(QAbstractButton, "Try again").isEnabled()
    hands.press("Try again")
    hands.sees("Saved ")
    hands.misses("Not saved", "Try again")
    assert said(disk) == [("First. Second.",)]
    hands.press("Close this message")
    with monkeypatch.context() as patched:
        patched.setattr(JournalStore, "save", full)
        hands.write("What happened", " Third.")
        assert not hands.main.close(), "she was told of another failure, not of this one"
        hands.sees("What you wrote last could not be saved.")
    hands.press("Try again")
    hands.sees("Saved ")


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
def test_what_was_called_saved_survives_a_kill(qtbot: QtBot, folder: Path, small_content: Path) -> None:
    words = "Ines thinks the trust would pay for a mediator."
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.killed", str(folder), str(small_content), words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with Workspace.open(folder, small_content) as workspace:
        assert [entry.draft.said(WHAT) for entry in workspace.journal.listed()] == [words]
        assert workspace.check() == []


def test_a_keep_is_taken_back_at_once_and_what_was_begun_elsewhere_is_not_lost(
    begin: Begin, disk: Disk
) -> None:
    hands = begin()
    found_alliance(hands)
    hands.write("What happened", "The vote was put off for an ho")
    hands.sees("Saved ")
    hands.press("Keep")
    hands.sees("the entry stands as you wrote it")
    hands.key(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: disk("SELECT kept_at FROM entry") == [(None,)])
    hands.sees("What happened", "So what")

    hands.go("enquiry")
    hands.write("Note on this question", "Half a thought about t")
    begin()
    assert disk("SELECT text FROM note") == [("Half a thought about t",)]
