"""An alliance as the user works with it, and the organisations that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation of an alliance: who speaks for it, and what it seeks."""

    key: str
    name: str
    people: str = ""
    seeks: str = ""


@dataclass(frozen=True, slots=True)
class Alliance:
    """An alliance with its members; `entries` and `last_entry` tell what the journal holds on it."""

    ref: Ref
    name: str
    purpose: str = ""
    description: str = ""
    members: tuple[Member, ...] = ()
    entries: int = 0
    last_entry: date | None = None
