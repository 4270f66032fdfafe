"""What the tests of the PDF page share: a page on files in memory, with everything around it faked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.marks import Around
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.commands import rows
from animating_alliances_desktop.ui.pdf.page import PdfPage
from animating_alliances_desktop.ui.pdf.ports import Spot
from tests.ui.inline import Inline
from tests.ui.outlines import FakeOutlines
from tests.ui.pdf.fakes import FILES, PAPER, FakePdfs, FakeShelf
from tests.ui.reader.conftest import FakePreferences
from tests.ui.reader.fakes import FakeMarks

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """A page, and what was asked of the app around it."""

    page: PdfPage
    pdfs: FakePdfs
    shelf: FakeShelf
    marks: FakeMarks
    actions: Actions
    theme: Theme
    tasks: Inline
    outlines: FakeOutlines
    opened: list[Ref]
    mentions: dict[Ref, list[Mention]]
    taken: list[Callable[[], object]]
    said: list[tuple[str, str | None, Callable[[], None] | None]] = field(default_factory=list)

    def open(self, ref: Ref = PAPER, quote: str = "") -> None:
        self.page.arrive((ref, quote))

    def place(self, words: str) -> tuple[Spot, Spot]:
        """Where words stand in the file."""
        whole = self.page.presenter.words.whole
        start = whole.text.index(words)
        spans = whole.spans(start, start + len(words))
        return spans[0][:2], (spans[-1][0], spans[-1][2])

    def point(self, spot: Spot, nudge: float = 1.0) -> QPoint:
        """Where on the window a character is: its left edge, and a little to the right."""
        sheet = self.page.sheet
        letters = sheet.stock.letters(spot[0])
        assert letters is not None
        at = min(spot[1], len(letters) - 1)
        box = letters.box(at)
        edge = box[0] if at == spot[1] else box[2] - 2 * nudge
        scale = sheet.plan.scale(spot[0]) / sheet.plan.ratio
        corner = sheet.corner(spot[0])
        return (corner + QPointF(edge * scale + nudge, (box[1] + box[3]) / 2 * scale)).toPoint()

    def drag(self, words: str) -> None:
        """Select words with the mouse."""
        first, last = self.place(words)
        port = self.page.sheet.viewport()
        begin, end = self.point(first), self.point(last)
        QTest.mousePress(port, LEFT, NONE, begin)
        QTest.mouseMove(port, (begin + end) / 2)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, LEFT, NONE, end)

    @property
    def selected(self) -> str:
        span = self.page.sheet.selection.span
        return self.page.presenter.words.between(*span) if span else ""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    pdfs, shelf, marks, tasks, actions = (
        FakePdfs(), FakeShelf(), FakeMarks(), Inline(), Actions(rows()),
    )  # fmt: skip
    said: list[tuple[str, str | None, Callable[[], None] | None]] = []
    opened: list[Ref] = []
    mentions: dict[Ref, list[Mention]] = {}
    taken: list[Callable[[], object]] = []
    outlines = FakeOutlines(dict.fromkeys(FILES, ()))
    page = PdfPage(
        theme, pdfs, shelf, marks, tasks, actions,
        open_ref=opened.append, say=lambda text, button, then: said.append((text, button, then)),
        preferences=FakePreferences(theme),
        around=Around(lambda ref: mentions.get(ref, []), taken.append, outlines=outlines),
    )  # fmt: skip
    tasks.listeners.append(page.changed)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    with qtbot.waitExposed(page):
        page.show()
    yield Desk(page, pdfs, shelf, marks, actions, theme, tasks, outlines, opened, mentions, taken, said)
    pdfs.close()
