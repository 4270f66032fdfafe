"""Decides about highlights and notes in a file: where they stand on its pages, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from animating_alliances_desktop.core.annotations.anchors import Placed, anchor_of, place
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.annotations.pages import PagesText
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.pdf.ports import MarkingView, Marks, Shown, Spot


@dataclass(slots=True)
class _Found:
    """What was read of one file, and which highlights have their place by now."""

    annotations: Sequence[Annotation] = ()
    notes: Sequence[Note] = ()
    placed: dict[Ref, Placed] = field(default_factory=dict)


class Marking:
    """The highlights and notes of the file that is open; its text comes in page by page."""

    def __init__(self, view: MarkingView, marks: Marks, tasks: Runner) -> None:
        self._view, self._marks, self._tasks = view, marks, tasks
        self._target: Ref | None = None
        self._whole, self._complete = PagesText(), False
        self._labels: Sequence[str] = ()
        self._found = _Found()
        self._to_edit: Ref | None = None
        self._waiting: list[tuple[int, Callable[[], None]]] = []
        self._when_placed: list[Callable[[], None]] = []
        self.shown: tuple[Shown, ...] = ()

    def open(self, target: Ref, whole: PagesText, labels: Sequence[str]) -> None:
        """Turn to another file; `whole` grows, and `grown` is called whenever it has."""
        self._target, self._whole, self._labels, self._complete = target, whole, labels, False
        self._found = _Found()
        self.refresh()

    def close(self) -> None:
        """Forget the file that was open."""
        self._target, self.shown = None, ()
        self._waiting.clear()
        self._when_placed.clear()

    def grown(self, *, complete: bool) -> None:
        """More of the text is there now, or all of it."""
        self._complete = complete
        ready = [act for page, act in self._waiting if page < len(self._whole)]
        self._waiting = [(page, act) for page, act in self._waiting if page >= len(self._whole)]
        for act in ready:
            act()
        if complete:
            self._place_all()
        elif self._place_exact():
            self._show()

    def when_placed(self, act: Callable[[], None]) -> None:
        """Do something as soon as every highlight has its place, or is known to have none."""
        self._when_placed.append(act)
        if self._complete:
            self._show()

    def refresh(self) -> None:
        """Read highlights and notes again."""
        target, marks = self._target, self._marks
        if target is None:
            return

        def take(found: _Found) -> None:
            if target != self._target:
                return
            self._found = found
            if self._complete:
                self._place_all()
            else:
                self._place_exact()
                self._show()

        self._tasks.read(lambda: _Found(marks.on(target), marks.notes_about(target)), take, "pdf.marks")

    def mark(self, first: Spot, last: Spot, colour: Colour, *, then_note: bool = False) -> None:
        """Highlight what is selected, as soon as the text is there so far; then perhaps have a note written."""
        target, whole = self._target, self._whole
        if target is None:
            return

        def act() -> None:
            try:
                anchor = anchor_of(whole, *whole.index_of(first, last))
            except AppError:
                self._view.tell_no_words()
                return
            page = whole.page_of(anchor.start)
            then = self._edit_soon if then_note else None
            self._tasks.write(lambda: self._marks.mark(target, anchor, colour, page=page), then)

        if last[0] < len(whole):
            act()
        else:
            self._waiting.append((last[0], act))

    def tell_no_words(self) -> None:
        """Nothing is selected that could be marked."""
        self._view.tell_no_words()

    def recolour(self, ref: Ref, colour: Colour) -> None:
        """Give a highlight another colour."""
        self._write(lambda: self._marks.recolour(ref, colour))

    def write(self, ref: Ref | None, text: str, then: Callable[[Ref], None] | None = None) -> None:
        """Keep a note: on a highlight, over an older note, or (without `ref`) a new one on the whole file."""
        if ref is None:
            self._add(text, then)
        elif ref.kind is Kind.ANNOTATION:
            self._write(lambda: self._marks.write_note(ref, text))
        elif text.strip():
            self._write(lambda: self._marks.change_note(ref, text))

    def remove(self, ref: Ref) -> None:
        """Take a highlight or a note away."""
        self._tasks.write(lambda: self._marks.remove(ref), lambda _changes: self._view.tell_removed(ref))

    def restore(self, ref: Ref) -> None:
        """Bring back what was taken away."""
        self._write(lambda: self._marks.restore(ref))

    def at(self, spot: Spot) -> Shown | None:
        """Tell the highlight at a place; the shortest, where several lie over one another."""
        page, at = spot
        here = [
            one for one in self.shown for nth, start, end in one.spans if nth == page and start <= at < end
        ]
        return min(here, key=lambda one: sum(end - start for _page, start, end in one.spans), default=None)

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

    def _edit_soon(self, changes: Changes) -> None:
        self._to_edit = next((ref for ref in changes if ref.kind is Kind.ANNOTATION), None)

    def _place_exact(self) -> bool:
        """Place those that stand where they stood; whether there were any more of these."""
        text, placed = self._whole.text, self._found.placed
        new = [
            one
            for one in self._found.annotations
            if one.ref not in placed and _stands_there(text, one.anchor, complete=self._complete)
        ]
        placed.update(
            {one.ref: Placed(State.EXACT, one.anchor.start, one.anchor.end, one.anchor) for one in new}
        )
        return bool(new)

    def _place_all(self) -> None:
        """Look for those that do not stand where they stood in the whole of the text, off the window's thread."""
        self._place_exact()
        found, whole = self._found, self._whole
        missing = [one for one in found.annotations if one.ref not in found.placed]

        def take(placed: dict[Ref, Placed]) -> None:
            if found is not self._found:
                return
            found.placed |= placed
            self._show()
            news = {one.ref: placed[one.ref] for one in missing if _is_news(one, placed[one.ref])}
            if news:
                self._write(lambda: self._marks.settle(news))

        if missing:
            self._tasks.read(lambda: {one.ref: _placed(whole, one) for one in missing}, take)
        else:
            self._show()

    def _show(self) -> None:
        found = self._found
        self.shown = tuple(self._shown(one) for one in found.annotations if one.ref in found.placed)
        self._view.show_marks(self.shown)
        self._view.show_notes(found.notes)
        if self._to_edit is not None and self._to_edit in found.placed:
            self._view.edit_note(self._to_edit)
            self._to_edit = None
        if self._complete and len(self.shown) == len(found.annotations):
            acts, self._when_placed = self._when_placed, []
            for act in acts:
                act()

    def _shown(self, annotation: Annotation) -> Shown:
        """Put a highlight on its pages; one that has moved stays marked so, until its passage is marked afresh."""
        placed = self._found.placed[annotation.ref]
        lost = placed.state is State.LOST
        spans = () if lost else self._whole.spans(placed.start, placed.end)
        moved = placed.state is State.EXACT and annotation.state is State.MOVED
        label = self._labels[spans[0][0]] if spans else ""
        state = State.MOVED if moved else placed.state
        quote = annotation.anchor.exact
        return Shown(
            annotation.ref, spans, annotation.colour, annotation.note, quote, state, label, annotation.made
        )


