"""From an invitation to what was written: dropped on the window, known by its people, reflected on, and taken back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QListWidget

from animating_alliances_desktop.core.workspace import Workspace
from tests.core.alliances.calendars import steering, write
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, drop


def test_an_invitation_becomes_a_meeting_and_an_entry(
    begin: Begin, disk: Disk, folder: Path, tmp_path: Path
) -> None:
    with Workspace.open(folder) as held:
        coast = held.alliances.add("Estuary Compact")[1]
        held.people.add_seat(coast, "Ines Obi", email="ines@coast.org")
        held.alliances.add("Good Food Table")
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 -- the user's own day
    invitation = steering().replace("20261203", f"{yesterday:%Y%m%d}")
    hands = begin()
    hands.go("today")
    drop(hands, [write(tmp_path, invitation)])
    hands.arrives("alliances")
    hands.sees("One meeting came in.")
    hands.key(KEY.Key_M, CTRL | SHIFT)
    hands.open("Meetings", "Steering group")
    hands.sees("Ken Adeyemi  (not among the people yet)", "Ines Obi", "Who was there")
    people = hands.find(QListWidget, "Who was there")
    people.setFocus()
    people.setCurrentRow(0)
    hands.key(KEY.Key_Space)
    hands.wait(lambda: disk("SELECT name FROM attendance WHERE present = 1") == [("Ines Obi",)])
    hands.press("Reflect on this meeting")
    hands.arrives("journal")
    hands.write("What happened", "They were tired.")
    hands.settle()
    hands.wait(
        lambda: (
            disk("SELECT m.title FROM entry e JOIN meeting m ON m.id = e.meeting_id") == [("Steering group",)]
        )
    )

    drop(hands, [write(tmp_path, invitation.replace("SEQUENCE:0", "SEQUENCE:1"), method="CANCEL")])
    hands.sees("One was called off.")
    hands.go("alliances")
    hands.sees("This meeting was called off.", "What it left behind")
    hands.press("Delete")
    hands.sees("what was written on it stays")
    hands.wait(lambda: disk("SELECT meeting_id FROM entry") == [(None,)])
    hands.press("Undo")
    hands.wait(lambda: disk("SELECT count(*) FROM entry JOIN meeting ON meeting.id = meeting_id") == [(1,)])


def test_a_file_from_elsewhere_asks_whose_it_is_and_nonsense_ends_in_a_sentence(
    begin: Begin, disk: Disk, folder: Path, tmp_path: Path
) -> None:
    with Workspace.open(folder) as held:
        held.alliances.add("Estuary Compact")
    (tmp_path / "bad.ics").write_text("Dear all, see you on Monday.", encoding="utf-8")
    hands = begin()
    hands.go("today")
    drop(hands, [tmp_path / "bad.ics"])
    hands.sees("This is not a calendar file; export the meeting from the calendar as .ics.")
    drop(hands, [write(tmp_path, steering())])
    hands.sees("Nobody whom your alliances know is asked to these meetings of meeting.ics.")
    hands.press("Bring them in")
    hands.sees("One meeting came in.")
    assert disk("SELECT title FROM meeting") == [("Steering group",)]
