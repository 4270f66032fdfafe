"""The notes page with a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.anchors import Placed, anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Annotation, Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.page import NotesPage
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

PAPER, CASE = Ref(Kind.PAPER, "overview"), Ref(Kind.CASE, "harbour")
MONEY = "Money must come quickly when the harbour floods."
LEFT = Qt.MouseButton.LeftButton


def mark(workspace: Workspace, ref: Ref, quote: str, colour: Colour, note: str = "") -> None:
    whole = of_html(workspace.library.html_of(ref))
    found = find_quote(whole, quote)
    assert found is not None
    workspace.annotations.mark(ref, anchor_of(whole, *found), colour, note)


@pytest.fixture
def marked(workspace: Workspace) -> Workspace:
    mark(workspace, PAPER, MONEY, Colour.AMBER, "Ask Amina.")
    mark(workspace, PAPER, "Opening words about the tide.", Colour.BLUE)
    mark(workspace, CASE, "The members quarrelled over money", Colour.ROSE)
    lost = workspace.annotations.listed()[0]
    place = Placed(state=State.LOST, start=0, end=1, anchor=lost.anchor)
    workspace.annotations.settle({lost.ref: place})
    workspace.annotations.add_note(CASE, "Good one for the port group.")
    return workspace


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, marked: Workspace, opened: Opened, said: Said
) -> NotesPage:
    made = NotesPage(theme=theme, tasks=tasks, notes=marked.annotations, open=opened, say=said)
    tasks.listeners.append(made.changed)
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def quotes(page: NotesPage) -> list[str]:
    return [row.title for row in page.list.rows]


def chip(page: NotesPage, words: str) -> QPushButton:
    return next(one for one in page.filters.findChildren(QPushButton) if one.text() == words)


def money(workspace: Workspace) -> Annotation:
    return next(one for one in workspace.annotations.listed() if one.anchor.exact == MONEY)


def go_to(qtbot: QtBot, page: NotesPage, ref: Ref) -> None:
    page.list.choose(ref)
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)


def test_each_stands_under_its_text_with_its_colour_by_name(page: NotesPage, marked: Workspace) -> None:
    assert quotes(page) == [
        "",
        "The members quarrelled over money",
        "Opening words about the tide.",
        MONEY,
    ]
    row = page.list.rows[-1]
    assert (row.section, row.summary, row.stripe) == ("What helps alliances", "Ask Amina.", "highlight-amber")
    assert row.meta.startswith("Amber · What helps alliances · ")
    assert page.list.rows[1].meta.startswith("Could not be placed")
    assert "Good one for the port group." in page.list.rows[0].spoken


def test_filters_by_colour_note_place_and_words(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.mouseClick(chip(page, "Amber"), LEFT)
    assert quotes(page) == [MONEY]
    qtbot.mouseClick(chip(page, "Blue"), LEFT)
    assert len(quotes(page)) == 2
    qtbot.mouseClick(chip(page, "With a note"), LEFT)
    assert quotes(page) == [MONEY]
    qtbot.mouseClick(chip(page, "Could not be placed"), LEFT)
    assert quotes(page) == []
    clear = next(one for one in page.findChildren(QPushButton) if one.text() == "Clear the filters")
    qtbot.mouseClick(clear, LEFT)
    assert len(quotes(page)) == 4
    assert not chip(page, "Amber").isChecked()
    qtbot.keyClicks(page.filters.words, "amina")
    assert quotes(page) == [MONEY]


def test_the_grouping_is_one_of_two_always(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.mouseClick(chip(page, "By time"), LEFT)
    assert {row.section for row in page.list.rows} == {"Today"}
    qtbot.mouseClick(chip(page, "By time"), LEFT)
    assert chip(page, "By time").isChecked()
    qtbot.mouseClick(chip(page, "By text"), LEFT)
    assert {row.section for row in page.list.rows} == {"Harbour Alliance", "What helps alliances"}


def test_enter_opens_the_passage(qtbot: QtBot, page: NotesPage, marked: Workspace, opened: Opened) -> None:
    go_to(qtbot, page, money(marked).ref)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [(PAPER, MONEY)]


def test_a_note_is_edited_in_its_place(qtbot: QtBot, page: NotesPage, marked: Workspace) -> None:
    go_to(qtbot, page, money(marked).ref)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    editor = page.list.editor
    assert editor is not None
    assert editor.isVisible()
    assert editor.geometry().top() > page.list.visualRect(page.list.currentIndex()).top()
    qtbot.keyClicks(editor.field, " And Jo.")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.list.editor is None
    assert money(marked).note == "Ask Amina. And Jo."
    assert page.list.rows[-1].summary == "Ask Amina. And Jo."


def test_what_is_typed_survives_a_refresh_and_escape_leaves_it(
    qtbot: QtBot, page: NotesPage, marked: Workspace, tasks: Inline
) -> None:
    go_to(qtbot, page, money(marked).ref)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert page.list.editor is not None
    qtbot.keyClicks(page.list.editor.field, " Half")
    tasks.write(lambda: marked.annotations.add_note(PAPER, "From elsewhere"))
    editor = page.list.editor
    assert editor is not None
    assert editor.field.toPlainText() == "Ask Amina. Half"
    assert any(row.summary == "From elsewhere" for row in page.list.rows)
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert page.list.editor is None
    assert money(marked).note == "Ask Amina."


def test_removing_takes_the_highlight_and_undo_brings_it_back(
    qtbot: QtBot, page: NotesPage, marked: Workspace, said: Said
) -> None:
    go_to(qtbot, page, money(marked).ref)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert MONEY not in quotes(page)
    assert said == ["Removed."]
    said.press()
    assert MONEY in quotes(page)
    assert page.list.rows[-1].summary == "Ask Amina."


def test_the_buttons_come_with_a_current_row(qtbot: QtBot, page: NotesPage, marked: Workspace) -> None:
    assert not page.edit_button.isVisible()
    qtbot.mouseClick(
        page.list.viewport(), LEFT, pos=page.list.visualRect(page.list.model().index(1, 0)).center()
    )
    assert page.edit_button.isVisible()
    qtbot.mouseClick(page.edit_button, LEFT)
    assert page.list.editor is not None
    assert not page.edit_button.isVisible()


def test_arriving_at_a_note_goes_to_it(page: NotesPage, marked: Workspace) -> None:
    page.filters.words.setText("nothing of that")
    page.arrive(money(marked).ref)
    assert page.list.current == money(marked).ref
    assert page.filters.words.text() == ""


def test_a_page_without_notes_says_how_to_make_one(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> None:
    page = NotesPage(theme=theme, tasks=tasks, notes=workspace.annotations, open=opened, say=said)
    qtbot.addWidget(page)
    page.show()
    assert not page.list.isVisible()
