"""A month of meetings: what was promised is noted as it is written, slips, is asked after kindly, done and let go."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands

LIST = "Follow-through"


class Wall:
    """What hangs there; its day is turned by the test."""

    day = date(2026, 11, 2)


class Calendar(date):
    """The calendar on the wall."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return Wall.day


class Clock(datetime):
    """The clock beside it, which stands at noon."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.combine(Wall.day, time(12), tz)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> type[Wall]:
    monkeypatch.setattr("animating_alliances_desktop.pages.followthrough.date", Calendar)
    monkeypatch.setattr("animating_alliances_desktop.pages.journal.datetime", Clock)
    monkeypatch.setattr(Wall, "day", date(2026, 11, 2))
    return Wall


@pytest.fixture
def compact(folder: Path, small_content: Path) -> Ref:
    with Workspace.open(folder, small_content) as held:
        ref = held.alliances.add("Estuary Compact")[1]
        held.alliances.add_member(ref, "Harbour Trust")
        return ref


def after_the_meeting(hands: Hands, alliance: Ref, *lines: str) -> None:
    """Write an entry with these lines in it, and keep it."""
    hands.app.go("journal", alliance)
    hands.sees("Now what")
    hands.write("What happened", "We met at the pier.")
    hands.write("Now what", "")
    for line in lines:
        hands.type_in(line)
        hands.key(KEY.Key_Return)
    hands.press("Keep")
    hands.sees("Kept on ")


def list_of(hands: Hands, *, closed: bool = False) -> list[str]:
    hands.go("followthrough")
    hands.press("Done and let go" if closed else "Open")
    hands.settle()
    return hands.rows(LIST)


def test_a_month_of_promises(begin: Begin, disk: Disk, wall: type[Wall], compact: Ref) -> None:
    hands = begin()
    after_the_meeting(
        hands,
        compact,
        "-> Send round the charter @Harbour Trust by Friday (agreed)",
        "-> Circulate the notes @me by tomorrow (fortnightly)",
        "-> Find a mediator @hub",
        "! We vote in January.",
        "~ Ines was silent.",
    )
    assert list_of(hands) == [
        "This week",
        "Circulate the notes. Me · due tomorrow · every fortnight · Estuary Compact",
        "Send round the charter. Harbour Trust · due Friday · agreed aloud · Estuary Compact",
        "No day yet",
        "Find a mediator. The hub · Estuary Compact",
    ]
    hands.choose(LIST, "Circulate the notes")
    hands.press("Done")
    hands.sees("Later", "due 17 Nov")

    wall.day = date(2026, 11, 9)
    hands = begin()
    assert list_of(hands)[:2] == [
        "Was meant for earlier",
        "Send round the charter. Harbour Trust · was due 6 Nov · agreed aloud · Estuary Compact",
    ]
    hands.choose(LIST, "Send round the charter")
    hands.key(KEY.Key_C, CTRL | SHIFT)
    hands.sees("A check-in for Harbour Trust is on the clipboard")
    assert "(we had Friday 6 November in mind; another day is fine)" in QGuiApplication.clipboard().text()
    hands.key(KEY.Key_D, CTRL)
    hands.write("Until when?", "next Friday")
    hands.key(KEY.Key_Return)
    hands.sees("Moved to another day.")

    wall.day = date(2026, 11, 23)
    hands = begin()
    after_the_meeting(hands, compact, "-> Ask Tomasz to mediate @Harbour Trust by 4 Dec")
    lines = list_of(hands)
    assert "Send round the charter. Harbour Trust · was due 20 Nov · agreed aloud · Estuary Compact" in lines
    hands.choose(LIST, "Find a mediator")
    hands.key(KEY.Key_L, CTRL)
    hands.write("Why is it let go?", "Tomasz will do it.")
    hands.key(KEY.Key_Return)
    hands.sees("Let go.")
    hands.choose(LIST, "Send round the charter")
    hands.key(KEY.Key_Return, CTRL)
    hands.sees("Done.")
    hands.misses("Send round the charter")
    hands.press("Undo")
    hands.sees("Send round the charter")
    hands.choose(LIST, "Send round the charter")
    hands.key(KEY.Key_Return, CTRL)
    hands.misses("Send round the charter")

    wall.day = date(2026, 11, 30)
    hands = begin()
    assert list_of(hands) == [
        "Was meant for earlier",
        "Circulate the notes. Me · was due 17 Nov · every fortnight · Estuary Compact",
        "This week",
        "Ask Tomasz to mediate. Harbour Trust · due Friday · Estuary Compact",
    ]
    closed = list_of(hands, closed=True)
    assert closed[0] == "November 2026"
    assert "Find a mediator. Tomasz will do it.. The hub · let go 23 Nov 2026 · Estuary Compact" in closed
    hands.press("Decisions")
    hands.sees("We vote in January.")
    hands.press("Noticings")
    hands.sees("Ines was silent.")
    hands.settle()
    steps = (
        "SELECT what, step.text FROM step JOIN action ON action.id = action_id WHERE action.text LIKE 'Send%'"
    )
    assert disk(f"{steps} ORDER BY step.id") == [("made", ""), ("due", "2026-11-06"), ("done", "")]
