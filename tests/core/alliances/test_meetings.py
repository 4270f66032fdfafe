"""Meetings: typed in, brought from a calendar, brought up to date, and taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.alliances.calendar import read_calendar
from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Planned
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.alliances.calendars import WEEKLY, steering, write

TODAY = date(2026, 11, 29)
TEN_IN_BERLIN = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    ref = workspace.alliances.add("Coast")[1]
    workspace.people.add_seat(ref, "Ines Obi", email="ines@coast.org")
    workspace.alliances.add("Hills")
    return ref


@pytest.fixture
def meetings(workspace: Workspace) -> MeetingStore:
    return MeetingStore(workspace._database, lambda: TODAY)


def test_a_meeting_is_noted_changed_and_listed_by_day(workspace: Workspace, coast: Ref) -> None:
    begins = datetime(2026, 12, 3, 10, tzinfo=UTC)
    _changes, later = workspace.meetings.add(
        Planned(coast, date(2026, 12, 3), " Board  ", begins, place="Quay")
    )
    _changes, sooner = workspace.meetings.add(Planned(coast, date(2026, 12, 1)))
    assert [one.ref for one in workspace.meetings.listed(coast)] == [sooner, later]
    assert [one.ref for one in workspace.meetings.listed(since=date(2026, 12, 2))] == [later]
    meeting = workspace.meetings.get(later)
    assert (meeting.label, meeting.planned.begins) == ("Board, 3 December 2026", begins)
    workspace.meetings.change(later, Planned(coast, date(2026, 12, 4), "Board", agenda="Dredging"))
    assert [result.ref for result in workspace.search.ask("kind:meeting dredging").results] == [later]
    with pytest.raises(AppError, match="ends before"):
        workspace.meetings.add(Planned(coast, TODAY, "", begins, datetime(2026, 12, 3, 9, tzinfo=UTC)))


def test_who_was_there_is_ticked(workspace: Workspace, coast: Ref) -> None:
    _changes, ref = workspace.meetings.add(Planned(coast, TODAY))
    workspace.meetings.ask(ref, "Ines Obi")
    workspace.meetings.ask(ref, "A guest", present=True)
    with pytest.raises(AppError, match="already"):
        workspace.meetings.ask(ref, "ines obi")
    guest, ines = workspace.meetings.get(ref).attendances
    assert (ines.email, ines.person is not None, guest.person, guest.present) == (
        "ines@coast.org",
        True,
        None,
        True,
    )
    workspace.meetings.tick(ref, {ines.key: True, guest.key: None})
    assert [one.present for one in workspace.meetings.get(ref).attendances] == [None, True]
    _changes, batch = workspace.meetings.let_off(ref, guest.key)
    workspace.meetings.restore(batch)
    assert ines.person is not None
    workspace.meetings.know(ref, guest.key, ines.person)
    assert [one.name for one in workspace.meetings.get(ref).attendances] == ["Ines Obi", "Ines Obi"]


def test_a_file_comes_in_under_the_alliance_whose_people_are_asked(
    workspace: Workspace, coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    _changes, brought = meetings.bring_in(write(tmp_path, steering()))
    (ref,) = brought.new
    meeting = meetings.get(ref)
    assert meeting.planned.alliance == coast
    assert (meeting.planned.begins, meeting.planned.place) == (TEN_IN_BERLIN, "Quay 3")
    assert meeting.planned.agenda == "Agenda:\n1. Dredging"
    assert [(one.name, one.person is not None) for one in meeting.attendances] == [
        ("Ines Obi", True), ("Ken Adeyemi", False),
    ]  # fmt: skip
    assert meetings.bring_in(write(tmp_path, steering()))[1].same == 1


def test_an_update_keeps_the_meeting_and_what_hangs_on_it_and_can_be_taken_back(
    workspace: Workspace, coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    (ref,) = meetings.bring_in(write(tmp_path, steering()))[1].new
    before = meetings.get(ref)
    newer = steering("Steering group, moved", 2).replace("T100000", "T120000").replace("T113000", "T133000")
    _changes, brought = meetings.bring_in(write(tmp_path, newer.replace("Ines@Coast.org", "max@coast.org")))
    assert (brought.changed, brought.new) == ([ref], [])
    moved = meetings.get(ref)
    assert (moved.planned.title, moved.planned.begins) == (
        "Steering group, moved", datetime(2026, 12, 3, 11, tzinfo=UTC),
    )  # fmt: skip
    assert meetings.bring_in(write(tmp_path, steering("An old one", 1)))[1].older == 1
    meetings.take_back(brought)
    assert meetings.get(ref) == before


def test_a_cancelled_one_is_called_off_and_one_that_never_was_does_not_come(
    coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    _changes, brought = meetings.bring_in(write(tmp_path, steering(), method="CANCEL"), coast)
    assert (brought.new, brought.older) == ([], 1)
    (ref,) = meetings.bring_in(write(tmp_path, steering()))[1].new
    assert meetings.bring_in(write(tmp_path, steering(sequence=1), method="CANCEL"))[1].cancelled == [ref]
    assert meetings.get(ref).cancelled
    with_status = steering(sequence=2).replace("SEQUENCE", "STATUS:CONFIRMED\nSEQUENCE")
    meetings.bring_in(write(tmp_path, with_status))
    assert not meetings.get(ref).cancelled


def test_a_cancellation_that_says_less_leaves_what_was_known(
    coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    (ref,) = meetings.bring_in(write(tmp_path, steering()), coast)[1].new
    known = meetings.get(ref).planned
    less = """BEGIN:VEVENT
