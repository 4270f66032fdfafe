"""`[[` brings up titles below the cursor; the keyboard never leaves the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.links.model import Goal
from animating_alliances_desktop.ui.kit.completion import Completion
from animating_alliances_desktop.ui.kit.theme import Theme

GOALS = [Goal(Ref(Kind.CASE, f"c{n}"), f"Case {n}") for n in range(9)]
KEY = Qt.Key


class Desk:
    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.asked: list[str] = []
        self.held: list[Callable[[], None]] = []
        self.holds = False
        self.window = QWidget()
        self.field, self.other = QPlainTextEdit(), QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.completion = Completion(theme, self.window, self.ask)
        qtbot.addWidget(self.window)
        self.window.resize(600, 500)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)

    def ask(self, words: str, then: Callable[[Sequence[Goal]], None]) -> None:
        self.asked.append(words)
        found = [goal for goal in GOALS if words.lower() in goal.title.lower()]
        if self.holds:
            self.held.append(lambda: then(found))
        else:
            then(found)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_a_title_is_chosen_with_the_arrow_keys(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "As in [[ca")
    assert desk.completion.is_open
    assert desk.asked[-1] == "ca"
    qtbot.keyClick(desk.field, KEY.Key_Down)
    qtbot.keyClick(desk.field, KEY.Key_Return)
    assert desk.field.toPlainText() == "As in [[aa:case/c1|Case 1]]"
    assert not desk.completion.is_open
    assert desk.field.hasFocus()
    qtbot.keyClicks(desk.field, " and on")
    assert desk.field.toPlainText().endswith("]] and on")


def test_a_title_is_chosen_with_the_mouse(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "[[case 3")
    view = desk.completion.list
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert desk.field.toPlainText() == "[[aa:case/c3|Case 3]]"
    assert desk.field.hasFocus()


def test_escape_closes_the_list_until_more_is_typed(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "[[case")
    qtbot.keyClick(desk.field, KEY.Key_Escape)
    assert not desk.completion.is_open
    assert desk.field.toPlainText() == "[[case"
    qtbot.keyClick(desk.field, KEY.Key_Return)
    assert desk.field.toPlainText() == "[[case\n", "Enter is the field's own again"


def test_emoji_before_the_link_are_left_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.field.setPlainText("😀🤝🏽 [[case 2")
    desk.field.moveCursor(desk.field.textCursor().MoveOperation.End)
    qtbot.keyClick(desk.field, KEY.Key_Tab)
    assert desk.field.toPlainText() == "😀🤝🏽 [[aa:case/c2|Case 2]]"


@pytest.mark.parametrize("text", ["[ca", "[[ca]]", "[[aa:case/x|y", "[[a]b"])
def test_nothing_else_asks(qtbot: QtBot, desk: Desk, text: str) -> None:
    desk.field.setPlainText(text)
    desk.field.moveCursor(desk.field.textCursor().MoveOperation.End)
    assert not desk.completion.is_open


def test_the_list_goes_with_the_keyboard_and_an_old_answer_is_dropped(qtbot: QtBot, desk: Desk) -> None:
    desk.holds = True
    qtbot.keyClicks(desk.field, "[[ca")
    qtbot.keyClicks(desk.field, "se 7")
    desk.held[0]()
    assert not desk.completion.is_open
    desk.held[-1]()
    assert [row.title for row in desk.completion.list.rows] == ["Case 7"]
    desk.other.setFocus()
    assert not desk.completion.is_open
    desk.field.deleteLater()


def test_nothing_called_so_shows_no_list(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "[[nothing")
    assert not desk.completion.is_open


def test_a_name_closed_by_hand_becomes_a_link_if_one_thing_is_called_so(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "As [[case 3]]")
    assert desk.field.toPlainText() == "As [[aa:case/c3|Case 3]]"
    qtbot.keyClick(desk.field, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.toPlainText() == "As [[case 3]]", "it can be taken back"
    qtbot.keyClicks(desk.field, " and [[case]]")
    assert desk.field.toPlainText() == "As [[case 3]] and [[case]]", "none is called so, nine begin so"


def test_a_name_that_two_things_have_stays_as_it_was_typed(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.GOALS", [*GOALS, Goal(Ref(Kind.PAPER, "p"), "Case 4")])
    qtbot.keyClicks(desk.field, "[[Case 4]] [[Case 5]]")
    assert desk.field.toPlainText() == "[[Case 4]] [[aa:case/c5|Case 5]]"


def test_an_answer_that_comes_late_leaves_the_cursor_where_it_is(qtbot: QtBot, desk: Desk) -> None:
    desk.holds = True
    qtbot.keyClicks(desk.field, "See [[Case 7]]")
    qtbot.keyClicks(desk.field, ", too")
    desk.held[-1]()
    qtbot.keyClicks(desk.field, "!")
    assert desk.field.toPlainText() == "See [[aa:case/c7|Case 7]], too!"
