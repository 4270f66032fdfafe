"""What an open document is called: the user may call it otherwise while it is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.runner import Runner


@dataclass(frozen=True, slots=True)
class Naming:
    """Notices that the document on view is called otherwise now."""

    tasks: Runner
    title_of: Callable[[Ref], str]
    shown: Callable[[], tuple[Ref | None, str]]
    """What is on view, and the title that stands above it."""
    call: Callable[[str], object]
    """Shows another title."""
    name: str
    """Tells the reads of two pages apart."""

    def heed(self, changes: Changes) -> None:
        """Look what the document is called, if a write has touched it."""
        ref, _title = self.shown()
        if ref is not None and ref.kind is Kind.DOCUMENT and ref in changes.refs:
            self.tasks.read(lambda: self._title(ref), lambda now: self._take(ref, now), f"{self.name}.title")

    def _title(self, ref: Ref) -> str:
        with suppress(AppError):  # it was taken away, and keeps its title as long as it is on view
            return self.title_of(ref)
        return ""

    def _take(self, ref: Ref, now: str) -> None:
        shown, title = self.shown()
        if now and shown == ref and now != title:
            self.call(now)
