"""Two texts side by side: each with its own way, highlights and notes; keys and bar belong to one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Heading, Reading
from animating_alliances_desktop.ui.reader.chooser import Chooser
from tests.ui.reader.conftest import CASE, PAPER, Desk

ENTRY = Ref(Kind.ENTRY, "1")


def beside(desk: Desk, qtbot: QtBot, ref: Ref = CASE) -> None:
    """Open the paper, and something beside it."""
    if desk.pane.presenter.reading is None:
        desk.read(qtbot)
    with qtbot.waitSignal(desk.page.sides.second.sheet.typeset):
        desk.page.show_beside(ref)


def test_the_second_text_takes_half_of_the_room_and_gives_it_back(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    first, second = desk.page.sides.panes[0], desk.page.sides.second
    width = first.width()
    assert not second.isVisible()
    beside(desk, qtbot)
    assert second.isVisible()
    assert abs(first.width() - second.width()) < 4
    assert not desk.page.sides.outlines.isVisible()
    assert not desk.page.sides.notebooks.isVisible()
    assert "told briefly" in second.sheet.toPlainText()
    assert "An alliance is slow" in first.sheet.toPlainText()
    QTest.keySequence(second.sheet, QKeySequence("Ctrl+W"))
    assert not second.isVisible()
    assert abs(first.width() - width) < 4
    assert desk.page.sides.outlines.isVisible()
    assert desk.pane is first


def test_f6_goes_from_one_to_the_other_and_the_bar_follows(desk: Desk, qtbot: QtBot) -> None:
    beside(desk, qtbot)
    first, second = desk.page.sides.panes[0], desk.page.sides.second
    bar = desk.page.toolbar
    assert (desk.pane, bar.title.text()) == (second, "Start Network")
    QTest.keySequence(second.sheet, QKeySequence("F6"))
    assert (desk.pane, bar.title.text()) == (first, "An overview")
    assert QApplication.focusWidget() is first.sheet
    assert desk.page.sides.notebooks.currentWidget() is first.notes
    QTest.mouseClick(second.sheet.viewport(), Qt.MouseButton.LeftButton)
    assert (desk.pane, desk.page.focusProxy()) == (second, second.sheet)


def test_both_are_marked_each_in_its_own_notes(desk: Desk, qtbot: QtBot) -> None:
    beside(desk, qtbot)
    second = desk.pane
    second.sheet.select(*desk.find("told briefly"))
    QTest.keySequence(second.sheet, QKeySequence("Ctrl+Shift+1"))
    desk.page.switch()
    desk.pane.sheet.select(*desk.find("Nobody planned that"))
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+Shift+2"))
    assert {mark.target: mark.anchor.exact for mark in desk.marks.annotations.values()} == {
        CASE: "told briefly",
        PAPER: "Nobody planned that",
    }
    assert ["told" in row.title for row in second.notes.entries.rows] == [True]
    assert ["Nobody" in row.title for row in desk.pane.notes.entries.rows] == [True]


def test_the_same_text_twice_shows_a_highlight_in_both(desk: Desk, qtbot: QtBot) -> None:
    beside(desk, qtbot, PAPER)
    desk.pane.sheet.select(*desk.find("Nobody planned that"))
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+Shift+1"))
    assert [len(pane.sheet.layer.marks) for pane in desk.page.sides.panes] == [1, 1]


def test_an_entry_is_read_beside_a_case(desk: Desk, qtbot: QtBot) -> None:
    html = "<h2 id='part-1'>What happened</h2><p>We did not vote.</p>"
    outline = (Heading(2, "What happened", "part-1"),)
    desk.library.readings[ENTRY] = Reading(ENTRY, "The week", "Journal entry", html, outline)
    beside(desk, qtbot, ENTRY)
    assert "We did not vote." in desk.pane.sheet.toPlainText()
    assert not desk.page.toolbar.later.isEnabled()
    assert desk.pane.sheet.isReadOnly()
    desk.page.switch()
    assert desk.page.toolbar.later.isEnabled()


def test_each_has_its_own_way_back(desk: Desk, qtbot: QtBot) -> None:
    beside(desk, qtbot, PAPER)
    desk.pane.presenter.go_to_anchor("end")
    assert desk.page.toolbar.back.isEnabled()
    desk.page.switch()
    assert not desk.page.toolbar.back.isEnabled()
    assert not desk.page.turn_back()
    desk.page.switch()
    assert desk.page.turn_back()
    assert desk.pane.sheet.verticalScrollBar().value() < 100


def test_what_to_open_is_chosen_from_a_list_with_the_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    QTest.keySequence(desk.pane.sheet, QKeySequence("Ctrl+Shift+Return"))
    (chooser,) = desk.page.findChildren(Chooser)
    assert [row.title for row in chooser.list.rows] == ["An overview", "Start Network", "An evaluation"]
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.list.current == CASE
    QTest.keyClicks(chooser.field, "over")
    assert [row.title for row in chooser.list.rows] == ["An overview"]
    assert not chooser.nothing.isVisible()
    QTest.keyClicks(chooser.field, "zz")
    assert chooser.nothing.isVisible()
    chooser.field.clear()
    QTest.keyClicks(chooser.field, "network")
    with qtbot.waitSignal(desk.page.sides.second.sheet.typeset):
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert desk.page.is_double
    assert desk.page.toolbar.title.text() == "Start Network"


def test_a_link_opens_beside_with_ctrl_or_by_key(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet = desk.pane.sheet
    with qtbot.waitSignal(desk.page.sides.second.sheet.typeset):
        desk.pane.beside_asked.emit(CASE)
    desk.page.close_beside()
    for _ in range(2):
        QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.link_here() == "aa:case/start-network"
    QTest.keySequence(sheet, QKeySequence("Ctrl+Shift+Return"))
    assert desk.page.is_double
    assert desk.opened == []


def test_the_first_text_is_opened_by_itself(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.sides.panes[0].sheet.typeset):
        desk.page.arrive((PAPER, "", True))
    assert not desk.page.is_double
    with qtbot.waitSignal(desk.page.sides.second.sheet.typeset):
        desk.page.arrive((CASE, "told briefly", True))
    assert desk.page.is_double
    assert desk.pane.sheet.layer.glow == desk.find("told briefly")


def test_what_is_written_beside_is_kept_when_it_is_closed(desk: Desk, qtbot: QtBot) -> None:
    beside(desk, qtbot)
    desk.actions.run("reader.note_on_text")
    QTest.keyClicks(desk.pane.notes.field, "Half a thought")
    desk.page.close_beside()
    (note,) = desk.marks.notes.values()
    assert (note.text, note.about) == ("Half a thought", CASE)


def test_a_link_that_is_clicked_is_no_selection(desk: Desk, qtbot: QtBot) -> None:
    desk.read(qtbot)
    sheet = desk.pane.sheet
    sheet.put_caret(0)
    start = desk.find("slow for good reasons.")[1]
    where = sheet.rect_of(start, start + 2).center().toPoint()
    assert sheet.anchorAt(where) == "#ref-1"
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not desk.pane.highlighting.bubble.isVisible()
    assert desk.pane.footnote.isVisible()
    assert QUrl(sheet.anchorAt(where)).fragment() == "ref-1"
