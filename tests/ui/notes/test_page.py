"""The notes page with a real workspace."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.anchors import Placed, anchor_of, find_quote, of_html
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.pointing import pointer_to, pointers
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.notes.page import NotesPage
from tests.pdfs import Page as PdfPage
from tests.pdfs import column, pdf
from tests.ui.inline import Inline
from tests.ui.notes.around import Asked, around
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
def asked() -> Asked:
    return Asked()


@pytest.fixture
def taken_back() -> list[Callable[[], object]]:
    """What Ctrl+Z would take back."""
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    marked: Workspace,
    opened: Opened,
    said: Said,
    asked: Asked,
    taken_back: list[Callable[[], object]],
) -> NotesPage:
    made = NotesPage(
        theme=theme,
        tasks=tasks,
        around=around(marked, opened, asked),
        say=said,
        can_take_back=taken_back.append,
    )
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
    assert not page.header.edit.isVisible()
    qtbot.mouseClick(
        page.list.viewport(), LEFT, pos=page.list.visualRect(page.list.model().index(1, 0)).center()
    )
    assert page.header.edit.isVisible()
    qtbot.mouseClick(page.header.edit, LEFT)
    assert page.list.editor is not None
    assert not page.header.edit.isVisible()


def test_arriving_at_a_note_goes_to_it(page: NotesPage, marked: Workspace) -> None:
    page.filters.words.setText("nothing of that")
    page.arrive(money(marked).ref)
    assert page.list.current == money(marked).ref
    assert page.filters.words.text() == ""


def test_a_page_without_notes_says_how_to_make_one(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> None:
    page = NotesPage(theme=theme, tasks=tasks, around=around(workspace, opened), say=said)
    qtbot.addWidget(page)
    page.show()
    assert not page.list.isVisible()


def lines(page: NotesPage, *quotes: str) -> None:
    """Choose the rows with these quotes."""
    page.list.selectionModel().clear()
    for row in page.list.rows:
        if row.title in quotes:
            index = page.list.index_of(row.ref)
            page.list.selectionModel().setCurrentIndex(index, page.list.selectionModel().SelectionFlag.Select)


def test_filters_by_tag_question_alliance_and_date(
    qtbot: QtBot, page: NotesPage, marked: Workspace, tasks: Inline
) -> None:
    coast = marked.alliances.add("Coast")[1]
    tasks.write(
        lambda: marked.annotations.write_note(money(marked).ref, f"#slow, as in {pointer_to(coast, 'Coast')}")
    )
    tag, question, alliance, since = (
        page.filters.combos[name] for name in ("tag", "question", "alliance", "since")
    )
    assert [tag.itemText(n) for n in range(tag.count())] == ["All tags", "slow"]
    assert [alliance.itemText(n) for n in range(alliance.count())] == ["All alliances", "Coast"]
    for combo in (tag, alliance):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        combo.activated.emit(combo.currentIndex())
        assert quotes(page) == [MONEY]
        page.body.empty.asked.emit()
        assert len(quotes(page)) == 4
    assert question.count() > 1
    question.setCurrentIndex(1)
    question.activated.emit(1)
    assert 0 < len(quotes(page)) <= 4
    page.body.empty.asked.emit()
    since.setCurrentIndex(since.findData("week"))
    since.activated.emit(since.currentIndex())
    assert len(quotes(page)) == 4, "all were made just now"
    assert "#slow" in next(row.meta for row in page.list.rows if row.title == MONEY)
    assert "as in Coast" in next(row.summary for row in page.list.rows if row.title == MONEY)


def test_several_are_gathered_into_a_note_of_its_own(
    qtbot: QtBot, page: NotesPage, marked: Workspace, said: Said
) -> None:
    assert not page.header.gather.isVisible()
    lines(page, MONEY, "The members quarrelled over money")
    assert page.header.gather.isVisible()
    assert not page.header.edit.isVisible()
    page.header.into_note.trigger()
    free = next(note for note in marked.annotations.notes() if note.is_free)
    assert free.about_title.startswith("Gathered on ")
    assert "> The members quarrelled over money" in free.text
    assert f"> {MONEY}" in free.text
    assert "Ask Amina." in free.text
    assert len(list(pointers(free.text))) == 2
    assert page.list.current == free.ref
    assert [mention.source for mention in marked.links.mentions_of(PAPER)] == [free.ref]
    said.press()
    assert not any(note.is_free for note in marked.annotations.notes())


def test_several_are_gathered_into_a_journal_entry_tagged_and_removed_by_keyboard(
    qtbot: QtBot, page: NotesPage, marked: Workspace, asked: Asked, said: Said
) -> None:
    go_to(qtbot, page, page.list.rows[0].ref)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.list.picked) == 2
    page.header.into_entry.trigger()
    assert "> The members quarrelled over money" in asked.entries[0]
    qtbot.mouseClick(page.header.tag, LEFT)
    assert asked.tagged == [page.list.picked] == [page.subject()]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert said[-1] == "2 removed."
    assert len(quotes(page)) == 2
    said.press()
    assert len(quotes(page)) == 4


def test_an_edited_note_can_be_taken_back(
    qtbot: QtBot, page: NotesPage, marked: Workspace, taken_back: list[Callable[[], object]]
) -> None:
    page.presenter.edit(money(marked).ref)
    page.presenter.keep("Ask both.")
    assert money(marked).note == "Ask both."
    taken_back.pop()()
    assert money(marked).note == "Ask Amina."


def test_what_moved_is_looked_at_side_by_side(
    qtbot: QtBot, page: NotesPage, marked: Workspace, tasks: Inline, said: Said, opened: Opened
) -> None:
    assert not page.header.review.isVisible()
    one = money(marked)
    changed = MONEY.replace("quickly", "soon")
    moved = Placed(State.MOVED, one.anchor.start, one.anchor.end, one.anchor)
    tasks.write(lambda: marked.annotations.settle({one.ref: moved}))
    assert page.header.review.text() == "Look at 1 that moved"
    qtbot.mouseClick(page.header.review, LEFT)
    assert page.body.is_reviewing
    (row,) = page.pane.list.rows
    assert (row.title, row.summary) == (MONEY, MONEY)
    assert changed not in row.summary
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert opened == [(PAPER, MONEY)]
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert money(marked).state is State.EXACT
    assert not page.body.is_reviewing, "nothing is left to look at"
    said.press()
    assert money(marked).state is State.MOVED
    page.arrive("moved")
    qtbot.mouseClick(page.pane.aside, LEFT)
    assert money(marked).state is State.LOST


def test_what_is_chosen_is_written_to_a_file_and_all_of_it_comes_back(
    page: NotesPage, marked: Workspace, tasks: Inline, said: Said, tmp_path: Path
) -> None:
    lines(page, MONEY)
    page.header.picked_to_write.emit(tmp_path / "one.csv", False)
    assert said[-1].startswith("1 ")
    with (tmp_path / "one.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == [MONEY]
    page.header.picked_to_write.emit(tmp_path / "all.json", True)
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["items"]) == 4
    tasks.write(lambda: marked.annotations.remove(money(marked).ref))
    page.header.picked_to_read.emit(tmp_path / "all.json")
    assert said[-1] == "1 came in. 3 were here already."
    assert MONEY in quotes(page)
    lines(page, MONEY)
    page.header.picked_to_write.emit(tmp_path / "one.json", False)
    page.header.picked_to_read.emit(tmp_path / "one.json")
    assert said[-1] == "0 came in. 1 was here already."


def test_a_colour_has_the_name_that_the_user_gave_it(page: NotesPage, theme: Theme) -> None:
    theme.names = {"amber": "Evidence"}
    theme.apply("light", "light")
    page.refresh()
    assert not chip(page, "Evidence").isChecked()
    assert page.list.rows[-1].meta.startswith("Evidence · ")


def test_a_highlight_in_a_pdf_says_on_which_printed_page_it_is(
    page: NotesPage, marked: Workspace, tasks: Inline, tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    words = (f"What the members said about the tide in year {nth}" for nth in range(3))
    file.write_bytes(
        pdf([PdfPage(column([line])) for line in words], labels="0 << /S /r >> 2 << /S /D /St 11 >>")
    )
    report = marked.library.bring_in([file]).came_in[0][1]
    anchor = Anchor("What the members said", "", " about", 0, 21)
    for nth in (1, 2, None):
        tasks.write(partial(marked.annotations.mark, report, anchor, Colour.GREEN, page=nth))
    said = [row.meta.split(" · ")[2] for row in page.list.rows if "report" in row.meta]
    assert said[0] not in ("p. ii", "p. 11"), "without a page there is none to tell"
    assert said[1:] == ["p. 11", "p. ii"]


def test_that_nothing_is_there_now_is_said_and_not_compared(
    page: NotesPage, marked: Workspace, tasks: Inline
) -> None:
    one = money(marked)
    gone = replace(one.anchor, exact="All that the sea took in the text of then.", start=90_000, end=90_042)
    tasks.write(lambda: marked.annotations.settle({one.ref: Placed(State.MOVED, 90_000, 90_042, gone)}))
    page.arrive("moved")
    (row,) = page.pane.list.rows
    assert row.summary.startswith("Not to be found in the text")
    then, now = page.pane.list.itemDelegate()._both(row)  # type: ignore[attr-defined]
    assert (then.layout.formats(), now.layout.formats()) == ([], [])
