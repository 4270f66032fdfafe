"""The slide page under a real hand: keys, clicks, pixels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.slides.handing import HandoutDialog
from animating_alliances_desktop.ui.slides.handout import Form
from tests.ui.slides.conftest import Desk
from tests.ui.slides.decks import BLUE, IMPORTED, PACK, TEXT

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def press(desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(desk.page.stage, key)


def pixels(widget: QWidget, colour: QColor) -> int:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_keys_go_through_the_slides(desk: Desk) -> None:
    for key, number in (
        (KEY.Key_Right, 2),
        (KEY.Key_PageDown, 3),
        (KEY.Key_Left, 2),
        (KEY.Key_End, 4),
        (KEY.Key_PageUp, 3),
        (KEY.Key_Home, 1),
    ):
        press(desk, key)
        assert desk.number == number
        assert desk.page.toolbar.count.text() == f"Slide {number} of 4"
        assert desk.page.strip.current == number


def test_the_same_keys_work_in_the_outline_and_in_the_notes(desk: Desk) -> None:
    for where in (desk.page.strip, desk.page.notes):
        where.setFocus()
        QTest.keyClick(where, KEY.Key_PageDown)
        QTest.keyClick(where, KEY.Key_Right)
    assert desk.number == 4
    desk.page.strip.setFocus()
    QTest.keyClick(desk.page.strip, KEY.Key_Up)
    assert desk.number == 3


def test_buttons_and_the_outline_lead_to_slides(desk: Desk) -> None:
    bar = desk.page.toolbar
    assert not bar.previous.isEnabled()
    QTest.mouseClick(bar.next, LEFT)
    assert desk.number == 2
    strip = desk.page.strip
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.visualRect(strip.index_of(4)).center())
    assert desk.number == 4
    assert not bar.next.isEnabled()
    assert [row.title for row in strip.rows] == ["What holds it up", "A tent", "Three habits", "The end"]


def test_a_screen_reader_is_told_which_slide_it_is_and_what_is_on_it(desk: Desk) -> None:
    press(desk, KEY.Key_Right)
    interface = QAccessible.queryAccessibleInterface(desk.page.stage)
    assert interface.text(QAccessible.Text.Name) == "Slide 2 of 4: A tent"
    assert interface.text(QAccessible.Text.Description) == "Who carries what"


def test_notes_stand_below_with_their_sources(desk: Desk) -> None:
    text = desk.page.notes.toPlainText()
    assert text.startswith("Thank you for the hour.")
    assert "Weick (1984). Small wins." in text
    press(desk, KEY.Key_Right, KEY.Key_Right)
    assert desk.page.notes.toPlainText() == "There are no notes on this slide."
    desk.actions.run("slides.notes")
    assert not desk.page.notes.isVisible()
    desk.actions.run("slides.notes")
    assert desk.page.notes.isVisible()


def test_links_in_the_notes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: gone.append(url.toString()))
    for address in ("#ref-1", "aa:term/hub", "https://example.org/w"):
        desk.page.notes.anchorClicked.emit(QUrl(address))
    assert desk.opened == [(Ref(Kind.TERM, "hub"), "")]
    assert desk.said == ["This link leads out of the app: https://example.org/w"]
    assert gone == []
    desk.said.press()
    assert gone == ["https://example.org/w"]


def test_a_passage_in_the_notes_is_brought_up_and_stands_out(desk: Desk) -> None:
    desk.page.toolbar.notes.setChecked(False)
    desk.page.arrive((PACK, "at the ropes, one after the other"))
    assert desk.number == 2
    assert desk.page.notes.isVisible()
    (shown,) = desk.page.notes.extraSelections()
    assert shown.cursor.selectedText() == "at the ropes, one after the other"
    assert pixels(desk.page.notes, desk.theme.paper.colour("find")) > 100
    press(desk, KEY.Key_Right)
    assert desk.page.notes.extraSelections() == []


def test_a_passage_on_the_slide_itself_leaves_the_notes_alone(desk: Desk) -> None:
    desk.page.toolbar.notes.setChecked(False)
    desk.page.arrive((PACK, "follow through"))
    assert desk.number == 3
    assert not desk.page.notes.isVisible()


def test_the_place_is_kept_after_a_rest_and_when_the_page_goes(desk: Desk, qtbot: QtBot) -> None:
    press(desk, KEY.Key_Right)
    qtbot.waitUntil(lambda: bool(desk.library.remembered), timeout=3000)
    press(desk, KEY.Key_Right)
    desk.page.hide()
    assert [place.fraction for _ref, place in desk.library.remembered] == [0.5, 0.75]


def test_an_imported_presentation_says_what_is_not_drawn_and_shows_its_pictures(
    desk: Desk, qtbot: QtBot
) -> None:
    assert not desk.page.honest.isVisible()
    desk.page.arrive((IMPORTED, ""))
    assert desk.page.honest.isVisible()
    assert "the layout of the original is not drawn" in desk.page.honest.text()
    press(desk, KEY.Key_Right)
    qtbot.waitUntil(lambda: pixels(desk.page.stage, BLUE) > 2000)
    qtbot.waitUntil(lambda: pixels(desk.page.strip, BLUE) > 100)
    desk.page.arrive((PACK, ""))
    assert not desk.page.honest.isVisible()


def test_a_text_without_slides_offers_the_reader(desk: Desk) -> None:
    desk.page.arrive((TEXT, ""))
    assert desk.page.nothing.isVisible()
    assert not desk.page.toolbar.present.isEnabled()
    desk.page.present(first=True)
    desk.page.ask_for_handout()
    assert desk.page.talking.talk is None
    desk.page.nothing.asked.emit()
    assert desk.read == [(TEXT, "")]
    desk.page.arrive((PACK, ""))
    assert desk.page.strip.isVisible()


def test_the_small_pictures_come_one_after_the_other_so_that_nothing_stands_still(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.theme.paper.colour("page")
    monkeypatch.setattr("animating_alliances_desktop.ui.slides.strip._BUDGET", -1.0)
    desk.page.strip.refresh()
    assert pixels(desk.page.strip, page) == 0
    monkeypatch.undo()
    desk.page.strip.refresh()
    qtbot.waitUntil(lambda: pixels(desk.page.strip, page) > 1000)


def test_read_as_text_goes_to_this_slide(desk: Desk) -> None:
    press(desk, KEY.Key_Right)
    QTest.mouseClick(desk.page.toolbar.text, LEFT)
    assert desk.read == [(PACK, "tent")]


def test_dark_paper_turns_the_slides_dark_at_once(desk: Desk) -> None:
    light = desk.theme.paper.colour("page")
    assert pixels(desk.page.stage, light) > 1000
    desk.theme.apply("dark", "dark")
    assert pixels(desk.page.stage, light) == 0
    assert pixels(desk.page.stage, desk.theme.paper.colour("page")) > 1000
    assert pixels(desk.page.strip, light) == 0


def test_the_slide_keeps_its_shape_in_every_window(desk: Desk, qtbot: QtBot) -> None:
    for width, height in ((760, 700), (1700, 500), (900, 480)):
        desk.page.resize(width, height)
        area = desk.page.stage.area
        assert area.width() / area.height() == pytest.approx(16 / 9, rel=0.02)
        assert desk.page.stage.rect().contains(area.toRect())


# Handouts


def test_a_handout_is_asked_for_and_saved(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()).name))
    desk.actions.run("slides.handout")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    assert dialog.form is Form.NOTES
    QTest.mouseClick(dialog.forms[Form.SIX], LEFT)
    QTest.mouseClick(dialog.save, LEFT)
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    assert files.selectedFiles()[0].endswith("An introduction.pdf")
    target = tmp_path / "six.pdf"
    files.fileSelected.emit(str(target))
    files.reject()
    assert desk.said == ["The handout was saved: six.pdf (1 page)."]
    assert desk.said.kind == "success"
    assert not desk.page.handing.panel.isVisible()
    with pdfium.PdfDocument(target) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "1 December 2026" in text
    desk.said.press()
    assert opened == ["six.pdf"]


def test_a_handout_shows_how_far_it_is_and_can_be_stopped(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.tasks.hold = True
    deck = desk.page.presenter.deck
    assert deck is not None
    panel, target = desk.page.handing.panel, tmp_path / "x.pdf"
    desk.page.handing.save(deck, Form.ONE, target)
    assert panel.isVisible()
    desk.page.handing.save(deck, Form.ONE, tmp_path / "second.pdf")  # one at a time
    desk.actions.run("slides.handout")
    assert QApplication.activeModalWidget() is None
    QTest.mouseClick(panel.cancel, LEFT)
    desk.tasks.let_go()
    assert desk.said == ["The handout was stopped; nothing was written."]
    assert not panel.isVisible()
    assert list(tmp_path.iterdir()) == []
    panel.tell(1, 4)
    assert panel.words.text() == "Stopping after this page…"
    panel.start()
    panel.tell(1, 4)
    assert panel.words.text() == "Handout: page 2 of 4"


def test_a_handout_that_cannot_be_written_says_so_and_the_next_one_can(desk: Desk, tmp_path: Path) -> None:
    deck = desk.page.presenter.deck
    assert deck is not None
    desk.page.handing.save(deck, Form.ONE, tmp_path / "none" / "x.pdf")
    (error,) = desk.tasks.failures
    assert "Choose another folder" in str(error)
    assert not desk.page.handing.panel.isVisible()
    desk.page.handing.save(deck, Form.ONE, tmp_path / "x.pdf")
    assert desk.said == ["The handout was saved: x.pdf (4 pages)."]


def test_who_mentions_the_pack_is_listed_while_it_is_open_and_opened_by_key(desk: Desk) -> None:
    source, mentions = Ref(Kind.ENTRY, "1"), desk.page.mentions
    assert not mentions.isVisible()
    desk.mentions[PACK] = [Mention(source, "Steering meeting", "We showed it.")]
    desk.page.changed(Changes.of(source))
    assert mentions.isVisible()
    desk.page.strip.setFocus()
    QTest.keyClick(desk.page.strip, KEY.Key_Tab)
    assert mentions.list.hasFocus()
    QTest.keyClick(mentions.list, KEY.Key_Return)
    assert desk.opened == [(source, "")]
    desk.page.arrive((IMPORTED, ""))
    assert not mentions.isVisible()


def test_a_presentation_that_is_called_otherwise_is_so_at_once(desk: Desk) -> None:
    desk.page.arrive((IMPORTED, ""))
    number = desk.page.presenter.slide
    before = desk.library.readings[IMPORTED]
    desk.library.readings[IMPORTED] = replace(before, title="How we share")
    desk.page.changed(Changes.of(IMPORTED))
    assert (desk.page.windowTitle(), desk.page.toolbar.title.text()) == ("How we share", "How we share")
    assert desk.page.presenter.slide == number