UID:steering@example.org
SEQUENCE:1
DTSTART:20261203T090000Z
SUMMARY:Cancelled: Steering group
END:VEVENT"""
    assert meetings.bring_in(write(tmp_path, less, method="CANCEL"))[1].cancelled == [ref]
    assert meetings.get(ref).planned == known


def test_letters_of_old_programs_arrive(coast: Ref, meetings: MeetingStore, tmp_path: Path) -> None:
    for nth, encoding in enumerate(("cp1252", "utf-8")):
        path = write(tmp_path, steering(f"Küste {encoding}", sequence=nth))
        path.write_bytes(path.read_bytes().decode().encode(encoding))
        meetings.bring_in(path, coast)
        assert meetings.listed(coast)[0].planned.title == f"Küste {encoding}"
    folded = write(tmp_path, steering("Küste", sequence=9))
    folded.write_bytes(folded.read_bytes().replace(b"\xc3\xbc", b"\xc3\r\n \xbc"))
    meetings.bring_in(folded, coast)
    assert meetings.listed(coast)[0].planned.title == "Küste"


def test_a_series_comes_in_as_its_meetings_and_keeps_them_when_it_moves(
    coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    """Named in the title; one is left out, and from 10 December on it is a day later."""
    plain = WEEKLY.partition("BEGIN:VEVENT\nUID:weekly\nRECURRENCE")[0].strip()
    assert len(meetings.bring_in(write(tmp_path, plain))[1].new) == 7
    refs = {one.day: one.ref for one in meetings.listed(coast)}
    _changes, brought = meetings.bring_in(write(tmp_path, WEEKLY))
    assert (brought.new, len(brought.changed), brought.cancelled) == ([], 4, [])
    days = [one.day.isoformat() for one in meetings.listed(coast)]
    assert days == [
        "2026-11-12",
        "2026-11-26",
        "2026-12-03",
        "2026-12-11",
        "2026-12-18",
        "2026-12-25",
        "2027-01-01",
    ]
    assert meetings.get(refs[date(2026, 12, 10)]).planned.begins == datetime(2026, 12, 11, 13, tzinfo=UTC)
    fewer = plain.replace("EXDATE", "EXDATE;TZID=Europe/Berlin:20261203T100000\nEXDATE")
    assert meetings.bring_in(write(tmp_path, fewer))[1].cancelled == [refs[date(2026, 12, 3)]]


def test_the_news_of_a_series_alone_move_what_is_known_of_it(
    coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    plain, _event, news = WEEKLY.partition("BEGIN:VEVENT\nUID:weekly\nRECURRENCE")
    meetings.bring_in(write(tmp_path, plain.strip()))
    meetings.bring_in(write(tmp_path, f"{_event}{news}"))
    days = [one.day.isoformat() for one in meetings.listed(coast)]
    assert days == [
        "2026-11-12",
        "2026-11-26",
        "2026-12-03",
        "2026-12-11",
        "2026-12-18",
        "2026-12-25",
        "2027-01-01",
    ]


def test_whose_it_is_is_asked_where_nothing_tells(
    workspace: Workspace, coast: Ref, meetings: MeetingStore, tmp_path: Path
) -> None:
    stranger = steering().replace("Ines", "Una").replace("INES", "UNA")
    path = write(tmp_path, stranger)
    _changes, brought = meetings.bring_in(path)
    assert [series.title for series in brought.asked] == ["Steering group"]
    assert meetings.listed() == []
    workspace.alliances.add_member(coast, "Harbour Trust")
    with_member = write(tmp_path, stranger.replace("Steering group", "With Harbour Trust"), name="member.ics")
    assert [series.alliance for series in meetings.look_into(with_member)[0]] == [coast]
    _changes, brought = meetings.bring_in(path, workspace.alliances.named("Hills"))
    assert meetings.get(brought.new[0]).alliance_name == "Hills"


def test_a_whole_day_has_no_hour(coast: Ref, meetings: MeetingStore, tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nUID:day\nDTSTART;VALUE=DATE:20261201\nSUMMARY:Away day of the Coast\nEND:VEVENT"
    (ref,) = meetings.bring_in(write(tmp_path, event))[1].new
    planned = meetings.get(ref).planned
    assert (planned.day, planned.begins, planned.ends) == (date(2026, 12, 1), None, None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a calendar"),
        (b"Dear all, see you on Monday.", "not a calendar"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:half", "damaged|no meeting"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "no meeting"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:tomorrow\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "damaged",
        ),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000, "damaged|no meeting"),
    ],
)
def test_a_bad_file_ends_in_one_sentence(
    coast: Ref, meetings: MeetingStore, tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "bad.ics"
    path.write_bytes(data)
    with pytest.raises(AppError, match=said):
        meetings.bring_in(path)
    assert meetings.listed() == []


def test_a_rule_that_repeats_each_second_does_no_harm(tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:x\nEND:VEVENT"
    (series,) = read_calendar(str(write(tmp_path, event)), "2026-11-29")["series"]
    assert len(series["meetings"]) == 1


@settings(max_examples=150)
@given(data=st.data())
def test_whatever_is_broken_in_a_file_it_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(write(tmp_path, steering(), WEEKLY).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    path = tmp_path / "broken.ics"
    path.write_bytes(whole)
    try:
        found = read_calendar(str(path), "2026-11-29")
    except AppError:
        return
    assert all(len(one["meetings"]) <= 500 for one in found["series"])
