"""What the journal decides: which entry is open, what becomes of drafts, kept ones and blank ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting, Planned
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.journal.model import (
    FREE,
    QUICK,
    TEXT,
    WHAT,
    Asked,
    Draft,
    Entry,
    Form,
    Prompt,
)
from animating_alliances_desktop.ui.journal.ports import Left
from animating_alliances_desktop.ui.journal.presenter import JournalPresenter
from animating_alliances_desktop.ui.journal.setting import Laid
from animating_alliances_desktop.ui.journal.writing import put_right
from animating_alliances_desktop.ui.kit.saving import Phase, State
from tests.ui.inline import Inline
from tests.ui.journal.stores import Stores

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class FakeView:
    def __init__(self) -> None:
        self.meeting: Meeting | None = None
        self.beside: dict[str, str] = {}
        self.left: Left = ()
        self.page = ""
        self.draft: Draft | None = None
        self.entry: Entry | None = None
        self.entries: Sequence[Entry] = ()
        self.current: Ref | None = None
        self.only: Ref | None = None
        self.prompts: Sequence[Prompt] = ()
        self.state = State(Phase.NOTHING)
        self.thought = ""
        self.held = False
        self.undo: Callable[[], None] | None = None
        self.blank_told = 0

    def show_first_alliance(self) -> None:
        self.page = "first"

    def show_alliances(self, alliances: Sequence[Alliance], only: Ref | None) -> None:
        self.only = only

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        self.meetings = meetings

    def show_meeting(self, meeting: Meeting | None) -> None:
        self.meeting = meeting

    def take_meeting(self, meeting: Meeting) -> None:
        self.taken = meeting

    def show_beside(self, notes: Mapping[str, str]) -> None:
        self.beside = dict(notes)

    def show_forms(self, forms: Sequence[Form]) -> None:
        self.forms = forms

    def show_entries(self, entries: Sequence[Entry], current: Ref | None) -> None:
        self.entries, self.current = entries, current

    def choose(self, current: Ref | None) -> None:
        self.current = current

    def show_nothing(self, *, none_yet: bool) -> None:
        self.page = "none yet" if none_yet else "nothing"

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        self.page, self.draft = "fresh" if fresh else "draft", draft

    def show_entry(self, it: Laid, thought: str) -> None:
        self.page, self.entry, self.thought, self.held = "entry", it.entry, thought, False

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        self.prompts = prompts

    def show_state(self, state: State) -> None:
        self.state = state

    def hold(self, *, on: bool) -> None:
        self.held = on

    def written(self) -> Draft:
        assert self.draft is not None
        return self.draft

    def written_thought(self) -> str:
        return self.thought

    def clear_thought(self) -> None:
        self.thought = ""

    def tell_blank(self) -> None:
        self.blank_told += 1

    def tell_kept(self, undo: Callable[[], None], left: Left) -> None:
        self.undo, self.left = undo, left

    def tell_deleted(self, undo: Callable[[], None]) -> None:
        self.undo = undo


class Desk:
    """A presenter with its view."""

    def __init__(self, stores: Stores, tasks: Inline) -> None:
        self.view, self.tasks, self.stores = FakeView(), tasks, stores
        self.presenter = JournalPresenter(self.view, stores.sources, tasks, lambda: NOW)
        tasks.listeners.append(self.presenter.changed)

    def write(self, **words: object) -> None:
        self.view.draft = replace(self.view.written(), **words)  # type: ignore[arg-type]
        self.presenter.at.typed()

    @property
    def texts(self) -> list[str]:
        return [entry.draft.said(WHAT) for entry in self.stores.journal.listed()]


@pytest.fixture
def desk(stores: Stores, tasks: Inline) -> Desk:
    return Desk(stores, tasks)


def test_without_an_alliance_the_first_one_is_asked_for_and_written_on(desk: Desk) -> None:
    desk.presenter.refresh()
    assert desk.view.page == "first"
    desk.presenter.create_alliance("Coast")
    assert desk.view.page == "fresh"
    assert desk.view.written().alliance == desk.stores.alliances.named("Coast")


def test_a_new_entry_is_of_today_and_on_the_alliance_last_written_on(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.stores.alliances.add("Hills")
    desk.stores.journal.add(Draft(coast, date(2026, 11, 23), parts={WHAT: "Earlier."}))
    desk.stores.journal.add(Draft(hills, date(2026, 1, 1), parts={WHAT: "Written last, on an older day."}))
    desk.presenter.begin()
    assert (desk.view.written().alliance, desk.view.written().day) == (hills, DAY)
    desk.presenter.filter(coast)
    desk.presenter.begin()
    assert desk.view.written().alliance == coast


def test_the_first_words_make_the_row_and_a_blank_one_is_never_made(desk: Desk, coast: Ref) -> None:
    desk.presenter.begin(coast)
    desk.write(minutes=30)
    desk.presenter.at.save()
    assert desk.texts == []
    assert desk.view.state.phase is Phase.NOTHING
    desk.write(parts={WHAT: "We met."})
    desk.presenter.at.save()
    assert desk.texts == ["We met."]
    assert desk.view.state.phase is Phase.SAVED
    assert [entry.draft.minutes for entry in desk.view.entries] == [30]


def test_a_draft_that_was_emptied_is_dropped_when_it_is_left(desk: Desk, coast: Ref) -> None:
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "We met."})
    desk.presenter.at.save()
    desk.write(parts={WHAT: "  "})
    desk.presenter.at.save()
    assert list(desk.view.entries) == []
    desk.presenter.begin()
    assert desk.stores.journal.listed() == []


def test_switching_saves_first(desk: Desk, coast: Ref) -> None:
    _changes, other = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "Another."}))
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "Half a sen"})
    desk.presenter.open(other.ref)
    assert sorted(desk.texts) == ["Another.", "Half a sen"]
    assert desk.view.page == "entry"


def test_what_cannot_be_saved_stays_open_with_its_words(desk: Desk, coast: Ref) -> None:
    _changes, other = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "Another."}))
    desk.stores.journal.fill_disk()
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "Half a sen"})
    desk.presenter.open(other.ref)
    assert desk.view.page == "fresh"
    assert desk.view.written().said(WHAT) == "Half a sen"
    assert (desk.view.state.phase, desk.view.state.why[:16]) == (Phase.FAILED, "The disk is full")
    assert desk.view.current is None
    assert desk.presenter.at.unsaved
    desk.stores.journal.trouble = None
    desk.presenter.open(other.ref)
    assert desk.view.page == "entry"
    assert "Half a sen" in desk.texts


def test_a_key_hit_while_another_entry_is_read_is_not_lost(desk: Desk, coast: Ref) -> None:
    _changes, other = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "Another."}))
    desk.presenter.begin(coast)
    desk.tasks.hold = True
    desk.presenter.open(other.ref)
    desk.write(parts={WHAT: "Late word"})
    desk.tasks.hold = False
    desk.tasks.let_go()
    assert desk.view.page == "entry"
    assert "Late word" in desk.texts


def test_a_kept_entry_is_read_and_thought_about_later(desk: Desk, coast: Ref) -> None:
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "We met."})
    desk.presenter.at.keep()
    assert desk.view.page == "entry"
    assert not desk.view.held
    assert desk.view.entry is not None
    assert desk.view.entry.kept is not None
    desk.view.thought = "I was wrong."
    desk.presenter.at.add_thought()
    assert desk.view.thought == ""
    assert [thought.text for thought in desk.view.entry.addenda] == ["I was wrong."]


def test_nothing_cannot_be_kept(desk: Desk, coast: Ref) -> None:
    desk.presenter.begin(coast)
    desk.write(title="Only a title")
    desk.presenter.at.keep()
    assert desk.view.blank_told == 1
    assert desk.view.page == "fresh"


def test_if_keeping_fails_one_can_write_on(desk: Desk, coast: Ref) -> None:
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "We met."})
    desk.stores.journal.fill_disk()
    desk.presenter.at.keep()
    assert not desk.view.held
    assert desk.view.state.phase is Phase.FAILED
    assert desk.view.written().said(WHAT) == "We met."


def test_a_begun_thought_waits_and_is_added_at_the_end(desk: Desk, coast: Ref) -> None:
    _changes, one = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "One."}))
    _changes, two = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "Two."}))
    desk.presenter.open(one.ref)
    desk.view.thought = "Half a tho"
    desk.presenter.open(two.ref)
    assert desk.view.thought == ""
    desk.presenter.open(one.ref)
    assert desk.view.thought == "Half a tho"
    assert desk.presenter.at.unsaved
    desk.presenter.at.finish()
    assert [thought.text for thought in desk.stores.journal.get(one.ref).addenda] == ["Half a tho"]


@pytest.mark.parametrize("keep", [True, False])
def test_deleting_can_be_taken_back(desk: Desk, coast: Ref, *, keep: bool) -> None:
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "We met."})
    if keep:
        desk.presenter.at.keep()
    desk.presenter.at.delete()
    assert desk.texts == []
    assert desk.view.page == "none yet"
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.texts == ["We met."]
    assert desk.view.page == ("entry" if keep else "draft")


def test_an_entry_that_goes_with_its_alliance_is_closed(desk: Desk, coast: Ref) -> None:
    desk.stores.alliances.add("Hills")
    desk.presenter.begin(coast)
    desk.write(parts={WHAT: "We met."})
    desk.presenter.at.save()
    desk.tasks.write(lambda: desk.stores.alliances.remove(coast)[0])
    assert desk.view.page == "none yet"
    assert not desk.presenter.at.is_open


def test_coming_back_by_the_same_way_does_not_begin_again(desk: Desk, coast: Ref) -> None:
    desk.presenter.arrive(coast)
    desk.write(parts={WHAT: "Half a sen"})
    desk.presenter.at.save()
    desk.presenter.arrive(coast)
    assert desk.view.written().said(WHAT) == "Half a sen"


def test_places(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.stores.alliances.add("Hills")
    _changes, entry = desk.stores.journal.add(Draft(hills, DAY, parts={WHAT: "On the hills."}))
    desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "On the coast."}))
    desk.presenter.refresh()
    desk.presenter.arrive(("entries", hills))
    assert [it.ref for it in desk.view.entries] == [entry.ref]
    assert desk.view.only == hills
    desk.presenter.arrive(entry.ref)
    assert desk.view.entry is not None
    assert desk.view.entry.ref == entry.ref


def test_a_day_opens_its_entries_in_turn(desk: Desk, coast: Ref) -> None:
    refs = [desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: str(n)}))[1].ref for n in range(2)]
    desk.presenter.refresh()
    seen = []
    for _ in range(3):
        desk.presenter.open_day(DAY)
        seen.append(desk.presenter.at.ref)
    assert seen == [refs[1], refs[0], refs[1]]
    desk.presenter.open_day(date(2020, 1, 1))
    assert desk.presenter.at.ref == refs[1]


def test_prompts_turn(desk: Desk) -> None:
    desk.presenter.beside.offering.turn(0)
    first = [prompt.ref for prompt in desk.view.prompts]
    desk.presenter.beside.offering.turn()
    assert len(first) == 3
    assert [prompt.ref for prompt in desk.view.prompts] != first


def test_a_save_reads_the_entry_that_was_saved_and_not_the_others(desk: Desk, coast: Ref) -> None:
    older = desk.stores.journal.add(Draft(coast, date(2026, 1, 1), parts={WHAT: "Older."}))[1]
    newer = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "Newer."}))[1]
    desk.presenter.begin(coast)
    desk.stores.journal.lists_read = 0
    desk.write(parts={WHAT: "We met."}, day=date(2026, 5, 5))
    desk.presenter.at.save()
    saved = desk.presenter.at.ref
    assert [entry.ref for entry in desk.view.entries] == [newer.ref, saved, older.ref]
    desk.write(parts={WHAT: "We met again."}, day=date(2025, 5, 5))
    desk.presenter.at.save()
    assert [entry.ref for entry in desk.view.entries] == [newer.ref, older.ref, saved]
    assert desk.view.entries[-1].draft.said(WHAT) == "We met again."
    desk.presenter.at.delete()
    assert [entry.ref for entry in desk.view.entries] == [newer.ref, older.ref]
    assert desk.stores.journal.lists_read == 0
    desk.tasks.write(lambda: desk.stores.alliances.describe(coast, "Shore", "", ""))
    assert {entry.alliance_name for entry in desk.view.entries} == {"Shore"}
    assert desk.stores.journal.lists_read == 1


def test_a_save_while_the_lists_are_read_reads_them_again(desk: Desk, coast: Ref) -> None:
    """The tasks drop the older answer, which may not know of the save."""
    desk.presenter.refresh()
    desk.stores.journal.lists_read = 0
    desk.tasks.hold = True
    desk.presenter.refresh()
    desk.presenter.changed(
        Changes.of(desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "New."}))[1].ref)
    )
    desk.tasks.hold = False
    desk.tasks.let_go()
    assert desk.stores.journal.lists_read == 2
    assert [entry.draft.said(WHAT) for entry in desk.view.entries] == ["New."]


def test_what_was_gathered_is_a_draft_that_is_saved_at_once(desk: Desk, coast: Ref) -> None:
    desk.presenter.arrive(("gathered", "> A quotation"))
    assert desk.view.draft is not None
    assert (desk.view.draft.parts, desk.view.draft.form) == ({TEXT: "> A quotation"}, FREE)


def test_what_was_gathered_waits_while_the_first_alliance_is_named(desk: Desk) -> None:
    desk.presenter.arrive(("gathered", "> A quotation"))
    assert desk.view.page == "first"
    desk.presenter.create_alliance("Coast")
    assert desk.view.draft is not None
    assert desk.view.draft.parts == {TEXT: "> A quotation"}


def test_reflecting_begins_on_the_meeting_just_past(desk: Desk, coast: Ref) -> None:
    _changes, hills = desk.stores.alliances.add("Hills")
    meetings = desk.stores.meetings
    for title, alliance, hours in (("Older", coast, -50), ("Just past", hills, -1), ("To come", coast, 3)):
        begins = NOW + timedelta(hours=hours)
        meetings.add(Planned(alliance, begins.date(), title, begins, begins + timedelta(minutes=50)))
    desk.presenter.arrive("reflect")
    draft = desk.view.written()
    past = next(one for one in meetings.listed() if one.planned.title == "Just past")
    assert (draft.alliance, draft.meeting, draft.day, draft.form) == (hills, past.ref, DAY, QUICK)
    desk.write(parts={WHAT: "We met."})
    desk.presenter.at.save()
    desk.presenter.begin(coast)
    desk.presenter.arrive("reflect")
    assert desk.view.written().parts == {WHAT: "We met."}


def test_without_a_meeting_reflecting_is_a_new_entry(desk: Desk, coast: Ref) -> None:
    long_ago = NOW - timedelta(days=30)
    desk.stores.meetings.add(Planned(coast, long_ago.date(), "Long ago", long_ago))
    desk.presenter.arrive("reflect")
    assert (desk.view.page, desk.view.written().meeting) == ("fresh", None)


def test_those_who_were_there_are_ticked_off(desk: Desk, coast: Ref) -> None:
    _changes, meeting = desk.stores.meetings.add(Planned(coast, DAY, "Steering"))
    desk.stores.meetings.ask(meeting, "Ines Obi")
    desk.presenter.arrive(meeting)
    desk.presenter.beside.meet(meeting)
    assert desk.view.meeting is not None
    (ines,) = desk.view.meeting.attendances
    desk.presenter.beside.tick(ines.key, True)
    assert [one.present for one in desk.stores.meetings.get(meeting).attendances] == [True]
    desk.presenter.beside.meet(None)
    assert desk.view.meeting is None


def test_the_aims_of_the_last_log_lie_beside_those_of_this_one(desk: Desk, coast: Ref) -> None:
    def log(day: date, aims: str) -> None:
        desk.stores.journal.add(
            Draft(coast, day, "weekly-log", parts={"learned": "Much.", "next-week": aims})
        )

    log(DAY - timedelta(days=14), "Ring Ines.")
    log(DAY - timedelta(days=7), "Ask Tomasz.")
    log(DAY + timedelta(days=7), "Later.")
    desk.presenter.begin(coast)
    desk.presenter.beside.laid_out()
    assert desk.view.beside == {}
    desk.view.draft = replace(desk.view.written(), form="weekly-log")
    desk.presenter.beside.laid_out()
    assert desk.view.beside == {"aims": "Ask Tomasz."}


def test_prompts_follow_form_part_and_phase(desk: Desk, coast: Ref) -> None:
    asked: list[Asked] = []
    offered = desk.stores.prompts.offered

    def noted(day: date, wanted: Asked, *, turn: int = 0) -> list[Prompt]:
        asked.append(wanted)
        return offered(day, wanted, turn=turn)

    desk.stores.prompts.offered = noted  # type: ignore[method-assign, assignment]
    desk.presenter.begin(coast)
    desk.presenter.beside.laid_out()
    form = desk.presenter.forms[0]
    desk.presenter.beside.offering.enter(form.parts[0])
    assert asked[-1] == Asked(("after-meeting",), form.parts[0].prompts, 3)
    assert desk.view.prompts[0].ref == Ref.parse("prompt/1")


def test_a_slip_is_put_right_or_refused_without_losing_it(desk: Desk, coast: Ref) -> None:
    _changes, entry = desk.stores.journal.add(Draft(coast, DAY, parts={WHAT: "We mett."}))
    said: list[object] = []
    correct = partial(put_right, desk.stores.journal, desk.tasks, entry, "")
    correct({WHAT: "Quite another story now."}, lambda: said.append("done"), said.append)
    assert "later thought" in str(said.pop())
    correct({WHAT: "We met."}, lambda: said.append("done"), said.append)
    assert said == ["done"]
    assert desk.texts == ["We met."]
