"""Asks the index: understands the question, finds, ranks, and shows the words around the hits."""

# ruff: noqa: S608 -- only constants of ours are put into SQL; what was typed is bound

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from time import monotonic, perf_counter
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.connection import DriverError
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.search.describe import describe
from animating_alliances_desktop.core.search.finding import FEW, Finding, Found
from animating_alliances_desktop.core.search.index import SHIFT
from animating_alliances_desktop.core.search.match import Matcher
from animating_alliances_desktop.core.search.model import END, START, Answer, Result, plain
from animating_alliances_desktop.core.search.snippets import snippet
from animating_alliances_desktop.core.search.suggest import Suggest
from animating_alliances_desktop.core.search.tree import Kinds, Node, Some, parted
from animating_alliances_desktop.core.search.words import tokens

SECONDS = 2.0
"""No search takes longer."""
_STEPS = 10_000
"""How many steps of SQLite's machine pass between two looks at the clock."""

_SHOWN = f"""SELECT c.id, t.ref, c.title, c.heading, c.text FROM search_content c
    JOIN search_thing t ON t.id = c.id >> {SHIFT} WHERE c.id IN """
_MARKED = f"""SELECT rowid, highlight(search_text, 2, '{START}', '{END}') FROM search_text
    WHERE search_text MATCH ? AND +rowid IN """
"""The plus lets FTS5 walk through the hits once; starting anew for each number takes four times as long."""


class Search:
    """Searches everything in the workspace; safe between threads."""

    def __init__(
        self, connect: Callable[[], AbstractContextManager[Connection]], seconds: float = SECONDS
    ) -> None:
        self._connect = connect
        self._seconds = seconds
        self._suggest = Suggest()
        self._matcher = Matcher(self._suggest)
        self._stops = 0

    def ask(
        self,
        text: str,
        kinds: Sequence[Kind] = (),
        limit: int = 20,
        *,
        typing: bool = False,
        today: date | None = None,
        per_kind: int | None = None,
    ) -> Answer:
        """Answer what was typed; raises nothing on account of it.

        `typing` takes the last word for a beginning; so is a question understood that finds nothing otherwise.
        `per_kind` keeps at most so many results of each kind. An ask that is called off by `stop` or by the time
        limit has no results, and says so in `Answer.stopped`.
        """
        answer = self._ask(text, kinds, limit, typing=typing, today=today, per_kind=per_kind)
        if answer.total or answer.stopped or typing:
            return answer
        begun = self._ask(text, kinds, limit, typing=True, today=today, per_kind=per_kind)
        return replace(begun if begun.total else answer, took_ms=answer.took_ms + begun.took_ms)

    def _ask(
        self,
        text: str,
        kinds: Sequence[Kind],
        limit: int,
        *,
        typing: bool,
        today: date | None,
        per_kind: int | None,
    ) -> Answer:
        # imported with the first question only: Whoosh takes 155 ms that no start of the app should pay
        from animating_alliances_desktop.core.search.query import read

        began = perf_counter()
        asked = read(text, today or date.today(), typing=typing)  # noqa: DTZ011 -- the user's own day
        if asked.tree is None:
            return Answer(text, took_ms=_since(began))
        tree = _within(asked.tree, tuple(kinds))
        said = describe(tree, cut=asked.cut)
        with self._connect() as connection, self._watched(connection) as watch:
            found = Finding(connection, self._matcher, tree).run(limit, per_kind)
            if not found.total and parted(tree) != tree:
                tree = parted(tree)
                found = Finding(connection, self._matcher, tree).run(limit, per_kind)
            said = describe(tree, loose=found.share < 1, cut=asked.cut)
            results = _results(connection, found)
            doubtful = (found.total < FEW or found.share < 1) and not asked.cut
            suggestion = self._suggest.mend(connection, text, typing=typing) if doubtful else ""
            return Answer(text, said, suggestion, found.total, _since(began), results)
        assert watch.stopped
        return Answer(text, said, took_ms=_since(began), stopped=True)

    def complete(self, text: str, limit: int = 8) -> tuple[str, ...]:
        """The words of the index that the last word of a text may become, the most frequent first."""
        words = tokens(text)
        if not words or not text[-1].isalnum():
            return ()
        with self._connect() as connection, self._watched(connection):
            return tuple(self._suggest.beginning(connection, words[-1], limit))
        return ()

    def stop(self) -> None:
        """Call off every ask that is under way, from any thread."""
        self._stops += 1

    @contextmanager
    def _watched(self, connection: Connection) -> Iterator[_Watch]:
        """Ends the block quietly when it is called off."""
        driver: Any = connection.connection.driver_connection
        watch = _Watch(monotonic() + self._seconds, lambda: self._stops)
        driver.set_progress_handler(watch, _STEPS)
        try:
            yield watch
        except (DatabaseError, DriverError):
            if not watch.stopped:
                raise
        finally:
            driver.set_progress_handler(None, _STEPS)


class _Watch:
    """Asked by SQLite now and then whether to go on."""

    def __init__(self, until: float, stops: Callable[[], int]) -> None:
        self._until = until
        self._stops = stops
        self._before = stops()
        self.stopped = False

    def __call__(self) -> int:
        self.stopped = self.stopped or monotonic() > self._until or self._stops() != self._before
        return int(self.stopped)


def _since(began: float) -> float:
    return round((perf_counter() - began) * 1000, 2)


def _within(tree: Node, kinds: tuple[Kind, ...]) -> Node:
    if not kinds:
        return tree
    return Some((*(tree.members if isinstance(tree, Some) else (tree,)), Kinds(kinds)))


def _results(connection: Connection, found: Found) -> tuple[Result, ...]:
    """Only what is shown is read and marked."""
    numbers = tuple(number for number, _ in found.passages)
    places = f"({', '.join('?' * len(numbers))})"
    rows = {row[0]: row for row in connection.exec_driver_sql(_SHOWN + places, numbers)}
    marked: dict[int, str] = {}
    if found.expression:
        hits = connection.exec_driver_sql(_MARKED + places, (found.expression, *numbers))
        marked = dict(tuple(row) for row in hits)
    results = []
    for number, score in found.passages:
        _, name, title, heading, text = rows[number]
        ref = Ref.parse(name)
        shown = snippet(marked.get(number, text))
        opening = plain(shown) if text else f"{LINE}{heading}" if heading else ""
        results.append(Result(ref, ref.kind, title, heading, shown, round(score, 3), opening))
    return tuple(results)
