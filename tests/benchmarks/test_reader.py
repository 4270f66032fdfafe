"""Opening a text of 100,000 words: when its first page is painted, and how long the window is ever held up."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.anchors import anchor_of, of_html
from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Heading, Reading
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.commands import rows
from animating_alliances_desktop.ui.reader.page import ReaderPage
from tests.ui.reader.conftest import FakePreferences
from tests.ui.reader.fakes import FakeLater, FakeLibrary, FakeMarks

PAINTED_WITHIN = 0.5
HELD_UP_AT_MOST = 0.05
"""Seconds that the window's thread may work without being free in between."""
MARKS = 500
MARKS_COST = 0.02
ROUNDS = 8
_WORDS = (
    "alliance",
    "member",
    "trust",
    "steering",
    "network",
    "time",
    "meeting",
    "purpose",
    "risk",
    "of",
    "the",
    "and",
)
_TABLE = (
    "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>"
)


def long_text() -> Reading:
    random = Random(1)
    parts, outline = [], []
    for number in range(1000):
        if number % 8 == 0:
            outline.append(Heading(2, f"Part {number}", f"h{number}"))
            parts.append(f'<h2 id="h{number}">Part {number}</h2>')
        if number % 40 == 3:
            parts.append(_TABLE)
        parts.append(f"<p>{' '.join(random.choices(_WORDS, k=100))}.</p>")
    ref = Ref(Kind.DOCUMENT, "long")
    return Reading(ref, "A long text", "Your document", "\n".join(parts), tuple(outline), 100_000, 455)


class Painted(QObject):
    """Notes when the sheet first paints words."""

    def __init__(self, page: ReaderPage) -> None:
        super().__init__()
        self._page = page
        self.at: float | None = None
        page.active.sheet.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Paint
            and self.at is None
            and self._page.active.sheet.document().characterCount() > 500
        ):
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def marked(reading: Reading, count: int) -> FakeMarks:
    """So many highlights, anywhere in a text."""
    marks, whole, random = FakeMarks(), of_html(reading.html), Random(2)
    for _ in range(count):
        start = random.randrange(len(whole.text) - 300)
        marks.mark(reading.ref, anchor_of(whole, start, start + random.choice([20, 60, 200])), Colour.AMBER)
    return marks


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Callable[[Reading, FakeMarks, Tasks], ReaderPage]:
    """Makes a page on a text, shown."""

    def make(reading: Reading, marks: FakeMarks, tasks: Tasks) -> ReaderPage:
        page = ReaderPage(
            theme, FakeLibrary(reading), marks, tasks, Actions(rows()), open_ref=print,
            say=lambda *_said: None, preferences=FakePreferences(theme), later=FakeLater(),
        )  # fmt: skip
        qtbot.addWidget(page)
        page.resize(1320, 900)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


Open = Callable[[Reading, FakeMarks, Tasks], ReaderPage]


def test_opening_a_long_text(qtbot: QtBot, report: Callable[[str], None], open_page: Open) -> None:
    reading, tasks = long_text(), Tasks()
    page = open_page(reading, marked(reading, MARKS), tasks)
    beats: list[float] = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: beats.append(time.thread_time()))
    painted = Painted(page)
    heart.start()
    begun, worked = time.perf_counter(), time.thread_time()
    with qtbot.waitSignal(page.active.sheet.typeset, timeout=20_000):
        page.show_text(reading.ref)
    done = time.perf_counter() - begun
    heart.stop()
    tasks.close()
    assert painted.at is not None
    first = painted.at - begun
    late = max(after - before for before, after in zip([worked, *beats], beats, strict=False))
    report(
        f"100,000 words with {MARKS} highlights: first page {first * 1000:.0f} ms "
        f"(at most {PAINTED_WITHIN * 1000:.0f}), all laid out {done * 1000:.0f} ms, "
        f"window held up at most {late * 1000:.0f} ms"
    )
    assert first <= PAINTED_WITHIN
    assert late <= HELD_UP_AT_MOST


def work_until_marked(qtbot: QtBot, page: ReaderPage, ref: Ref, count: int) -> float:
    """How much work it is, once a text is laid out, until all its highlights are on it; other programs do not count.

    Nothing before that depends on the highlights: they are only asked for then.
    """
    begun: list[float] = []
    shown: list[float] = []
    show = page.active.show_marks

    def noted(marks: Sequence[Mark]) -> None:
        show(marks)
        page.active.sheet.viewport().repaint()
        if len(marks) == count:
            shown.append(time.process_time())

    page.active.show_marks = noted  # type: ignore[method-assign]
    page.active.sheet.typeset.connect(lambda _raw: begun.append(time.process_time()))
    page.show_text(ref)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    return shown[0] - begun[0]


def test_highlights_cost_little(qtbot: QtBot, report: Callable[[str], None], open_page: Open) -> None:
    reading = long_text()
    all_marks = {count: marked(reading, count) for count in (0, MARKS)}
    times: dict[int, list[float]] = {0: [], MARKS: []}
    for _ in range(ROUNDS):
        for count, marks in all_marks.items():
            tasks = Tasks()
            page = open_page(reading, marks, tasks)
            times[count].append(work_until_marked(qtbot, page, reading.ref, count))
            tasks.close()
            page.hide()
    none, many = min(times[0]), min(times[MARKS])
    report(
        f"100,000 words laid out, until {MARKS} highlights are on them: {many * 1000:.0f} ms of work, without any "
        f"{none * 1000:.0f} ms, so {(many - none) * 1000:.0f} ms more (at most {MARKS_COST * 1000:.0f})"
    )
    assert many - none <= MARKS_COST
