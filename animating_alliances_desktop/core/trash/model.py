"""Something that was deleted: what it was, what went along with it, and how long it can still come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from animating_alliances_desktop.core.changes import Ref

DAYS = 30
"""How long what was deleted can be brought back."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """One deletion."""

    batch: UUID
    ref: Ref
    """Of what was deleted."""
    title: str
    along: int
    """How many things of the user's went along with it."""
    at: datetime

    @property
    def goes_on(self) -> datetime:
        """When it is let go for good."""
        return self.at + timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Emptied:
    """What an emptying let go, and what may hold it still."""

    things: int = 0
    backups: tuple[str, ...] = ()
    """The names of the backups that were made before."""
    settled: bool = True
    """Whether the words are out of all files of the workspace but those backups."""
