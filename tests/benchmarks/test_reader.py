"""Opening a text of 100,000 words: when its first page is painted, and how long the window is ever held up."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.anchors import anchor_of, of_html
from animating_alliances_desktop.core.annotations.model import Colour, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Heading, Reading
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.commands import rows
from animating_alliances_desktop.ui.reader.page import ReaderPage
from animating_alliances_desktop.ui.reader.ports import Shown
from tests.ui.reader.conftest import FakePreferences
from tests.ui.reader.fakes import FakeLibrary, FakeMarks

PAINTED_WITHIN = 0.5
HELD_UP_AT_MOST = 0.1
"""The aim is 0.05; a busy machine is given as much again before the benchmark fails."""
MARKS = 500
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
        page.sheet.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Paint
            and self.at is None
            and self._page.sheet.document().characterCount() > 500
        ):
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def test_opening_a_long_text(
    qtbot: QtBot, theme: Theme, report: Callable[[str], None], tmp_path: Path
) -> None:
    reading = long_text()
    library, marks, tasks = FakeLibrary(reading), FakeMarks(), Tasks()
    whole, random = of_html(reading.html), Random(2)
    for _ in range(MARKS):
        start = random.randrange(len(whole.text) - 300)
        marks.mark(reading.ref, anchor_of(whole, start, start + random.choice([20, 60, 200])), Colour.AMBER)
    page = ReaderPage(
        theme, library, marks, tasks, Actions(theme, rows()), open_ref=print, say=lambda *_said: None,
        preferences=FakePreferences(theme),
    )  # fmt: skip
    qtbot.addWidget(page)
    page.resize(1320, 900)
    with qtbot.waitExposed(page):
        page.show()
    beats: list[float] = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    painted = Painted(page)
    heart.start()
    begun = time.perf_counter()
    with qtbot.waitSignal(page.sheet.typeset, timeout=20_000):
        page.show_text(reading.ref)
    done = time.perf_counter() - begun
    heart.stop()
    tasks.close()
    assert painted.at is not None
    first = painted.at - begun
    late = max(after - before for before, after in zip([begun, *beats], beats, strict=False))
    report(
        f"100,000 words with {MARKS} highlights: first page {first * 1000:.0f} ms "
        f"(at most {PAINTED_WITHIN * 1000:.0f}), all laid out {done * 1000:.0f} ms, "
        f"window held up at most {late * 1000:.0f} ms"
    )
    assert first <= PAINTED_WITHIN
    assert late <= HELD_UP_AT_MOST


def test_highlights_cost_little_more_to_open(
    qtbot: QtBot, theme: Theme, report: Callable[[str], None]
) -> None:
    """What 500 highlights with notes add on the window's thread: the layer, the list, the margin, one painting."""
    reading = long_text()
    whole, random = of_html(reading.html), Random(2)
    library, marks, tasks = FakeLibrary(reading), FakeMarks(), Tasks()
    page = ReaderPage(
        theme, library, marks, tasks, Actions(theme, rows()), open_ref=print, say=lambda *_said: None,
        preferences=FakePreferences(theme),
    )  # fmt: skip
    qtbot.addWidget(page)
    page.resize(1320, 900)
    with qtbot.waitExposed(page):
        page.show()
    with qtbot.waitSignal(page.sheet.typeset, timeout=20_000):
        page.show_text(reading.ref)
    shown = []
    for n in range(MARKS):
        start = random.randrange(len(whole.text) - 300)
        end = start + random.choice([20, 60, 200])
        colour = list(Colour)[n % 4]
        ref, quote = Ref(Kind.ANNOTATION, str(n)), whole.text[start:end]
        shown.append(Shown(ref, start, end, colour, "A *note* #tag" if n % 2 else "", quote, State.EXACT))
    for beside in (False, True):
        page.notes.show_beside(on=beside)
        costs = [took(page, shown) - took(page, []) for _ in range(7)]
        where = "beside" if beside else "as a list"
        report(f"{MARKS} highlights, notes {where}: {sorted(costs)[3] * 1000:.1f} ms more (at most 20)")
        assert min(costs) <= 0.020, "whatever else the machine does only adds to it"
    tasks.close()


def took(page: ReaderPage, marks: list[Shown]) -> float:
    begun = time.perf_counter()
    page.show_marks(marks)
    page.sheet.viewport().repaint()
    page.notes.repaint()
    return time.perf_counter() - begun
