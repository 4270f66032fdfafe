"""Ten thousand entries and twenty alliances, through the window: every page opens at once, and scrolls smoothly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.app import App
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.lookback.ports import Reach, Side
from tests.benchmarks.years import fill
from tests.content import write_small
from tests.journeys.running import Start, settle

OPENS_WITHIN = 0.3
SCROLLS_WITHIN = 0.016
PAGES = ("today", "enquiry", "library", "alliances", "journal", "lookback", "notes", "search", "settings")
TODAY = datetime.now().astimezone().date()
Report = Callable[[str], None]


@pytest.fixture(scope="module")
def start(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Start, QtBot, Path]]:
    """The window on six years of work, made once."""
    folder = tmp_path_factory.mktemp("years")
    content = write_small(folder / "content")
    with Workspace.open(folder / "workspace", content) as held:
        held.catch_up()
        fill(held, TODAY)
    qtbot = QtBot(request)
    made = Start(qapp, qtbot, folder / "workspace", content)
    yield made, qtbot, folder
    made.close()
    qapp.setStyleSheet("")


def seconds(qtbot: QtBot, app: App, work: Callable[[], object]) -> float:
    """The processor time that something takes until all of it is read and painted; other programs do not count."""
    begun = time.process_time()
    work()
    settle(qtbot, app)
    app.window.grab()
    return time.process_time() - begun


def test_every_page_opens_at_once(start: tuple[Start, QtBot, Path], report: Report) -> None:
    sit_down, qtbot, _folder = start
    app = sit_down()
    app.window.resize(1280, 800)
    slow = {}
    for page in PAGES:
        first = seconds(qtbot, app, partial(app.go, page))
        app.go("settings" if page != "settings" else "today")
        settle(qtbot, app)
        again = seconds(qtbot, app, partial(app.go, page))
        report(f"{page} with 10,000 entries: first {first * 1000:.0f} ms, again {again * 1000:.0f} ms")
        if max(first, again) > OPENS_WITHIN:
            slow[page] = max(first, again)
    for side in Side:
        taken = seconds(qtbot, app, partial(app.go, "lookback", side))
        report(f"looking back, {side}: {taken * 1000:.0f} ms")
        if taken > OPENS_WITHIN:
            slow[side] = taken
    assert slow == {}


def frames(view: QAbstractScrollArea, step: int = 90, most: int = 400) -> list[float]:
    """The processor time of this thread for each frame while a view is scrolled down: rows are new to it every time."""
    bar, taken = view.verticalScrollBar(), []
    for value in range(0, min(bar.maximum(), step * most), step):
        begun = time.thread_time()
        bar.setValue(value)
        view.viewport().repaint()
        taken.append(time.thread_time() - begun)
    return taken


def test_scrolling_stays_smooth(start: tuple[Start, QtBot, Path], report: Report) -> None:
    sit_down, qtbot, _folder = start
    app = sit_down()
    app.window.resize(1280, 800)
    window: Any = app.window
    pages: dict[str, Callable[[], QAbstractScrollArea]] = {
        "journal": lambda: window.page("journal").entries.list,
        "notes": lambda: window.page("notes").list,
        "lookback": lambda: thread_of(qtbot, app),
    }
    rough = {}
    for page, view in pages.items():
        app.go(page)
        settle(qtbot, app)
        taken = frames(view())
        assert len(taken) > 100, page
        p99 = quantiles(taken, n=100)[-1]
        report(f"scrolling {page}: p99 {p99 * 1000:.1f} ms, at most {max(taken) * 1000:.1f} ms a frame")
        if p99 > SCROLLS_WITHIN:
            rough[page] = p99
    assert rough == {}


def thread_of(qtbot: QtBot, app: App) -> QAbstractScrollArea:
    """The thread of a tag, over all years."""
    page: Any = app.window.page("lookback")
    page.presenter.reach(Reach.ALL)
    page.presenter.follow(
        next(one.ref for one in app.workspace.lookback.topics() if one.ref.kind is Kind.TAG)
    )
    settle(qtbot, app)
    view: QAbstractScrollArea = page.threads.list
    return view
