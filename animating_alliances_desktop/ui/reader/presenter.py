"""Decides what the reader shows: which text, at which place, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from animating_alliances_desktop.core.annotations.anchors import Normalised, find_all
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.findable import LINE
from animating_alliances_desktop.core.library.model import WORDS_A_MINUTE, Heading, Place, Reading
from animating_alliances_desktop.core.library.numbering import Numbered, numbered
from animating_alliances_desktop.core.library.outlining import line_called
from animating_alliances_desktop.ui.kit.marks import Marks
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.way import Way
from animating_alliances_desktop.ui.reader.links import Links
from animating_alliances_desktop.ui.reader.marking import Marking
from animating_alliances_desktop.ui.reader.numbers import Numbers
from animating_alliances_desktop.ui.reader.ports import Library, View, Where
from animating_alliances_desktop.ui.reader.wish import Wish

_QUOTE = 80
_EMPTY = Normalised("")


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place in a text."""

    ref: Ref
    place: Place


class ReaderPresenter:
    """One text at a time, its place, and the way through several."""

    def __init__(
        self,
        view: View,
        library: Library,
        marks: Marks,
        tasks: Runner,
        open_ref: Callable[[Ref], None],
        name: str = "reader",
    ) -> None:
        self._view, self._library, self._tasks = view, library, tasks
        self._name = name
        """Tells the reads of two presenters apart: of each, only the newest counts."""
        self._links = Links(view, tasks, open_ref, name)
        self.marking = Marking(view, marks, tasks, name)
        self.numbers = Numbers()
        self.reading: Reading | None = None
        self._paragraphs: tuple[tuple[str, str], ...] = ()
        self._asked: Ref | None = None
        self._wish = Wish()
        self._normalised = _EMPTY
        self._way: Way[_Stop] = Way(lambda back, forward: view.show_way(back=back, forward=forward))
        self._kept: Place | None = None

    def show(self, ref: Ref, quote: str = "", heading: str = "") -> None:
        """Open a text where it was left, or at a quote, a line of its outline or a heading."""
        if quote.startswith(LINE):
            self._look_for(ref, quote)
            return
        wish = Wish(quote, heading)
        if self._is_open(ref):
            if wish.is_somewhere:
                self._leave_a_mark()
                self._turn(wish)
            return
        self._leave_a_mark()
        self._fetch(ref, wish if quote or heading else None)

    def back(self) -> None:
        """Go back to where the user was."""
        self._travel(back=True)

    def forward(self) -> None:
        """Go forward again."""
        self._travel(back=False)

    def turn(self, *, back: bool) -> bool:
        """Go back, or forward, if that stays in the open text; False if it does not."""
        there = self._way.next_text(back=back)
        if within := there is not None and self._is_open(there):
            self._travel(back=back)
        return within

    def retypeset(self) -> None:
        """Set the text anew (another paper, another size) and stay at the same place."""
        if self.reading is not None:
            place = self._place() if self._normalised is not _EMPTY else self._wish.place
            self._set(self.reading, Wish(place=place) if place else self._wish)

    def call(self, title: str) -> None:
        """Call the text otherwise, and stay at the same place."""
        self.reading = self.reading and replace(self.reading, title=title)
        self.retypeset()

    def typeset(self, raw: str, position_of: Callable[[str], int | None] = lambda _id: None) -> None:
        """Take over the words of the text, now that all of it is laid out, and ask where its paragraphs stand."""
        reading = self.reading
        if reading is None:
            return
        self.numbers = Numbers.laid_out(self._paragraphs, position_of)
        self._view.show_numbers(self.numbers.places)

        def then(normalised: Normalised) -> None:
            if self.reading is not reading:
                return
            self._normalised = normalised
            self.marking.open(reading.ref, normalised, paged=bool(reading.page))
            if self._wish.is_somewhere:
                self._turn(self._wish)
            self.moved()

        self._tasks.read(lambda: Normalised(raw), then, f"{self._name}.words")

    def remember(self) -> None:
        """Keep the place where the user is."""
        reading, place = self.reading, self._place()
        if reading is None or place is None or reading.page or place == self._kept:
            return
        self._kept = place
        self._tasks.write(lambda: self._library.remember(reading.ref, place))

    def moved(self) -> None:
        """Tell where the user is now, after scrolling."""
        reading, place = self.reading, self._place()
        if reading is None or place is None:
            return
        number = self.numbers.at(self._view.visible()[0])
        self._view.show_where(Where(number, _minutes_left(reading, place)))

    def find(self, words: str) -> list[tuple[int, int]]:
        """Find words on the page: their positions in the laid-out body."""
        return [self._normalised.to_raw(*found) for found in find_all(self._normalised, words)]

    def follow(self, address: str) -> None:
        """Follow a link: inside the text, to another text, or outside if the user agrees."""
        reading = self.reading
        if reading is not None:
            self._links.follow(address, reading.html, self.go_to_anchor, lambda: self.reading is reading)

    def go_to_anchor(self, anchor: str) -> None:
        """Go to the element with this id; the way back leads here."""
        self._leave_a_mark()
        self._view.turn_to_heading(anchor)

    def go_to(self, number: str) -> bool:
        """Go to the paragraph of this number; False if there is none."""
        position = self.numbers.find(number.strip().lstrip("¶§ "))
        if position is None:
            return False
        self._leave_a_mark()
        self._view.turn_to(position, position + 1, emphasise=True)
        return True

    def from_start(self) -> None:
        """Go to the beginning of the text; the way back leads here."""
        self._leave_a_mark()
        self._view.turn_to(0, 0, emphasise=False)

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        self.marking.heed(changes)
        reading = self.reading
        if reading is not None and reading.ref.kind is Kind.ENTRY and reading.ref in changes.refs:
            self._fetch(reading.ref, Wish(place=self._place()))

    def _is_open(self, ref: Ref) -> bool:
        return self._asked == ref and self.reading is not None and self.reading.ref == ref

    def _look_for(self, ref: Ref, line: str) -> None:
        library = self._library

        def then(found: Heading | None) -> None:
            self.show(ref, heading=found.id if found is not None else "")

        self._tasks.read(lambda: line_called(library.read(ref).outline, line), then, f"{self._name}.text")

    def _fetch(self, ref: Ref, wish: Wish | None) -> None:
        self.remember()
        self._asked = ref
        library = self._library
        self._tasks.read(
            lambda: _read(library, ref), lambda got: self._take(*got, wish), f"{self._name}.text"
        )

    def _take(self, reading: Reading, made: Numbered, wish: Wish | None) -> None:
        self._kept, self._paragraphs = reading.place, made.places
        self._set(replace(reading, html=made.html), wish or Wish.where_left(reading))
        self._way.tell()

    def _set(self, reading: Reading, wish: Wish) -> None:
        if self.reading is not None and self.reading.ref != reading.ref:
            self._view.finish_writing()
        self.reading, self._wish, self._normalised = reading, wish, _EMPTY
        self.marking.close()
        self._view.lay_out(reading, hidden=wish.is_somewhere)

    def _turn(self, wish: Wish) -> None:
        """Turn to where the text was asked to open; to its beginning, if that is not there any more."""
        self._wish = Wish()
        if wish.heading:
            self._view.turn_to_heading(wish.heading)
            return
        found = wish.find(self._normalised)
        start, end = self._normalised.to_raw(*(found or (0, 0)))
        self._view.turn_to(start, end, emphasise=bool(wish.quote and found))
        if wish.continued and start > 0:
            self._view.tell_continued(self.numbers.at(start))

    def _place(self) -> Place | None:
        """Tell where the user is in the text; None before it is laid out."""
        return _place_at(self._normalised, *self._view.visible()) if self._normalised.text else None

    def _here(self) -> _Stop | None:
        place = self._place()
        return _Stop(self.reading.ref, place) if self.reading is not None and place is not None else None

    def _leave_a_mark(self) -> None:
        """Note where the user is before going elsewhere, for the way back."""
        self._way.leave(self._here())

    def _travel(self, *, back: bool) -> None:
        stop = self._way.step(self._here(), back=back)
        if stop is None:
            return
        if self._is_open(stop.ref):
            self._turn(Wish(place=stop.place))
        else:
            self._fetch(stop.ref, Wish(place=stop.place))


def _read(library: Library, ref: Ref) -> tuple[Reading, Numbered]:
    reading = library.read(ref)
    return reading, numbered(reading.html)


def _place_at(normalised: Normalised, first: int, last: int) -> Place:
    start, end = normalised.from_raw(first, last)
    text = normalised.text
    return Place(start, text[start : start + _QUOTE], round(min(1.0, end / len(text)), 3))


def _minutes_left(reading: Reading, place: Place) -> int:
    """How many minutes the rest takes; at least one until the end is seen."""
    left = reading.words * (1 - place.fraction) / WORDS_A_MINUTE
    return max(1, round(left)) if left > 0 else 0
