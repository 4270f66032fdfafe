"""A PDF of one's own: found, marked over columns, there again the next day, and given away with the notes in it."""

from __future__ import annotations

from pathlib import Path

import pypdf
from PySide6.QtWidgets import QLineEdit

from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.pdf.page import PdfPage
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands
from tests.journeys.papers import HUB, SCHOOL, TITLE, enquiry, shelve
from tests.pdfs import locked, plain


def page_of(hands: Hands) -> PdfPage:
    """The page for PDFs, with all that it fetches there."""
    hands.arrives("pdf")
    page = hands.app.window.page("pdf")
    assert isinstance(page, PdfPage)
    hands.wait(
        lambda: page.presenter.words.complete and page.sheet.stock.letters(page.sheet.page) is not None
    )
    hands.settle()
    return page


def selected(page: PdfPage) -> str:
    """What is selected, as it would be copied."""
    span = page.sheet.selection.span
    return page.presenter.words.between(*span) if span else ""


def test_a_paper_is_found_marked_over_columns_and_there_again_the_next_day(
    begin: Begin, folder: Path, small_content: Path, tmp_path: Path, disk: Disk
) -> None:
    data = enquiry()
    with Workspace.open(folder, small_content) as workspace:
        paper = shelve(workspace, TITLE, data)
    hands = begin()
    hands.go("search")
    hands.write("Search everything", "letterhead")
    hands.open("What was found", TITLE)
    page = page_of(hands)
    assert page.sheet.layer.glow
    hands.sees("(1 of 4)")

    page.sheet.setFocus()
    hands.key(KEY.Key_F7)
    hands.key(KEY.Key_Home, CTRL)
    hands.key(KEY.Key_Down, times=3)
    hands.key(KEY.Key_Down, SHIFT)
    hands.key(KEY.Key_End, SHIFT)
    assert selected(page) == f"{HUB} alone. {SCHOOL};"
    hands.app.actions.run("pdf.mark_green")
    hands.sees(HUB)
    hands.choose("Notes on this text", HUB, key=KEY.Key_F2)
    hands.write("Your note", "Who carries ours?")
    hands.press("Done")
    hands.wait(lambda: disk("SELECT colour, page, state FROM annotation") == [("green", 0, "exact")])
    hands.wait(lambda: disk("SELECT text FROM note") == [("Who carries ours?",)])
    hands.settle()
    page.presenter.export_copy(tmp_path / "copy.pdf")
    hands.sees("The copy was written")
    notes = [each.get_object() for each in pypdf.PdfReader(tmp_path / "copy.pdf").pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert [note["/Subtype"] for note in notes] == ["/Highlight", "/Popup"]
    assert notes[0]["/Contents"] == "Who carries ours?"
    assert disk("SELECT original FROM document") == [(data,)]
    page.presenter.go_to("2")

    hands = begin()
    hands.go("notes")
    hands.open("Notes and highlights", "Who carries ours?")
    page = page_of(hands)
    hands.sees("p. i", "Who carries ours?")
    (mark,) = page.presenter.marking.shown
    assert [span[0] for span in mark.spans] == [0]
    assert page.sheet.layer.glow == mark.spans
    assert disk("SELECT state FROM annotation") == [("exact",)]
    hands.go("today")
    hands.app.open(paper)
    page = page_of(hands)
    hands.wait(lambda: page.sheet.page == 0)


def test_a_locked_paper_opens_with_its_password_and_a_broken_one_says_why(
    begin: Begin, folder: Path, small_content: Path
) -> None:
    with Workspace.open(folder, small_content) as workspace:
        shelve(workspace, "A locked paper", locked(plain("A secret about trust"), "sesame"), "sesame")
        broken = shelve(workspace, "A broken paper", plain("Once whole"))
        with workspace._database.write() as writing:
            from animating_alliances_desktop.core.database.tables import DocumentRow

            writing.find(DocumentRow, broken).original = b"%PDF-1.7 cut short"
    hands = begin()
    hands.go("library")
    hands.open("Texts", "A locked paper")
    hands.sees("This PDF is locked.")
    hands.write("Password of this PDF", "sesame")
    hands.key(KEY.Key_Return)
    page = page_of(hands)
    hands.wait(page.sheet.isVisible)
    hands.go("library")
    hands.open("Texts", "A broken paper")
    hands.sees("This PDF cannot be opened: the file is damaged, or it is no PDF.")
    hands.go("library")
    hands.open("Texts", "A locked paper")
    hands.wait(page.sheet.isVisible)
    assert not any(
        field.text() for field in page.findChildren(QLineEdit) if field.echoMode() != field.EchoMode.Normal
    )
