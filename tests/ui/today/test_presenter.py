"""What is put on the agenda of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.today.presenter import (
    OVERVIEW,
    Agenda,
    Part,
    Sources,
    TodayPresenter,
    gather,
    part_of,
)
from tests.ui.inline import Inline

TODAY = datetime.now(UTC).date()


class FakeView:
    agenda: Agenda | None = None

    def show_agenda(self, agenda: Agenda) -> None:
        self.agenda = agenda


@pytest.fixture
def empty(tmp_path: Path, small_content: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "empty", small_content) as opened:
        yield opened


def sources(workspace: Workspace, lost: int = 0) -> Sources:
    return Sources(
        workspace.today,
        workspace.library,
        workspace.enquiry,
        lambda: lost,
        workspace.reading_list,
    )


def agenda(workspace: Workspace, later: timedelta = timedelta(), lost: int = 0) -> Agenda:
    return gather(sources(workspace, lost), datetime.now(UTC) + later)


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (4, Part.EVENING),
        (5, Part.MORNING),
        (11, Part.MORNING),
        (12, Part.AFTERNOON),
        (17, Part.AFTERNOON),
        (18, Part.EVENING),
    ],
)
def test_the_parts_of_a_day(hour: int, part: Part) -> None:
    assert part_of(datetime(2026, 11, 24, hour, tzinfo=UTC)) is part


def test_a_new_workspace_gets_first_steps(workspace: Workspace) -> None:
    found = agenda(workspace)
    assert found.is_new
    assert found.overview == "What helps alliances"
    assert found.case == Ref.parse("case/harbour")
    workspace.alliances.add("Coast")
    assert not agenda(workspace).is_new


def test_a_workspace_without_a_library_still_opens(empty: Workspace) -> None:
    found = agenda(empty)
    assert (found.overview, found.case, found.question, found.is_new) == ("", None, None, True)


def test_one_reflects_on_the_alliance_written_on_last(workspace: Workspace) -> None:
    assert agenda(workspace).reflect is None
    _changes, coast = workspace.alliances.add("Coast")
    _changes, hills = workspace.alliances.add("Hills")
    first = agenda(workspace).reflect
    assert first is not None
    assert first.ref == coast
    workspace.journal.add(Draft(coast, TODAY, parts={WHAT: "Written first."}))
    workspace.journal.add(Draft(hills, date(2020, 1, 1), parts={WHAT: "Written last."}))
    last = agenda(workspace).reflect
    assert last is not None
    assert last.ref == hills


def test_a_draft_waits_and_is_due_after_a_day(workspace: Workspace) -> None:
    _changes, coast = workspace.alliances.add("Coast")
    _changes, draft = workspace.journal.begin(Draft(coast, TODAY, parts={WHAT: "We met."}))
    workspace.journal.begin(Draft(coast, TODAY))
    workspace.journal.add(Draft(coast, TODAY, parts={WHAT: "Kept."}))
    now, tomorrow = agenda(workspace), agenda(workspace, timedelta(days=1))
    assert ([it.ref for it in now.drafts], now.overdue) == ([draft.ref], ())
    assert (tomorrow.drafts, [it.ref for it in tomorrow.overdue]) == ((), [draft.ref])


def test_a_quiet_alliance_is_mentioned_after_thirty_days(workspace: Workspace) -> None:
    _changes, coast = workspace.alliances.add("Coast")
    workspace.alliances.add("Never written on")
    workspace.journal.add(Draft(coast, TODAY, parts={WHAT: "We met."}))
    assert agenda(workspace, timedelta(days=29)).quiet == ()
    assert [it.ref for it in agenda(workspace, timedelta(days=30)).quiet] == [coast]


def test_what_was_begun_is_offered_with_how_far(workspace: Workspace) -> None:
    workspace.library.remember(OVERVIEW, Place(10, "tide", 0.4))
    (begun,) = agenda(workspace).reading
    assert (begun.ref, begun.fraction) == (OVERVIEW, 0.4)


def test_a_question_a_day(workspace: Workspace) -> None:
    found = agenda(workspace).question
    assert found is not None
    assert found.ref.kind is Kind.QUESTION


def test_the_presenter_shows_the_agenda(workspace: Workspace) -> None:
    view = FakeView()
    presenter = TodayPresenter(view, sources(workspace, lost=3), Inline(), lambda: datetime.now(UTC))
    presenter.refresh()
    assert view.agenda is not None
    assert view.agenda.lost == 3


def test_the_reading_list_begins_with_what_was_not_read_to_its_end(workspace: Workspace) -> None:
    case = Ref(Kind.CASE, "harbour")
    for ref in (OVERVIEW, case):
        workspace.reading_list.add(ref)
    assert [text.ref for text in agenda(workspace).later] == [OVERVIEW, case]
    assert not agenda(workspace).is_new
    workspace.library.remember(OVERVIEW, Place(10, "", 1.0))
    assert [text.ref for text in agenda(workspace).later] == [case]
    workspace.library.remember(case, Place(10, "", 1.0))
    assert agenda(workspace).later == ()


def test_it_is_looked_again_after_a_while(workspace: Workspace) -> None:
    view, now = FakeView(), [datetime.now(UTC)]
    presenter = TodayPresenter(view, sources(workspace), Inline(), lambda: now[0])
    presenter.come_back()
    assert view.agenda is None
    presenter.refresh()
    first = view.agenda
    now[0] += timedelta(seconds=30)
    presenter.come_back()
    assert view.agenda is first
    now[0] += timedelta(seconds=40)
    presenter.come_back()
    assert view.agenda is not first
