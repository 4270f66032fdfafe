"""Fixtures for the tests of pages: the look, the inline runner, and what was opened and said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline


class Opened(list[tuple[Ref, str]]):
    """Stands for opening a thing: notes what and at which words."""

    def __call__(self, ref: Ref, quote: str = "") -> None:
        self.append((ref, quote))


class Said(list[str]):
    """Stands for the message bar."""

    then: Callable[[], None] | None = None
    kind = ""

    def __call__(
        self, text: str, kind: str = "info", button: str = "", then: Callable[[], None] | None = None
    ) -> None:
        self.append(text)
        self.kind, self.then = kind, then

    def press(self) -> None:
        """Press the button of the message."""
        assert self.then is not None
        self.then()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply("light")
    yield made
    qapp.setStyleSheet("")
    made.setParent(None)


@pytest.fixture
def tasks() -> Inline:
    return Inline()


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def said() -> Said:
    return Said()
