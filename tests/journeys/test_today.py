"""Today answers what now: from the meeting just past to the next one, and to what was promised."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.followthrough.model import OwnerKind, Wish
from animating_alliances_desktop.core.journal.model import WHAT
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin
from tests.journeys.hands import CTRL, KEY

NOW = datetime.now().astimezone()


def busy(folder: Path, content: Path) -> None:
    """A meeting an hour ago, one in three days, and something promised for today."""
    with Workspace.open(folder, content) as held:
        coast = held.alliances.add("Estuary Compact")[1]
        past, ahead = NOW - timedelta(hours=2), NOW + timedelta(days=3)
        held.meetings.add(Planned(coast, past.date(), "Board", past, past + timedelta(hours=1)))
        held.meetings.add(Planned(coast, ahead.date(), "Assembly", ahead, ahead + timedelta(hours=1)))
        wish = Wish("Ring the harbour", due=NOW.date(), kind=OwnerKind.ME)
        held.actions.add(coast, wish, NOW.date())


def test_from_the_meeting_just_past_to_what_was_promised(
    begin: Begin, folder: Path, small_content: Path
) -> None:
    busy(folder, small_content)
    hands = begin()
    hands.sees("Reflect on Board", "Prepare for Assembly", "Promised for today or before", "Ring the harbour")
    hands.press("Reflect on Board")
    hands.arrives("journal")
    hands.sees("What happened")
    hands.write("What happened", "The vote was put off.")
    hands.key(KEY.Key_Return, CTRL)
    hands.sees("Kept: the entry stands as you wrote it")
    (entry,) = hands.app.workspace.journal.listed()
    assert entry.draft.said(WHAT) == "The vote was put off."
    assert entry.draft.meeting is not None
    hands.key(KEY.Key_1, CTRL)
    hands.sees("Prepare for Assembly", "Reflect on a meeting")
    hands.misses("Reflect on Board")
    hands.press("Prepare for Assembly")
    hands.arrives("brief")
    hands.sees("Estuary Compact")
    hands.key(KEY.Key_1, CTRL)
    hands.press("Ring the harbour")
    hands.arrives("followthrough")
    hands.sees("Ring the harbour")
