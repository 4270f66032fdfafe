"""Aids to reading: letters and lines, numbers, the ruler, notes in place, where one is, quoting with reference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.library.model import Place
from tests.ui.reader.conftest import CASE, PAPER, Desk, reading

SHIFT = Qt.KeyboardModifier.ShiftModifier


def fonts(desk: Desk) -> tuple[str, int]:
    font = desk.pane.sheet.document().defaultFont()
    return font.family(), font.pixelSize()


def test_letters_and_lines_are_chosen_in_a_panel_and_the_place_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet, panel = desk.pane.sheet, desk.page.looks.panel
    sheet.verticalScrollBar().setValue(1200)
    first, width = sheet.visible()[0], sheet.viewport().width()
    QTest.keySequence(sheet, QKeySequence("Ctrl+Shift+T"))
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(sheet.typeset):
        QTest.mouseClick(panel.chips["font"]._chips["atkinson"], Qt.MouseButton.LeftButton)
    assert fonts(desk) == ("Atkinson Hyperlegible Next", 17)
    assert abs(sheet.visible()[0] - first) < 200
    with qtbot.waitSignal(sheet.typeset):
        panel.spins["measure"].setValue(46)
    assert sheet.viewport().width() < width
    height = sheet.document().size().height()
    with qtbot.waitSignal(sheet.typeset):
        panel.spins["line_height"].setValue(200)
    assert sheet.document().size().height() > height * 1.15
    assert abs(sheet.visible()[0] - first) < 300
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is sheet


def test_a_justified_text_ends_straight_but_its_headings_do_not(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    with qtbot.waitSignal(desk.pane.sheet.typeset):
        desk.page.looks.choose("edge", "straight")
    page = desk.pane.sheet.document()
    blocks = [page.findBlockByNumber(nth) for nth in range(page.blockCount())]
    straight = {block.text()[:20]: block.blockFormat().alignment() for block in blocks}
    assert straight["Paragraph 40 says wh"] == Qt.AlignmentFlag.AlignJustify
    assert straight["Where the hub stands"] != Qt.AlignmentFlag.AlignJustify


def test_one_of_the_chips_is_always_on(desk: Desk) -> None:
    chips = desk.page.looks.panel.chips["font"]
    QTest.mouseClick(chips._chips["literata"], Qt.MouseButton.LeftButton)
    assert chips.chosen == ("literata",)


def test_the_panel_closes_when_reading_goes_on(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.actions.run("reader.letters")
    QTest.mouseClick(desk.pane.sheet.viewport(), Qt.MouseButton.LeftButton)
    assert not desk.page.looks.panel.isVisible()
    assert not desk.page.toolbar.letters.isChecked()


def ink(widget: QWidget, left: int, right: int) -> int:
    """How many points of a strip are not of the paper's colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    paper = image.pixel(2, image.height() - 30)
    return sum(image.pixel(x, y) != paper for x in range(left, right) for y in range(image.height()))


