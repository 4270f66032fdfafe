"""Actions: one table, no two that fight, and a shortcut that works where it should."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.theme import Theme

ROWS = [
    Action("shell.help", "Help", "F1; Ctrl+/", icon="keyboard"),
    Action("journal.keep", "Keep", "Ctrl+Return", "journal"),
    Action("notes.keep", "Keep", "Ctrl+Return", "notes"),
]


@pytest.mark.parametrize(
    "row",
    [
        Action("journal.keep", "Again"),
        Action("other.thing", "Other", "Ctrl+/", "library"),
        Action("notes.other", "Other", "Ctrl+Return", "notes"),
        Action("shell.other", "Other", "Ctrl+Return"),
    ],
)
def test_two_actions_never_fight(theme: Theme, row: Action) -> None:
    with pytest.raises(ValueError, match=r"called|shortcut"):
        Actions([*ROWS, row])


def test_bound_actions_run(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(ROWS)
    actions.run("shell.help")
    assert not actions.can_run("shell.help")
    actions.bind("shell.help", lambda: done.append("help"), window)
    actions.run("shell.help")
    actions.get("shell.help").setEnabled(False)
    actions.run("shell.help")
    assert done == ["help"]


def test_a_page_s_shortcut_works_on_that_page_only(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    fields = {name: QLineEdit() for name in ("journal", "notes")}
    actions, row = Actions(ROWS), QHBoxLayout(window)
    for name, field in fields.items():
        page = QWidget()
        QHBoxLayout(page).addWidget(field)
        row.addWidget(page)
        actions.bind(f"{name}.keep", lambda name=name: done.append(name), page)
    actions.bind("shell.help", lambda: done.append("help"), window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    for name in ("notes", "journal"):
        fields[name].setFocus()
        QTest.keyClick(fields[name], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(fields["journal"], Qt.Key.Key_F1)
    assert done == ["notes", "journal", "help"]


def test_what_is_gone_cannot_run(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    actions = Actions(ROWS)
    actions.bind("journal.keep", lambda: None, page)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    assert not actions.can_run("journal.keep")


def test_nothing_can_be_bound_that_is_not_in_the_table(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(KeyError):
        Actions(ROWS).bind("journal.burn", lambda: None, window)
