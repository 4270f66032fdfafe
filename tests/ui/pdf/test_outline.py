"""The outline of a PDF is edited beside its pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import Heading
from tests.ui.pdf.conftest import Desk
from tests.ui.pdf.fakes import OTHER, PAPER


def tree(desk: Desk) -> list[tuple[int, str]]:
    found = []
    walk = QTreeWidgetItemIterator(desk.page.parts.outline.entries)
    while (item := walk.value()) is not None:
        depth, above = 0, item.parent()
        while above is not None:
            depth, above = depth + 1, above.parent()
        found.append((depth, item.text(0)))
        walk += 1
    return found


def write(qtbot: QtBot, desk: Desk, words: str) -> None:
    field = desk.page.parts.outline.entries.findChildren(QLineEdit)[-1]
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(words == title for _depth, title in tree(desk)))


def test_lines_are_renamed_moved_and_removed_and_their_places_stay(qtbot: QtBot, desk: Desk) -> None:
    desk.open()
    outline = desk.page.parts.outline
    assert tree(desk) == [(0, "Beginnings"), (1, "Second"), (0, "The end")]
    outline.bar.edit.click()
    outline.entries.setCurrentIndex(outline.index_of(2))
    qtbot.keyClick(outline.entries, Qt.Key.Key_F2)
    write(qtbot, desk, "How it ended")
    outline.bar.buttons["in"].click()
    assert tree(desk) == [(0, "Beginnings"), (1, "Second"), (1, "How it ended")]
    outline.entries.setCurrentIndex(outline.index_of(0))
    outline.bar.buttons["remove"].click()
    assert tree(desk) == [(0, "Second"), (0, "How it ended")]
    outline.entries.itemClicked.emit(outline.entries.topLevelItem(1), 0)
    assert desk.page.sheet.page == 2
    assert [line.id for line in desk.outlines.own[PAPER]] == ["page-2", "page-3"]
    undo = desk.said[-1][2]
    assert undo is not None
    undo()
    while desk.taken:
        desk.taken.pop()()
    assert tree(desk) == [(0, "Beginnings"), (1, "Second"), (0, "The end")]


def test_a_file_without_an_outline_gets_one(qtbot: QtBot, desk: Desk) -> None:
    desk.open(OTHER)
    parts = desk.page.parts
    assert parts.side.currentWidget() is parts.thumbnails
    desk.actions.run("pdf.outline_add")
    assert parts.side.currentWidget() is parts.outline
    write(qtbot, desk, "The only page")
    desk.open(PAPER)
    desk.open(OTHER)
    assert tree(desk) == [(0, "The only page")]
    assert parts.side.currentWidget() is parts.outline
    assert not parts.outline.bar.is_on


def test_selected_words_become_a_line_of_their_page(qtbot: QtBot, desk: Desk) -> None:
    desk.open()
    desk.drag("Trust grows slowly")
    desk.actions.run("pdf.outline_add")
    assert tree(desk) == [(0, "Beginnings"), (1, "Trust grows slowly"), (1, "Second"), (0, "The end")]
    assert desk.outlines.own[PAPER][1].id == "page-1"


def test_a_line_leads_to_the_height_at_which_it_was_put_in(qtbot: QtBot, desk: Desk) -> None:
    desk.open()
    sheet, outline = desk.page.sheet, desk.page.parts.outline
    for down, title in ((300.0, "Below"), (60.0, "Above")):
        sheet.turn_to(1, down)
        desk.actions.run("pdf.outline_add")
        write(qtbot, desk, title)
    own = desk.outlines.own[PAPER]
    assert [line.title for line in own] == ["Beginnings", "Second", "Above", "Below", "The end"]
    sheet.turn_to(0)
    outline.entries.itemClicked.emit(outline._items[3], 0)
    page, down, _fraction = sheet.here()
    assert (page, round(down)) == (1, 300)


def test_a_line_for_selected_words_leads_just_above_them(desk: Desk) -> None:
    desk.open()
    desk.drag("Trust grows slowly")
    desk.actions.run("pdf.outline_add")
    letters = desk.page.sheet.stock.letters(0)
    assert letters is not None
    (_page, letter), _end = desk.place("Trust grows slowly")
    down = desk.outlines.own[PAPER][1].down
    assert down is not None
    assert 0 < letters.box(letter)[1] - down < 40


def test_a_search_opens_the_file_at_a_line_of_its_outline(desk: Desk) -> None:
    desk.outlines.own[PAPER] = (Heading(1, "How it ended", "page-3", down=100.0),)
    desk.open(OTHER)
    for _again in range(2):
        desk.open(PAPER, f"{LINE}How it ended")
        page, down, _fraction = desk.page.sheet.here()
        assert (page, round(down)) == (2, 100)
        desk.page.sheet.turn_to(1)
    desk.open(PAPER, f"{LINE}How it ended")
    desk.page.presenter.back()
    assert desk.page.sheet.here()[0] == 1, "one step leads back"
