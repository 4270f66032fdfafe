"""Looking back: what was written when, what belongs together, and what a week held."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import NoticingRow, TaggingRow, TagRow
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.lookback.beginning import beginning
from animating_alliances_desktop.core.lookback.markdown import as_markdown
from animating_alliances_desktop.core.lookback.model import Period, Scope, Span
from animating_alliances_desktop.core.workspace import Workspace
from tests.core.lookback.belongings import ENGAGEMENT, TODAY, Kept, fill, put

WEEK = Period.WEEK.around(TODAY)


@pytest.fixture
def kept(workspace: Workspace) -> Kept:
    return fill(workspace)


def titles(found: object) -> list[str]:
    return [moment.title for moment in found]  # type: ignore[attr-defined]


def test_periods_are_whole_weeks_from_monday_and_quarters_of_the_year() -> None:
    assert Span(date(2026, 11, 23), date(2026, 11, 29)) == WEEK
    assert Period.WEEK.moved(WEEK, -1) == Span(date(2026, 11, 16), date(2026, 11, 22))
    quarter = Period.QUARTER.around(TODAY)
    assert quarter == Span(date(2026, 10, 1), date(2026, 12, 31))
    assert Period.QUARTER.moved(quarter, 1) == Span(date(2027, 1, 1), date(2027, 3, 31))
    assert Period.QUARTER.moved(quarter, -4) == Span(date(2025, 10, 1), date(2025, 12, 31))
    assert Span.month(date(2024, 2, 29)) == Span(date(2024, 2, 1), date(2024, 2, 29))


def test_days_hold_what_was_written_on_them(workspace: Workspace, kept: Kept) -> None:
    monday = TODAY - timedelta(days=3)
    days = workspace.lookback.days(Scope(span=Span.year(2026)))
    assert days[monday] == 9  # the meeting, the entry, a decision, a noticing, four actions, an intention
    assert days[TODAY - timedelta(days=2)] == 1
    assert sum(days.values()) == 12  # with the log, and the note that was made just now
    of_coast = workspace.lookback.days(Scope(kept.coast, Span.year(2026)))
    assert set(of_coast) == {monday, TODAY - timedelta(days=10)}
    assert workspace.lookback.years(Scope()) == (2025, 2026)
    assert workspace.lookback.years(Scope(kept.coast)) == (2026, 2026)


def test_the_things_of_a_day_can_be_opened(workspace: Workspace, kept: Kept) -> None:
    monday = TODAY - timedelta(days=3)
    found = workspace.lookback.moments(Scope(kept.coast, Span(monday, monday)))
    assert Counter(moment.kind for moment in found) == {
        Kind.MEETING: 1, Kind.ENTRY: 1, Kind.DECISION: 1, Kind.NOTICING: 1, Kind.ACTION: 4,
        Kind.INTENTION: 1,
    }  # fmt: skip
    entry = next(moment for moment in found if moment.ref == kept.entry)
    assert (entry.title, entry.words, entry.alliance, entry.state) == (
        "The vote",
        "We put it off.",
        "Coast",
        "",
    )
    assert {moment.state for moment in found if moment.kind is Kind.ACTION} == {"done", "let go", "open"}


def test_a_draft_is_called_one_and_an_empty_one_is_left_out(workspace: Workspace, kept: Kept) -> None:
    workspace.journal.begin(Draft(kept.coast, TODAY))
    workspace.journal.begin(Draft(kept.coast, TODAY, parts={"so-what": "Half\nof it"}))
    (found,) = workspace.lookback.moments(Scope(kept.coast, Span(TODAY, TODAY)))
    assert (found.title, found.words, found.state) == ("Half of it", "", "draft")


def test_a_note_lies_on_the_day_of_the_user_not_of_greenwich(workspace: Workspace, kept: Kept) -> None:
    (note,) = workspace.annotations.notes()
    day = note.made.astimezone().date()
    found = workspace.lookback.moments(Scope(span=Span(day, day)))
    assert [moment.ref for moment in found if moment.kind is Kind.NOTE] == [note.ref]
    before = Span(day - timedelta(days=1), day - timedelta(days=1))
    assert not [one for one in workspace.lookback.moments(Scope(span=before)) if one.kind is Kind.NOTE]


def test_what_was_written_a_year_ago_comes_up_around_the_day(workspace: Workspace, kept: Kept) -> None:
    (again,) = workspace.lookback.again(TODAY)
    assert again.months == 12
    assert titles(again.moments) == ["A year before"]
    assert workspace.lookback.again(TODAY, kept.coast) == []
    assert workspace.lookback.again(TODAY + timedelta(days=4)) == []
    in_a_month = workspace.lookback.again(date(2026, 12, 23), kept.coast)
    assert [one.months for one in in_a_month] == [1]
    assert len(in_a_month[0].moments) == 6


def test_what_a_thread_can_hang_on(workspace: Workspace, kept: Kept) -> None:
    tag = put(workspace, TagRow(name="trust"))
    found = workspace.lookback.topics()
    assert [topic.ref for topic in found] == [ENGAGEMENT, tag, kept.ines]
    assert [topic.title for topic in found] == ["Engagement", "trust", "Inês Obi"]


def test_the_thread_of_a_question_is_in_the_order_of_time(workspace: Workspace, kept: Kept) -> None:
    found = workspace.lookback.thread(ENGAGEMENT, Scope())
    assert sorted(moment.kind for moment in found) == [Kind.ENTRY, Kind.NOTE]
    entry = next(moment for moment in found if moment.kind is Kind.ENTRY)
    assert entry.title == "Compare the harbour."  # it points at a case that speaks to the question
    assert [moment.day for moment in found] == sorted(moment.day for moment in found)
    assert workspace.lookback.thread(ENGAGEMENT, Scope(kept.coast)) == []


def test_a_tag_brings_what_its_entries_left_behind(workspace: Workspace, kept: Kept) -> None:
    tag = put(workspace, TagRow(name="trust"))
    put(workspace, TaggingRow(tag_id=UUID(tag.key), target=str(kept.entry)))
    found = workspace.lookback.thread(tag, Scope())
    assert Counter(moment.kind for moment in found) == {
        Kind.ENTRY: 1, Kind.DECISION: 1, Kind.NOTICING: 1, Kind.ACTION: 4,
    }  # fmt: skip
    early = Scope(span=Span(date(2026, 1, 1), date(2026, 2, 1)))
    assert workspace.lookback.thread(tag, early) == []


def test_a_person_is_where_they_met_and_where_their_name_stands(workspace: Workspace, kept: Kept) -> None:
    workspace.journal.add(
        Draft(kept.table, TODAY, parts={"what-happened": "inês obi rang. So did Inês Obiang."})
    )
    workspace.journal.add(Draft(kept.table, TODAY, parts={"what-happened": "Only Inês Obiang rang."}))
    found = workspace.lookback.thread(kept.ines, Scope())
    assert titles(found) == ["Board", "Nobody looked at Inês Obi.", "inês obi rang. So did Inês Obiang."]
    assert workspace.lookback.thread(Ref(Kind.PERSON, kept.entry.key), Scope()) == []


def test_an_organisation_is_where_its_people_met_what_it_owned_and_where_its_name_stands(
    workspace: Workspace, kept: Kept
) -> None:
    harbour = workspace.people.add_organisation("Harbour Trust")[1]
    workspace.people.describe_person(kept.ines, "Inês Obi", "", "", "Harbour Trust")
    workspace.alliances.add_member(kept.coast, "Harbour Trust")
    wish = workspace.actions.read(kept.coast, "Mend the ladder @Harbour Trust", TODAY)
    workspace.actions.add(kept.coast, wish, TODAY)
    workspace.noticings.add(kept.coast, "harbour trust was late", TODAY)
    workspace.noticings.add(kept.coast, "The Harbour Trustees were not", TODAY)
    found = workspace.lookback.thread(harbour, Scope())
    assert sorted(titles(found)) == ["Board", "Mend the ladder", "harbour trust was late"]
    assert harbour in [topic.ref for topic in workspace.lookback.topics()]


def test_a_week_is_gathered_and_its_log_begun_with_it(workspace: Workspace, kept: Kept) -> None:
    found = workspace.lookback.review(Period.WEEK, WEEK, kept.coast)
    assert found.brought is not None
    assert found.brought.text == "Ring the harbour on Tuesday."
    assert titles(found.noticings) == ["Nobody looked at Inês Obi."]
    assert titles(found.decisions) == ["No vote before Easter."]
    assert titles(found.done) == ["Send the minutes"]
    assert titles(found.let_go) == ["Paint the boat"]
    assert titles(found.waiting) == ["Find a chair"]
    assert titles(found.entries) == ["The vote"]
    assert titles(found.meetings) == ["Board"]
    assert [moment.line for moment in found.intentions] == ["it is Monday → ring Ines (She was away.)"]
    assert found.minutes == 90
    assert beginning(found) == {
        "aims": "Ring the harbour on Tuesday.",
        "strategies": "- No vote before Easter.\n- Send the minutes",
        "learned": "- Nobody looked at Inês Obi.\n- Paint the boat (No boat.)",
    }
    assert workspace.lookback.review(Period.WEEK, Period.WEEK.moved(WEEK, 4), kept.coast).is_empty


def test_a_quarter_gathers_the_logs_of_its_weeks(workspace: Workspace, kept: Kept) -> None:
    found = workspace.lookback.review(Period.QUARTER, Period.QUARTER.around(TODAY))
    assert [aim.text for aim in found.aims] == ["Ring the harbour on Tuesday."]
    assert [aim.text for aim in found.learned] == ["Ask sooner."]
    assert beginning(found)["centre"] == "- Find a chair\n- Find a hall"
    assert beginning(found)["stop-and-begin"] == "- Paint the boat (No boat.)"
    words = as_markdown(found)
    assert words.startswith(
        "# Quarter 4 of 2026\n\n90 minutes noted · energy good\n\n## Aims\n\n*16 November*\n\nRing"
    )
    week = as_markdown(workspace.lookback.review(Period.WEEK, Span(date(2026, 12, 28), date(2027, 1, 3))))
    assert week.startswith("# The week from 28 December 2026 to 3 January 2027\n")
    assert "## Let go\n\n- 23 November: Paint the boat" in words


def test_long_words_are_not_cut_in_what_is_begun(workspace: Workspace, kept: Kept) -> None:
    long = "A sentence that goes on. " * 40
    from uuid import UUID

    put(workspace, NoticingRow(text=long, day=TODAY, alliance_id=UUID(kept.table.key)))
    found = workspace.lookback.review(Period.WEEK, WEEK, kept.table)
    assert beginning(found)["learned"] == f"- {long.strip()}"


def test_figures_are_cut_into_weeks_or_months_with_gaps(workspace: Workspace, kept: Kept) -> None:
    for weeks, energy, trust in ((0, 4, 2), (0, 1, None), (3, 5, 5)):
        day = TODAY - timedelta(weeks=weeks)
        given = Draft(kept.coast, day, parts={"what-happened": "x"}, minutes=30, energy=energy, trust=trust)
        workspace.journal.add(given)
    span = Span(TODAY - timedelta(weeks=4), TODAY)
    weeks = workspace.lookback.trends(Scope(kept.coast, span))
    assert len(weeks) == 5
    assert [week.energy for week in weeks] == [None, 5, None, None, 3]
    assert [week.trust for week in weeks] == [None, 5, None, None, 2]
    assert [week.minutes for week in weeks] == [None, 30, None, None, 150]
    assert dict(weeks[-1].agreed) == {"done": 1, "let go": 1, "open": 2}
    months = workspace.lookback.trends(Scope())
    assert [(month.span.since.year, month.span.since.month) for month in months][:2] == [
        (2025, 11),
        (2025, 12),
    ]
    assert months[-1].span == Span.month(TODAY)
    assert workspace.lookback.trends(Scope(kept.ines)) == []
