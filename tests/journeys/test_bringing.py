"""Bringing one's own along: files of every kind, a locked one, a scanned one, and a folder that is watched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from animating_alliances_desktop.core.settings import SettingsFile
from tests import files
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import KEY, drop


def test_files_of_every_kind_come_in_are_read_found_and_called_otherwise(
    begin: Begin, disk: Disk, tmp_path: Path
) -> None:
    desk = tmp_path / "From Ines"
    desk.mkdir()
    body = files.paragraph("Barnacles grew on every hull.") + files.drawing("r9", "A hull")
    hull = {"r9": files.picture()}
    files.docx(desk / "evaluation.docx", body, title="The evaluation", pictures=hull)
    files.epub(desk / "book.epub", {"a.xhtml": "<h1>Tides</h1><p>The moon decides.</p>"})
    locked = files.pdf(["The lantern was lit."], files.SCANNED, Title="scan0017")
    locked.password = "ebb"
    locked.save(desk / "locked.pdf")
    (desk / "bomb.docx").write_bytes(b"PK nonsense")
    hands = begin()
    hands.go("today")
    drop(hands, [desk])
    hands.arrives("library")
    hands.sees("“locked.pdf” is encrypted.", "Its text is kept readable")
    hands.write("Password of the file", "wrong")
    hands.press("Open")
    hands.sees("That is not the password")
    hands.write("Password of the file", "ebb")
    hands.key(KEY.Key_Return)
    hands.sees(
        "3 texts came in. 1 of them has pages without text. 1 could not be brought in.",
        "This file is damaged",
    )
    hands.press("Close")

    hands.choose("Texts", "scan0017")
    hands.press("Details…")
    hands.sees("It came in as locked.pdf", "1 of 2 pages holds no text")
    hands.find(QLineEdit, "Title").clear()
    hands.write("Title", "The lantern")
    hands.press("Save")
    hands.sees("Saved: “The lantern”.")
    hands.wait(
        lambda: disk("SELECT title FROM document WHERE file_name = 'locked.pdf'") == [("The lantern",)]
    )

    hands.open("Texts", "The evaluation")
    hands.sees("Barnacles grew on every hull.")
    hands.go("search")
    hands.write("Search everything", "moon decides")
    hands.sees("The long table")


def test_a_watched_folder_is_looked_through_at_each_start(begin: Begin, folder: Path, tmp_path: Path) -> None:
    desk = tmp_path / "Shared"
    desk.mkdir()
    (desk / "minutes.txt").write_text("We met at the pier.")
    SettingsFile(folder / "settings.json").watch([desk])
    hands = begin()
    hands.sees("1 new text came in from your watched folders.")
    hands.go("library")
    hands.wait(lambda: any("minutes" in row for row in hands.rows("Texts")))

    (desk / "more.md").write_text("# More minutes")
    hands = begin()
    hands.sees("1 new text came in from your watched folders.")
    hands.app.actions.run("app.look_through")
    hands.sees("There is nothing new in your watched folders.")
    hands.go("settings")
    hands.sees(str(desk))
