"""Decides whose brief is shown, and what becomes of what is answered on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.brief.model import Brief
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.followthrough.model import Deed
from animating_alliances_desktop.ui.brief.ports import Source, View
from animating_alliances_desktop.ui.kit.runner import Runner

FILE = "brief.file"


class BriefPresenter:
    """One brief at a time."""

    def __init__(self, view: View, source: Source, tasks: Runner) -> None:
        self._view, self._source, self._tasks = view, source, tasks
        self._wish: Ref | None = None
        self.brief: Brief | None = None

    @property
    def alliance(self) -> Ref | None:
        """The alliance whose brief is shown."""
        return self.brief.alliance.ref if self.brief else None

    def refresh(self) -> None:
        """Gather it again."""
        self._tasks.read(self._source.alliances, self._take, "brief.alliances")

    def arrive(self, place: object) -> None:
        """Show the brief of this alliance."""
        if isinstance(place, Ref) and place.kind is Kind.ALLIANCE:
            self._wish = place
            self.refresh()

    def choose(self, alliance: Ref | None) -> None:
        """Show the brief of another alliance."""
        if alliance is not None:
            self._gather(alliance)

    def happened(self, intention: Ref, words: str) -> None:
        """Note what came of an intention."""
        if not words.strip():
            return
        done: list[Deed] = []

        def work() -> Changes:
            done.append(self._source.close(intention, words.strip()))
            return done[0].changes

        def noted(_changes: Changes) -> None:
            self._view.forget_typed(intention)
            self._view.tell_noted(lambda: self._tasks.write(lambda: self._source.put_back(done[0])))

        self._tasks.write(work, noted)

    def save(self, path: Path) -> None:
        """Write the brief to a file."""
        brief = self.brief
        if brief is not None:
            self._tasks.read(
                lambda: self._source.save(brief, path), lambda _made: self._view.tell_saved(path), FILE
            )

    def hand_over(self, then: Callable[[bytes], None]) -> None:
        """Make a PDF of the brief, for a printer."""
        brief = self.brief
        if brief is not None:
            self._tasks.read(lambda: self._source.as_pdf(brief), then, FILE)

    def _take(self, alliances: Sequence[Alliance]) -> None:
        wish, self._wish = self._wish, None
        known = {alliance.ref: alliance for alliance in alliances}
        if not known:
            self.brief = None
            self._view.show_none()
            return
        latest = max(alliances, key=lambda alliance: alliance.last_entry or date.min)
        chosen = next((ref for ref in (wish, self.alliance) if ref in known), latest.ref)
        assert chosen is not None
        self._view.show_choice(alliances, chosen)
        self._gather(chosen)

    def _gather(self, alliance: Ref) -> None:
        self._tasks.read(lambda: self._source.gather(alliance), self._show, "brief.gather")

    def _show(self, brief: Brief) -> None:
        self.brief = brief
        self._view.show_brief(brief)
