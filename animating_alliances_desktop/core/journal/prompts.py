"""Which prompts are offered beside an entry: those that fit the moment, other ones each day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import select

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import BundledRow
from animating_alliances_desktop.core.journal.model import Asked, Prompt

LONGEST = 25
"""Minutes that the longest prompts take."""


class PromptStore:
    """The bundled prompts, by what they are meant for."""

    def __init__(self, database: Database, most_minutes: Callable[[], int] = lambda: LONGEST) -> None:
        self._database = database
        self._most_minutes = most_minutes

    def listed(self) -> list[Prompt]:
        """All prompts in their order."""
        query = select(BundledRow).where(BundledRow.kind == Kind.PROMPT.value).order_by(BundledRow.position)
        with self._database.read() as session:
            return [_prompt(row.ref, row.title, row.fields) for row in session.scalars(query)]

    def offered(self, day: date, asked: Asked = Asked(), *, most: int = 3, turn: int = 0) -> list[Prompt]:  # noqa: B008
        """Some prompts that fit, those that fit best first; other ones each day, and the next ones each `turn`."""
        minutes = min(self._most_minutes(), asked.minutes or LONGEST)
        fitting = [prompt for prompt in self.listed() if prompt.minutes <= minutes and _fits(prompt, asked)]
        Random(day.toordinal()).shuffle(fitting)  # noqa: S311 -- variety, not secrecy
        fitting.sort(key=partial(_distance, asked))
        if not fitting:
            return []
        first = turn * most % len(fitting)
        return (fitting[first:] + fitting[:first])[:most]


def _fits(prompt: Prompt, asked: Asked) -> bool:
    """Prompts of the part fit whatever the moment."""
    return prompt.ref in asked.part or not asked.moments or bool(set(asked.moments) & set(prompt.moments))


def _distance(asked: Asked, prompt: Prompt) -> int:
    """How far a prompt is from what is wanted: the part counts most, then who asks, then where the alliance is."""
    stranger = bool(asked.role) and asked.role not in prompt.roles
    elsewhere = bool(asked.phase) and asked.phase != prompt.phase
    return 4 * (prompt.ref not in asked.part) + 2 * stranger + elsewhere


def _prompt(ref: str, text: str, fields: dict[str, Any]) -> Prompt:
    return Prompt(
        ref=Ref.parse(ref),
        text=text,
        minutes=fields["minutes"],
        moments=tuple(fields["moments"]),
        questions=tuple(fields["questions"]),
        roles=tuple(fields["roles"]),
        grown_from=Ref.parse(fields["from"]),
        phase=fields.get("phase", ""),
    )
