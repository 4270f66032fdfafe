"""The right things are found, the best first, at the passage that says it; whatever is typed."""

from __future__ import annotations

import threading
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.findable import Facets, Findable, Passage
from animating_alliances_desktop.core.search.model import END, START, plain
from animating_alliances_desktop.core.search.search import Search
from tests.core.search.conftest import THINGS, TODAY, Shelf, open_shelf, thing
from tests.core.search.test_query import ANYTHING


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("how do members decide within a day", "start-network"),
        ("a coalition that collapsed over money", "net-zero-banking"),
        ("hub", "hub"),
        ("resources stretch", "engagement"),
        ("deciding quickly on pooled money", "start-network"),
        ("cafe zoe", "one"),
        ("Cafe\u0301 Zoë", "one"),
        ("humanitarian", "start-network"),
    ],
)
def test_the_best_thing_comes_first(shelf: Shelf, asked: str, first: str) -> None:
    assert shelf.keys(asked)[0] == first


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind:entry funding", {"one"}),
        ("kind:case OR kind:paper", {"start-network", "net-zero-banking", "engagement"}),
        ("title:hub", {"hub"}),
        ('"rapid funding"', {"start-network"}),
        ('"funding rapid"', set()),
        ("rapid AND budget", {"two"}),
        ("budget OR oil", {"two", "net-zero-banking"}),
        ("rapid NOT budget", {"start-network"}),
        ("rapid -budget", {"start-network"}),
        ("-kind:case -kind:entry -kind:note -kind:term", {"engagement"}),
        ("governan*", {"start-network"}),
        ("spreadshet~", {"hub"}),
        ("alliance:food", {"one"}),
        ("tag:climate", {"net-zero-banking"}),
        ("sector:aid", {"start-network"}),
        ("outcome:collapsed", {"net-zero-banking"}),
        ("question:risk-and-return", {"start-network"}),
        ("phase:sustaining", {"start-network"}),
        ("author:writer", {"engagement"}),
        ("date:last month", {"one"}),
        ("date:yesterday", {"two"}),
        ("date:2025", {"three"}),
        ("date:[2025 to 2026-10]", {"one", "three"}),
        ("date:[2026-10-01 to] rapid", {"two"}),
        ("kind:case date:2025", set()),
    ],
)
def test_exactly_these_things_are_found(shelf: Shelf, asked: str, found: set[str]) -> None:
    answer = shelf.ask(asked)
    assert {result.ref.key for result in answer.results} == found
    assert answer.total == len(found)


def test_other_words_for_the_same_thing_find_it_and_required_words_do_not(empty: Shelf) -> None:
    shelf = empty
    shelf.put(*THINGS)
    assert shelf.keys("promptly settled on shared cash")[:1] != ["start-network"]
    shelf.learn([["promptly", "quickly", "rapid"], ["cash", "money", "funding"], ["settle", "decide"]])
    assert shelf.keys("promptly settled on shared cash")[0] == "start-network"
    assert shelf.keys("text:promptly") == []


def test_a_misspelt_word_finds_what_was_meant(shelf: Shelf) -> None:
    assert shelf.keys("spreadshet")[0] == "hub"


def test_a_word_that_nothing_has_is_taken_for_a_beginning(shelf: Shelf) -> None:
    answer = shelf.ask("humanit")
    assert [result.ref.key for result in answer.results] == ["start-network"]
    assert "beginning" in answer.understood_as


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("govern", "start-network"),
        ("governan", "start-network"),
        ("steering meet", "one"),
        ('"pooled the', "start-network"),
        ("spre", "hub"),
    ],
)
def test_half_a_word_is_enough_while_typing(shelf: Shelf, typed: str, found: str) -> None:
    assert found in shelf.keys(typed, typing=True)


def test_words_may_be_spread_over_the_passages_of_one_text(shelf: Shelf) -> None:
    assert shelf.keys("humanitarian AND slow") == ["start-network"]
    assert shelf.keys("humanitarian NOT slow") == []


def test_words_that_too_few_things_have_together_are_preferred_not_required(shelf: Shelf) -> None:
    answer = shelf.ask("spreadsheet budget")
    assert {result.ref.key for result in answer.results} == {"hub", "two"}
    assert answer.understood_as == "as many as possible of “spreadsheet” and “budget”"
    assert shelf.keys("spreadsheet AND budget") == []


def test_when_enough_things_have_all_words_no_others_are_shown(empty: Shelf) -> None:
    empty.put(*(thing(Kind.NOTE, f"both-{n}", "Note", "salmon and river") for n in range(6)))
    empty.put(*(thing(Kind.NOTE, f"one-{n}", "Note", "salmon only") for n in range(6)))
    answer = empty.ask("salmon river")
    assert answer.total == 6
    assert answer.understood_as == "“salmon” and “river”"


def test_one_result_for_each_thing_at_its_best_passage(shelf: Shelf) -> None:
    (result,) = shelf.ask("governance slow").results
    assert result.ref == Ref(Kind.CASE, "start-network")
    assert (result.kind, result.title, result.heading) == (Kind.CASE, "Start Network", "Part 1")
    assert f"{START}Governance{END}" in result.snippet
    assert f"{START}slow{END}" in result.snippet
    assert result.opening == plain(result.snippet)
    assert result.opening in THINGS[0].passages[1].text


