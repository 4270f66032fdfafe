"""Decides what becomes of an outline while its reader shapes it; every step can be taken back. It holds no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import outlining
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Lines, Outlined
from animating_alliances_desktop.ui.kit.runner import Runner

Undo = Callable[[], object]
_NONE = Outlined(())


class Outlines(Protocol):
    """Where the outlines of documents are kept."""

    def of(self, ref: Ref) -> Outlined:
        """Tell the outline of a document; AppError if that is not there."""

    def shape(self, ref: Ref, lines: Sequence[Heading] | None) -> Changes:
        """Give a document an outline of the user's own; None goes back to the one of its file."""


class NoOutlines:
    """Where there are no documents of the user's own."""

    def of(self, ref: Ref) -> Outlined:
        """Have none."""
        raise AppError("This document is not there any more. Go back to the library.")

    def shape(self, ref: Ref, lines: Sequence[Heading] | None) -> Changes:
        """Have none."""
        raise AppError("This document is not there any more. Go back to the library.")


class View(Protocol):
    """What is asked of the page."""

    def show_outline(self, outlined: Outlined, at: int | None) -> None:
        """Show an outline that can be shaped, with this line chosen."""

    def show_fixed(self) -> None:
        """Offer no shaping: what is open is no document of the user's own."""

    def edit_line(self, nth: int) -> None:
        """Let the user write the words of this line."""

    def tell_line_removed(self, undo: Undo) -> None:
        """Say that a line was removed, and offer to bring it back."""

    def tell_restored(self, undo: Undo) -> None:
        """Say that the outline is the one of the file again, and offer to go back."""


class Shaping:
    """The outline of the document that is open, and what its reader does to it."""

    def __init__(
        self, view: View, outlines: Outlines, tasks: Runner, take_back: Callable[[Undo], object], name: str
    ) -> None:
        self._view, self._outlines, self._tasks = view, outlines, tasks
        self._take_back, self._name = take_back, name
        self._ref: Ref | None = None
        self._original: Lines | None = None
        self.outlined = _NONE
        self._is_known = False

    @property
    def ref(self) -> Ref | None:
        """The document whose outline can be shaped."""
        return self._ref

    @property
    def lines(self) -> Lines:
        """The lines as they are shown."""
        return self.outlined.lines

    @property
    def can_shape(self) -> bool:
        """Whether what is open is a document of the user's own, and its outline is known."""
        return self._ref is not None and self._is_known

    def open(self, ref: Ref | None, original: Lines | None = None) -> None:
        """Shape the outline of this document; `original` says better than the store what its file brought."""
        self._original = original
        if ref is None or ref.kind is not Kind.DOCUMENT:
            self._ref, self._is_known = None, False
            self._view.show_fixed()
            return
        if ref == self._ref and self._is_known:  # only laid out anew
            self._view.show_outline(self.outlined, None)
            return
        self._ref, self._is_known = ref, False
        self._view.show_fixed()
        self._fetch(ref)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        if self._ref is not None and self._ref in changes.refs:
            self._fetch(self._ref)

    def rename(self, nth: int, title: str) -> None:
        """Call a line otherwise; without words it stays as it is."""
        if title.strip() and 0 <= nth < len(self.lines):
            self._write(outlining.renamed(self.lines, nth, title), nth)

    def remove(self, nth: int) -> None:
        """Take a line out."""
        if 0 <= nth < len(self.lines):
            after = outlining.without(self.lines, nth)
            self._write(after, min(nth, len(after) - 1), self._view.tell_line_removed)

    def move(self, nth: int, by: int) -> None:
        """Move a line a level in (1) or out (-1)."""
        self._write(outlining.moved(self.lines, nth, by), nth)

    def can_move(self, nth: int, by: int) -> bool:
        """Whether it can be moved so."""
        return self.can_shape and outlining.can_move(self.lines, nth, by)

    def add(self, line: Heading, nth: int) -> None:
        """Put a line in before the one of this number, and let its words be written; one that is there, is taken."""
        there = (at for at, each in enumerate(self.lines) if _place(each) == _place(line))
        known = next(there, None)
        if known is not None:
            self._view.edit_line(known)
        else:
            after = outlining.with_line(self.lines, nth, line)
            self._write(after, nth, then=lambda: self._view.edit_line(nth))

    def restore(self) -> None:
        """Go back to the outline of the file."""
        if self.can_shape and self.outlined.own:
            self._write(None, None, self._view.tell_restored)

    def _fetch(self, ref: Ref) -> None:
        outlines = self._outlines
        self._tasks.read(
            lambda: _of(outlines, ref), lambda found: self._take(ref, found), f"{self._name}.outline"
        )

    def _take(self, ref: Ref, found: Outlined | None) -> None:
        if ref != self._ref or found is None:
            return
        if self._original is not None:
            lines = found.lines if found.own else self._original
            found = replace(found, lines=lines, original=self._original)
        if found != self.outlined or not self._is_known:
            self._show(found, None)

    def _show(self, outlined: Outlined, at: int | None) -> None:
        self.outlined, self._is_known = outlined, True
        self._view.show_outline(outlined, at)

    def _write(
        self,
        lines: Lines | None,
        at: int | None,
        tell: Callable[[Undo], object] | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        ref, before, outlines, tasks = self._ref, self.outlined, self._outlines, self._tasks
        if ref is None or lines == before.lines:
            return
        after = replace(before, lines=before.original if lines is None else lines, own=lines is not None)

        def undo() -> None:
            tasks.write(lambda: outlines.shape(ref, before.lines if before.own else None))

        def done(_changes: Changes) -> None:
            if ref == self._ref:
                self._show(after, at)
                then()
            (tell or self._take_back)(undo)

        tasks.write(lambda: outlines.shape(ref, lines), done)


def _place(line: Heading) -> tuple[object, ...]:
    return line.id, line.title, line.down


def _of(outlines: Outlines, ref: Ref) -> Outlined | None:
    """The outline of a document; None if that was removed meanwhile, of which the library tells."""
    try:
        return outlines.of(ref)
    except AppError:
        return None
