"""A small index of things that a practitioner would recognise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.connection import WRITING, open_engine
from animating_alliances_desktop.core.findable import Facets, Findable, Passage
from animating_alliances_desktop.core.search.index import Index
from animating_alliances_desktop.core.search.model import Answer
from animating_alliances_desktop.core.search.search import Search

TODAY = date(2026, 11, 24)


def thing(kind: Kind, key: str, title: str, *texts: str, **facets: object) -> Findable:
    passages = tuple(Passage(text, f"Part {place}" if place else "") for place, text in enumerate(texts))
    return Findable(Ref(kind, key), title, passages, Facets(**facets))  # type: ignore[arg-type]


THINGS = (
    thing(
        Kind.CASE,
        "start-network",
        "Start Network",
        "Humanitarian agencies pooled their money. Members decide within seventy-two hours who gets rapid funding.",
        "Governance was handed to national hubs. Nobody had expected how slow that would be.",
        questions=("form", "risk-and-return"),
        sector=("humanitarian aid",),
        region=("Global",),
        outcome=("grew",),
        phases=("sustaining",),
    ),
    thing(
        Kind.CASE,
        "net-zero-banking",
        "Net-Zero Banking Alliance",
        "Banks signed targets on coal and oil. When the politics turned, the large American members left within weeks.",
        "What remained voted to stop being a membership body at all.",
        sector=("banking",),
        region=("Global",),
        form=("coalition",),
        outcome=("collapsed",),
        tags=("climate", "money"),
    ),
    thing(
        Kind.PAPER,
        "engagement",
        "Engagement when everyone is time-poor",
        "People are short of hours. A small decision, often, does more than a large meeting each quarter.",
        "Resources stretch when the hub stops doing what members said they would do.",
        questions=("engagement",),
        author="A. Writer",
    ),
    thing(
        Kind.TERM,
        "hub",
        "Hub",
        "The few people who hold an alliance together, often one person with a spreadsheet.",
    ),
    thing(
        Kind.ENTRY,
        "one",
        "After the steering meeting",
        "We talked about funding for an hour. Café Zoë was too loud; nobody decided anything.",
        alliance="Food Power",
        day=date(2026, 10, 15),
    ),
    thing(
        Kind.ENTRY,
        "two",
        "A quick call",
        "Rapid agreement on the budget, which I distrust.",
        alliance="Clean Rivers",
        day=date(2026, 11, 23),
    ),
    thing(Kind.NOTE, "three", "Start Network", "How would our donors take to this?", day=date(2025, 3, 3)),
)


@dataclass(frozen=True)
class Shelf:
    engine: Engine
    index: Index
    search: Search

    def put(self, *things: Findable) -> None:
        with self.engine.execution_options(**{WRITING: True}).begin() as connection:
            for each in things:
                self.index.put(connection, each)

    def learn(self, synonyms: list[list[str]]) -> None:
        with self.engine.execution_options(**{WRITING: True}).begin() as connection:
            self.index.learn(connection, synonyms)

    def drop(self, ref: Ref) -> None:
        with self.engine.execution_options(**{WRITING: True}).begin() as connection:
            self.index.drop(connection, ref)

    def ask(self, text: str, *, typing: bool = False) -> Answer:
        return self.search.ask(text, typing=typing, today=TODAY)

    def keys(self, text: str, *, typing: bool = False) -> list[str]:
        return [result.ref.key for result in self.ask(text, typing=typing).results]


def open_shelf(path: Path, *things: Findable) -> Shelf:
    engine = open_engine(path, create=True)
    index = Index()
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        assert index.prepare(connection)
    shelf = Shelf(engine, index, Search(engine.connect))
    shelf.put(*things)
    return shelf


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shelf]:
    shelf = open_shelf(tmp_path / "empty.db")
    yield shelf
    shelf.engine.dispose()


@pytest.fixture(scope="package")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Only to be read."""
    opened = open_shelf(tmp_path_factory.mktemp("search") / "shelf.db", *THINGS)
    yield opened
    opened.engine.dispose()
