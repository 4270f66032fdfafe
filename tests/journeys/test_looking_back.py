"""Looking back at the end of a quarter: what was written when, what belongs together, and a review begun from it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTabBar

from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.today.test_store import promise
from tests.journeys.conftest import Begin
from tests.journeys.hands import CTRL, KEY, Hands

TODAY = datetime.now().astimezone().date()
LIST, REVIEW = "What was written", "What it held"


def written(folder: Path, content: Path) -> None:
    """A year with one alliance: something a year and a month ago, and a week with a meeting."""
    with Workspace.open(folder, content) as held:
        coast = held.alliances.add("Estuary Compact")[1]
        for days, words in ((365, "A year ago we were four."), (30, "Ines said nothing."), (0, "We voted.")):
            held.journal.add(Draft(coast, TODAY - timedelta(days=days), parts={WHAT: words}, minutes=30))
        promise(held, coast, "Ring the harbour", TODAY, "me")
        log = {"next-week": "Ask Ines before the meeting."}
        before = TODAY - timedelta(days=TODAY.weekday() + 3)
        held.journal.add(Draft(coast, before, "weekly-log", parts=log))


def turn(hands: Hands, times: int) -> None:
    """Go to another way of looking back, with the arrow keys."""
    hands.wait(lambda: isinstance(QApplication.focusWidget(), QTabBar))
    hands.key(KEY.Key_Right, times=times)
    hands.settle()


def test_a_week_is_looked_back_on_and_its_log_begun(begin: Begin, folder: Path, small_content: Path) -> None:
    written(folder, small_content)
    hands = begin()
    hands.key(KEY.Key_7, CTRL)
    hands.arrives("lookback")
    hands.sees("We voted.")
    assert any("We voted." in row for row in hands.rows(LIST))
    turn(hands, 1)
    hands.sees("A month ago", "Ines said nothing.", "A year ago", "A year ago we were four.")
    turn(hands, 2)
    hands.sees("Meant for this week", "Ask Ines before the meeting.", "Ring the harbour", "1 entry")
    hands.press("Write the week’s log")
    hands.arrives("journal")
    hands.sees("What I meant to do this week")
    aims = hands.find(QPlainTextEdit, "What I meant to do this week")
    assert aims.toPlainText() == "Ask Ines before the meeting."


def test_a_thread_is_followed_from_its_tag(begin: Begin, folder: Path, small_content: Path) -> None:
    written(folder, small_content)
    with Workspace.open(folder, small_content) as held:
        held.tags.tag_all([entry.ref for entry in held.journal.listed() if entry.draft.said(WHAT)], "trust")
    hands = begin()
    hands.go("lookback")
    turn(hands, 2)
    hands.sees("Choose a core question, a tag, an organisation or a person")
    hands.write("Find a question, a tag, a name", "tru")
    hands.choose("Threads", "trust")
    hands.sees("From the earliest on.")
    assert len([row for row in hands.rows("The thread") if "Estuary Compact" in row]) == 2  # within a year
    hands.open("The thread", "We voted.")
    hands.arrives("journal")
    hands.sees("We voted.")
    hands.key(KEY.Key_7, CTRL)
    hands.arrives("lookback")
    hands.sees("From the earliest on.")
