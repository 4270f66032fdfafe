"""What the tests of the window share: the look, the inline runner, and what was opened and said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop.ui.kit.theme import Theme
from tests.ui.inline import Inline
from tests.ui.opened import Opened, Said


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light; taken off again afterwards."""
    made = Theme(qapp)
    made.apply("light", "light")
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
