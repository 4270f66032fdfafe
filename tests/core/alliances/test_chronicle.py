"""What lies around an alliance: kept texts, its course, what was written on it and what that points at."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.alliances.model import Happening, Planned
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.workspace import Workspace

CASE = Ref.parse("case/harbour")
TODAY = date(2026, 11, 29)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    return workspace.alliances.add("Coast")[1]


def test_a_text_is_kept_once_and_let_go(workspace: Workspace, coast: Ref) -> None:
    for _ in range(2):
        workspace.chronicle.keep(coast, CASE)
    assert [thing.ref for thing in workspace.chronicle.kept(coast)] == [CASE]
    with pytest.raises(AppError, match="not there any more"):
        workspace.chronicle.keep(coast, Ref.parse("case/nowhere"))
    workspace.chronicle.let_go(coast, CASE)
    assert workspace.chronicle.kept(coast) == []


def test_its_course_is_told_by_itself_and_ends_today(workspace: Workspace, coast: Ref) -> None:
    workspace.alliances.add_member(coast, "Harbour Trust", since=date(2026, 1, 1))
    workspace.people.add_seat(coast, "Ken Adeyemi", since=date(2026, 2, 1))
    meeting = workspace.meetings.add(Planned(coast, date(2026, 3, 1), "Round"))[1]
    workspace.meetings.add(Planned(coast, date(2027, 3, 1), "Ahead"))
    off = workspace.meetings.add(Planned(coast, date(2026, 3, 2), "Off"))[1]
    workspace.meetings.call_off(off)
    log = Draft(coast, date(2026, 4, 1), "weekly-log", "A week", parts={"aims": "calm\n! We meet at night"})
    workspace.journal.add(log)
    found = workspace.chronicle.moments(coast, TODAY)
    assert {(moment.what, moment.title) for moment in found if moment.day.month == 4} == {
        (Happening.LOOKED_BACK, "A week"), (Happening.DECIDED, "We meet at night"),
    }  # fmt: skip
    assert [(moment.what, moment.title) for moment in found if moment.day.month < 4] == [
        (Happening.MET, "Round"), (Happening.CAME, "Ken Adeyemi"), (Happening.JOINED, "Harbour Trust"),
    ]  # fmt: skip
    assert found[2].ref == meeting


def test_what_its_texts_point_at_is_gathered_once(workspace: Workspace, coast: Ref) -> None:
    hills = workspace.alliances.add("Hills")[1]
    text = f"See [[{CASE}|Harbour]], and [[{CASE}|Harbour]] again."
    entry = workspace.journal.add(Draft(coast, TODAY, "free", parts={"text": text}))[1]
    workspace.journal.add_thought(entry.ref, f"Like [[{hills}|Hills]].")
    note = workspace.write_note(coast, "Mind the tide")
    assert [thing.ref for thing in workspace.chronicle.linked(coast)] == [hills, CASE, note]
    assert [thing.ref for thing in workspace.chronicle.entries(coast)] == [entry.ref]
    assert workspace.chronicle.linked(hills) == []


def test_what_was_written_on_a_meeting(workspace: Workspace, coast: Ref) -> None:
    meeting = workspace.meetings.add(Planned(coast, TODAY, "Round"))[1]
    words = "We met.\n! No vote by mail\n-> Ring Tomasz"
    entry = workspace.journal.add(Draft(coast, TODAY, "free", parts={"text": words}, meeting=meeting))[1]
    workspace.journal.add(Draft(coast, TODAY, "free", parts={"text": "Other."}))
    written, decision, action = workspace.chronicle.on_meeting(meeting)
    assert (written.ref, decision.title, action.title) == (entry.ref, "No vote by mail", "Ring Tomasz")
