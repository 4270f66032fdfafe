"""Actions leave the app as a list, a table, to-dos of a calendar, and a friendly message."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.model import Action, Owner, OwnerKind, Repeats, Status
from animating_alliances_desktop.core.followthrough.saying import check_in
from animating_alliances_desktop.core.sharing.action_file import write_actions

TODAY = date(2026, 12, 9)
NOW = datetime(2026, 12, 9, 10, tzinfo=UTC)
ANA = Owner("Ana Silva", OwnerKind.MEMBER, Ref(Kind.PERSON, "ana"), organisation_name="Harbour Trust")


def action(text: str, owner: Owner = ANA, alliance: str = "Coast", **more: object) -> Action:
    ref = Ref(Kind.ACTION, f"0000{text[:4]}")
    known = {"day": date(2026, 11, 25), "owner": owner} | more
    return Action(ref=ref, text=text, alliance=Ref(Kind.ALLIANCE, alliance), alliance_name=alliance, **known)  # type: ignore[arg-type]


THREE = [
    action("Send the draft", due=date(2026, 12, 4), agreed=True),
    action("=cmd|'/c calc'!A0", Owner("me", OwnerKind.ME), status=Status.DONE, closed_on=TODAY),
    action("Ring, “Tom”", due=date(2027, 1, 8), repeats=Repeats.MONTHLY, alliance="Hills"),
]


def test_the_list_names_owners_and_days(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    assert write_actions(path, THREE, NOW) == 3
    text = path.read_text(encoding="utf-8")
    assert "- [ ] Send the draft — was due Friday 4 December; agreed aloud" in text
    assert "- [x] =cmd" in text
    assert "- [ ] Ring, “Tom” — due Friday 8 January 2027; every month" in text
    assert text.index("## Coast") < text.index("### Ana Silva (Harbour Trust)") < text.index("## Hills")


def test_no_cell_of_the_table_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_actions(path, THREE, NOW)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["action"] for row in rows] == ["Send the draft", "'=cmd|'/c calc'!A0", "Ring, “Tom”"]
    assert (rows[0]["due"], rows[0]["organisation"], rows[1]["status"]) == (
        "2026-12-04",
        "Harbour Trust",
        "done",
    )


def test_a_calendar_reads_the_to_dos(tmp_path: Path) -> None:
    path = tmp_path / "todos.ics"
    write_actions(path, THREE, NOW)
    first, second, third = Calendar.from_ical(path.read_bytes()).walk("VTODO")
    assert (first["SUMMARY"], first["STATUS"], first.decoded("DUE")) == (
        "Send the draft", "NEEDS-ACTION", date(2026, 12, 4)
    )  # fmt: skip
    assert (second["STATUS"], second.decoded("COMPLETED").date()) == ("COMPLETED", TODAY)
    assert (third["SUMMARY"], third["CATEGORIES"].cats) == ("Ring, “Tom”", ["Hills"])
    assert len({one["UID"] for one in (first, second, third)}) == 3


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="end in"):
        write_actions(tmp_path / "list.xlsx", THREE, NOW)
    with pytest.raises(AppError, match="could not be written"):
        write_actions(tmp_path / "nowhere" / "list.md", THREE, NOW)


def test_a_check_in_is_warm_and_names_what_is_open() -> None:
    text = check_in(THREE, TODAY)
    assert text.startswith("Hello Ana,\n")
    assert "Coast:\n- Send the draft (we had Friday 4 December in mind; another day is fine)" in text
    assert "Hills:\n- Ring, “Tom” (by Friday 8 January 2027)" in text
    assert "cmd" not in text
    assert not {"overdue", "late", "failed", "reminder"} & set(text.lower().split())
    assert check_in(THREE[1:2], TODAY) == ""
    assert check_in([action("Rest", Owner("me", OwnerKind.ME))], TODAY).startswith("What I said I would do")
    host = action("Host", Owner("Harbour Trust", OwnerKind.MEMBER))
    assert check_in([host], TODAY).startswith("Hello all at Harbour Trust,")
