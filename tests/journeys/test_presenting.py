"""An hour with a board: the slides are opened, presented, annotated, found again, and handed out on paper."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pypdfium2 as pdfium
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.tables import DocumentRow, PictureRow
from animating_alliances_desktop.core.library.formats import PPTX_TYPE
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.slides.page import SlidesPage
from tests.journeys.conftest import Begin, Disk
from tests.journeys.hands import CTRL, KEY, SHIFT, Hands
from tests.ui.slides.decks import IMPORTED_HTML, png

PACK = Ref.parse("slides/introduction")


def page(hands: Hands) -> SlidesPage:
    found = hands.app.window.page("slides")
    assert isinstance(found, SlidesPage)
    return found


def open_pack(hands: Hands) -> None:
    hands.go("library")
    hands.open("Texts", "Introduction")
    hands.arrives("slides")
    hands.sees("Slide 1 of 2", "Say hello first.")


def bring_presentation(folder: Path, content: Path) -> Ref:
    """Put a presentation into a workspace, as an import would."""
    with Workspace.open(folder, content) as held:
        held.catch_up()
        with held._database.write() as writing:
            row = DocumentRow(
                title="Colleague's talk", media_type=PPTX_TYPE, digest="d", original=b"PK", html=IMPORTED_HTML,
                outline=[(2, "Our river", "slide-1")], words=12, pages=[["1", 4], ["2", 2], ["3", 4]],
                paragraphs=[("Our river", "Fourteen members"), ("Our river", "Breathe in."), ("Figures", "2026 12")],
            )  # fmt: skip
            writing.add(row)
            writing.session.add(PictureRow(document_id=row.id, name="river.png", data=png()))
        return row.ref


def test_present_next_notes_end(begin: Begin, disk: Disk) -> None:
    hands = begin()
    open_pack(hands)
    hands.key(KEY.Key_F5)
    talking = page(hands).talking
    audience = talking.audience
    assert audience is not None
    assert audience.isFullScreen()
    hands.wait(audience.isActiveWindow)
    assert talking.desk is not None
    assert not talking.desk.isVisible()  # there is one screen
    QTest.keyClick(audience, KEY.Key_N)
    assert audience.notes.toPlainText() == "Say hello first."
    QTest.keyClick(audience, KEY.Key_N)
    QTest.keyClick(audience, KEY.Key_PageDown)
    hands.wait(lambda: audience.stage.accessibleName() == "Slide 2 of 2: Second slide")
    QTest.keyClick(audience, KEY.Key_B)
    QTest.keyClick(audience, KEY.Key_B)
    QTest.keyClick(audience, KEY.Key_Escape)
    assert talking.talk is None
    hands.sees("Slide 2 of 2", "There are no notes on this slide.")
    hands.wait(lambda: disk("SELECT ref, fraction FROM place") == [(str(PACK), 1.0)])

    hands = begin()  # the next day
    hands.app.open(PACK)
    hands.sees("Slide 2 of 2")


def test_a_handout_is_saved_as_pdf(begin: Begin, tmp_path: Path) -> None:
    hands = begin()
    open_pack(hands)
    hands.key(KEY.Key_P, CTRL)
    hands.find(QRadioButton, "Two slides a page, with the notes beside them")
    hands.press("Save as PDF…")
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    target = tmp_path / "handout.pdf"
    files.fileSelected.emit(str(target))
    files.reject()
    hands.sees("The handout was saved: handout.pdf (1 page).")
    with pdfium.PdfDocument(target) as pdf:
        text = pdf[0].get_textpage().get_text_range()
        assert len(pdf) == 1
    for words in ("First slide", "a point", "Say hello first.", "Second slide", "1 / 1"):
        assert words in text


def test_what_is_annotated_as_text_is_found_again_on_its_slide(begin: Begin, disk: Disk) -> None:
    hands = begin()
    open_pack(hands)
    hands.key(KEY.Key_Right)
    hands.sees("Slide 2 of 2")
    hands.key(KEY.Key_S, CTRL | SHIFT)
    hands.arrives("reader")
    hands.sees("Another point.")
    hands.settle()
    sheet = hands.sheet
    hands.wait(lambda: "Another point." in sheet.toPlainText())
    at = sheet.toPlainText().index("Say hello")
    sheet.setFocus()
    hands.key(KEY.Key_F7)
    hands.key(KEY.Key_Home, CTRL)
    hands.key(KEY.Key_Right, times=at)
    hands.key(KEY.Key_Right, SHIFT, times=len("Say hello first."))
    hands.app.actions.run("reader.mark_green")
    hands.wait(lambda: disk("SELECT exact FROM annotation") == [("Say hello first.",)])
    hands.key(KEY.Key_S, CTRL | SHIFT)
    hands.arrives("slides")
    hands.sees("Slide 2 of 2")
    hands.go("notes")
    hands.open("Notes and highlights", "Say hello first.")
    hands.arrives("slides")
    hands.sees("Slide 1 of 2")

    hands.go("search")
    hands.write("Search everything", "another point")
    hands.open("What was found", "Introduction")
    hands.arrives("slides")
    hands.sees("Slide 2 of 2")
    hands.app.window.back()
    hands.arrives("search")


def test_an_imported_presentation_opens_as_slides_from_everywhere(
    begin: Begin, folder: Path, small_content: Path
) -> None:
    ref = bring_presentation(folder, small_content)
    assert UUID(ref.key)
    hands = begin()
    hands.go("library")
    hands.open("Texts", "Colleague's talk")
    hands.arrives("slides")
    hands.sees("Slide 1 of 3", "Breathe in.", "the layout of the original is not drawn")
    assert hands.rows("Slides") == ["Our river", "A photograph", "Figures"]
    hands.key(KEY.Key_Right)
    hands.sees("Slide 2 of 3")
    hands.settle()
    hands.key(KEY.Key_S, CTRL | SHIFT)
    hands.arrives("reader")
    hands.settle()
    hands.key(KEY.Key_S, CTRL | SHIFT)
    hands.arrives("slides")
    hands.go("search")
    hands.write("Search everything", "breathe")
    hands.open("What was found", "Colleague's talk")
    hands.arrives("slides")
    hands.sees("Slide 1 of 3")


def test_a_text_has_no_slides_and_the_app_says_so(begin: Begin) -> None:
    hands = begin()
    hands.app.actions.run("app.text")
    hands.sees("Open a slide pack first")
    hands.app.open(Ref.parse("paper/overview"))
    hands.sees("Opening words")
    hands.key(KEY.Key_S, CTRL | SHIFT)
    hands.sees("There are no slides to this text.")


@pytest.mark.parametrize("gone", ["document/0198c0de-0000-7000-8000-000000000000", "slides/none"])
def test_what_is_not_there_any_more_says_so(begin: Begin, gone: str) -> None:
    hands = begin()
    hands.app.open(Ref.parse(gone))
    hands.wait(lambda: bool(hands.app.window.messages.words))
    assert "not" in hands.app.window.messages.words or "no" in hands.app.window.messages.words


def test_closing_the_app_ends_the_talk(begin: Begin) -> None:
    hands = begin()
    open_pack(hands)
    hands.key(KEY.Key_F5)
    assert page(hands).talking.talk is not None
