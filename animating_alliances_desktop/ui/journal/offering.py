"""Decides which prompts are offered beside a draft: by moment, part, time, phase of the alliance and role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.journal.model import Asked, Form, Part
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.ui.journal.ports import View
from animating_alliances_desktop.ui.kit.runner import Runner

MOMENT = "after-meeting"
ANY = "any"


class Offering:
    """Keeps what is wanted, and asks again when that changes."""

    def __init__(
        self,
        view: View,
        prompts: PromptStore,
        tasks: Runner,
        today: Callable[[], date],
        role: Callable[[], str] = lambda: ANY,
    ) -> None:
        self._view, self._prompts, self._tasks = view, prompts, tasks
        self._today, self._role = today, role
        self._asked = Asked(moments=(MOMENT,))
        self._turned = 0

    def lay(self, form: Form | None, alliance: Alliance | None) -> None:
        """Offer what fits a form and an alliance."""
        phase = alliance.facts.phase if alliance is not None else ""
        moments = form.moments if form is not None else (MOMENT,)
        self._ask(Asked(moments, (), form.minutes if form is not None else None, phase))

    def enter(self, part: Part | None) -> None:
        """Offer what goes with a part."""
        self._ask(replace(self._asked, part=part.prompts if part is not None else ()))

    def turn(self, by: int = 1) -> None:
        """Offer the next ones; by 0 the same ones again."""
        self._turned += by
        self._offer()

    def _ask(self, asked: Asked) -> None:
        role = self._role()
        asked = replace(asked, role="" if role == ANY else role)
        if asked != self._asked:
            self._asked = asked
            self._offer()

    def _offer(self) -> None:
        work = partial(self._prompts.offered, self._today(), self._asked, turn=self._turned)
        self._tasks.read(work, self._view.show_prompts, "journal.prompts")
