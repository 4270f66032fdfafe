"""What the pages on which texts are read ask of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from animating_alliances_desktop.core.settings import Settings

Say = Callable[[str, str | None, Callable[[], None] | None], None]
"""Says a sentence in the message bar, perhaps with a button and what the button does."""


class Preferences(Protocol):
    """How the user wants the page."""

    @property
    def settings(self) -> Settings:
        """What is chosen now."""

    def choose(self, name: str, value: object) -> None:
        """Choose something else, and keep it; a paper is put on at once."""
