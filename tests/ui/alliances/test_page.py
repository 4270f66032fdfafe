"""The page of alliances with a real workspace: real keys and clicks, and for saving the real tasks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database import schema
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.alliances.commands import alliances_actions
from animating_alliances_desktop.ui.alliances.page import AlliancesPage
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.core.database.conftest import NotingIndex
from tests.ui.inline import Inline
from tests.ui.opened import Said

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(schema.create(path), path, NotingIndex())
    yield opened
    opened.close()


@pytest.fixture
def went() -> list[tuple[str, Ref]]:
    """Where the page wanted to go."""
    return []


def make(
    qtbot: QtBot, theme: Theme, tasks: Runner, database: Database, said: Said, went: list[tuple[str, Ref]]
) -> AlliancesPage:
    page = AlliancesPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(theme, alliances_actions()),
        alliances=AllianceStore(database),
        write=lambda ref: went.append(("write", ref)),
        entries=lambda ref: went.append(("entries", ref)),
        say=said,
    )
    page.resize(1080, 800)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, tasks: Inline, database: Database, said: Said, went: list[tuple[str, Ref]]
) -> AlliancesPage:
    made = make(qtbot, theme, tasks, database, said, went)
    tasks.listeners.append(made.changed)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.shown()
    return made


@pytest.fixture
def coast(page: AlliancesPage, database: Database) -> Ref:
    _changes, ref = AllianceStore(database).add("Coast", "Clean water")
    page.shown()
    return ref


def named(page: AlliancesPage, name: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName())]
    return next(button for button in found if button.isVisible())


def words(page: AlliancesPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_the_empty_page_says_what_an_alliance_is_and_adds_the_first(
    qtbot: QtBot, page: AlliancesPage, database: Database
) -> None:
    assert "What is an alliance here?" in words(page)
    page.add.setFocus()
    qtbot.mouseClick(named(page, "Add the first alliance"), LEFT)
    assert page.new.hasFocus()
    qtbot.keyClicks(page.new, "Coast")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    assert [it.name for it in AllianceStore(database).listed()] == ["Coast"]
    assert page.sheet.isVisible()
    assert page.sheet.purpose.hasFocus()
    assert page.new.text() == ""


def test_leaving_a_field_saves_it(qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database) -> None:
    page.sheet.purpose.setFocus()
    page.sheet.purpose.selectAll()
    qtbot.keyClicks(page.sheet.purpose, "Clean beaches")
    assert page.sheet.state.words == "Saving…"
    qtbot.keyClick(page.sheet.purpose, Qt.Key.Key_Tab)
    assert page.sheet.state.words.startswith("Saved ")
    assert AllianceStore(database).get(coast).purpose == "Clean beaches"


def test_typing_on_saves_after_a_second_for_others_to_read(
    qtbot: QtBot, theme: Theme, path: Path, database: Database, said: Said
) -> None:
    AllianceStore(database).add("Coast")
    tasks = Tasks()
    page = make(qtbot, theme, tasks, database, said, [])
    tasks.changed.connect(page.changed)
    page.show()
    page.shown()
    qtbot.waitUntil(page.sheet.isVisible)
    qtbot.keyClicks(page.sheet.description, "It began with a letter ")
    qtbot.waitUntil(lambda: page.sheet.state.words.startswith("Saved "), timeout=4000)
    with closing(connect(path, "ro")) as other:
        assert other.execute("SELECT description FROM alliance").fetchall() == [("It began with a letter",)]
    assert page.sheet.description.toPlainText() == "It began with a letter "
    qtbot.keyClicks(page.sheet.description, "that")
    page.close_down()
    tasks.close()
    with closing(connect(path, "ro")) as other:
        assert other.execute("SELECT description FROM alliance").fetchall() == [
            ("It began with a letter that",)
        ]


def test_members_by_the_keyboard(qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    for text in ("Harbour Trust", "Ines Aldous", "Dredging"):
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        qtbot.keyClicks(field, text)
        if text != "Dredging":
            qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(page.sheet.members.form.seeks, Qt.Key.Key_Return)
    (member,) = AllianceStore(database).get(coast).members
    assert (member.name, member.people, member.seeks) == ("Harbour Trust", "Ines Aldous", "Dredging")
    qtbot.waitUntil(lambda: {"Harbour Trust", "Ines Aldous", "Seeks: Dredging"} <= words(page))


def test_a_member_is_changed_and_removed(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said
) -> None:
    AllianceStore(database).add_member(coast, "Harbour Trust")
    page.shown()
    qtbot.waitUntil(lambda: "Harbour Trust" in words(page))
    qtbot.mouseClick(named(page, "Change Harbour Trust"), LEFT)
    qtbot.keyClicks(page.sheet.members.form.people, "Ken")
    qtbot.mouseClick(named(page, "Done"), LEFT)
    assert AllianceStore(database).get(coast).members[0].people == "Ken"
    qtbot.waitUntil(lambda: "Ken" in words(page))
    qtbot.mouseClick(named(page, "Remove Harbour Trust"), LEFT)
    assert said == ["“Harbour Trust” was removed."]
    assert AllianceStore(database).get(coast).members == ()
    said.press()
    assert len(AllianceStore(database).get(coast).members) == 1


def test_it_leads_to_the_journal(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, went: list[tuple[str, Ref]]
) -> None:
    assert "Nothing is written on this alliance yet." in words(page)
    assert not page.sheet.see.isVisible()
    JournalStore(database).add(Draft(coast, date(2026, 11, 24), parts={WHAT: "We met."}))
    page.shown()
    assert "One entry, of 24 November 2026" in words(page)
    qtbot.mouseClick(page.sheet.see, LEFT)
    qtbot.mouseClick(page.sheet.write, LEFT)
    qtbot.keyClick(page, Qt.Key.Key_E, CTRL)
    assert went == [("entries", coast), ("write", coast), ("write", coast)]


def test_deleting_says_what_goes_with_it(
    qtbot: QtBot, page: AlliancesPage, coast: Ref, database: Database, said: Said
) -> None:
    for _ in range(2):
        JournalStore(database).add(Draft(coast, date(2026, 11, 24), parts={WHAT: "We met."}))
    page.shown()
    qtbot.mouseClick(page.sheet.delete, LEFT)
    assert said == ["“Coast” was deleted, and the 2 entries on it with it."]
    assert page.nothing.isVisible()
    said.press()
    assert page.sheet.name.text() == "Coast"
    assert len(JournalStore(database).listed()) == 2
