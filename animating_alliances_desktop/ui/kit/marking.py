"""Decides what becomes of highlights and notes; where they stand, each kind of text finds in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.links.model import SOURCES, Mention
from animating_alliances_desktop.ui.kit.marks import Around, Mark, MarkingView, Marks
from animating_alliances_desktop.ui.kit.runner import Runner

M = TypeVar("M", bound=Mark)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of one text."""

    annotations: Sequence[Annotation] = ()
    notes: Sequence[Note] = ()


class Marking(Generic[M]):
    """The highlights and notes of the text that is open."""

    def __init__(self, view: MarkingView[M], marks: Marks, tasks: Runner, name: str) -> None:
        self._view, self._marks, self._tasks, self._name = view, marks, tasks, name
        self._target: Ref | None = None
        self._to_edit: Ref | None = None
        self.around = Around()
        self.shown: tuple[M, ...] = ()

    @property
    def target(self) -> Ref | None:
        """The text that is open."""
        return self._target

    def refresh(self) -> None:
        """Read highlights and notes again."""
        raise NotImplementedError

    def heed(self, changes: Changes) -> None:
        """Read again what a write has touched."""
        if changes.touch(Kind.ANNOTATION, Kind.NOTE, Kind.TAG):
            self.refresh()
        if changes.touch(*SOURCES):
            self.look_for_mentions()

    def look_for_mentions(self) -> None:
        """Look who points at the text, or at a passage of it."""
        target, mentions = self._target, self.around.mentions

        def take(found: Sequence[Mention]) -> None:
            if target == self._target:
                self._view.show_mentions(found)

        if target is not None:
            self._tasks.read(lambda: mentions(target), take, f"{self._name}.mentions")

    def tell_no_words(self) -> None:
        """Nothing is selected that could be marked."""
        self._view.tell_no_words()

    def recolour(self, ref: Ref, colour: Colour) -> None:
        """Give a highlight another colour."""
        before = next((each.colour for each in self.shown if each.ref == ref), colour)
        if before is colour:
            return
        self._write(lambda: self._marks.recolour(ref, colour))
        self.around.take_back(lambda: self._write(lambda: self._marks.recolour(ref, before)))

    def write(self, ref: Ref | None, text: str, then: Callable[[Ref], None] | None = None) -> None:
        """Keep a note: on a highlight, over an older note, or (without `ref`) a new one on the whole text."""
        if ref is None:
            self._add(text, then)
        elif ref.kind is Kind.ANNOTATION:
            self._write(lambda: self._marks.write_note(ref, text))
        elif text.strip():
            self._write(lambda: self._marks.change_note(ref, text))

    def finish(self, ref: Ref, before: str) -> None:
        """A note was written: from now on it can be taken back to what it said before."""
        if before.strip() or ref.kind is Kind.ANNOTATION:
            self.around.take_back(lambda: self.write(ref, before))
        else:
            self.around.take_back(lambda: self._write(lambda: self._marks.remove(ref)))

    def remove(self, ref: Ref) -> None:
        """Take a highlight or a note away."""
        self._tasks.write(lambda: self._marks.remove(ref), lambda _changes: self._view.tell_removed(ref))

    def restore(self, ref: Ref) -> None:
        """Bring back what was taken away."""
        self._write(lambda: self._marks.restore(ref))

    def _reading(self, target: Ref) -> Callable[[], Found]:
        """What reads all of one text, off the window's thread."""
        marks = self._marks
        return lambda: Found(marks.on(target), marks.notes_about(target))

    def _mark(
        self, anchor: Anchor, place: tuple[int, int], colour: Colour, page: int | None, *, then_note: bool
    ) -> None:
        """Highlight a passage; with `then_note`, let the user write a note on it. What is there is not made twice."""
        target, marks = self._target, self._marks
        there = next((one for one in self.shown if (one.start, one.end) == place), None)
        if there is not None and then_note:
            self._view.edit_note(there.ref)
        elif there is not None:
            self.recolour(there.ref, colour)
        elif target is not None:
            self._tasks.write(
                lambda: marks.mark(target, anchor, colour, page=page),
                lambda changes: self._marked(changes, then_note=then_note),
            )

    def _marked(self, changes: Changes, *, then_note: bool) -> None:
        """Let a new highlight be taken back, and open the editor once it is on the page."""
        for ref in changes:
            if ref.kind is Kind.ANNOTATION:
                self.around.take_back(partial(self._write, partial(self._marks.remove, ref)))
                self._to_edit = ref if then_note else self._to_edit

    def _show_all(self, shown: tuple[M, ...], found: Found) -> None:
        """Show highlights that have their places, and the rest of what was read."""
        self.shown = shown
        self._view.show_marks(shown)
        self._view.show_notes(found.notes)
        if self._to_edit is not None and any(each.ref == self._to_edit for each in shown):
            self._view.edit_note(self._to_edit)
            self._to_edit = None

    def _settle(self, annotations: Sequence[Annotation], placed: dict[Ref, Placed]) -> None:
        """Write down where highlights stand now, if that is elsewhere than before."""
        news = {each.ref: placed[each.ref] for each in annotations if _is_news(each, placed[each.ref])}
        if news:
            self._write(lambda: self._marks.settle(news))

    def _add(self, text: str, then: Callable[[Ref], None] | None) -> None:
        target = self._target
        if target is None or not text.strip():
            return

        def tell(changes: Changes) -> None:
            made = [ref for ref in changes if ref.kind is Kind.NOTE]
            if then is not None and made:
                then(made[0])

        self._tasks.write(lambda: self._marks.add_note(target, text), tell)

    def _write(self, work: Callable[[], Changes]) -> None:
        self._tasks.write(work, None)


def state_now(annotation: Annotation, placed: Placed) -> State:
    """How a highlight was found; one that has moved stays marked so, until its passage is marked afresh."""
    moved = placed.state is State.EXACT and annotation.state is State.MOVED
    return State.MOVED if moved else placed.state


def _is_news(annotation: Annotation, now: Placed) -> bool:
    """Whether the text has changed under a highlight since it was last written down."""
    if now.state is State.LOST:
        return annotation.state is not State.LOST
    there = (annotation.anchor.start, annotation.anchor.end) == (now.start, now.end)
    return annotation.state is State.LOST or not there
