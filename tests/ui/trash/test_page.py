"""The page of the trash on a real workspace: real clicks; what is gone for good is gone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.trash.page import TrashPage
from tests.ui.inline import Inline
from tests.ui.opened import Said

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, said: Said) -> TrashPage:
    made = TrashPage(theme=theme, tasks=tasks, trash=workspace.trash, say=said)
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    tasks.listeners.append(made.changed)
    made.shown()
    return made


def delete(tasks: Inline, workspace: Workspace, *titles: str) -> list[Ref]:
    """Write entries and delete them again."""
    coast = workspace.alliances.add("Coast")[1]
    drafts = [Draft(coast, date(2026, 11, 20), title=title, parts={WHAT: "We met."}) for title in titles]
    refs = [workspace.journal.add(draft)[1].ref for draft in drafts]
    for ref in refs:
        tasks.write(lambda ref=ref: workspace.journal.remove(ref)[0])  # type: ignore[misc]
    return refs


def test_an_empty_trash_says_what_it_is_for(page: TrashPage) -> None:
    assert page.nothing.isVisible()
    assert not page.empty.isVisible()


def test_what_was_deleted_comes_back(
    qtbot: QtBot, page: TrashPage, tasks: Inline, workspace: Workspace, said: Said
) -> None:
    (ref,) = delete(tasks, workspace, "The week")
    (row,) = page.list.rows
    assert (row.title, row.summary[:17]) == ("The week", "Journal · deleted")
    page.list.choose(row.ref)
    qtbot.mouseClick(page.restore, LEFT)
    assert workspace.journal.get(ref).draft.title == "The week"
    assert said == ["“The week” is back."]
    assert page.nothing.isVisible()


def test_letting_go_for_good_asks_first(
    qtbot: QtBot, page: TrashPage, tasks: Inline, workspace: Workspace, said: Said
) -> None:
    delete(tasks, workspace, "One", "Two")
    workspace.back_up()
    first = page.list.rows[0]
    assert isinstance(first.ref, UUID)
    page.list.choose(first.ref)
    qtbot.mouseClick(page.let_go, LEFT)
    assert "“Two” will be gone for good" in page.question.words.text()
    qtbot.keyClick(page.question.no, Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    assert len(page.list.rows) == 2
    qtbot.mouseClick(page.empty, LEFT)
    assert "2 things" in page.question.words.text()
    qtbot.mouseClick(page.question.yes, LEFT)
    assert workspace.trash.listed() == []
    assert "A backup of before holds it still" in said[-1]
    said.press()
    assert said[-1].startswith("The only backup is now workspace-000002")


def test_every_button_has_a_name(page: TrashPage, tasks: Inline, workspace: Workspace) -> None:
    delete(tasks, workspace, "One")
    seen = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert all(each.text() or each.accessibleName() for each in seen)
