"""Decides about highlights and notes: where they stand in the text on the page, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from animating_alliances_desktop.core.annotations.anchors import Normalised, Placed, anchor_of, place
from animating_alliances_desktop.core.annotations.model import Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.links.model import Mention
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.reader.ports import Around, Marks, Shown, View


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of one text, with every highlight placed."""

    annotations: Sequence[Annotation]
    notes: Sequence[Note]
    placed: dict[Ref, Placed]
    mentions: Sequence[Mention] = ()


class Marking:
    """The highlights and notes of the text that is open."""

    def __init__(self, view: View, marks: Marks, tasks: Runner, name: str = "reader") -> None:
        self._view = view
        self._marks = marks
        self._tasks = tasks
        self._key = f"{name}.marks"
        self._target: Ref | None = None
        self._normalised = Normalised("")
        self._to_edit: Ref | None = None
        self.around = Around()
        self.shown: tuple[Shown, ...] = ()

    @property
    def target(self) -> Ref | None:
        """The text that is open."""
        return self._target

    def open(self, target: Ref, normalised: Normalised) -> None:
        """Turn to another text, whose normalised words are given."""
        self._target, self._normalised = target, normalised
        self.refresh()

    def close(self) -> None:
        """Forget the text that was open."""
        self._target, self.shown = None, ()

    def refresh(self) -> None:
        """Read highlights and notes again, and place them, off the window's thread."""
        target, normalised, marks = self._target, self._normalised, self._marks
        mentions = self.around.mentions
        if target is None:
            return

        def find() -> _Found:
            annotations = marks.on(target)
            placed = {each.ref: place(normalised, each.anchor) for each in annotations}
            return _Found(annotations, marks.notes_about(target), placed, mentions(target))

        self._tasks.read(find, lambda found: self._show(target, normalised, found), self._key)

    def look_for_mentions(self) -> None:
        """Look again who points at the text: somebody wrote elsewhere."""
        target, mentions = self._target, self.around.mentions
        if target is not None:
            self._tasks.read(lambda: mentions(target), self._view.show_mentions, "reader.mentions")

    def mark(self, start: int, end: int, colour: Colour, *, then_note: bool = False) -> None:
        """Highlight what is selected on the page; with `then_note`, let the user write a note on it."""
        target, marks = self._target, self._marks
        if target is None:
            return
        try:
            anchor = anchor_of(self._normalised, *self._normalised.from_raw(start, end))
        except AppError:
            self._view.tell_no_words()
            return
        self._tasks.write(
            lambda: marks.mark(target, anchor, colour),
            lambda changes: self._marked(changes, then_note=then_note),
        )

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

    def at(self, position: int) -> Shown | None:
        """Tell the highlight at a position of the page; the shortest, where several lie over one another."""
        here = [each for each in self.shown if each.start <= position < each.end]
        return min(here, key=lambda each: each.end - each.start, default=None)

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

    def _marked(self, changes: Changes, *, then_note: bool) -> None:
        """Let a new highlight be taken back, and open the editor once it is on the page."""
        for ref in changes:
            if ref.kind is Kind.ANNOTATION:
                self.around.take_back(partial(self._write, partial(self._marks.remove, ref)))
                self._to_edit = ref if then_note else self._to_edit

    def _show(self, target: Ref, normalised: Normalised, found: _Found) -> None:
        if target != self._target or normalised is not self._normalised:
            return
        self.shown = tuple(_shown(each, found.placed[each.ref], normalised) for each in found.annotations)
        self._view.show_marks(self.shown)
        self._view.show_notes(found.notes)
        self._view.show_mentions(found.mentions)
        if self._to_edit is not None and self._to_edit in found.placed:
            self._view.edit_note(self._to_edit)
            self._to_edit = None
        news = {
            each.ref: found.placed[each.ref] for each in found.annotations if _is_news(each, found.placed)
        }
        if news:
            self._write(lambda: self._marks.settle(news))


def _shown(annotation: Annotation, placed: Placed, normalised: Normalised) -> Shown:
    """Put a highlight on the page; one that has moved stays marked so, until its passage is marked afresh."""
    moved = placed.state is State.EXACT and annotation.state is State.MOVED
    lost = placed.state is State.LOST
    start, end = (0, 0) if lost else normalised.to_raw(placed.start, placed.end)
    state = State.MOVED if moved else placed.state
    quote = annotation.anchor.exact
    return Shown(
        annotation.ref, start, end, annotation.colour, annotation.note, quote, state, annotation.tags
    )


def _is_news(annotation: Annotation, placed: dict[Ref, Placed]) -> bool:
    """Whether the text has changed under a highlight since it was last written down."""
    now = placed[annotation.ref]
    if now.state is State.LOST:
        return annotation.state is not State.LOST
    there = (annotation.anchor.start, annotation.anchor.end) == (now.start, now.end)
    return annotation.state is State.LOST or not there
