"""Before the next meeting, and after four months: the brief answered on its page, and the log book taken along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from docx import Document
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton

from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands

NOTED = "She asked, and I waited."
WORDS = (
    "We met at the pier.\n-> Ring Tomasz @me\n! Minutes go out on Thursday.\nIf Ines asks, then I will wait."
)


def save_as(hands: Hands, target: Path) -> None:
    """Answer the dialogue that asks for a file."""
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(target))
    files.reject()


def test_the_brief_is_read_answered_and_taken_along_and_a_book_made(
    begin: Begin, disk: Disk, folder: Path, tmp_path: Path
) -> None:
    with Workspace.open(folder) as held:
        coast = held.alliances.add("Estuary Compact")[1]
        day = date.today()  # noqa: DTZ011 -- the user's own day
        held.journal.add(Draft(coast, day, FREE, parts={TEXT: WORDS}))
    hands = begin()
    hands.key(KEY.Key_A, CTRL | SHIFT)
    hands.arrives("brief")
    hands.sees(
        "Before the next meeting", "You meant to", "Ring Tomasz", "Minutes go out on Thursday.", "Last time"
    )
    hands.write("What happened: If Ines asks, then I will wait", NOTED)
    hands.key(KEY.Key_Return)
    hands.sees("Noted beside what you meant to do.")
    assert disk("SELECT outcome FROM intention") == [(NOTED,)]
    hands.misses("You meant to")
    hands.press("Save…")
    save_as(hands, tmp_path / "brief.docx")
    hands.sees("The brief was saved: brief.docx.")
    assert any("Ring Tomasz" in paragraph.text for paragraph in Document(tmp_path / "brief.docx").paragraphs)

    hands.key(KEY.Key_K, CTRL)
    hands.type_in("log book")
    hands.key(KEY.Key_Return)
    hands.sees("Make a log book", "Estuary Compact")
    assert hands.find(QRadioButton, "PDF, to print and to read: with page numbers and an index").isChecked()
    hands.press("Make it…")
    save_as(hands, tmp_path / "log.pdf")
    hands.sees("The log book was saved: log.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "log.pdf")
    said = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert NOTED in said
    assert "We met at the pier." in said
