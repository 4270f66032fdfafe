"""The follow-through page with a real workspace, driven by keys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Status, Wish
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.followthrough.commands import followthrough_actions
from animating_alliances_desktop.ui.followthrough.dialog import ThingDialog
from animating_alliances_desktop.ui.followthrough.listing import Side
from animating_alliances_desktop.ui.followthrough.page import FollowThroughPage
from animating_alliances_desktop.ui.followthrough.ports import Around
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said

TODAY = date(2026, 12, 9)
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, opened: Opened, said: Said
) -> FollowThroughPage:
    coast = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(coast, "Harbour Trust")
    for text, owner, days in (
        ("Send the draft", "Harbour Trust", -5),
        ("Find a room", "me", 0),
        ("Rest", "", 9),
    ):
        workspace.actions.add(coast, Wish(text, owner, TODAY + timedelta(days)), TODAY)
    held = workspace
    around = Around(held.actions, held.decisions, held.noticings, held.intentions, held.alliances, opened, print,
                    lambda _path, actions: len(actions), held.links.mentions_of)  # fmt: skip
    made = FollowThroughPage(theme=theme, tasks=tasks, actions=Actions(followthrough_actions()),
                             around=around, say=said, today=lambda: TODAY)  # fmt: skip
    tasks.listeners.append(made.changed)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return made


def hit(key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def lines(page: FollowThroughPage) -> list[str]:
    return [row.title for row in page.list.rows]


def test_the_list_says_who_and_when_without_alarm(page: FollowThroughPage) -> None:
    assert [(row.section, row.meta) for row in page.list.rows] == [
        ("Was meant for earlier", "Harbour Trust · was due 4 Dec · Coast"),
        ("This week", "Me · due today · Coast"),
        ("Next week", "Nobody yet · due 18 Dec · Coast"),
    ]


def test_done_moves_on_to_the_next_and_undo_brings_it_back(
    page: FollowThroughPage, workspace: Workspace, said: Said
) -> None:
    assert page.list.current == page.list.rows[0].ref
    hit(KEY.Key_Return, CTRL)
    assert lines(page) == ["Find a room", "Rest"]
    assert page.list.current == page.list.rows[0].ref
    assert said[-1] == "Done."
    said.press()
    assert lines(page) == ["Send the draft", "Find a room", "Rest"]


def test_another_day_is_asked_for_and_understood(page: FollowThroughPage, workspace: Workspace) -> None:
    hit(KEY.Key_D, CTRL)
    assert page.ask.isVisible()
    QTest.keyClicks(page.ask.field, "whenever")
    hit(KEY.Key_Return)
    assert page.ask.isVisible()
    assert page.ask.hint.text() == "Not read as a day yet"
    page.ask.field.clear()
    QTest.keyClicks(page.ask.field, "next fri")
    assert page.ask.hint.text() == "Friday 18 December 2026"
    hit(KEY.Key_Return)
    assert not page.ask.isVisible()
    assert page.list.hasFocus()
    moved = next(one for one in workspace.actions.listed() if one.text == "Send the draft")
    assert moved.due == date(2026, 12, 18)


def test_owners_are_completed_and_reasons_kept(page: FollowThroughPage, workspace: Workspace) -> None:
    hit(KEY.Key_O, CTRL)
    model = page.ask.field.completer().model()
    assert "Harbour Trust" in [model.index(at, 0).data() for at in range(model.rowCount())]
    QTest.keyClicks(page.ask.field, "me")
    hit(KEY.Key_Return)
    hit(KEY.Key_L, CTRL)
    QTest.keyClicks(page.ask.field, "Overtaken")
    hit(KEY.Key_Return)
    (gone,) = workspace.actions.closed()
    assert (gone.owner.name, gone.status, gone.reason) == ("me", Status.LET_GO, "Overtaken")
    hit(KEY.Key_O, CTRL)
    hit(KEY.Key_Escape)
    assert not page.ask.isVisible()


def test_a_line_is_written_down_and_sides_are_turned_to(
    page: FollowThroughPage, workspace: Workspace
) -> None:
    page.line.field.setFocus()
    QTest.keyClicks(page.line.field, "Book the boat @hub by tomorrow")
    hit(KEY.Key_Return)
    assert page.line.field.text() == ""
    assert "Book the boat" in lines(page)
    page.filters.turned.emit(Side.DECISIONS)
    assert page.body.empty.isVisible()
    assert page.line.field.placeholderText() == "What was decided?"
    QTest.keyClicks(page.line.field, "We rotate the chair")
    hit(KEY.Key_Return)
    assert lines(page) == ["We rotate the chair"]
    assert [one.text for one in workspace.decisions.listed()] == ["We rotate the chair"]


def test_a_check_in_is_on_the_clipboard(page: FollowThroughPage, said: Said) -> None:
    hit(KEY.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "Hello all at Harbour Trust," in QGuiApplication.clipboard().text()
    assert said[-1].startswith("A check-in for Harbour Trust is on the clipboard")


def test_an_action_is_looked_at_and_changed(
    page: FollowThroughPage, workspace: Workspace, qtbot: QtBot
) -> None:
    hit(KEY.Key_F2)
    dialog = page.findChild(ThingDialog)
    assert dialog is not None
    form = dialog.form
    assert form is not None
    form.due.setText("soonish")
    dialog.keep.click()
    assert dialog.isVisible()
    form.due.setText("3 Jan")
    form.owner.setText("Zoe")
    form.side.setCurrentIndex(form.side.findData("member"))
    form.agreed.setChecked(True)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.words.setFocus()
    hit(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.findChild(ThingDialog) is None)
    changed = next(one for one in workspace.actions.listed() if one.text == "Send the draft")
    assert (changed.owner.name, changed.owner.kind, changed.due, changed.agreed) == (
        "Zoe", "member", date(2027, 1, 3), True
    )  # fmt: skip


def test_what_mentions_an_action_is_one_key_away(
    page: FollowThroughPage, workspace: Workspace, opened: Opened
) -> None:
    action = next(one for one in workspace.actions.listed() if one.text == "Send the draft")
    alliance = workspace.alliances.listed()[0].ref
    text = f"Will [[{action.ref}|it]] be sent?"
    entry = workspace.journal.add(Draft(alliance, date(2026, 11, 20), FREE, parts={TEXT: text}))[1]
    page.presenter.refresh()
    page.list.choose(action.ref)
    hit(KEY.Key_F2)
    dialog = page.findChild(ThingDialog)
    assert dialog is not None
    assert [row.summary for row in dialog.mentions.list.rows] == ["Will Send the draft be sent?"]
    dialog.words.setPlainText("Send the whole draft")
    dialog.mentions.list.opened.emit(dialog.mentions.list.rows[0].ref)
    assert opened == [(entry.ref, "")]
    assert "Send the whole draft" in [one.text for one in workspace.actions.listed()]


def test_what_was_closed_is_found_when_it_is_opened_from_elsewhere(
    page: FollowThroughPage, workspace: Workspace
) -> None:
    ref: Ref = workspace.actions.listed()[1].ref
    workspace.actions.done([ref], TODAY)
    page.arrive(ref)
    assert page.presenter.look.side is Side.CLOSED
    assert page.list.current == ref


def test_what_was_read_from_a_line_is_told(page: FollowThroughPage, said: Said) -> None:
    for words in (
        "Read it @Harbour Trust by 31 Feb (agreed)",
        "Read it @me by 1 March (monthly)",
        "! We meet.",
    ):
        page.line.field.setText(words)
        QTest.keyClick(page.line.field, KEY.Key_Return)
    assert said == [
        "Written down: Harbour Trust · no day yet · agreed aloud",
        "Written down: Me · until Monday 1 March 2027 · every month",
        "Written down.",
    ]
    said.press()
    page.presenter.show(side=Side.DECISIONS)
    assert lines(page) == []