def _placed(whole: PagesText, annotation: Annotation) -> Placed:
    """Find a passage; one that was quoted outside of this page has not moved if its very words are there."""
    placed = place(whole, annotation.anchor)
    same = whole.text[placed.start : placed.end] == annotation.anchor.exact
    if annotation.page is None and placed.state is State.MOVED and same:
        return Placed(State.EXACT, placed.start, placed.end, placed.anchor)
    return placed


def _stands_there(text: str, anchor: Anchor, *, complete: bool) -> bool:
    """Whether a passage stands where it stood between the same words; certain only once these are all there."""
    end = anchor.start + len(anchor.exact)
    enough = complete or end + len(anchor.suffix) <= len(text)
    return (
        bool(anchor.exact)
        and enough
        and text.startswith(anchor.exact, anchor.start)
        and text[max(0, anchor.start - len(anchor.prefix)) : anchor.start] == anchor.prefix
        and text[end : end + len(anchor.suffix)] == anchor.suffix
    )


def _is_news(annotation: Annotation, now: Placed) -> bool:
    """Whether the text has changed under a highlight since it was last written down."""
    if now.state is State.LOST:
        return annotation.state is not State.LOST
    there = (annotation.anchor.start, annotation.anchor.end) == (now.start, now.end)
    return annotation.state is State.LOST or not there
