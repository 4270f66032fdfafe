"""What the tests of the slide page share: the page with everything around it faked, on one screen or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.commands import slides_actions
from animating_alliances_desktop.ui.slides.displays import Display
from animating_alliances_desktop.ui.slides.page import SlidesPage
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said
from tests.ui.slides.decks import PACK, FakeLibrary


@dataclass
class FakeDisplay:
    """A screen that notes which window fills it."""

    area: QRect
    filled: list[QWidget] = field(default_factory=list)

    def fill(self, window: QWidget) -> None:
        self.filled.append(window)
        window.setGeometry(self.area)
        window.show()


@dataclass
class Desk:
    """A page, and what was asked of the app around it."""

    page: SlidesPage
    library: FakeLibrary
    tasks: Inline
    actions: Actions
    theme: Theme
    displays: list[Display]
    opened: Opened
    said: Said
    read: list[tuple[Ref, str]]
    mentions: dict[Ref, list[Mention]] = field(default_factory=dict)
    now: datetime = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)

    def wait(self, seconds: float) -> None:
        """Let time pass on the wall."""
        self.now += timedelta(seconds=seconds)

    @property
    def number(self) -> int:
        """The number of the slide on view."""
        slide = self.page.presenter.slide
        return slide.number if slide is not None else 0


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tasks: Inline, opened: Opened, said: Said) -> Iterator[Desk]:
    """A page with a pack on view; there is one screen."""
    library, read = FakeLibrary(), []
    actions = Actions(slides_actions())
    displays: list[Display] = [FakeDisplay(QRect(0, 0, 1280, 800))]
    made: list[Desk] = []
    page = SlidesPage(
        theme,
        tasks,
        actions,
        library,
        open=opened,
        read_text=lambda ref, heading: read.append((ref, heading)),
        say=said,
        mentions=lambda ref: made[0].mentions.get(ref, []),
        now=lambda: made[0].now,
        displays=lambda: displays,
    )
    made.append(Desk(page, library, tasks, actions, theme, displays, opened, said, read))
    qtbot.addWidget(page)
    page.resize(1180, 760)
    page.show()
    page.arrive((PACK, ""))
    page.setFocus()
    yield made[0]
    page.stop()
