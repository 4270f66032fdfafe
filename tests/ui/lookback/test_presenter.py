"""What is looked back on: which side, how far, on whose behalf; and what is begun from a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.lookback.model import Period, Scope, Span
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.lookback.ports import Look, Reach, Side
from animating_alliances_desktop.ui.lookback.presenter import LookbackPresenter, reached
from tests.core.lookback.belongings import ENGAGEMENT, TODAY, Kept, fill
from tests.ui.inline import Inline


class FakeView:
    """Notes what it is asked to show, the latest of each."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        return lambda *said: self.seen.__setitem__(name, said)


class Desk:
    """A presenter over a real workspace, on a day that can be turned."""

    def __init__(self, workspace: Workspace) -> None:
        self.kept: Kept = fill(workspace)
        self.view, self.day, self.begun = FakeView(), TODAY, []  # type: ignore[var-annotated]
        view: Any = self.view
        self.presenter = LookbackPresenter(
            view,
            workspace.lookback,
            Inline(),
            lambda: self.day,
            lambda *asked: self.begun.append(asked),
        )

    def seen(self, name: str) -> Any:
        return self.view.seen[f"show_{name}"]


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


def test_the_calendar_comes_first_with_the_present_month(desk: Desk) -> None:
    desk.presenter.refresh()
    look, days = desk.seen("days")
    assert look.side is Side.CALENDAR
    assert days.chosen == Span.month(TODAY)
    assert days.years == (2025, 2026)
    assert len(days.moments) >= 9
    assert [name for _ref, name in desk.seen("alliances")[0]] == ["Coast", "Table"]
    desk.presenter.go_to_day(TODAY - timedelta(days=2))
    assert [moment.title for moment in desk.seen("days")[1].moments] == ["Compare the harbour."]
    desk.presenter.go_to_month(date(2025, 11, 2))
    _look, days = desk.seen("days")
    assert [moment.title for moment in days.moments] == ["A year before"]
    assert list(days.marks) == [date(2025, 11, 25)]


def test_it_is_narrowed_to_an_alliance_as_long_as_there_is_one(desk: Desk, workspace: Workspace) -> None:
    desk.presenter.narrow(desk.kept.table)
    assert {moment.alliance for moment in desk.seen("days")[1].moments} == {"Table"}
    assert desk.seen("alliances")[1] == desk.kept.table
    workspace.alliances.remove(desk.kept.table)
    desk.presenter.refresh()
    assert desk.presenter.look.alliance is None
    assert desk.seen("alliances")[1] is None


def test_a_thread_is_followed_as_far_as_is_wished(desk: Desk) -> None:
    desk.presenter.turn_to(Side.THREADS)
    assert len(desk.seen("thread")[1].topics) == 2
    assert desk.seen("thread")[1].moments == []
    desk.presenter.reach(Reach.ALL)
    desk.presenter.follow(ENGAGEMENT)
    assert len(desk.seen("thread")[1].moments) == 2
    desk.presenter.follow(Ref.parse("tag/gone"))
    assert desk.seen("thread")[1].moments == []


def test_how_far_threads_and_charts_reach() -> None:
    look = Look(TODAY)
    assert reached(look) == Scope(None, Span(date(2025, 12, 1), TODAY))
    quarter = reached(replace(look, reach=Reach.QUARTER)).span
    assert quarter is not None
    assert (quarter.since.weekday(), (TODAY - quarter.since).days // 7) == (0, 12)
    assert reached(replace(look, reach=Reach.ALL)).span is None


def test_a_review_steps_by_weeks_and_by_quarters(desk: Desk) -> None:
    desk.presenter.arrive(Period.WEEK)
    assert desk.seen("review")[0].span == Span(date(2026, 11, 23), date(2026, 11, 29))
    desk.presenter.step(-1)
    assert desk.seen("review")[0].span.since == date(2026, 11, 16)
    desk.presenter.review(Period.QUARTER)
    desk.presenter.step(-4)
    assert desk.seen("review")[0].span == Span(date(2025, 10, 1), date(2025, 12, 31))
    assert [moment.title for moment in desk.seen("review")[0].entries] == ["A year before"]


def test_an_entry_is_begun_on_the_alliance_that_is_looked_at(desk: Desk) -> None:
    desk.presenter.review(Period.WEEK)
    desk.presenter.begin()
    assert desk.begun == []
    assert [name for _ref, name in desk.view.seen["ask_for_alliance"][0]] == ["Coast", "Table"]
    desk.presenter.begin_on(desk.kept.coast)
    ((alliance, form, parts),) = desk.begun
    assert (alliance, form) == (desk.kept.coast, "weekly-log")
    assert parts["aims"] == "Ring the harbour on Tuesday."
    desk.presenter.narrow(desk.kept.table)
    desk.presenter.review(Period.QUARTER)
    desk.presenter.begin()
    assert desk.begun[1][:2] == (desk.kept.table, "quarterly-review")


def test_on_the_next_day_the_present_is_another_one(desk: Desk) -> None:
    desk.presenter.review(Period.WEEK)
    desk.day = TODAY + timedelta(days=7)
    desk.presenter.refresh()
    assert desk.seen("review")[0].span == Span(date(2026, 11, 30), date(2026, 12, 6))
    desk.presenter.step(-3)
    desk.day += timedelta(days=7)
    desk.presenter.refresh()
    assert desk.seen("review")[0].span.since == date(2026, 11, 9)  # somebody looked at that one
    desk.presenter.turn_to(Side.CALENDAR)
    assert desk.seen("days")[0].day == desk.day
