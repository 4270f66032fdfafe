"""Decides when to search, which answers count, and how the results are grouped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.search.model import Answer, Result
from animating_alliances_desktop.ui.kit.runner import Runner

MOST = 60
MOST_OF_A_KIND = 6
"""While all kinds are looked through, so that the third kind can be seen too."""


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind, the best first."""

    kind: Kind
    results: tuple[Result, ...]


class View(Protocol):
    """What the presenter needs of the page."""

    def show_start(self) -> None:
        """Show what can be typed, because nothing is."""

    def show_found(self, answer: Answer, groups: Sequence[Group]) -> None:
        """Show what was found."""

    def show_nothing(self, answer: Answer) -> None:
        """Say that nothing was found, and what to try."""

    def show_too_long(self, answer: Answer) -> None:
        """Say that the search took too long and was ended."""


class Search(Protocol):
    """What the presenter needs of the search."""

    def ask(
        self,
        text: str,
        kinds: Sequence[Kind] = (),
        limit: int = 20,
        *,
        typing: bool = False,
        per_kind: int | None = None,
    ) -> Answer:
        """Answer what was typed."""

    def stop(self) -> None:
        """Call off what is being searched."""


@dataclass(frozen=True, slots=True)
class _Question:
    text: str = ""
    kinds: tuple[Kind, ...] = ()
    typing: bool = True


class SearchPresenter:
    """One question at a time: the one that stands in the field."""

    def __init__(
        self, view: View, search: Search, tasks: Runner, open_ref: Callable[[Ref, str], None]
    ) -> None:
        self._view = view
        self._search = search
        self._tasks = tasks
        self._open = open_ref
        self._asked = _Question()

    def type(self, text: str) -> None:
        """Search while a question is being typed: its last word may be the beginning of one."""
        self._ask(_Question(text, self._asked.kinds))

    def finish(self) -> None:
        """Search for the question as it stands, its last word whole."""
        self._ask(_Question(self._asked.text, self._asked.kinds, typing=False))

    def narrow(self, kinds: Collection[Kind]) -> None:
        """Look for these kinds only, or for all if there are none."""
        self._ask(_Question(self._asked.text, tuple(kinds), self._asked.typing))

    def refresh(self) -> None:
        """Ask the same again, because something has changed."""
        self._ask(self._asked)

    def open(self, result: Result) -> None:
        """Open what was found, at its passage."""
        self._open(result.ref, result.opening)

    def _ask(self, question: _Question) -> None:
        self._asked = question
        self._search.stop()
        if not question.text.strip():
            self._view.show_start()
            return

        def work() -> Answer:
            return self._search.ask(
                question.text,
                question.kinds,
                MOST,
                typing=question.typing,
                per_kind=None if len(question.kinds) == 1 else MOST_OF_A_KIND,
            )

        self._tasks.read(work, lambda answer: self._take(question, answer), "search.ask")

    def _take(self, question: _Question, answer: Answer) -> None:
        if question != self._asked:
            return
        if answer.stopped:
            self._view.show_too_long(answer)
        elif answer.results:
            self._view.show_found(answer, grouped(answer.results))
        else:
            self._view.show_nothing(answer)


def grouped(results: Sequence[Result]) -> list[Group]:
    """Group results by kind; the kind of the best result comes first."""
    kinds: dict[Kind, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.kind, []).append(result)
    return [Group(kind, tuple(of_kind)) for kind, of_kind in kinds.items()]
