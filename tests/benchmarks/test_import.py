"""Bringing files in: a long PDF beside the extraction of its text alone, and a window that stays at hand meanwhile."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

import pypdfium2
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.library.commands import library_actions
from animating_alliances_desktop.ui.library.page import LibraryPage
from tests import files
from tests.benchmarks.corpus import CORE

AT_MOST, ROUNDS = 1.5, 25
DOCUMENTS = 1_000
TICK = 10
P99, LATEST = 16.0, 100.0


def pages(count: int, random: Random) -> list[list[str]]:
    """Pages of 48 lines of 12 words."""
    return [[" ".join(random.choices(CORE, k=12)) for _ in range(48)] for _ in range(count)]


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def worked(work: Callable[[], object]) -> float:
    """How long the processor worked at it, for child processes too: what else runs here matters less so."""
    begun = _spent()
    work()
    return _spent() - begun


def _spent() -> float:
    """Seconds of the processor, to the microsecond: of this process, and of its children that have ended."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def test_a_pdf_of_100_pages(tmp_path: Path, report: Callable[[str], None]) -> None:
    """The constant is what a PDF of one page takes: the child process, the database, the index."""
    random = Random(7)
    alone, ours, constant = [], [], []

    def fresh(count: int) -> Path:
        made = files.pdf(*pages(count, random), Title=f"{random.random()}")
        return made.save(tmp_path / f"{random.random()}.pdf")

    def extract(path: Path) -> None:
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()

    with Workspace.open(tmp_path / "workspace") as workspace:

        def bring_in(path: Path) -> None:
            assert len(workspace.library.bring_in([path]).came_in) == 1

        bring_in(fresh(1))  # what is imported and made only once
        for _ in range(ROUNDS):
            constant.append(worked(partial(bring_in, fresh(1))))
            path = fresh(100)
            alone.append(worked(partial(extract, path)))
            ours.append(worked(partial(bring_in, path)))
    # Of all rounds: the quickest of each come from different moments, and their difference says little.
    per_round = tuple(sum(times) / ROUNDS * 1000 for times in (ours, constant, alone))
    ratio = (per_round[0] - per_round[1]) / per_round[2]
    report(
        f"importing a PDF of 100 pages: {per_round[0]:.0f} ms of the processor, of that a constant of "
        f"{per_round[1]:.0f} ms (a PDF of one page); its text alone {per_round[2]:.0f} ms; ratio {ratio:.2f}"
    )
    assert ratio <= AT_MOST


def test_the_window_stays_at_hand_while_1000_documents_come_in(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, report: Callable[[str], None]
) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    random = Random(7)
    for number in range(DOCUMENTS):
        words = "\n\n".join(" ".join(random.choices(CORE, k=80)) for _ in range(4))
        (desk / f"{number:04}.md").write_text(f"# Text {number}\n\n{words}", encoding="utf-8")
    late: list[float] = []
    theme = Theme(qapp)
    theme.apply("light")
    gc.collect()
    gc.freeze()  # the objects of the test runner would take 60 ms and more at each collection
    with Workspace.open(tmp_path / "workspace") as workspace:
        tasks, reports = Tasks(), []
        page = LibraryPage(
            theme=theme,
            tasks=tasks,
            actions=Actions(library_actions()),
            library=workspace.library,
            open=print,
            say=lambda text, *_more: reports.append(text),
        )
        tasks.changed.connect(page.changed)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
        timer, before = QTimer(), [time.perf_counter()]
        timer.setTimerType(Qt.TimerType.PreciseTimer)

        def tick() -> None:
            now = time.perf_counter()
            late.append(max(0.0, (now - before[0]) * 1000 - TICK))
            before[0] = now

        timer.timeout.connect(tick)
        timer.start(TICK)
        took = seconds(lambda: _import(qtbot, page, desk, reports))
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
        timer.stop()
        tasks.close()
    gc.unfreeze()
    p99 = quantiles(late, n=100)[-1]
    report(
        f"window lateness while {DOCUMENTS:,} documents come in ({took:.0f} s): p50 {median(late):.1f} ms, "
        f"p99 {p99:.1f} ms, latest {max(late):.1f} ms"
    )
    assert p99 < P99
    assert max(late) < LATEST


def _import(qtbot: QtBot, page: LibraryPage, desk: Path, reports: list[str]) -> None:
    page.bring_in([desk])
    qtbot.waitUntil(lambda: reports == [f"{DOCUMENTS:,} texts came in."], timeout=600_000)
