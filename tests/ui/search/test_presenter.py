"""When the search page asks, and which answers count."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.search.model import Answer, Result
from animating_alliances_desktop.ui.search.presenter import Group, SearchPresenter, grouped
from tests.ui.inline import Inline
from tests.ui.opened import Opened


def result(kind: Kind, key: str) -> Result:
    return Result(Ref(kind, key), kind, key.title(), "", "a snippet", 1.0, "the words")


class FakeView:
    def __init__(self) -> None:
        self.shown: list[str] = []
        self.groups: list[Group] = []

    def show_start(self) -> None:
        self.shown.append("start")

    def show_found(self, answer: Answer, groups: Sequence[Group]) -> None:
        self.shown.append(f"found {answer.query}")
        self.groups = list(groups)

    def show_nothing(self, answer: Answer) -> None:
        self.shown.append(f"nothing {answer.query}")

    def show_too_long(self, answer: Answer) -> None:
        self.shown.append(f"too long {answer.query}")


class FakeSearch:
    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Kind, ...], bool, int | None]] = []
        self.stops = 0

    def ask(
        self,
        text: str,
        kinds: Sequence[Kind] = (),
        limit: int = 20,
        *,
        typing: bool = False,
        per_kind: int | None = None,
    ) -> Answer:
        self.asked.append((text, tuple(kinds), typing, per_kind))
        if text == "slow":
            return Answer(text, stopped=True)
        return Answer(text, results=() if text == "zz" else (result(Kind.CASE, text),), total=1)

    def stop(self) -> None:
        self.stops += 1


class Desk:
    def __init__(self) -> None:
        self.view, self.search, self.tasks, self.opened = FakeView(), FakeSearch(), Inline(), Opened()
        self.presenter = SearchPresenter(self.view, self.search, self.tasks, self.opened)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_typing_takes_the_last_word_for_a_beginning_and_enter_for_whole(desk: Desk) -> None:
    desk.presenter.type("trus")
    desk.presenter.finish()
    assert [asked[2] for asked in desk.search.asked] == [True, False]
    assert desk.view.shown == ["found trus", "found trus"]


def test_each_keystroke_calls_off_the_search_before(desk: Desk) -> None:
    desk.presenter.type("t")
    desk.presenter.type("tr")
    assert desk.search.stops == 2


def test_only_the_answer_to_what_stands_in_the_field_is_shown(desk: Desk) -> None:
    desk.tasks.hold = True
    desk.presenter.type("old")
    desk.presenter.type("new")
    desk.tasks.let_go()
    assert desk.view.shown == ["found new"]


def test_an_answer_does_not_come_back_over_an_emptied_field(desk: Desk) -> None:
    desk.tasks.hold = True
    desk.presenter.type("old")
    desk.presenter.type("  ")
    desk.tasks.let_go()
    assert desk.view.shown == ["start"]


def test_one_kind_shows_more_of_it_and_all_kinds_a_few_of_each(desk: Desk) -> None:
    desk.presenter.type("trust")
    desk.presenter.narrow([Kind.CASE])
    assert [(asked[1], asked[3]) for asked in desk.search.asked] == [((), 6), ((Kind.CASE,), None)]
    desk.presenter.type("trust me")
    assert desk.search.asked[-1][1] == (Kind.CASE,)


def test_nothing_and_too_long(desk: Desk) -> None:
    desk.presenter.type("zz")
    desk.presenter.type("slow")
    assert desk.view.shown == ["nothing zz", "too long slow"]


def test_refreshing_asks_the_same_again(desk: Desk) -> None:
    desk.presenter.type("trust")
    desk.presenter.refresh()
    assert desk.search.asked[0] == desk.search.asked[1]


def test_a_result_opens_at_its_words(desk: Desk) -> None:
    desk.presenter.open(result(Kind.ENTRY, "one"))
    assert desk.opened == [(Ref(Kind.ENTRY, "one"), "the words")]


def test_the_kind_of_the_best_result_comes_first() -> None:
    one, two, three = result(Kind.CASE, "a"), result(Kind.PAPER, "b"), result(Kind.CASE, "c")
    assert grouped([one, two, three]) == [Group(Kind.CASE, (one, three)), Group(Kind.PAPER, (two,))]
