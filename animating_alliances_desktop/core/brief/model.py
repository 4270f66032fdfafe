"""What one needs in mind before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.followthrough.model import Action, Intention, Left
from animating_alliances_desktop.core.journal.model import Entry, Prompt


@dataclass(frozen=True, slots=True)
class Owned:
    """What one owner has open."""

    owner: str
    """Nothing if nobody has taken it."""
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Something that the user noted often enough to be looked at over time: lately, and before that."""

    what: str
    """`energy`, `trust` or `minutes`."""
    lately: tuple[int, ...]
    before: tuple[int, ...]
    """As they were noted, the earliest first."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief before the next meeting of an alliance."""

    alliance: Alliance
    today: date
    meeting: Meeting | None = None
    """The next one, if it is known."""
    intentions: tuple[Intention, ...] = ()
    """Those of which nobody has said yet what came of them."""
    entry: Entry | None = None
    """The last one that was kept."""
    owned: tuple[Owned, ...] = ()
    decisions: tuple[Left, ...] = ()
    """Since the day of the last entry but one."""
    since: date | None = None
    trends: tuple[Trend, ...] = ()
    highlight: Annotation | None = None
    prompts: tuple[Prompt, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written on this alliance yet."""
        return not any((self.intentions, self.entry, self.owned, self.decisions))
