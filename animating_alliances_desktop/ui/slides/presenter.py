"""Decides what the slide view shows: which deck, which of its slides, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import Heading, Place, Reading
from animating_alliances_desktop.core.library.outlining import line_called
from animating_alliances_desktop.core.library.slides import Deck, Slide, called, deck_of
from animating_alliances_desktop.ui.kit.addresses import follow
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.slides.ports import Library, View
from animating_alliances_desktop.ui.slides.spots import Spots


@dataclass(frozen=True, slots=True)
class Opened:
    """A deck that was fetched and cut, and where the user stopped in it."""

    deck: Deck
    spots: Spots
    place: Place | None


class SlidesPresenter:
    """One deck at a time, one slide of it on view, and its place remembered."""

    def __init__(
        self,
        view: View,
        library: Library,
        tasks: Runner,
        open_ref: Callable[[Ref, str], object],
        read_text: Callable[[Ref, str], object],
    ) -> None:
        self._view, self._library, self._tasks = view, library, tasks
        self._open_ref, self._read_text = open_ref, read_text
        self._opened: Opened | None = None
        self._asked: Ref | None = None
        self._number = 0
        self._kept: Place | None = None

    @property
    def deck(self) -> Deck | None:
        """The deck that is open, if there are slides in it."""
        return self._opened.deck if self._opened is not None and self._opened.deck.slides else None

    @property
    def slide(self) -> Slide | None:
        """The slide that is on view."""
        return self.deck.slides[self._number - 1] if self.deck is not None else None

    def show(self, ref: Ref, quote: str = "", heading: str = "") -> None:
        """Open a deck where it was left, or at the slide with a quote, a line of the outline or a heading's id."""
        if quote.startswith(LINE):
            self._look_for(ref, quote)
            return
        if self._opened is not None and self._asked == ref == self._opened.deck.ref:
            self._turn(self._opened, quote, heading, None)
            return
        self.remember()
        self._asked = ref
        self._tasks.read(
            lambda: _open(self._library, ref), lambda got: self._take(got, quote, heading), "slides.deck"
        )

    def go(self, number: int) -> None:
        """Show the slide of this number, or the nearest that there is."""
        if self.deck is None:
            return
        number = min(max(1, number), len(self.deck.slides))
        if number != self._number:
            self._show(number)

    def step(self, by: int) -> None:
        """Show the slide so many further on, or back."""
        self.go(self._number + by)

    def first(self) -> None:
        """Show the first slide."""
        self.go(1)

    def last(self) -> None:
        """Show the last slide."""
        if self.deck is not None:
            self.go(len(self.deck.slides))

    def remember(self) -> None:
        """Keep the place where the user is."""
        opened = self._opened
        if opened is None or self.deck is None:
            return
        place = opened.spots.place_of(self._number)
        if place != self._kept:
            self._kept = place
            self._tasks.write(lambda: self._library.remember(opened.deck.ref, place))

    def changed(self, changes: Changes) -> None:
        """Hear what the deck is called now, and its slides in the outline."""
        deck = self.deck
        if deck is not None and deck.ref.kind is Kind.DOCUMENT and deck.ref in changes.refs:
            library, ref = self._library, deck.ref
            self._tasks.read(lambda: library.read(ref), self._call, "slides.outline")

    def read_as_text(self) -> None:
        """Open the same deck in the reader, at this slide: there it can be annotated."""
        if self._opened is not None:
            self._read_text(self._opened.deck.ref, self.slide.id if self.slide is not None else "")

    def follow(self, address: str) -> None:
        """Follow a link in the notes: to another text, or outside if the user agrees."""
        if not address.startswith("#"):
            follow(address, self._view, lambda ref: self._open_ref(ref, ""))

    def _look_for(self, ref: Ref, line: str) -> None:
        library = self._library

        def then(found: Heading | None) -> None:
            self.show(ref, heading=found.id if found is not None else "")

        self._tasks.read(lambda: line_called(library.read(ref).outline, line), then, "slides.deck")

    def _call(self, reading: Reading) -> None:
        opened, deck = self._opened, self.deck
        if opened is None or deck is None or deck.ref != reading.ref:
            return
        now = replace(deck, title=reading.title, slides=called(deck.slides, reading.outline))
        if now != deck:
            self._opened = replace(opened, deck=now)
            self._view.show_lines(now)

    def _take(self, opened: Opened, quote: str, heading: str) -> None:
        self._opened, self._kept, self._number = opened, opened.place, 0
        if self.deck is None:
            self._view.show_none(opened.deck.title)
            return
        self._view.show_deck(opened.deck)
        self._turn(opened, quote, heading, opened.place or Place(0, "", 0.0))

    def _turn(self, opened: Opened, quote: str, heading: str, place: Place | None) -> None:
        """Turn to where the deck was asked to open; without a wish or a place the slide on view stays."""
        if self.deck is None:
            return
        number = (opened.spots.slide_with(quote) if quote else None) or _with_id(opened.deck, heading)
        if number is None and place is not None:
            number = opened.spots.slide_of(place)
        self.go(number or self._number)
        if quote:
            self._view.point_at(quote)

    def _show(self, number: int) -> None:
        self._number = number
        if self.deck is not None and self.slide is not None:
            self._view.show_slide(self.slide, len(self.deck.slides))


def _open(library: Library, ref: Ref) -> Opened:
    reading = library.read(ref)
    deck = deck_of(reading)
    return Opened(deck, Spots(deck), reading.place)


def _with_id(deck: Deck, heading: str) -> int | None:
    found = (slide.number for slide in deck.slides if heading and slide.id == heading)
    return next(found, None)
