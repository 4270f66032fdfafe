"""What the dialogues of tags and collections need of the app around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.gathering.model import Collection, Merged, Tag, Thing


class Gathered(Protocol):
    """What the stores of tags and of collections have in common."""

    def things(self, ref: Ref) -> list[Thing]:
        """Fetch everything under one."""

    def rename(self, ref: Ref, name: str) -> Changes:
        """Give it another name."""

    def merge(self, ref: Ref, into: Ref) -> Merged:
        """Put everything under one below another."""

    def unmerge(self, merged: Merged) -> Changes:
        """Take a merge back."""

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take it away."""

    def restore(self, batch: UUID) -> Changes:
        """Bring it back."""


class Tags(Gathered, Protocol):
    """Where tags are kept."""

    def listed(self) -> list[Tag]:
        """Fetch all tags."""

    def of(self, target: Ref) -> list[Tag]:
        """Fetch the tags of one thing."""

    def tag_all(self, targets: Sequence[Ref], name: str) -> Changes:
        """Put a tag on things."""

    def untag(self, target: Ref, tag: Ref) -> Changes:
        """Take a tag off a thing."""


class Collections(Gathered, Protocol):
    """Where collections are kept."""

    def listed(self) -> list[Collection]:
        """Fetch all collections."""

    def of(self, target: Ref) -> list[Collection]:
        """Fetch the collections of one thing."""

    def add(self, name: str, about: str = "") -> tuple[Changes, Ref]:
        """Make a collection."""

    def collect(self, target: Ref, collection: Ref) -> Changes:
        """Put a thing into a collection."""

    def uncollect(self, target: Ref, collection: Ref) -> Changes:
        """Take a thing out of a collection."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Both, and what things are called."""

    tags: Tags
    collections: Collections
    titles: Callable[[Sequence[Ref]], dict[Ref, str]]
