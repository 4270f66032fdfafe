"""Long lists: how long the window is ever held up while they are shown, filtered and written into."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from statistics import median
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.annotations.model import (
    Anchor,
    Annotation,
    Colour,
    Context,
    Note,
    State,
)
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.journal.commands import journal_actions
from animating_alliances_desktop.ui.journal.page import JournalPage
from animating_alliances_desktop.ui.journal.ports import Ways
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.tasks import Tasks
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.library.commands import library_actions
from animating_alliances_desktop.ui.library.page import LibraryPage
from animating_alliances_desktop.ui.notes.page import NotesPage
from animating_alliances_desktop.ui.notes.ports import Around
from tests.benchmarks.corpus import CORE
from tests.ui.journal.stores import Stores, stores

HELD_UP_AT_MOST = 0.05
"""Seconds that the window's thread may work without being free in between."""
SHIPPED, OWN, NOTES, ENTRIES = 236, 2_000, 2_000, 1_000
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LETTERS = "the of board"
"""The first words leave nearly all there is: that is the most work."""

__all__ = ["stores"]


class Heart(QTimer):
    """Beats as often as the window's thread is free, and knows its longest work between two beats.

    What else the machine does meanwhile does not count.
    """

    def __init__(self) -> None:
        super().__init__(interval=0)
        self.timeout.connect(self._beat)
        self._last = 0.0
        self._longest = 0.0

    def listen(self) -> None:
        """Begin: what is done from now on counts."""
        self._longest, self._last = 0.0, time.thread_time()
        self.start()

    def longest(self) -> float:
        """End, and tell the longest work in seconds."""
        self._beat()
        self.stop()
        return self._longest

    def _beat(self) -> None:
        now = time.thread_time()
        self._longest, self._last = max(self._longest, now - self._last), now


class Desk:
    """The runner and the look, and a way to measure what is done with a page."""

    def __init__(self, qtbot: QtBot, theme: Theme, report: Callable[[str], None]) -> None:
        self.qtbot, self.theme, self.report, self.tasks = qtbot, theme, report, Tasks()
        self._heart = Heart()

    def held_up(self, work: Callable[[], object]) -> float:
        """Do this on the window's thread, wait until all that follows is painted, tell the longest work."""
        self._heart.listen()
        work()
        self.settle()
        return self._heart.longest()

    def settle(self) -> None:
        """Wait until nothing is being read, and the window had time to lay out and to paint."""
        rests: list[float] = []
        rest = QTimer(interval=30)
        rest.timeout.connect(lambda: rests.append(0.0))
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=10_000)
        rest.start()
        self.qtbot.waitUntil(lambda: len(rests) > 1 and not self.tasks.busy, timeout=10_000)
        rest.stop()

    def take(self, page: QWidget) -> None:
        """Have a page, not shown yet."""
        self.qtbot.addWidget(page)
        page.resize(1280, 860)
        self.tasks.failed.connect(self._fail)

    def put_up(self, page: QWidget, things: list[Any]) -> None:
        """Show a page with nothing on it, so that dressing its widgets is told apart, then have the things there."""
        held = list(things)
        things.clear()
        self.report(
            f"{type(page).__name__} put up empty: window held up {self.held_up(page.show) * 1000:.0f} ms"
        )
        things.extend(held)

    def say(self, what: str, pauses: list[float]) -> None:
        """Report what was measured, and fail if it is too long."""
        self.report(
            f"{what}: window held up at most {max(pauses) * 1000:.0f} ms, p50 {median(pauses) * 1000:.0f} ms"
        )
        assert max(pauses) <= HELD_UP_AT_MOST

    def _fail(self, error: Exception) -> None:
        raise error


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, report: Callable[[str], None]) -> Iterator[Desk]:
    """The objects of the test runner are kept out of garbage collection, which would take 60 to 120 ms for them."""
    gc.collect()
    gc.freeze()
    made = Desk(qtbot, Theme(qapp), report)
    made.theme.apply("light")
    yield made
    made.tasks.close()
    gc.unfreeze()


def words(random: Random, least: int, most: int) -> str:
    return " ".join(random.choices(CORE, k=random.randint(least, most))).capitalize()


class ManyTexts:
    """A library of texts that ship with the app, and of very many documents of the user's own."""

    def __init__(self) -> None:
        random = Random(1)
        kinds = (Kind.PAPER, Kind.CASE, Kind.PROMPT, Kind.TERM, Kind.SOURCE)
        refs = [Ref(random.choice(kinds), f"made-{n}") for n in range(SHIPPED)]
        refs += [Ref(Kind.DOCUMENT, str(n)) for n in range(OWN)]
        self.texts = [
            Listed(ref, words(random, 3, 9), summary=words(random, 15, 60), fields={"minutes": 5})
            for ref in refs
        ]

    def listed(self) -> list[Listed]:
        return list(self.texts)


