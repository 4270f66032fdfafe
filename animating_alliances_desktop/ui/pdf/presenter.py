"""Decides what the PDF view shows: which file, at which place, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import PAGE, Heading, Place
from animating_alliances_desktop.core.library.outlining import chapters_of, line_called
from animating_alliances_desktop.core.library.pdf.model import Chapter, Facts, Link
from animating_alliances_desktop.ui.kit.addresses import OUTSIDE
from animating_alliances_desktop.ui.kit.marks import Marks
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.way import Way
from animating_alliances_desktop.ui.pdf.copying import drawn, write_copy
from animating_alliances_desktop.ui.pdf.marking import Marking
from animating_alliances_desktop.ui.pdf.ports import Library, Pdfs, Spot, View
from animating_alliances_desktop.ui.pdf.stock import Text
from animating_alliances_desktop.ui.pdf.words import Words


@dataclass(frozen=True, slots=True)
class _Step:
    """A place in a file: its page, and how many points of it are above the window."""

    ref: Ref
    page: int
    down: float


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where to open a file: at a quote, or at a place; else where it was left."""

    quote: str = ""
    step: _Step | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file, as far as it could be opened."""

    title: str
    place: Place | None
    facts: Facts | None = None
    sentence: str = ""
    locked: bool = False


class PdfPresenter:
    """One file at a time, its place, and the way through several."""

    def __init__(self, view: View, pdfs: Pdfs, library: Library, marks: Marks, tasks: Runner) -> None:
        self._view, self._pdfs, self._library, self._tasks = view, pdfs, library, tasks
        self.marking = Marking(view, marks, tasks)
        self.words = Words(0, self._turn_to_passage)
        self._way: Way[_Step] = Way(lambda back, forward: view.show_way(back=back, forward=forward))
        self._ref: Ref | None = None
        self._facts: Facts | None = None
        self._wish = _Wish()
        self._kept: Place | None = None
        self.title = ""

    @property
    def ref(self) -> Ref | None:
        """The file that is open, or was to be."""
        return self._ref

    @property
    def labels(self) -> Sequence[str]:
        """The printed numbers of the pages of the file that is open."""
        return self._facts.labels if self._facts is not None else ()

    def show(self, ref: Ref, quote: str = "") -> None:
        """Open a file where it was left, or at a quote."""
        if ref != self._ref or self._facts is None:
            self._way.leave(self._here())
            self._fetch(ref, _Wish(quote))
        elif quote:
            self._way.leave(self._here())
            self._seek(quote)

    def unlock(self, password: str) -> None:
        """Try a password."""
        if self._ref is not None:
            self._open(self._ref, password)

    def back(self) -> None:
        """Go back to where the user was."""
        self._travel(back=True)

    def forward(self) -> None:
        """Go forward again."""
        self._travel(back=False)

    def turn(self, *, back: bool) -> bool:
        """Go back, or forward, if that stays in the open file; False if it does not."""
        if within := self._ref is not None and self._way.next_text(back=back) == self._ref:
            self._travel(back=back)
        return within

    def remember(self) -> None:
        """Keep the place where the user is."""
        ref, facts = self._ref, self._facts
        if ref is None or facts is None:
            return
        page, down, fraction = self._view.here()
        thousandths = min(max(0, round(PAGE * down / facts.sizes[page][1])), PAGE - 1)
        place = Place(page * PAGE + thousandths, "", round(fraction, 3))
        if place != self._kept:
            self._kept = place
            self._tasks.write(lambda: self._library.remember(ref, place))

    def go_to(self, label: str) -> None:
        """Go to the page with this printed number; else, to the page with this number in the file."""
        if self._facts is None or not label.strip():
            return
        page = _page_called(label.strip(), self._facts.labels)
        if page is not None:
            self.turn_to(page)
        else:
            self._view.tell_no_page(label.strip())

    def turn_to(self, page: int, down: float = 0.0) -> None:
        """Go to a place, and know the way back."""
        self._way.leave(self._here())
        self._view.turn_to(page, down)

    def follow(self, to: Chapter | Link) -> None:
        """Go where a line of the outline or a link leads; outside, only if the user agrees."""
        if isinstance(to, Link) and to.address:
            if to.address.startswith(OUTSIDE):
                self._view.ask_about(to.address)
            else:
                self._view.tell_dead_link()
        elif to.page >= 0:
            self._follow_inside(to, self.turn_to)

    def take_texts(self, texts: Sequence[Text]) -> None:
        """Hear the texts of the next pages."""
        self.words.take(texts)
        self.marking.grown(complete=self.words.complete)
        self._view.words_came()

    def copy(self, first: Spot, last: Spot) -> None:
        """Put the words between two places on the clipboard, as soon as they are there."""
        words = self.words
        words.when_there(last[0], lambda: self._view.put_on_clipboard(words.between(first, last)))

    def export_copy(self, target: Path) -> None:
        """Write a copy of the file with the highlights in it, as soon as these have their places."""
        ref, facts, copy = self._ref, self._facts, self._pdfs.copy
        if ref is None or facts is None:
            return

        def work() -> Path:
            return write_copy(target, copy(ref, drawn(self.marking.shown)))

        def act() -> None:
            self._tasks.read(work, lambda file: self._view.tell_written(str(file)))

        self.marking.when_placed(act)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        self.marking.heed(changes)

    def _fetch(self, ref: Ref, wish: _Wish) -> None:
        self.remember()
        self._view.finish_writing()
        self.marking.close()
        self._ref, self._facts, self._wish = ref, None, wish
        self.words = Words(0, self._turn_to_passage)
        self._open(ref)

    def _open(self, ref: Ref, password: str = "") -> None:
        library, pdfs = self._library, self._pdfs

        def take(opened: _Opened) -> None:
            if self._ref == ref:
                self._take(ref, opened, wrong=bool(password))

        self._tasks.read(lambda: _opened(library, pdfs, ref, password), take, "pdf.file")

    def _take(self, ref: Ref, opened: _Opened, *, wrong: bool) -> None:
        self.title = opened.title
        self._view.show_title(opened.title)
        if opened.locked:
            self._view.ask_password(wrong=wrong)
        elif opened.facts is None:
            self._view.show_sentence(opened.sentence)
        else:
            self._lay_out(ref, opened.facts, opened.place)

    def _lay_out(self, ref: Ref, facts: Facts, place: Place | None) -> None:
        wish, self._wish = self._wish, _Wish()
        self._facts, self._kept = facts, place
        self.words = Words(len(facts.sizes), self._turn_to_passage)
        self.marking.open(ref, self.words.whole, facts.labels)
        self._view.show_file(ref, facts)
        self._way.tell()
        if wish.step is not None:
            self._view.turn_to(min(wish.step.page, len(facts.sizes) - 1), wish.step.down)
        elif wish.quote:
            self._seek(wish.quote)
        elif place is not None:
            page = min(place.position // PAGE, len(facts.sizes) - 1)
            self._view.turn_to(page, place.position % PAGE / PAGE * facts.sizes[page][1])

    def _seek(self, quote: str) -> None:
        """Look for a passage, or for a line of the outline."""
        ref, facts, outlines = self._ref, self._facts, self.marking.around.outlines
        if ref is None or facts is None or not quote.startswith(LINE):
            self.words.seek(quote)
            return

        def then(line: Heading | None) -> None:
            if line is not None and ref == self._ref:
                to = chapters_of((line,), len(facts.sizes))[0]
                self._follow_inside(to, self._view.turn_to)  # the way back is known already

        self._tasks.read(lambda: line_called(outlines.of(ref).lines, quote), then, "pdf.line")

    def _turn_to_passage(self, spans: Sequence[Span]) -> None:
        self._view.turn_to(spans[0][0], glow=spans)

    def _follow_inside(self, to: Chapter | Link, turn: Callable[[int, float], None]) -> None:
        ref, spot, page, x, y = self._ref, self._pdfs.spot, to.page, to.x, to.y
        if ref is None:
            return
        if x is None or y is None:
            turn(max(0, page), (to.down or 0.0) if isinstance(to, Chapter) else 0.0)
        else:
            self._tasks.read(lambda: spot(ref, page, x, y), lambda down: turn(page, down), "pdf.link")

    def _travel(self, *, back: bool) -> None:
        step = self._way.step(self._here(), back=back)
        if step is None:
            return
        if step.ref == self._ref:
            self._view.turn_to(step.page, step.down)
        else:
            self._fetch(step.ref, _Wish(step=step))

    def _here(self) -> _Step | None:
        if self._ref is None or self._facts is None:
            return None
        page, down, _fraction = self._view.here()
        return _Step(self._ref, page, down)


def _opened(library: Library, pdfs: Pdfs, ref: Ref, password: str) -> _Opened:
    title, place = library.title_of(ref), library.place_of(ref)
    try:
        return _Opened(title, place, pdfs.open(ref, password))
    except LockedError:
        return _Opened(title, place, locked=True)
    except AppError as error:
        return _Opened(title, place, sentence=str(error))


def _page_called(label: str, labels: Sequence[str]) -> int | None:
    """The page with this printed number; else the one with this number in the file."""
    printed = [one.casefold() for one in labels]
    if label.casefold() in printed:
        return printed.index(label.casefold())
    return int(label) - 1 if label.isdecimal() and 0 < int(label) <= len(labels) else None
