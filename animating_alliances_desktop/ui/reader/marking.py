"""Decides where highlights stand in the text on the page."""

from __future__ import annotations

from dataclasses import replace

from animating_alliances_desktop.core.annotations.anchors import Normalised, Placed, anchor_of, place
from animating_alliances_desktop.core.annotations.model import Annotation, Colour, State
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit import marking
from animating_alliances_desktop.ui.kit.marks import Mark, MarkingView, Marks
from animating_alliances_desktop.ui.kit.runner import Runner


class Marking(marking.Marking[Mark]):
    """The highlights and notes of the text that is open; positions are those in the laid-out body (UTF-16 units)."""

    def __init__(self, view: MarkingView[Mark], marks: Marks, tasks: Runner, name: str = "reader") -> None:
        super().__init__(view, marks, tasks, name)
        self._normalised = Normalised("")
        self._paged = False

    def open(self, target: Ref, normalised: Normalised, *, paged: bool = False) -> None:
        """Turn to another text, whose normalised words are given; in one with pages those keep the places."""
        self._target, self._normalised, self._paged = target, normalised, paged
        self.refresh()
        self.look_for_mentions()

    def close(self) -> None:
        """Forget the text that was open."""
        self._target, self.shown = None, ()

    def refresh(self) -> None:
        """Read highlights and notes again, and place them, off the window's thread."""
        target, normalised, paged = self._target, self._normalised, self._paged
        if target is None:
            return
        read = self._reading(target)

        def find() -> tuple[marking.Found, dict[Ref, Placed]]:
            found = read()
            return found, {each.ref: _placed(normalised, each, paged=paged) for each in found.annotations}

        def then(answer: tuple[marking.Found, dict[Ref, Placed]]) -> None:
            if target == self._target and normalised is self._normalised:
                self._show(*answer)

        self._tasks.read(find, then, f"{self._name}.marks")

    def mark(self, start: int, end: int, colour: Colour, *, then_note: bool = False) -> None:
        """Highlight what is selected on the page; with `then_note`, let the user write a note on it."""
        if self._target is None:
            return
        try:
            anchor = anchor_of(self._normalised, *self._normalised.from_raw(start, end))
        except AppError:
            self.tell_no_words()
        else:
            place = self._normalised.to_raw(anchor.start, anchor.end)
            self._mark(anchor, place, colour, None, then_note=then_note)

    def at(self, position: int) -> Mark | None:
        """Tell the highlight at a position of the page; the shortest, where several lie over one another."""
        here = [each for each in self.shown if each.start <= position < each.end]
        return min(here, key=lambda each: each.end - each.start, default=None)

    def _show(self, found: marking.Found, placed: dict[Ref, Placed]) -> None:
        shown = tuple(_shown(each, placed[each.ref], self._normalised) for each in found.annotations)
        self._show_all(shown, found)
        if not self._paged:
            self._settle(found.annotations, placed)


def _placed(normalised: Normalised, annotation: Annotation, *, paged: bool) -> Placed:
    """Find a passage; what stands on a page has not moved if its very words are in the running text."""
    placed = place(normalised, annotation.anchor)
    same = normalised.text[placed.start : placed.end] == annotation.anchor.exact
    return replace(placed, state=State.EXACT) if paged and same else placed


def _shown(annotation: Annotation, placed: Placed, normalised: Normalised) -> Mark:
    """Put a highlight on the page."""
    lost = placed.state is State.LOST
    start, end = (0, 0) if lost else normalised.to_raw(placed.start, placed.end)
    return Mark(
        annotation.ref,
        start,
        end,
        annotation.colour,
        annotation.note,
        annotation.anchor.exact,
        marking.state_now(annotation, placed),
        annotation.tags,
    )