class ManyNotes:
    """Highlights with and without notes, on forty texts."""

    def __init__(self) -> None:
        random = Random(2)
        self.marks = [self._mark(random, n) for n in range(NOTES)]

    def listed(self) -> list[Annotation]:
        return list(self.marks)

    def notes(self) -> list[Note]:
        return []

    def context(self) -> Context:
        return Context()

    def _mark(self, random: Random, n: int) -> Annotation:
        quote, target = words(random, 10, 80), Ref(Kind.DOCUMENT, str(n % 40))
        made = datetime(2026, 11, 24, tzinfo=UTC) - timedelta(hours=n)
        return Annotation(
            ref=Ref(Kind.ANNOTATION, str(n)),
            target=target,
            anchor=Anchor(quote, "", "", n, n + len(quote)),
            colour=random.choice(list(Colour)),
            state=State.EXACT,
            note=words(random, 5, 60) if n % 2 else "",
            made=made,
            changed=made,
            target_title=f"Text {target.key}",
        )


def type_into(desk: Desk, field: QWidget, letters: str) -> list[float]:
    """Type, and then take it all back, letter by letter."""
    keys: list[object] = [Qt.Key.Key_Space if letter == " " else letter for letter in letters]
    keys += [Qt.Key.Key_Backspace for _ in letters]
    return [desk.held_up(partial(desk.qtbot.keyClick, field, key)) for key in keys]


def test_many_texts_in_the_library(desk: Desk) -> None:
    library: Any = ManyTexts()
    page = LibraryPage(
        theme=desk.theme,
        tasks=desk.tasks,
        actions=Actions(library_actions()),
        library=library,
        open=print,
        say=lambda *_said: None,
    )
    desk.take(page)
    desk.put_up(page, library.texts)
    desk.say(f"{SHIPPED + OWN:,} texts shown first", [desk.held_up(page.refresh)])
    assert len(page.list.rows) == SHIPPED + OWN
    desk.say(f"a key in the filter of {SHIPPED + OWN:,} texts", type_into(desk, page.bar.words, LETTERS))
    assert len(page.list.rows) == SHIPPED + OWN
    desk.say("the list scrolled to its end", [desk.held_up(page.list.scrollToBottom)])


def test_many_notes(desk: Desk) -> None:
    notes: Any = ManyNotes()
    nothing: Any = None
    around = Around(
        notes, nothing, nothing, dict, dict, lambda *_: None, lambda _text: None, lambda _refs: None
    )
    page = NotesPage(theme=desk.theme, tasks=desk.tasks, around=around, say=lambda *_said: None)
    desk.take(page)
    desk.put_up(page, notes.marks)
    desk.say(f"{NOTES:,} notes shown first", [desk.held_up(page.refresh)])
    assert len(page.list.rows) == NOTES
    desk.say(f"a key in the filter of {NOTES:,} notes", type_into(desk, page.filters.words, LETTERS))
    desk.say("the notes scrolled to their end", [desk.held_up(page.list.scrollToBottom)])
    desk.say(
        "the notes made narrower", [desk.held_up(partial(page.resize, width, 860)) for width in (1200, 1100)]
    )
    desk.say(
        "a note edited in its place", [desk.held_up(partial(page.presenter.edit, page.list.rows[900].ref))]
    )


def test_writing_with_many_entries_in_the_journal(desk: Desk, stores: Stores) -> None:
    random, alliance = Random(3), stores.alliances.add("Coast")[1]
    for n in range(ENTRIES):
        day = TODAY - timedelta(days=n // 2)
        stores.journal.add(Draft(alliance, day, parts={WHAT: words(random, 20, 120)}))
    page = JournalPage(
        theme=desk.theme, tasks=desk.tasks, actions=Actions(journal_actions()),
        sources=stores.sources, ways=Ways(print, lambda *_said: None), now=lambda: NOON,
    )  # fmt: skip
    desk.tasks.changed.connect(page.changed)
    desk.take(page)
    desk.put_up(page, [])
    desk.say(f"{ENTRIES:,} entries shown first", [desk.held_up(page.shown)])
    assert len(page.entries.list.rows) == ENTRIES
    page.arrive(alliance)
    desk.settle()

    def write_and_save() -> None:
        desk.qtbot.keyClicks(page.editor.parts.field(WHAT), "Half")
        page.presenter.at.save()

    desk.say(f"an autosave with {ENTRIES:,} entries", [desk.held_up(write_and_save) for _ in range(8)])
