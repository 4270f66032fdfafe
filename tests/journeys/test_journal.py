"""The journal as a practitioner keeps it: first minutes, a meeting, the weekly log, a deletion that leaves nothing."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.journal.model import NOW_WHAT, SO_WHAT, WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands
from tests.journeys.running import Start

NOW = datetime.now().astimezone()


def said(disk: Disk) -> list[dict[str, str]]:
    """The parts of each entry, as another process would read them."""
    return [json.loads(parts) for (parts,) in disk("SELECT parts FROM entry ORDER BY created_at")]


def field(hands: Hands, name: str) -> QComboBox:
    """A field that drops down; on Linux its name for screen readers is what it says."""
    fields = hands.main.findChildren(QComboBox)
    return next(one for one in fields if one.isVisible() and one.accessibleName() == name)


def choose_form(hands: Hands, title: str) -> None:
    """Choose a form by its title, by the keyboard."""
    forms = field(hands, "Form")
    at = forms.findText(title)
    assert at >= 0, [forms.itemText(nth) for nth in range(forms.count())]
    forms.setFocus()
    hands.key(KEY.Key_Down, times=at - forms.currentIndex())
    assert forms.currentText() == title


def test_a_new_users_first_three_minutes(begin: Begin, disk: Disk) -> None:
    """Nothing is set up: one key, the name of an alliance, four fields, one key."""
    hands = begin()
    hands.key(KEY.Key_J, CTRL | SHIFT)
    hands.sees("Which alliance will you write about?")
    hands.write("Name of the alliance", "Estuary Compact")
    hands.key(KEY.Key_Return)
    hands.sees("What happened", "So what", "Now what", "To think with")
    hands.write("What happened", "The vote was put off again.")
    hands.write("So what", "I read the silence as consent.")
    hands.write("Now what", "-> I ring Tomasz before Friday")
    hands.key(KEY.Key_Return, CTRL)
    hands.sees("Kept on ", "Taken from it: 1 action")
    assert said(disk) == [
        {
            WHAT: "The vote was put off again.",
            SO_WHAT: "I read the silence as consent.",
            NOW_WHAT: "-> I ring Tomasz before Friday",
        }
    ]


def test_the_key_counts_while_the_workspace_is_being_opened(start: Start, qtbot: QtBot) -> None:
    app = start(early=lambda app: app.actions.get("app.reflect").trigger())
    Hands(qtbot, app).sees("Which alliance will you write about?")


def test_one_key_after_a_meeting(begin: Begin, disk: Disk) -> None:
    hands = begin()
    hands.go("journal")
    with_meeting(hands)
    hands.go("library")
    hands.key(KEY.Key_J, CTRL | SHIFT)
    hands.sees("Who was there", "Ines Obi")
    assert field(hands, "Meeting").currentText().startswith("Steering group")
    assert field(hands, "Alliance").currentText() == "Estuary Compact"
    hands.write("What happened", "We met.")
    hands.sees("Saved ")
    assert disk("SELECT count(*) FROM entry WHERE meeting_id IS NOT NULL") == [(1,)]


def with_meeting(hands: Hands) -> None:
    """Note a meeting that has just ended, with somebody who was asked to it."""
    held: Workspace = hands.app.workspace
    alliance = held.alliances.add("Estuary Compact")[1]
    ended = NOW - timedelta(minutes=5)
    meeting = held.meetings.add(
        Planned(alliance, ended.date(), "Steering group", ended - timedelta(hours=1), ended)
    )[1]
    held.meetings.ask(meeting, "Ines Obi")


def test_the_weekly_log_begins_with_the_aims_of_the_last(begin: Begin, disk: Disk) -> None:
    hands = begin()
    alliance = hands.app.workspace.alliances.add("Estuary Compact")[1]
    last = Draft(alliance, NOW.date() - timedelta(days=7), "weekly-log", parts={"next-week": "Ring Tomasz."})
    hands.app.workspace.journal.add(last)
    hands.go("journal")
    hands.press("New entry")
    hands.sees("What happened")
    choose_form(hands, "The week’s log")
    hands.sees("What I meant to do this week", "Aims that you set in the last log", "Ring Tomasz.")
    copy = hands.find(QAbstractButton, "Copy over")
    hands.wait(lambda: copy.height() > 0)  # laid out
    hands.press("Copy over")
    hands.write("What I tried", "Waiting.")
    hands.sees("Saved ")
    assert said(disk)[-1] == {"aims": "Ring Tomasz.", "strategies": "Waiting."}


def holding(folder: Path, word: str) -> list[str]:
    """The files of the workspace that hold a word in some way."""
    forms = [word.encode(), word.lower().encode(), word.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def test_what_is_deleted_for_good_is_in_no_file(begin: Begin, disk: Disk, folder: Path) -> None:
    hands = begin()
    hands.app.workspace.alliances.add("Estuary Compact")
    hands.go("journal")
    hands.press("New entry")
    hands.write("Title", "Vexillology")
    hands.write("What happened", "They hid the Quixotledger.")
    hands.sees("Saved ")
    hands.key(KEY.Key_A, CTRL)
    hands.type_in("They showed it at last.")
    hands.wait(lambda: said(disk) == [{WHAT: "They showed it at last."}])
    hands.key(KEY.Key_Return, CTRL)
    hands.sees("Kept on ")
    hands.write("A later thought", "Ask about Zanzibarquay.")
    hands.press("Add this thought")
    hands.wait(lambda: len(disk("SELECT text FROM addendum")) == 1)
    hands.app.workspace.back_up()
    words = ("Vexillology", "Quixotledger", "Zanzibarquay")
    assert all(holding(folder, word) for word in words)
    hands.press("Delete")
    hands.sees("The entry was deleted.")
    hands.press("Show what was deleted")
    hands.sees("Trash", "Vexillology")
    hands.press("Let go for good")
    hands.press("Let it go for good")
    hands.sees("A backup of before holds it still")
    hands.press("Make a fresh backup and drop that one")
    hands.sees("The only backup is now")
    hands.wait(lambda: [holding(folder, word) for word in words] == [[], [], []])
