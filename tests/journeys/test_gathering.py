"""Gathering: notes on a question, documents of one's own, and a window that looks as one likes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import Hands, drop

NOTE = "In our alliance good will ends at half past five."


def test_a_note_on_a_question_gathers_there_and_among_the_notes(begin: Begin, disk: Disk) -> None:
    hands = begin()
    hands.go("enquiry")
    hands.choose("The seven core questions", "Engagement")
    hands.sees("How can involvement go deeper when no one has spare time?", "What helps alliances")
    hands.write("Note on this question", NOTE)
    hands.press("Keep the note")
    hands.sees("Your note is kept.")
    hands.wait(lambda: any(NOTE in row for row in hands.rows("What gathers under this question")))
    assert disk("SELECT about, text FROM note") == [("aa:question/engagement", NOTE)]
    hands.sees("1 note")
    hands.go("notes")
    hands.sees(NOTE)
    hands.open("Notes and highlights", NOTE)
    hands.arrives("enquiry")
    hands.sees(NOTE)


def test_a_folder_of_documents_is_brought_in_with_a_report(begin: Begin, disk: Disk, tmp_path: Path) -> None:
    folder = tmp_path / "Our papers"
    folder.mkdir()
    good = "# Charter of the Compact\n\nWe decide by consent, not by silence.\n"
    (folder / "charter.md").write_text(good, encoding="utf-8")
    (folder / "charter copy.md").write_text(good, encoding="utf-8")
    (folder / "scan.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe")
    hands = begin()
    hands.go("journal")
    drop(hands, [folder])
    hands.arrives("library")
    hands.wait(lambda: hands.window is not hands.main)
    hands.sees("1 text came in. 1 was here already. 1 could not be brought in.", "scan.md", "Not brought in")
    hands.sees("Here already", "charter copy.md")
    assert disk("SELECT title FROM document") == [("Charter of the Compact",)]
    hands.open("Files", "charter.md")
    hands.wait(lambda: hands.page == "reader" and hands.window is hands.main)
    hands.sees("We decide by consent, not by silence.")

    hands.go("library")
    hands.choose("Texts", "Charter of the Compact")
    hands.press("Remove")
    hands.sees("was removed.")
    hands.wait(lambda: disk("SELECT title FROM document") == [])
    hands.press("Undo")
    hands.wait(lambda: any("Charter" in row for row in hands.rows("Texts")))


def lightness(hands: Hands) -> int:
    """How light the window is at the foot of its rail, from 0 to 255."""
    picture = hands.main.grab().toImage()
    return picture.pixelColor(3, picture.height() - 3).lightness()


def test_a_dark_window_with_sepia_paper_stays_so(begin: Begin) -> None:
    hands = begin()
    hands.go("settings")
    assert lightness(hands) > 200
    hands.press("Light or dark: Dark")
    hands.wait(lambda: lightness(hands) < 90)
    hands.press("Paper: Sepia")

    hands = begin()
    assert lightness(hands) < 90
    hands.go("settings")
    for name, wanted in (
        ("Light or dark: Dark", True),
        ("Light or dark: Light", False),
        ("Paper: Sepia", True),
    ):
        assert hands.find(QAbstractButton, name).isChecked() is wanted
    hands.go("library")
    hands.open("Texts", "What helps alliances")
    hands.sees("Opening words about the tide.")
    paper = hands.sheet.viewport().grab().toImage().pixelColor(3, hands.sheet.viewport().height() - 3)
    assert paper.lightness() > 180
    assert paper.red() - paper.blue() > 15, "sepia is warm"
    assert lightness(hands) < 90
