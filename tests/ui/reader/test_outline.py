"""The outline of a document of one's own is edited beside the text, by hand and by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import Heading
from tests.ui.reader.conftest import DOCUMENT, Desk


def titles(desk: Desk) -> list[str]:
    entries = desk.pane.outline.entries
    return [entries.item(nth).text() for nth in range(entries.count())]


def field(desk: Desk) -> QLineEdit:
    fields = desk.pane.outline.entries.findChildren(QLineEdit)
    return fields[-1]


def write(qtbot: QtBot, desk: Desk, words: str) -> None:
    made = field(desk)
    made.selectAll()
    qtbot.keyClicks(made, words)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words in titles(desk))


@pytest.fixture
def document(qtbot: QtBot, desk: Desk) -> Desk:
    desk.read(qtbot, DOCUMENT)
    return desk


def test_a_shipped_text_offers_no_editing(qtbot: QtBot, desk: Desk) -> None:
    desk.read(qtbot)
    assert not desk.pane.outline.bar.isVisible()
    desk.actions.run("reader.outline_add")
    desk.actions.run("reader.outline_edit")
    assert {said[0] for said in desk.said} == {"Only the outline of a document of your own can be edited."}


def test_a_line_is_renamed_where_it_stands(qtbot: QtBot, document: Desk) -> None:
    outline = document.pane.outline
    assert outline.bar.isVisible()
    assert not outline.bar.buttons["rename"].isVisible(), "calm until one wants to edit"
    outline.bar.edit.click()
    assert outline.bar.buttons["rename"].isVisible()
    outline.entries.setCurrentRow(1)
    qtbot.keyClick(outline.entries, Qt.Key.Key_F2)
    assert field(document).text() == "The end"
    write(qtbot, document, "What became of it")
    assert titles(document) == ["Where the hub stands", "What became of it"]
    assert outline.entries.currentRow() == 1
    assert outline.bar.buttons["restore"].isEnabled()
    qtbot.keyClick(outline.entries, Qt.Key.Key_F2)
    qtbot.keyClick(field(document), Qt.Key.Key_Escape)
    assert titles(document)[1] == "What became of it"


def test_the_keys_move_and_remove_and_undo_brings_back(qtbot: QtBot, document: Desk) -> None:
    outline = document.pane.outline
    document.actions.run("reader.outline_edit")
    outline.entries.setCurrentRow(1)
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(outline.entries, Qt.Key.Key_Right, ctrl)
    assert [line.level for line in document.outlines.own[DOCUMENT]] == [2, 3]
    assert not outline.bar.buttons["in"].isEnabled()
    qtbot.keyClick(outline.entries, Qt.Key.Key_Left, ctrl)
    qtbot.keyClick(outline.entries, Qt.Key.Key_Delete)
    assert titles(document) == ["Where the hub stands"]
    said, _button, undo = document.said[-1]
    assert "removed" in said
    assert undo is not None
    undo()
    assert titles(document) == ["Where the hub stands", "The end"]
    outline.bar.buttons["restore"].click()
    assert document.outlines.own == {}


def test_a_line_for_the_place_being_read_leads_there_again(qtbot: QtBot, document: Desk) -> None:
    start, _end = document.find("Paragraph 30 says")
    document.pane.sheet.turn_to(start, start, emphasise=False)
    document.page.toolbar.outline.setChecked(False)
    document.actions.run("reader.outline_add")
    assert document.pane.outline.isVisible()
    assert field(document).text().startswith("Paragraph 30 says what the members did")
    write(qtbot, document, "Year thirty")
    assert titles(document) == ["Where the hub stands", "Year thirty", "The end"]
    document.pane.sheet.turn_to(0, 0, emphasise=False)
    document.pane.outline.entries.itemClicked.emit(document.pane.outline.entries.item(1))
    first, last = document.pane.sheet.visible()
    assert first <= start <= last
    assert document.pane.outline.entries.currentRow() == 1, "the line that is edited stays the chosen one"


def test_selected_words_become_a_line_and_reading_on_keeps_it(qtbot: QtBot, document: Desk) -> None:
    start, end = document.find("Nobody planned that")
    document.pane.sheet.select(start, end)
    document.actions.run("reader.outline_add")
    assert field(document).text() == "Nobody planned that"
    qtbot.keyClick(field(document), Qt.Key.Key_Escape)
    assert titles(document) == ["Where the hub stands", "Nobody planned that", "The end"]
    document.pane.presenter.retypeset()
    qtbot.waitUntil(lambda: document.pane.sheet.position_of("end") is not None)
    assert titles(document) == ["Where the hub stands", "Nobody planned that", "The end"]


def test_an_empty_outline_says_what_to_do_and_the_menu_offers_the_rest(qtbot: QtBot, document: Desk) -> None:
    outline = document.pane.outline
    assert not outline.bar.hint.isVisible()
    outline.bar.edit.click()
    outline.entries.setCurrentRow(0)
    outline.bar.buttons["remove"].click()
    outline.entries.setCurrentRow(0)
    outline.bar.buttons["remove"].click()
    assert outline.bar.hint.isVisible()
    assert not outline.bar.buttons["remove"].isEnabled()
    outline.entries.customContextMenuRequested.emit(outline.entries.rect().center())
    (menu,) = outline.entries.findChildren(QMenu)
    can = {act.text().partition("\t")[0]: act.isEnabled() for act in menu.actions()}
    assert [words for words, on in can.items() if on] == [
        "Add a line for the place being read",
        "Back to the outline of the file",
    ]
    menu.close()


def test_both_panes_show_the_same_outline(qtbot: QtBot, document: Desk) -> None:
    document.page.show_beside(DOCUMENT)
    with qtbot.waitSignal(document.pane.sheet.typeset):
        pass
    first, second = document.page.sides.panes
    second.outlining.shaping.rename(0, "The hub")
    assert [first.outline.entries.item(0).text(), second.outline.entries.item(0).text()] == ["The hub"] * 2


def test_words_being_written_are_kept_when_the_page_goes_out_of_sight(qtbot: QtBot, document: Desk) -> None:
    outline = document.pane.outline
    outline.bar.edit.click()
    outline.entries.setCurrentRow(0)
    qtbot.keyClick(outline.entries, Qt.Key.Key_F2)
    field(document).setText("The hub, at last")
    document.page.hide()
    assert document.outlines.own[DOCUMENT][0].title == "The hub, at last", "before the window may close"


def test_a_search_opens_the_text_at_a_line_of_its_outline(qtbot: QtBot, document: Desk) -> None:
    document.pane.sheet.turn_to(0, 0, emphasise=False)
    kept = document.library.readings[DOCUMENT]
    document.library.readings[DOCUMENT] = replace(kept, outline=(Heading(2, "Looking back", "¶1.31"),))
    document.page.show_text(DOCUMENT, f"{LINE}Looking back")
    position = document.pane.sheet.position_of("¶1.31")
    assert position is not None
    first, last = document.pane.sheet.visible()
    assert 0 < first <= position <= last