def test_limits(shelf: Shelf) -> None:
    everything = " OR ".join(f"kind:{kind}" for kind in Kind)
    assert len(shelf.search.ask(everything, limit=3).results) == 3
    assert shelf.search.ask(everything, limit=3).total == len(THINGS)
    each = shelf.search.ask(everything, limit=50, per_kind=1).results
    assert len(each) == len({result.kind for result in each}) == 5
    only = shelf.search.ask("start network", [Kind.NOTE])
    assert [result.ref.key for result in only.results] == ["three"]
    assert only.understood_as.endswith("in notes")


def test_without_words_the_newest_come_first(shelf: Shelf) -> None:
    assert shelf.keys("kind:entry")[:2] == ["two", "one"]


@pytest.mark.parametrize("nothing", ["", "   ", "?", "kind:", "\0", "()"])
def test_nothing_asked_is_nothing_answered(shelf: Shelf, nothing: str) -> None:
    answer = shelf.search.ask(nothing, [Kind.CASE])
    assert (answer.total, answer.results, answer.understood_as, answer.stopped) == (0, (), "", False)


def test_a_saved_thing_is_found_at_once(empty: Shelf) -> None:
    assert empty.keys("walr", typing=True) == []
    empty.put(thing(Kind.ENTRY, "new", "Seen", "a walrus"))
    assert empty.keys("walr", typing=True) == ["new"]


def test_the_spelling_is_mended_when_little_is_found(shelf: Shelf) -> None:
    assert shelf.ask("spredsheet").suggestion == "spreadsheet"
    assert shelf.ask("Members AND humanitarain").suggestion == "Members AND humanitarian"
    assert shelf.ask("humani", typing=True).suggestion == ""
    assert shelf.ask("spreadsheet").suggestion == ""
    assert shelf.ask("xqzzvwkj").suggestion == ""


def test_what_the_last_word_may_become(shelf: Shelf) -> None:
    assert shelf.search.complete("rapid fun") == ("funding",)
    assert shelf.search.complete("governance ") == ()
    assert set(shelf.search.complete("h")) >= {"hub", "humanitarian"}


@settings(max_examples=250)
@given(ANYTHING)
def test_whatever_is_typed_is_answered(shelf: Shelf, typed: str) -> None:
    texts = {each.ref: [passage.text for passage in each.passages] for each in THINGS}
    for answer in (shelf.ask(typed), shelf.ask(typed, typing=True)):
        assert not answer.stopped
        assert answer.total >= len(answer.results)
        assert len({result.ref for result in answer.results}) == len(answer.results)
        for result in answer.results:
            assert any(result.opening in text for text in texts[result.ref])


def test_a_question_of_a_hundred_thousand_letters_is_cut(shelf: Shelf) -> None:
    answer = shelf.ask("hub " * 25_000)
    assert answer.total > 0
    assert answer.understood_as == "“hub” (only the first part of what was typed)"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.db"
    many = (
        Findable(Ref(Kind.NOTE, str(n)), "Note", (Passage(f"salmon river {n}"),), Facets())
        for n in range(3_000)
    )
    open_shelf(path, *many).engine.dispose()
    return path


def test_a_search_that_takes_too_long_is_given_up(crowd: Path) -> None:
    from animating_alliances_desktop.core.database.connection import open_engine

    engine = open_engine(crowd)
    assert Search(engine.connect).ask("salmon").total == 3_000
    answer = Search(engine.connect, seconds=-1).ask("salmon")
    assert answer.stopped
    assert answer.results == ()
    with engine.connect() as connection:  # the next user of the connection is not interrupted
        assert connection.exec_driver_sql("SELECT count(*) FROM search_content").scalar() == 3_000
    engine.dispose()


def test_stop_calls_off_what_is_under_way_and_only_that(crowd: Path) -> None:
    from animating_alliances_desktop.core.database.connection import open_engine

    engine = open_engine(crowd)
    search = Search(engine.connect)
    under_way, go_on = threading.Event(), threading.Event()
    answers = []

    def beginning(connection, prefix, limit=8):
        under_way.set()
        assert go_on.wait(10)
        return ["salmon"]

    search._suggest.beginning = beginning  # type: ignore[method-assign]
    asking = threading.Thread(target=lambda: answers.append(search.ask("salm", typing=True)))
    asking.start()
    assert under_way.wait(10)
    search.stop()
    go_on.set()
    asking.join(10)
    assert answers[0].stopped
    assert search.ask("salmon", today=TODAY).total == 3_000
    engine.dispose()


@pytest.mark.parametrize("asked", ["salmon", "salmon river"])
def test_nothing_is_raised_wherever_a_search_is_called_off(
    crowd: Path, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from animating_alliances_desktop.core.database.connection import open_engine

    engine = open_engine(crowd)
    looks = count()
    monkeypatch.setattr(f"{Search.__module__}._STEPS", 2_000)
    monkeypatch.setattr(f"{Search.__module__}.monotonic", lambda: float(next(looks)))
    Search(engine.connect, seconds=1e9).ask(asked)
    whole, looks = next(looks), count()
    stopped = []
    for at in range(0, whole, 3):
        looks = count()
        stopped.append(Search(engine.connect, seconds=at).ask(asked).stopped)
    assert sum(stopped) > len(stopped) // 2
    engine.dispose()


def test_words_joined_by_a_hyphen_may_stand_apart_if_nowhere_together(shelf: Shelf) -> None:
    assert shelf.keys("time-poor")[0] == "engagement"
    assert shelf.keys("humanitarian-governance")[0] == "start-network"
    assert shelf.keys('"humanitarian-governance"') == []
