"""Tags and collections in the window, over a real workspace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.gathering.commands import gathering_actions
from animating_alliances_desktop.ui.gathering.gatherer import Gatherer
from animating_alliances_desktop.ui.gathering.keeping import KeepingDialog
from animating_alliances_desktop.ui.gathering.ports import Stores
from animating_alliances_desktop.ui.gathering.tagging import TaggingDialog
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

PAPER, CASE = Ref(Kind.PAPER, "overview"), Ref(Kind.CASE, "harbour")
ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton


@pytest.fixture
def stores(workspace: Workspace) -> Stores:
    return Stores(workspace.tags, workspace.collections, workspace.links.titles)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def taken_back() -> list[Callable[[], object]]:
    return []


def tags(workspace: Workspace, ref: Ref) -> list[str]:
    return [tag.name for tag in workspace.tags.of(ref)]


def tagging(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    stores: Stores,
    window: QWidget,
    taken_back: list[Callable[[], object]],
    *targets: Ref,
) -> TaggingDialog:
    dialog = TaggingDialog(theme, stores, tasks, targets, taken_back.append, window)
    dialog.open()
    dialog.tag_field.setFocus()
    return dialog


def test_a_tag_is_typed_and_taken_off_and_both_are_taken_back(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    stores: Stores,
    window: QWidget,
    workspace: Workspace,
    taken_back: list[Callable[[], object]],
) -> None:
    workspace.tags.tag(CASE, "money")
    dialog = tagging(qtbot, theme, tasks, stores, window, taken_back, PAPER, CASE)
    assert dialog.about.text() == "2 things"
    assert dialog.tags == {}, "only one of the two has it"
    qtbot.keyClicks(dialog.tag_field, "Money")
    qtbot.keyClick(dialog.tag_field, ENTER)
    assert dialog.isVisible(), "Enter takes the tag, and leaves the dialogue open"
    assert tags(workspace, PAPER) == tags(workspace, CASE) == ["money"]
    taken_back.pop()()
    assert (tags(workspace, PAPER), tags(workspace, CASE)) == ([], ["money"])
    workspace.tags.tag(PAPER, "money")
    dialog.presenter.refresh()
    (chip,) = dialog.tags.values()
    qtbot.mouseClick(chip, LEFT)
    assert tags(workspace, PAPER) == tags(workspace, CASE) == []
    taken_back.pop()()
    assert tags(workspace, PAPER) == tags(workspace, CASE) == ["money"]
    assert tasks.failures == []


def test_collections_are_ticked_and_made(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    stores: Stores,
    window: QWidget,
    workspace: Workspace,
    taken_back: list[Callable[[], object]],
) -> None:
    board = workspace.collections.add("Board")[1]
    dialog = tagging(qtbot, theme, tasks, stores, window, taken_back, PAPER)
    dialog.collections[board].click()
    assert [one.name for one in workspace.collections.of(PAPER)] == ["Board"]
    assert dialog.collections[board].isChecked()
    dialog.collections[board].click()
    assert workspace.collections.of(PAPER) == []
    taken_back.pop()()
    assert [one.name for one in workspace.collections.of(PAPER)] == ["Board"]
    qtbot.keyClicks(dialog.collection_field, "Retreat")
    qtbot.keyClick(dialog.collection_field, ENTER)
    assert [one.name for one in workspace.collections.of(PAPER)] == ["Board", "Retreat"]
    assert sum(box.isChecked() for box in dialog.collections.values()) == 2
    taken_back.pop()()
    assert [one.name for one in workspace.collections.listed()] == ["Board"]


def test_tags_are_renamed_merged_removed_and_brought_back(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    stores: Stores,
    window: QWidget,
    workspace: Workspace,
    opened: Opened,
) -> None:
    for ref, name in ((PAPER, "trust"), (CASE, "trust"), (CASE, "faith")):
        workspace.tags.tag(ref, name)
    workspace.collections.add("Board")
    dialog = KeepingDialog(theme, stores, tasks, opened, window)
    dialog.open()
    assert [row.title for row in dialog.list.rows] == ["faith", "trust", "Board"]
    dialog.list.choose(dialog.list.rows[1].ref)
    dialog.list.chosen.emit(dialog.list.current)
    assert sorted(row.title for row in dialog.things.rows) == ["Harbour Alliance", "What helps alliances"]
    dialog.name.setText("confidence")
    qtbot.keyClick(dialog.name, ENTER)
    assert dialog.isVisible()
    assert tags(workspace, PAPER) == ["confidence"]
    qtbot.mouseClick(dialog.back, LEFT)
    assert tags(workspace, PAPER) == ["trust"]
    assert [dialog.into.itemText(n) for n in range(dialog.into.count())] == ["faith"]
    qtbot.mouseClick(dialog.merge, LEFT)
    assert tags(workspace, PAPER) == tags(workspace, CASE) == ["faith"]
    qtbot.mouseClick(dialog.back, LEFT)
    assert tags(workspace, CASE) == ["faith", "trust"]
    dialog.list.choose(dialog.list.rows[0].ref)
    dialog.list.chosen.emit(dialog.list.current)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert tags(workspace, CASE) == ["trust"]
    qtbot.mouseClick(dialog.back, LEFT)
    assert tags(workspace, CASE) == ["faith", "trust"]
    dialog.things.opened.emit(CASE)
    assert opened == [(CASE, "")]


def test_what_is_chosen_is_tagged_by_key_wherever_it_is(
    qtbot: QtBot, theme: Theme, tasks: Inline, stores: Stores, window: QWidget, said: Said, opened: Opened
) -> None:
    chosen: list[Ref] = []
    actions = Actions(gathering_actions())
    Gatherer(
        theme,
        stores,
        tasks,
        actions,
        window,
        subject=lambda: chosen,
        open_ref=opened,
        say=said,
        take_back=lambda _then: None,
    )
    actions.run("app.tag")
    assert said == ["Open a text or choose a thing in a list first; then it can be tagged."]
    chosen.append(PAPER)
    actions.run("app.tag")
    (dialog,) = window.findChildren(TaggingDialog)
    assert dialog.about.text() == "What helps alliances"
    dialog.accept()
    actions.run("app.gather")
    (keeping,) = window.findChildren(KeepingDialog)
    assert keeping.isVisible()
    keeping.reject()
