"""A twin of the store of outlines, in memory."""

from __future__ import annotations

from collections.abc import Sequence

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Lines, Outlined


class FakeOutlines:
    """Outlines as files brought them, and as they were shaped."""

    def __init__(self, originals: dict[Ref, Lines] | None = None) -> None:
        self.originals = originals or {}
        self.own: dict[Ref, Lines] = {}

    def of(self, ref: Ref) -> Outlined:
        if ref not in self.originals:
            raise AppError("There is no such document.")
        original = self.originals[ref]
        return Outlined(self.own.get(ref, original), original, own=ref in self.own)

    def shape(self, ref: Ref, lines: Sequence[Heading] | None) -> Changes:
        self.own.pop(ref, None)
        if lines is not None:
            self.own[ref] = tuple(lines)
        return Changes.of(ref)