def test_paragraph_numbers_stand_in_the_margin_when_they_are_wished_for(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    port = desk.pane.sheet.viewport()
    assert ink(port, 3, 26) == 0
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+Shift+G"))
    assert ink(port, 3, 26) > 30
    assert desk.page.looks.panel.switches["numbers"].isChecked()
    places = desk.pane.sheet.margin.places
    assert places[desk.find("An alliance is slow")[0]] == "0.1"
    assert places[desk.find("The hub carries")[0]] == "1.1"
    assert places[desk.find("Last words")[0]] == "2.1"


def test_the_ruler_follows_the_line_keys_and_the_pointer(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet = desk.pane.sheet
    QTest.keySequence(sheet, QKeySequence("Ctrl+Shift+R"))
    assert sheet.ruler.is_on
    assert desk.page.toolbar.ruler.isChecked()
    first = sheet.ruler.band
    for _ in range(3):
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.ruler.band.top() > first.bottom() + 10
    assert sheet.verticalScrollBar().value() == 0
    down = sheet.ruler.band
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    assert sheet.ruler.band.top() < down.top()
    for _ in range(40):
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    top = sheet.verticalScrollBar().value()
    assert top > 200
    assert top < sheet.ruler.band.top() < top + sheet.viewport().height() / 2
    start = sheet.visible()[0] + 100
    where = sheet.rect_of(start, start + 1).center()
    QTest.mouseMove(sheet.viewport(), where.toPoint())
    assert sheet.ruler.band.contains(where.x(), where.y() + top)
    desk.page.resize(900, 700)
    nth = sheet.document().findBlock(start).blockNumber()
    assert sheet.document().findBlock(sheet.ruler._at).blockNumber() - nth in range(-1, 3)
    at = sheet.ruler._rect(sheet.document().findBlock(sheet.ruler._at), sheet.ruler._nth)
    assert sheet.ruler.band == at
    QTest.keySequence(sheet, QKeySequence("Ctrl+Shift+R"))
    assert not sheet.ruler.is_on


def test_the_ruler_leaves_the_keys_to_the_text_cursor_and_lies_where_that_is(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.read(qtbot)
    sheet = desk.pane.sheet
    desk.actions.run("reader.ruler")
    QTest.keyClick(sheet, Qt.Key.Key_F7)
    sheet.put_caret(desk.find("Paragraph 3 says")[0])
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    at = sheet.cursorRect().center().y() + sheet.verticalScrollBar().value()
    assert sheet.ruler.band.top() < at < sheet.ruler.band.bottom()


def test_a_reference_is_shown_beside_its_number_and_escape_leads_back(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet, note = desk.pane.sheet, desk.pane.footnote
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.link_here() == "#ref-1"
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert note.isVisible()
    assert "A source." in note.words.text()
    assert sheet.verticalScrollBar().value() == 0
    assert QApplication.focusWidget() is note.go
    assert abs(note.y() - sheet.rect_of(*sheet.selection()).bottom()) < 40
    QTest.keyClick(note.go, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert QApplication.focusWidget() is sheet
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    note.words.linkActivated.emit("https://example.org/a")
    assert desk.pane.link_bar.address == "https://example.org/a"
    QTest.mouseClick(note.go, Qt.MouseButton.LeftButton)
    assert sheet.verticalScrollBar().value() > 500


def test_a_note_goes_away_when_the_page_is_scrolled(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    desk.pane.follow("#ref-1")
    assert desk.pane.footnote.isVisible()
    desk.pane.sheet.verticalScrollBar().setValue(60)
    assert not desk.pane.footnote.isVisible()
    assert QApplication.focusWidget() is desk.pane.sheet


def reopen_in_the_middle(desk: Desk, qtbot: QtBot) -> None:
    """Open a text that was left at its twentieth paragraph another time."""
    quote = "Paragraph 20 says what the members did"
    desk.read(qtbot)
    start = desk.pane.presenter._normalised.text.index(quote)
    desk.read(qtbot, CASE)
    desk.library.readings[PAPER] = replace(reading(), place=Place(start, quote, 0.4))
    desk.read(qtbot)


def test_that_a_text_goes_on_is_said_until_reading_goes_on(desk: Desk, qtbot: QtBot) -> None:
    reopen_in_the_middle(desk, qtbot)
    line, bar = desk.pane.continued, desk.pane.sheet.verticalScrollBar()
    assert line.isVisible()
    assert line.words.text().startswith("Continued at 1.")
    bar.setValue(bar.value() + 60)
    assert line.isVisible()
    bar.setValue(bar.value() + 600)
    assert not line.isVisible()


def test_a_text_that_goes_on_can_be_read_from_its_start(desk: Desk, qtbot: QtBot) -> None:
    reopen_in_the_middle(desk, qtbot)
    bar = desk.pane.sheet.verticalScrollBar()
    assert bar.value() > 300
    QTest.mouseClick(desk.pane.continued.start, Qt.MouseButton.LeftButton)
    assert (bar.value(), desk.pane.continued.isVisible()) == (0, False)
    desk.actions.run("reader.back")
    assert bar.value() > 300
    desk.actions.run("reader.from_start")
    assert bar.value() == 0


def test_the_bar_says_where_one_is_and_how_long_the_rest_takes(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    where = desk.page.toolbar.where
    assert where.text().endswith("min left")
    desk.actions.run("reader.go_to")
    field = desk.pane.go_bar.field
    QTest.keyClicks(field, "1.30")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not desk.pane.go_bar.isVisible()
    top, bottom = desk.pane.sheet.visible()
    assert top < desk.find("Paragraph 26 says")[0] < bottom
    assert where.text().startswith("1.2")


def test_a_paragraph_that_is_not_there_is_said_so(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+G"))
    bar = desk.pane.go_bar
    QTest.keyClicks(bar.field, "9.9")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.said.text() == "There is none; they go from 0.1 to 2.2"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_words_are_copied_with_where_they_stand(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    start = desk.find("An alliance is slow")[0]
    end = desk.find("boards.")[1]
    desk.pane.sheet.select(start, end)
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+Shift+C"))
    copied = QGuiApplication.clipboard().mimeData()
    words = "An alliance is slow for good reasons. Its members answer to boards."
    source = "paragraph 0.1, paper in the library of Animating Alliances"
    assert copied.text() == f"“{words}”\n— An overview, {source}\n"
    assert bytes(copied.data("text/markdown").data()).decode() == (
        f"> {words}\n>\n> — [An overview](aa:paper/overview), {source}\n"
    )
    assert desk.said[-1][0] == "Copied with its reference."


def test_without_words_nothing_is_copied(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    QGuiApplication.clipboard().setText("before")
    desk.actions.run("reader.copy_reference")
    assert QGuiApplication.clipboard().text() == "before"
    assert desk.said[-1][0] == "Select some words of the text first."


def test_words_over_several_paragraphs_are_a_line_each(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    start, end = desk.find("Nobody planned that.")[0], desk.find("Binding 😀 agreement")[1]
    words = desk.pane.sheet.words(start, end)
    assert words.splitlines() == ["Nobody planned that.", "Form", "Years", "Binding 😀 agreement"]


def test_the_text_is_put_on_the_reading_list_by_key(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+D"))
    assert desk.later.refs == [PAPER]
    assert desk.page.toolbar.later.isChecked()
    text, button, undo = desk.said[-1]
    assert (text, button) == ("Put on your reading list.", "Undo")
    assert undo is not None
    undo()
    assert desk.later.refs == []
    QTest.mouseClick(desk.page.toolbar.later, Qt.MouseButton.LeftButton)
    assert desk.later.refs == [PAPER]
    assert desk.page.toolbar.later.isChecked()


@pytest.mark.parametrize("open_it", ["letters", "go_to", "find"])
def test_every_control_that_comes_up_has_a_name(desk: Desk, qtbot: QtBot, open_it: str) -> None:
    reopen_in_the_middle(desk, qtbot)
    desk.page.show_beside(CASE)
    desk.actions.run(f"reader.{open_it}")
    desk.pane.follow("#ref-1")
    for widget in desk.page.findChildren(QWidget):
        if isinstance(widget.parent(), QSpinBox):
            continue  # named by Qt itself
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name) or type(widget).__name__ in (
                "QSplitter",
                "QScrollBar",
                "QWidget",
            )
