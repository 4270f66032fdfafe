"""The search page with a real workspace and a real index."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.search.model import Answer
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.lists import HIT_FROM, HIT_TO
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.search.hints import EXAMPLES
from animating_alliances_desktop.ui.search.page import SearchPage
from tests.ui.inline import Inline
from tests.ui.opened import Opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened) -> SearchPage:
    made = SearchPage(theme=theme, tasks=tasks, search=workspace.search, open=opened)
    tasks.listeners.append(made.changed)
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def titles(page: SearchPage) -> list[str]:
    return [row.title for row in page.list.rows]


def words(page: SearchPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_it_says_first_what_can_be_typed(page: SearchPage) -> None:
    assert page.hints.isVisible()
    for hint in ("kind:case", "alliance:", "collection:", "last month", "NOT"):
        assert hint in words(page)


def test_typing_finds_at_each_letter_and_groups_by_kind(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.keyClicks(page.field, "gover")
    assert page.list.isVisible()
    row = page.list.rows[0]
    assert row.section == "Papers"
    assert row.title == "What helps alliances › Governance"
    assert f"{HIT_FROM}Governance{HIT_TO}" in row.summary
    assert "Understood as:" in words(page)
    assert "1 found" in words(page)


def test_down_goes_into_the_list_and_enter_opens_the_passage(
    qtbot: QtBot, page: SearchPage, opened: Opened
) -> None:
    qtbot.keyClicks(page.field, "quarrelled")
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    ref, quote = opened[0]
    assert ref == Ref(Kind.CASE, "harbour")
    assert quote
    assert quote in "The members quarrelled over money until the café closed its doors."


def test_chips_narrow(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.keyClicks(page.field, "harbour")
    assert {row.section for row in page.list.rows} > {"Cases"}
    case = next(one for one in page.kinds.findChildren(QPushButton) if one.text() == "Cases")
    qtbot.mouseClick(case, LEFT)
    assert {row.section for row in page.list.rows} == {"Cases"}


def test_a_misspelt_word_is_mended_with_a_click(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.keyClicks(page.field, "governence")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.suggestion.text() == "Did you mean “governance”?"
    qtbot.mouseClick(page.suggestion, LEFT)
    assert page.field.text() == "governance"
    assert titles(page) == ["What helps alliances › Governance"]
    assert not page.suggestion.isVisible()


def test_nothing_found_offers_examples_to_click(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.keyClicks(page.field, "zzxqy")
    assert page.hints.title == "Nothing found for “zzxqy”"
    assert len(page.hints.examples) == 3
    qtbot.mouseClick(page.hints.examples[2], LEFT)
    assert page.field.text() == EXAMPLES[2]
    assert titles(page)[0].startswith("Harbour Alliance")


def test_escape_empties_the_field(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.keyClicks(page.field, "harbour")
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert page.hints.isVisible()


def test_a_search_that_was_ended_says_so(page: SearchPage) -> None:
    page.show_too_long(Answer("a", stopped=True))
    assert page.hints.title == "That search took too long"


def test_no_question_however_odd_or_long_breaks_the_page(
    qtbot: QtBot, page: SearchPage, tasks: Inline
) -> None:
    for odd in ('"', "kind:", "(((", "NOT", "a AND OR b", "*", 'n:"n:"', "x" * 100_000, "\U0001d49c é ¿"):
        page.field.setText(odd)
    assert tasks.failures == []


def test_what_is_written_meanwhile_is_found(
    qtbot: QtBot, page: SearchPage, workspace: Workspace, tasks: Inline
) -> None:
    qtbot.keyClicks(page.field, "lighthouse")
    assert titles(page) == []
    tasks.write(lambda: workspace.annotations.add_note(Ref(Kind.CASE, "harbour"), "Like a lighthouse."))
    assert [row.section for row in page.list.rows] == ["Notes"]


def test_words_from_elsewhere_are_searched(page: SearchPage) -> None:
    page.arrive("quarrelled")
    assert titles(page)[0].startswith("Harbour Alliance")
    page.shown()
    assert page.field.selectedText() == "quarrelled"


def test_in_the_window_the_last_keystroke_wins(
    qtbot: QtBot, theme: Theme, workspace: Workspace, opened: Opened
) -> None:
    tasks = Tasks()
    failures: list[Exception] = []
    tasks.failed.connect(failures.append)
    page = SearchPage(theme=theme, tasks=tasks, search=workspace.search, open=opened)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(page.field, "harbour alliance quarrelled")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert page.presenter is not None
    assert titles(page)[0].startswith("Harbour Alliance")
    assert failures == []
    tasks.close()
