"""What the benchmarks share: a work is timed beside its baseline, in turn, and the ratio is said at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import Engine

from animating_alliances_desktop.core.database.connection import WRITING, open_engine
from animating_alliances_desktop.core.search.index import Index
from tests.benchmarks.corpus import things

PASSAGES = 10_000
_LINES: list[str] = []


@dataclass(frozen=True)
class Figures:
    """What was measured, in seconds."""

    ours: list[float]
    baseline: list[float]

    @property
    def ratio(self) -> float:
        return median(self.ours) / median(self.baseline)

    @property
    def p95(self) -> float:
        return quantiles(self.ours, n=20)[-1]


Beside = Callable[..., Figures]


@pytest.fixture
def report() -> Callable[[str], None]:
    """Say a line of figures at the end of the run."""
    return _LINES.append


@pytest.fixture
def beside(benchmark: BenchmarkFixture, report: Callable[[str], None]) -> Beside:
    """Times `ours` and, before each round of it, `baseline`; both may take what `given` answers."""

    def measure(
        name: str,
        ours: Callable[..., object],
        baseline: Callable[..., object],
        *,
        rounds: int,
        given: Callable[[], tuple[object, ...]] = tuple,
    ) -> Figures:
        theirs: list[float] = []

        def before() -> tuple[tuple[object, ...], dict[str, object]]:
            words = given()
            begun = time.perf_counter()
            baseline(*words)
            theirs.append(time.perf_counter() - begun)
            return words, {}

        benchmark.pedantic(ours, setup=before, rounds=rounds)
        figures = Figures(list(benchmark.stats.stats.data), theirs)
        benchmark.extra_info["ratio"] = round(figures.ratio, 2)
        report(
            f"{name}: p50 {median(figures.ours) * 1000:.1f} ms, p95 {figures.p95 * 1000:.1f} ms; "
            f"baseline p50 {median(theirs) * 1000:.1f} ms; ratio {figures.ratio:.2f}"
        )
        return figures

    return measure


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database whose index holds 10,000 passages."""
    opened = open_engine(tmp_path_factory.mktemp("corpus") / "search.db", create=True)
    index = Index()
    begun = time.perf_counter()
    with opened.execution_options(**{WRITING: True}).begin() as connection:
        index.prepare(connection)
        for thing in things(PASSAGES):
            index.put(connection, thing)
        assert index.count(connection) == PASSAGES
    _LINES.append(f"{PASSAGES:,} passages made and put in: {time.perf_counter() - begun:.1f} s")
    yield opened
    opened.dispose()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("figures")
    for line in _LINES:
        terminalreporter.write_line(line)
