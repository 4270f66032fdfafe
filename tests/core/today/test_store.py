"""What a moment asks for: which meetings are past and ahead, and what was promised for now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.tables import ActionRow, EntryRow, MeetingRow
from animating_alliances_desktop.core.today.model import Now
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.lookback.belongings import put

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    return workspace.alliances.add("Coast")[1]


def promise(held: Workspace, alliance: Ref, text: str, due: date, kind: str = "member") -> Ref:
    """An open action."""
    row = ActionRow(
        text=text, day=due, due=due, owner="Harbour Trust", owner_kind=kind, status="open",
        alliance_id=UUID(alliance.key),
    )  # fmt: skip
    return put(held, row)


def meet(held: Workspace, alliance: Ref, hours: float | None, days: int = 0, **more: Any) -> Ref:
    """A meeting that begins so many hours from now, or of which only the day is known."""
    begins = None if hours is None else NOW + timedelta(hours=hours)
    day = begins.date() if begins is not None else NOW.date() + timedelta(days=days)
    ends = begins + timedelta(hours=1) if begins is not None else None
    row = MeetingRow(
        title="Board", day=day, begins=begins, ends=ends, alliance_id=UUID(alliance.key), sequence=0, **more
    )
    return put(held, row)


def at(held: Workspace, hours: float = 0) -> Now:
    return held.today.at(NOW + timedelta(hours=hours))


def test_a_meeting_is_ahead_until_it_is_over_and_then_past_for_a_week(
    workspace: Workspace, coast: Ref
) -> None:
    meeting = meet(workspace, coast, 2)
    for hours, past, ahead in ((0, [], meeting), (2.8, [], meeting), (2.9, [meeting], None)):
        found = at(workspace, hours)
        assert [one.ref for one in found.past] == past
        assert (found.ahead.ref if found.ahead is not None else None) == ahead
    assert at(workspace, 8 * 24).past == ()
    assert at(workspace, -16 * 24).ahead is None


def test_a_meeting_of_which_only_the_day_is_known_is_over_at_noon(workspace: Workspace, coast: Ref) -> None:
    meeting = meet(workspace, coast, None)
    assert at(workspace, -4).ahead is not None
    assert [one.ref for one in at(workspace).past] == [meeting]


def test_a_meeting_that_was_written_on_or_called_off_asks_for_nothing(
    workspace: Workspace, coast: Ref
) -> None:
    written = meet(workspace, coast, -5)
    put(
        workspace,
        EntryRow(
            alliance_id=UUID(coast.key), day=NOW.date(), form="quick", meeting_id=UUID(written.key), parts={}
        ),
    )
    meet(workspace, coast, -6, cancelled=True)
    meet(workspace, coast, 6, cancelled=True)
    found = at(workspace)
    assert (found.past, found.ahead) == ((), None)


def test_the_latest_meetings_come_first_and_no_more_than_two(workspace: Workspace, coast: Ref) -> None:
    refs = [meet(workspace, coast, hours) for hours in (-50, -3, -30)]
    assert [one.ref for one in at(workspace).past] == [refs[1], refs[2]]


def test_what_was_promised_for_now_is_told_the_latest_first(workspace: Workspace, coast: Ref) -> None:
    today = NOW.date()
    refs = [promise(workspace, coast, "Do it", today - timedelta(days=days)) for days in (9, -1, 0, 3, 2)]
    found = at(workspace)
    assert [one.ref for one in found.promised] == [refs[2], refs[4], refs[3]]
    assert found.promised_in_all == 4


def test_an_archived_alliance_is_out_of_the_way(workspace: Workspace, coast: Ref) -> None:
    meet(workspace, coast, 2)
    meet(workspace, coast, -2)
    promise(workspace, coast, "Do it", NOW.date())
    assert at(workspace).promised_in_all == 1
    workspace.alliances.archive(coast)
    found = at(workspace)
    assert (found.alliances, found.past, found.ahead, found.promised) == ((), (), None, ())
    assert found.promised_in_all == 0
