"""Writing in a long entry: how long each key holds the window up, with light, spelling, autosave and painting.

What is counted is how long the window's thread works between two moments at which it is free: what else the machine
does meanwhile does not count.
"""

from __future__ import annotations

from functools import partial
from random import Random

from PySide6.QtGui import QTextCursor

from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft
from animating_alliances_desktop.core.spelling import Spelling
from animating_alliances_desktop.ui.journal.commands import journal_actions
from animating_alliances_desktop.ui.journal.page import JournalPage
from animating_alliances_desktop.ui.journal.ports import Ways
from animating_alliances_desktop.ui.kit.actions import Actions
from tests.benchmarks.corpus import CORE
from tests.benchmarks.test_lists import NOON, TODAY, Desk, desk, stores
from tests.ui.journal.stores import Stores

WORDS, KEYS = 10_000, 300
AT_MOST = 0.016
"""Seconds that a key may hold the window up, 99 times of 100."""

__all__ = ["desk", "stores"]


def long_text(random: Random) -> str:
    """Paragraphs of a hundred words, with headings, lists, signed lines and slips among them."""
    lines = []
    for nth in range(WORDS // 100):
        said = [random.choice(CORE) for _ in range(96)]
        said[10:10] = ["agian", "**truly**", "[[aa:case/start-network|Start Network]]"]
        lines += [("# ", "- ", "-> ", "")[nth % 4] + " ".join(said)]
    return "\n".join(lines)


def test_typing_in_an_entry_of_ten_thousand_words(desk: Desk, stores: Stores) -> None:
    random = Random(5)
    alliance = stores.alliances.add("Coast")[1]
    text = long_text(random)
    entry = stores.journal.begin(Draft(alliance, TODAY, FREE, parts={TEXT: text}))[1]
    spelling = Spelling(stores.database, paths.resources() / "dictionaries")
    assert spelling.load()
    page = JournalPage(
        theme=desk.theme, tasks=desk.tasks, actions=Actions(journal_actions()),
        sources=stores.sources, ways=Ways(print, lambda *_said: None), now=lambda: NOON, dictionary=spelling,
    )  # fmt: skip
    desk.tasks.changed.connect(page.changed)
    desk.take(page)
    desk.put_up(page, [])
    page.shown()
    desk.settle()
    opened = desk.held_up(partial(page.arrive, entry.ref))
    field = page.editor.parts.field(TEXT)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(WORDS // 200):
        field.moveCursor(QTextCursor.MoveOperation.PreviousBlock)
    desk.settle()
    typed = (" and they agre on it" * 20)[:KEYS]
    pauses = sorted(desk.held_up(partial(desk.qtbot.keyClicks, field, letter)) for letter in typed)
    p99 = pauses[int(len(pauses) * 0.99) - 1]
    desk.report(
        f"{WORDS:,} words: opened in {opened * 1000:.0f} ms; a key holds the window up p50 "
        f"{pauses[len(pauses) // 2] * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, at most {pauses[-1] * 1000:.1f} ms"
    )
    assert p99 < AT_MOST
