"""The index stays in step with what is put and dropped, within the caller's transaction."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.connection import WRITING
from animating_alliances_desktop.core.findable import Findable, Passage
from animating_alliances_desktop.core.search import index as module
from tests.core.search.conftest import THINGS, Shelf, thing


def test_prepare_asks_for_filling_only_when_new_or_of_another_version(empty: Shelf, monkeypatch) -> None:
    empty.put(*THINGS)
    with empty.engine.begin() as connection:
        assert not empty.index.prepare(connection)
        assert empty.index.count(connection) == sum(len(each.passages) for each in THINGS)
        monkeypatch.setattr(module, "VERSION", "another")
        assert empty.index.prepare(connection)
        assert empty.index.count(connection) == 0
        assert empty.index.refs(connection) == set()
        assert not empty.index.prepare(connection)


def test_put_replaces_everything_of_the_thing(empty: Shelf) -> None:
    empty.put(thing(Kind.NOTE, "a", "First", "elephant", "giraffe"))
    empty.put(thing(Kind.NOTE, "a", "Second", "zebra"))
    assert empty.keys("zebra") == ["a"]
    assert empty.keys("second") == ["a"]
    assert empty.keys("elephant") == empty.keys("giraffe") == empty.keys("first") == []
    assert empty.search.complete("gir") == ()
    with empty.engine.connect() as connection:
        assert empty.index.count(connection) == 1


def test_drop_forgets_and_what_was_never_there_may_be_dropped(empty: Shelf) -> None:
    empty.put(*THINGS)
    empty.drop(Ref(Kind.TERM, "hub"))
    empty.drop(Ref(Kind.TERM, "never"))
    assert empty.keys("spreadsheet") == []
    with empty.engine.connect() as connection:
        assert empty.index.refs(connection) == {each.ref for each in THINGS} - {Ref(Kind.TERM, "hub")}


def test_clear_forgets_everything(empty: Shelf) -> None:
    empty.put(*THINGS)
    with empty.engine.begin() as connection:
        empty.index.clear(connection)
        assert empty.index.refs(connection) == set()
    assert empty.keys("funding") == []
    empty.put(THINGS[0])
    assert empty.keys("funding") == ["start-network"]


def test_what_is_rolled_back_is_not_found(empty: Shelf) -> None:
    with empty.engine.execution_options(**{WRITING: True}).connect() as connection:
        empty.index.put(connection, THINGS[0])
        connection.rollback()
    assert empty.keys("funding") == []


def test_a_thing_without_passages_is_found_by_its_title(empty: Shelf) -> None:
    empty.put(Findable(Ref(Kind.ALLIANCE, "x"), "Salmon Partnership", ()))
    assert empty.keys("salmon") == ["x"]


def test_a_rebuild_gives_the_same_contents_and_the_same_answers(empty: Shelf) -> None:
    empty.put(*THINGS)
    empty.put(replace(THINGS[2], title="Changed"), THINGS[2])
    empty.drop(THINGS[0].ref)
    empty.put(THINGS[0])
    asked = ("funding", "members decide", "kind:entry", "rapid fund*")
    with empty.engine.begin() as connection:
        before = empty.index.digest(connection)
    answers = [empty.ask(text).results for text in asked]
    with empty.engine.begin() as connection:
        empty.index.clear(connection)
        assert empty.index.digest(connection) != before
        for each in THINGS:
            empty.index.put(connection, each)
        assert empty.index.digest(connection) == before
    again = [empty.ask(text).results for text in asked]
    assert [{result.ref for result in each} for each in again] == [{r.ref for r in each} for each in answers]
    assert [each[0].ref for each in again] == [each[0].ref for each in answers]


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(codec=None), max_size=60), min_size=1, max_size=3))
def test_any_text_can_be_kept_replaced_and_dropped(empty: Shelf, texts: list[str]) -> None:
    ref = Ref(Kind.NOTE, "odd")
    empty.put(Findable(ref, texts[0], tuple(Passage(text, text) for text in texts)))
    empty.put(Findable(ref, texts[-1], (Passage("needle " + texts[0]),)))
    assert empty.keys("needle") == ["odd"]
    empty.drop(ref)
    with empty.engine.begin() as connection:
        assert empty.index.count(connection) == 0
        for table in ("search_text", "search_word"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        assert connection.exec_driver_sql("SELECT count(*) FROM search_vocabulary").scalar() == 0


def test_starting_does_not_pay_for_whoosh() -> None:
    code = "import sys, animating_alliances_desktop.core.search.search as s; print('whoosh' in sys.modules, s.SECONDS)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "2.0"]
