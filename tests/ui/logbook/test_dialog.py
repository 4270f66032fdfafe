"""Asking for a log book: what can be chosen, what is made, stopping, and what is said when it cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.book.making import write
from animating_alliances_desktop.core.book.model import Format, Printed
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.logbook.composing import composed
from animating_alliances_desktop.core.logbook.material import gathered
from animating_alliances_desktop.core.logbook.model import Order
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.logbook.dialog import LogBookDialog
from animating_alliances_desktop.ui.logbook.presenter import Source
from tests.ui.inline import Inline
from tests.ui.opened import Said

TODAY = date(2026, 11, 29)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    alliance = workspace.alliances.add("Coast")[1]
    workspace.journal.add(Draft(alliance, date(2026, 11, 20), FREE, parts={TEXT: "We met."}))
    return alliance


class Desk:
    """Opens the dialogue over a workspace."""

    def __init__(self, qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, said: Said) -> None:
        self._home = QWidget()
        qtbot.addWidget(self._home)
        self._theme, self._tasks, self._workspace, self._said = theme, tasks, workspace, said
        self.stop_at_once = False
        self.orders: list[Order] = []

    def open(self) -> LogBookDialog:
        source = Source(self._workspace.alliances.listed, self._make)
        dialog = LogBookDialog(
            theme=self._theme,
            tasks=self._tasks,
            source=source,
            say=self._said,
            today=TODAY,
            alliance=None,
            parent=self._home,
        )
        dialog.open()
        return dialog

    def _make(self, order: Order, path: Path, progress: Progress) -> Printed:
        self.orders.append(order)
        if self.stop_at_once:
            progress.stop()
        return write(composed(gathered(self._workspace, order, TODAY)), path, replace=True, progress=progress)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tasks: Inline, workspace: Workspace, said: Said) -> Desk:
    return Desk(qtbot, theme, tasks, workspace, said)


def order_of(dialog: LogBookDialog, coast: Ref) -> Order:
    return Order(coast, dialog.since.date().toPython(), dialog.until.date().toPython())  # type: ignore[arg-type]


def test_the_usual_span_is_offered_and_a_book_made(
    desk: Desk, coast: Ref, tmp_path: Path, said: Said
) -> None:
    dialog = desk.open()
    order = order_of(dialog, coast)
    assert (dialog.alliance.chosen, dialog.kind) == (coast, Format.PDF)
    assert (order.since, order.until) == (date(2026, 7, 29), TODAY)
    dialog.presenter.make(order, tmp_path / "log.pdf")
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF")
    assert "log.pdf" in said[-1]
    assert not dialog.isVisible()


def test_a_book_that_is_stopped_leaves_nothing(desk: Desk, coast: Ref, tmp_path: Path, said: Said) -> None:
    dialog, desk.stop_at_once = desk.open(), True
    dialog.presenter.make(order_of(dialog, coast), tmp_path / "log.pdf")
    assert list(tmp_path.glob("*.p*")) == []
    assert list(said) == []
    assert dialog.isVisible()
    assert dialog.make.isEnabled()
    dialog.reject()


def test_closing_stops_what_is_being_made_first(
    desk: Desk, coast: Ref, tasks: Inline, tmp_path: Path
) -> None:
    dialog = desk.open()
    tasks.hold = True
    dialog.presenter.make(order_of(dialog, coast), tmp_path / "log.pdf")
    dialog.reject()
    assert dialog.isVisible()
    tasks.let_go()
    assert not dialog.isVisible()
    assert list(tmp_path.glob("*.p*")) == []


def test_why_there_is_no_book_is_said_in_the_dialogue(desk: Desk, coast: Ref, tmp_path: Path) -> None:
    dialog = desk.open()
    dialog.presenter.make(Order(coast, date(2020, 1, 1), date(2020, 2, 1)), tmp_path / "log.pdf")
    assert "No entry was kept in this time" in dialog.why_not.text()
    assert dialog.why_not.isVisible()
    dialog.reject()


def test_while_it_is_made_nothing_else_can_be_asked_for(
    desk: Desk, coast: Ref, tasks: Inline, tmp_path: Path
) -> None:
    dialog = desk.open()
    tasks.hold = True
    dialog.presenter.make(order_of(dialog, coast), tmp_path / "log.md")
    assert dialog.panel.isVisible()
    assert not dialog.make.isEnabled()
    dialog.presenter.make(order_of(dialog, coast), tmp_path / "other.md")
    tasks.let_go()
    assert len(desk.orders) == 1
    assert (tmp_path / "log.md").exists()


def test_without_entries_it_says_what_to_do(desk: Desk, workspace: Workspace) -> None:
    workspace.alliances.add("Empty")
    dialog = desk.open()
    assert not dialog.make.isEnabled()
    assert "Keep an entry first" in dialog.why_not.text()
    dialog.reject()
