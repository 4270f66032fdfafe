"""The user's tags and collections, as the library filters by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where tags and collections are looked up."""

    listed: Callable[[], list[tuple[Ref, str]]] = list
    """All of them, each with its name."""
    things: Callable[[Ref], frozenset[Ref]] = lambda _ref: frozenset()
    """What has a tag, or lies in a collection."""
