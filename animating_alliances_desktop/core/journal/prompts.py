"""Which prompts are offered beside an entry: those that fit the moment, other ones each day."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import select

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import BundledRow
from animating_alliances_desktop.core.journal.model import Prompt

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

    def offered(
        self, day: date, moments: Collection[str] = (), *, most: int = 3, turn: int = 0
    ) -> list[Prompt]:
        """Some prompts that fit, and take no longer than the user wishes; each `turn` of a day brings the next ones."""
        minutes = self._most_minutes()
        fitting = [
            prompt
            for prompt in self.listed()
            if prompt.minutes <= minutes and (not moments or set(moments) & set(prompt.moments))
        ]
        Random(day.toordinal()).shuffle(fitting)  # noqa: S311 -- variety, not secrecy
        if not fitting:
            return []
        first = turn * most % len(fitting)
        return (fitting[first:] + fitting[:first])[:most]


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
