"""The page for looking back, with a real workspace: its sides, their keys, and where they lead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.lookback.model import Span
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.commands import lookback_actions
from animating_alliances_desktop.ui.lookback.page import LookbackPage
from animating_alliances_desktop.ui.lookback.ports import Side
from tests.core.lookback.belongings import ENGAGEMENT, TODAY, Kept, fill
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said


@pytest.fixture
def begun() -> list[tuple[Ref, str, dict[str, str]]]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    tasks: Inline,
    workspace: Workspace,
    opened: Opened,
    said: Said,
    begun: list[tuple[Ref, str, dict[str, str]]],
) -> LookbackPage:
    made = LookbackPage(
        theme=theme,
        tasks=tasks,
        actions=Actions(lookback_actions()),
        lookback=workspace.lookback,
        open=opened,
        begin=lambda *asked: begun.append(asked),
        say=said,
        today=lambda: TODAY,
    )
    qtbot.addWidget(made)
    made.resize(1100, 760)
    tasks.listeners.append(made.changed)
    return made


@pytest.fixture
def kept(workspace: Workspace) -> Kept:
    return fill(workspace)


def words(page: LookbackPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_an_empty_workspace_says_what_to_do(page: LookbackPage) -> None:
    page.show()
    assert "An entry after the next meeting makes a beginning" in words(page)
    page.arrive(Side.AGAIN)
    assert "comes up here in a month" in words(page)
    page.arrive(Side.THREADS)
    assert "Choose a core question, a tag, an organisation or a person" in words(page)
    page.arrive(Side.REVIEW)
    assert "Nothing was written in this week" in words(page)
    page.arrive(Side.CHARTS)
    assert words(page).count("This is drawn once") == 4
    assert not page.charts.time.is_drawn


def test_the_calendar_is_walked_with_the_keys(
    qtbot: QtBot, page: LookbackPage, kept: Kept, opened: Opened
) -> None:
    page.show()
    year = page.days.year
    assert len(page.days.list.rows) >= 9
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(year, key)
    assert year.accessibleName() == "Tuesday, 24 November 2026, 1 thing"
    assert [row.title for row in page.days.list.rows] == ["Compare the harbour."]
    assert page.days.list.rows[0].section == ""
    assert "Tuesday, 24 November 2026" in words(page)
    qtbot.keyClick(year, Qt.Key.Key_Space)
    assert year.chosen == Span.month(TODAY)
    assert page.days.list.rows[-1].section == "Monday, 16 November"
    qtbot.keyClick(year, Qt.Key.Key_PageUp)
    assert year.day == date(2026, 10, 24)
    assert "Nothing was written then" in words(page)
    qtbot.keyClick(year, Qt.Key.Key_Home)
    assert year.day == TODAY


def test_a_day_and_a_month_are_chosen_with_the_mouse(
    qtbot: QtBot, page: LookbackPage, kept: Kept, opened: Opened
) -> None:
    page.show()
    year = page.days.year
    day = TODAY - timedelta(days=10)
    qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.place_of(day).center())
    (row,) = page.days.list.rows
    assert row.ref == kept.log
    page.days.list.step(0)
    qtbot.keyClick(page.days.list, Qt.Key.Key_Return)
    assert opened == [(kept.log, "")]
    assert page.days.back.isEnabled()
    qtbot.mouseClick(page.days.back, Qt.MouseButton.LeftButton)
    assert [row.title for row in page.days.list.rows] == ["A year before"]
    assert not page.days.back.isEnabled()
    where = year.month_of(date(2025, 3, 1)).topLeft()
    where += where.__class__(20, 8)
    qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=where)
    assert year.chosen == Span.month(date(2025, 3, 1))


def test_it_is_narrowed_to_one_alliance(page: LookbackPage, kept: Kept) -> None:
    page.show()
    page.narrowing.alliance.setCurrentText("Table")
    assert {row.summary for row in page.days.list.rows} == {"Table"}
    page.narrowing.tabs.setCurrentIndex(1)
    assert [row.title for row in page.again.list.rows] == ["A year before"]
    assert page.again.list.rows[0].section == "A year ago"
    assert not page.narrowing.span.isVisible()


def test_a_thread_is_found_and_followed(qtbot: QtBot, page: LookbackPage, kept: Kept, opened: Opened) -> None:
    page.show()
    page.arrive(Side.THREADS)
    assert page.narrowing.span.isVisible()
    qtbot.keyClicks(page.threads.words, "obi")
    assert [row.ref for row in page.threads.topics.rows] == [kept.ines]
    page.threads.topics.step(0)
    assert [row.title for row in page.threads.list.rows] == ["Board", "Nobody looked at Inês Obi."]
    page.threads.words.clear()
    page.arrive(ENGAGEMENT)
    assert page.threads.topics.current == ENGAGEMENT
    page.threads.list.step(0)
    qtbot.keyClick(page.threads.list, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_a_week_is_reviewed_and_its_log_begun(
    qtbot: QtBot,
    page: LookbackPage,
    kept: Kept,
    said: Said,
    begun: list[tuple[Ref, str, dict[str, str]]],
) -> None:
    page.show()
    page.arrive(Side.REVIEW)
    sections = list(dict.fromkeys(row.section for row in page.reviewing.list.rows))
    assert sections == [
        "Meant for this week", "Noticed", "Decided", "Done", "Let go",
        "Still open, and due by then", "If-then", "Meetings", "Entries",
    ]  # fmt: skip
    assert "1 meeting · 2 entries · 1 h 30 min noted · energy good" in words(page)
    qtbot.mouseClick(page.reviewing.copy, Qt.MouseButton.LeftButton)
    assert "## Noticed" in QGuiApplication.clipboard().text()
    assert "copied" in said[-1]
    page.narrowing.alliance.setCurrentText("Coast")
    qtbot.mouseClick(page.reviewing.begin, Qt.MouseButton.LeftButton)
    assert [(ref, form) for ref, form, _parts in begun] == [(kept.coast, "weekly-log")]
    qtbot.mouseClick(page.reviewing.back, Qt.MouseButton.LeftButton)
    assert "16 to 22 November 2026" in words(page)


def test_on_which_alliance_is_asked(
    qtbot: QtBot, page: LookbackPage, kept: Kept, begun: list[tuple[Ref, str, dict[str, str]]]
) -> None:
    page.show()
    page.arrive(Side.REVIEW)
    qtbot.mouseClick(page.reviewing.begin, Qt.MouseButton.LeftButton)
    (menu,) = page.reviewing.findChildren(QMenu)
    table = next(one for one in menu.actions() if one.text() == "Table")
    table.trigger()
    menu.hide()
    assert [ref for ref, _form, _parts in begun] == [kept.table]


def test_charts_are_drawn_where_there_is_enough_and_lead_to_the_days(
    qtbot: QtBot, page: LookbackPage, workspace: Workspace, kept: Kept
) -> None:
    for months in (0, 2, 3):
        day = TODAY - timedelta(days=30 * months)
        given = Draft(kept.coast, day, parts={"so-what": "x"}, minutes=150, energy=4)
        workspace.journal.add(given)
    page.show()
    page.arrive(Side.CHARTS)
    charts = page.charts
    assert charts.energy.is_drawn
    assert charts.time.is_drawn
    assert not charts.trust.is_drawn
    assert not charts.agreed.is_drawn
    assert charts.energy.plot.accessibleDescription() == (
        "August 2026: good. September 2026: good. November 2026: good"
    )
    assert "August 2026: 2 h 30 min" in charts.time.plot.accessibleDescription()
    charts.time.plot.setFocus()
    for _ in range(9):
        qtbot.keyClick(charts.time.plot, Qt.Key.Key_Right)
    qtbot.keyClick(charts.time.plot, Qt.Key.Key_Return)
    assert page.presenter.look.side is Side.CALENDAR
    assert page.days.year.chosen == Span.month(date(2026, 8, 1))


def test_it_keeps_up_with_what_is_written(page: LookbackPage, workspace: Workspace, kept: Kept) -> None:
    page.show()
    before = len(page.days.list.rows)
    changes, _entry = workspace.journal.add(Draft(kept.coast, TODAY, parts={"so-what": "New."}))
    page.changed(changes)
    assert len(page.days.list.rows) == before + 1
