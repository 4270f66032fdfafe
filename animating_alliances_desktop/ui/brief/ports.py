"""What the page of the brief asks of the core, and its presenter of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.brief.model import Brief
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.followthrough.model import Deed


@dataclass(frozen=True, slots=True)
class Source:
    """Where briefs come from, and what is done with them."""

    alliances: Callable[[], Sequence[Alliance]]
    gather: Callable[[Ref], Brief]
    close: Callable[[Ref, str], Deed]
    """Say what came of an intention."""
    put_back: Callable[[Deed], Changes]
    as_pdf: Callable[[Brief], bytes]
    save: Callable[[Brief, Path], object]


class View(Protocol):
    """What the presenter asks of the page."""

    def show_none(self) -> None:
        """Show that there is no alliance yet."""

    def show_choice(self, alliances: Sequence[Alliance], chosen: Ref) -> None:
        """Offer these alliances."""

    def show_brief(self, brief: Brief) -> None:
        """Show a brief."""

    def forget_typed(self, intention: Ref) -> None:
        """What was typed on this intention is on the disk."""

    def tell_noted(self, take_back: Callable[[], None]) -> None:
        """Say that it was noted, and offer to take it back."""

    def tell_saved(self, path: Path) -> None:
        """Say that the brief was saved."""
