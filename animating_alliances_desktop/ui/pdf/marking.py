"""Decides where highlights stand in a file whose text comes in page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from animating_alliances_desktop.core.annotations.anchors import Placed, anchor_of, place
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, State
from animating_alliances_desktop.core.annotations.pages import PagesText
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit import marking
from animating_alliances_desktop.ui.kit.marks import MarkingView, Marks
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.pdf.ports import Shown, Spot


class Marking(marking.Marking[Shown]):
    """The highlights and notes of the file that is open; positions are those in the text of all its pages."""

    def __init__(self, view: MarkingView[Shown], marks: Marks, tasks: Runner) -> None:
        super().__init__(view, marks, tasks, "pdf")
        self._whole, self._complete = PagesText(), False
        self._labels: Sequence[str] = ()
        self._found = marking.Found()
        self._placed: dict[Ref, Placed] = {}
        self._waiting: list[tuple[int, Callable[[], None]]] = []
        self._when_placed: list[Callable[[], None]] = []

    def open(self, target: Ref, whole: PagesText, labels: Sequence[str]) -> None:
        """Turn to another file; `whole` grows, and `grown` is called whenever it has."""
        self._target, self._whole, self._labels, self._complete = target, whole, labels, False
        self._found, self._placed = marking.Found(), {}
        self.refresh()
        self.look_for_mentions()

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
        target = self._target
        if target is None:
            return

        def take(found: marking.Found) -> None:
            if target != self._target:
                return
            self._found, self._placed = found, {}
            if self._complete:
                self._place_all()
            else:
                self._place_exact()
                self._show()

        self._tasks.read(self._reading(target), take, f"{self._name}.marks")

    def mark(self, first: Spot, last: Spot, colour: Colour, *, then_note: bool = False) -> None:
        """Highlight what is selected, as soon as the text is there so far; then perhaps have a note written."""
        whole = self._whole
        if self._target is None:
            return

        def act() -> None:
            try:
                anchor = anchor_of(whole, *whole.index_of(first, last))
            except AppError:
                self.tell_no_words()
            else:
                place, page = (anchor.start, anchor.end), whole.page_of(anchor.start)
                self._mark(anchor, place, colour, page, then_note=then_note)

        if last[0] < len(whole):
            act()
        else:
            self._waiting.append((last[0], act))

    def at(self, spot: Spot) -> Shown | None:
        """Tell the highlight at a place; the shortest, where several lie over one another."""
        page, at = spot
        here = [
            one for one in self.shown for nth, start, end in one.spans if nth == page and start <= at < end
        ]
        return min(here, key=lambda one: sum(end - start for _page, start, end in one.spans), default=None)

    def spot_of(self, position: int) -> Spot:
        """The page of a position, and where on it that is."""
        return self._whole.place_of(position) if len(self._whole) else (0, 0)

    def range_of(self, pages: range) -> range:
        """The positions on these pages."""
        if not pages:
            return range(0)
        return range(self._whole.range_of(pages[0])[0], self._whole.range_of(pages[-1])[1])

    def _place_exact(self) -> bool:
        """Place those that stand where they stood; whether there were any more of these."""
        text, placed = self._whole.text, self._placed
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
        missing = [one for one in found.annotations if one.ref not in self._placed]

        def take(placed: dict[Ref, Placed]) -> None:
            if found is not self._found:
                return
            self._placed |= placed
            self._show()
            self._settle(missing, placed)

        if missing:
            self._tasks.read(lambda: {one.ref: _placed(whole, one) for one in missing}, take)
        else:
            self._show()

    def _show(self) -> None:
        found = self._found
        self._show_all(tuple(self._shown(one) for one in found.annotations if one.ref in self._placed), found)
        if self._complete and len(self.shown) == len(found.annotations):
            acts, self._when_placed = self._when_placed, []
            for act in acts:
                act()

    def _shown(self, annotation: Annotation) -> Shown:
        """Put a highlight on its pages."""
        placed = self._placed[annotation.ref]
        spans = () if placed.state is State.LOST else self._whole.spans(placed.start, placed.end)
        return Shown(
            annotation.ref,
            placed.start,
            placed.end,
            annotation.colour,
            annotation.note,
            annotation.anchor.exact,
            marking.state_now(annotation, placed),
            annotation.tags,
            self._labels[spans[0][0]] if spans else "",
            spans=spans,
            made=annotation.made,
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
