"""What the tests of the shell share: the look of the app."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop.ui.kit.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light; taken off again afterwards."""
    made = Theme(qapp)
    made.apply("light")
    yield made
    qapp.setStyleSheet("")
    made.setParent(None)
