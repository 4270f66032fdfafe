"""The outline of a PDF is edited beside its pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

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
