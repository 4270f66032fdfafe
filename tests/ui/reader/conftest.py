"""What the tests of the reader share: a text, and a page with everything around it faked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Heading, Reading
from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.marks import Around
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.commands import rows
from animating_alliances_desktop.ui.reader.page import ReaderPage
from animating_alliances_desktop.ui.reader.pane import Pane
from tests.ui.inline import Inline
from tests.ui.outlines import FakeOutlines
from tests.ui.reader.fakes import FakeLater, FakeLibrary, FakeMarks

PAPER = Ref(Kind.PAPER, "overview")
DOCUMENT = Ref(Kind.DOCUMENT, "evaluation")
CASE = Ref(Kind.CASE, "start-network")
HTML = (
    "<p>An alliance is slow for good reasons.<sup><a href='#ref-1'>1</a></sup> Its members answer to boards.</p>"
    "<h2 id='hub'>Where the hub stands</h2><p>The hub carries the follow-through. Nobody planned that.</p>"
    "<table><thead><tr><th>Form</th><th>Years</th></tr></thead><tbody><tr><td>Binding 😀 agreement</td>"
    "<td>five</td></tr></tbody></table><blockquote><p>Sharing, until it is our name.</p><p>Then not.</p></blockquote>"
    + "".join(
        f"<p>Paragraph {n} says what the members did in year {n}, and why it took long.</p>"
        for n in range(60)
    )
    + "<h2 id='end'>The end</h2><p>Last words, with <a href='aa:case/start-network'>a case</a>.</p>"
    "<ol><li id='ref-1'>A source. <a href='https://example.org/a'>example.org</a></li></ol>"
)


def reading(ref: Ref = PAPER, html: str = HTML, title: str = "An overview") -> Reading:
    """A text for the reader."""
    outline = (Heading(2, "Where the hub stands", "hub"), Heading(2, "The end", "end"))
    related = ((CASE, "Start Network"),)
    return Reading(
        ref, title, "Paper · 3 minutes", html, outline, 900, 3, None, (("Status", "open <b>"),), related
    )


@dataclass
class FakePreferences:
    """The user's wishes; choosing a paper dresses the theme."""

    theme: Theme
    settings: Settings = field(default_factory=lambda: Settings(paper="light"))

    def choose(self, name: str, value: object) -> None:
        self.settings = self.settings.changed(name, value)
        if name == "paper":
            self.theme.apply("light", value)  # type: ignore[arg-type]


@dataclass
class Desk:
    """A page, and what was asked of the app around it."""

    page: ReaderPage
    library: FakeLibrary
    marks: FakeMarks
    actions: Actions
    theme: Theme
    outlines: FakeOutlines
    later: FakeLater = field(default_factory=FakeLater)
    opened: list[Ref] = field(default_factory=list)
    said: list[tuple[str, str | None, Callable[[], None] | None]] = field(default_factory=list)

    @property
    def pane(self) -> Pane:
        """The text that the keyboard is in."""
        return self.page.active

    def read(self, qtbot: QtBot, ref: Ref = PAPER, quote: str = "", heading: str = "") -> None:
        """Open a text and wait until all of it is laid out."""
        with qtbot.waitSignal(self.pane.sheet.typeset):
            self.page.show_text(ref, quote, heading)

    def find(self, words: str) -> tuple[int, int]:
        """Where words stand on the page."""
        return self.pane.presenter.find(words)[0]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    """A page on two texts, shown."""
    other = reading(CASE, "<p>A case, told briefly.</p>", "Start Network")
    library, marks, tasks, actions = (
        FakeLibrary(reading(), other, reading(DOCUMENT, title="An evaluation")),
        FakeMarks(),
        Inline(),
        Actions(rows()),
    )
    opened: list[Ref] = []
    later = FakeLater()
    outlines = FakeOutlines({DOCUMENT: reading(DOCUMENT).outline})
    said: list[tuple[str, str | None, Callable[[], None] | None]] = []
    page = ReaderPage(
        theme,
        library,
        marks,
        tasks,
        actions,
        open_ref=opened.append,
        say=lambda text, button, then: said.append((text, button, then)),
        preferences=FakePreferences(theme),
        later=later,
        around=Around(outlines=outlines),
    )
    tasks.listeners.append(page.changed)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return Desk(page, library, marks, actions, theme, outlines, later, opened, said)
