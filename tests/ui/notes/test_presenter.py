"""What the notes page decides, without a window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.annotations.model import (
    Anchor,
    Annotation,
    Colour,
    Context,
    Note,
    State,
)
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.notes.listing import Choices, Period, Recent
from animating_alliances_desktop.ui.notes.ports import Around
from animating_alliances_desktop.ui.notes.presenter import Group, Grouping, NotesPresenter
from tests.ui.inline import Inline
from tests.ui.opened import Opened

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAPER, CASE = Ref(Kind.PAPER, "tide"), Ref(Kind.CASE, "harbour")
A, B, D = Ref(Kind.ANNOTATION, "a"), Ref(Kind.ANNOTATION, "b"), Ref(Kind.NOTE, "d")
COAST = Ref(Kind.ALLIANCE, "coast")


def mark(key: str, target: Ref, exact: str, start: int, days: int, **more: object) -> Annotation:
    made = NOW - timedelta(days=days)
    told = {"colour": Colour.AMBER, "state": State.EXACT, "note": "", **more}
    anchor = Anchor(exact, "", "", start, start + len(exact))
    return Annotation(
        ref=Ref(Kind.ANNOTATION, key),
        target=target,
        anchor=anchor,
        made=made,
        changed=made,
        target_title=target.key.title(),
        **told,  # type: ignore[arg-type]
    )


def note(key: str, about: Ref, text: str, days: int) -> Note:
    made = NOW - timedelta(days=days)
    return Note(Ref(Kind.NOTE, key), about, text, made, made, about.key.title())


class FakeView:
    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.counts = (0, 0)
        self.edited: list[tuple[Ref, str]] = []
        self.closed = 0
        self.undo: Callable[[], None] | None = None
        self.choices, self.moved = Choices(), 0

    def show_groups(self, groups: Sequence[Group], shown: int, of: int) -> None:
        self.groups, self.counts = list(groups), (shown, of)

    def edit(self, ref: Ref, text: str) -> None:
        self.edited.append((ref, text))

    def close_editor(self) -> None:
        self.closed += 1

    def say_removed(self, number: int, undo: Callable[[], None]) -> None:
        self.undo = undo

    def say_changed(self, undo: Callable[[], None]) -> None:
        self.undo = undo

    def show_choices(self, choices: Choices, moved: int) -> None:
        self.choices, self.moved = choices, moved

    @property
    def keys(self) -> list[list[str]]:
        return [[line.ref.key for line in group.lines] for group in self.groups]


class FakeStore:
    def __init__(self) -> None:
        self.marks = [
            mark("a", PAPER, "Money must come", 90, 0, note="Ask Amina"),
            mark("b", PAPER, "Opening words", 0, 3, colour=Colour.BLUE),
            mark("c", CASE, "closed its doors", 5, 40, state=State.LOST),
        ]
        self.texts = [
            note("d", PAPER, "On the whole", 1),
            note("e", Ref(Kind.ANNOTATION, "a"), "Ask Amina", 0),
        ]
        self.written: list[tuple[Ref, str]] = []
        self.gone: list[Ref] = []

    def listed(self) -> list[Annotation]:
        return [one for one in self.marks if one.ref not in self.gone]

    def notes(self) -> list[Note]:
        return [one for one in self.texts if one.ref not in self.gone]

    def write_note(self, ref: Ref, text: str) -> Changes:
        self.written.append((ref, text))
        return Changes.of(ref)

    def change_note(self, ref: Ref, text: str) -> Changes:
        if not text.strip():
            raise AppError("Write the note first, or remove it.")
        self.written.append((ref, text))
        return Changes.of(ref)

    def context(self) -> Context:
        return Context({PAPER: ("form", "mindsets")}, {A: frozenset({COAST})})

    def add_free(self, title: str, text: str) -> tuple[Changes, Ref]:
        raise NotImplementedError

    def remove_all(self, refs: Collection[Ref]) -> Changes:
        self.gone.extend(refs)
        return Changes.gather(refs)

    def restore_all(self, refs: Collection[Ref]) -> Changes:
        for ref in refs:
            self.gone.remove(ref)
        return Changes.gather(refs)


def around(store: FakeStore, opened: Opened) -> Around:
    nothing: Any = None
    titles = {"form": "Form", "mindsets": "Mindsets", "steering": "Steering"}
    return Around(
        store,
        nothing,
        nothing,
        lambda: titles,
        lambda: {COAST: "Coast"},
        opened,
        lambda _text: None,
        lambda _refs: None,
    )


class Desk:
    def __init__(self) -> None:
        self.view, self.store, self.tasks, self.opened = FakeView(), FakeStore(), Inline(), Opened()
        self.presenter = NotesPresenter(self.view, around(self.store, self.opened), self.tasks, lambda: NOW)
        self.presenter.refresh()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_by_text_in_the_order_of_the_text_with_notes_on_the_whole_first(desk: Desk) -> None:
    assert desk.view.keys == [["d", "b", "a"], ["c"]]
    assert [group.title for group in desk.view.groups] == ["Tide", "Harbour"]
    assert desk.view.counts == (4, 4)


def test_by_time(desk: Desk) -> None:
    desk.presenter.group(Grouping.TIME)
    assert desk.view.keys == [["a"], ["d"], ["b"], ["c"]]
    assert [group.period for group in desk.view.groups] == [
        Period(Recent.TODAY),
        Period(Recent.YESTERDAY),
        Period(Recent.WEEK),
        Period(month=date(2026, 10, 1)),
    ]


def test_filters_add_up(desk: Desk) -> None:
    desk.presenter.filter(colours=[Colour.AMBER])
    assert desk.view.keys == [["a"], ["c"]]
    desk.presenter.filter(lost=True)
    assert desk.view.keys == [["c"]]
    desk.presenter.filter(with_note=True)
    assert desk.view.counts == (0, 4)
    desk.presenter.clear()
    assert desk.view.counts == (4, 4)
    desk.presenter.filter(words="AMINA money")
    assert desk.view.keys == [["a"]]


def test_a_passage_opens_at_its_words_and_a_note_at_what_it_is_about(desk: Desk) -> None:
    desk.presenter.open(A)
    desk.presenter.open(D)
    assert desk.opened == [(PAPER, "Money must come"), (PAPER, "")]


def test_an_edited_note_is_kept_in_the_right_way(desk: Desk) -> None:
    desk.presenter.edit(A)
    assert desk.view.edited == [(A, "Ask Amina")]
    desk.presenter.keep("Ask both")
    assert desk.presenter.editing is None
    assert desk.view.closed == 1
    assert desk.view.groups[0].lines[2].note == "Ask both"
    desk.presenter.edit(D)
    desk.presenter.keep("Changed")
    assert desk.store.written == [(A, "Ask both"), (D, "Changed")]


def test_the_editor_stays_open_until_the_note_is_kept(desk: Desk) -> None:
    desk.presenter.edit(D)
    desk.presenter.keep("  ")
    assert len(desk.tasks.failures) == 1
    assert desk.presenter.editing == D
    assert desk.view.closed == 0


def test_what_is_being_edited_stays_in_sight_whatever_the_filters(desk: Desk) -> None:
    desk.presenter.edit(B)
    desk.presenter.filter(words="nothing of that")
    assert desk.view.keys == [["b"]]
    desk.presenter.leave()
    assert desk.view.keys == []
    assert desk.store.written == []


def test_one_that_was_removed_elsewhere_closes_its_editor(desk: Desk) -> None:
    desk.presenter.edit(B)
    desk.store.gone.append(B)
    desk.presenter.refresh()
    assert desk.presenter.editing is None
    assert desk.view.closed == 1


def test_removing_can_be_undone(desk: Desk) -> None:
    desk.tasks.listeners.append(lambda _changes: desk.presenter.refresh())
    desk.presenter.remove([A])
    assert desk.view.counts == (3, 3)
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.view.counts == (4, 4)


@given(st.dates(), st.dates())
def test_every_day_has_a_period(day: date, today: date) -> None:
    period = Period.of(day, today)
    assert (period.recent is None) != (period.month is None)
    if period.month is not None:
        assert (period.month.year, period.month.month) == (day.year, day.month)
        assert (today - day).days >= 7


def test_what_there_is_to_filter_by_is_what_the_lines_have(desk: Desk) -> None:
    assert desk.view.choices.questions == (("form", "Form"), ("mindsets", "Mindsets"))
    assert desk.view.choices.alliances == (("coast", "Coast"),)
    desk.presenter.filter(question="mindsets")
    assert desk.view.keys == [["d", "b", "a"]]
    desk.presenter.filter(alliance="coast")
    assert desk.view.keys == [["a"]]
    desk.presenter.filter(alliance="", since=date(2026, 11, 23))
    assert desk.view.keys == [["d", "a"]]


def test_what_an_edited_note_said_before_can_be_brought_back(desk: Desk) -> None:
    desk.presenter.edit(A)
    desk.presenter.keep("Ask both")
    assert desk.view.undo is not None
    desk.view.undo()
    assert desk.store.written == [(A, "Ask both"), (A, "Ask Amina")]
