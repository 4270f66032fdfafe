"""Decides what the reader shows: which text, at which place, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from animating_alliances_desktop.core.annotations.anchors import Normalised, find_all, find_quote
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Place, Reading
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.reader.marking import Marking
from animating_alliances_desktop.ui.reader.ports import Library, Marks, View

_QUOTE = 80
_EMPTY = Normalised("")


@dataclass(frozen=True, slots=True)
class Wish:
    """Where to open a text: at a quote, at a heading, or else at a place."""

    quote: str = ""
    heading: str = ""
    place: Place | None = None

    @property
    def is_somewhere(self) -> bool:
        """Whether this is anywhere but the beginning."""
        return bool(self.quote or self.heading or (self.place and self.place.position > 0))


class ReaderPresenter:
    """One text at a time, its place, and the way through several."""

    def __init__(
        self, view: View, library: Library, marks: Marks, tasks: Runner, open_ref: Callable[[Ref], None]
    ) -> None:
        self._view = view
        self._library = library
        self._tasks = tasks
        self._open_ref = open_ref
        self.marking = Marking(view, marks, tasks)
        self._reading: Reading | None = None
        self._asked: Ref | None = None
        self._wish = Wish()
        self._normalised = _EMPTY
        self._back: list[tuple[Ref, Place]] = []
        self._forward: list[tuple[Ref, Place]] = []
        self._kept: Place | None = None

    @property
    def reading(self) -> Reading | None:
        """The text that is open."""
        return self._reading

    def show(self, ref: Ref, quote: str = "", heading: str = "") -> None:
        """Open a text where it was left, or at a quote or a heading."""
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
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        """Go forward again."""
        self._travel(self._forward, self._back)

    def turn_back(self) -> bool:
        """Go back if that stays in the open text; False if it does not."""
        return self._turn_within(self._back, self.back)

    def turn_forward(self) -> bool:
        """Go forward if that stays in the open text; False if it does not."""
        return self._turn_within(self._forward, self.forward)

    def retypeset(self) -> None:
        """Set the text anew (another paper, another size) and stay at the same place."""
        if self._reading is None:
            return
        place = self._place() if self._normalised is not _EMPTY else self._wish.place
        self._set(self._reading, Wish(place=place) if place else self._wish)

    def typeset(self, raw: str) -> None:
        """Take over the words of the text, now that all of it is laid out."""
        reading = self._reading
        if reading is None:
            return

        def then(normalised: Normalised) -> None:
            if self._reading is not reading:
                return
            self._normalised = normalised
            self.marking.open(reading.ref, normalised)
            if self._wish.is_somewhere:
                self._turn(self._wish)

        self._tasks.read(lambda: Normalised(raw), then, "reader.words")

    def remember(self) -> None:
        """Keep the place where the user is."""
        reading, place = self._reading, self._place()
        if reading is None or place is None or place == self._kept:
            return
        self._kept = place
        self._tasks.write(lambda: self._library.remember(reading.ref, place))

    def find(self, words: str) -> list[tuple[int, int]]:
        """Find words on the page: their positions in the laid-out body."""
        return [self._normalised.to_raw(*found) for found in find_all(self._normalised, words)]

    def follow(self, address: str) -> None:
        """Follow a link: inside the text, to another text, or outside if the user agrees."""
        if address.startswith("#"):
            self._leave_a_mark()
            self._view.turn_to_heading(address[1:])
        elif address.startswith("aa:"):
            self._open(address)
        elif address.startswith(("http://", "https://", "mailto:")):
            self._view.ask_about(address)
        else:
            self._view.tell_dead_link()

    def changed(self, changes: Changes) -> None:
        """Refresh what a write has touched."""
        if changes.touch(Kind.ANNOTATION, Kind.NOTE, Kind.TAG):
            self.marking.refresh()
        elif changes.touch(Kind.ENTRY, Kind.ALLIANCE, Kind.COLLECTION):
            self.marking.look_for_mentions()

    def _open(self, address: str) -> None:
        try:
            ref = Ref.parse(address)
        except AppError:
            self._view.tell_dead_link()
        else:
            self._open_ref(ref)

    def _is_open(self, ref: Ref) -> bool:
        return self._asked == ref and self._reading is not None and self._reading.ref == ref

    def _fetch(self, ref: Ref, wish: Wish | None) -> None:
        self.remember()
        self._asked = ref
        self._tasks.read(lambda: self._library.read(ref), lambda got: self._take(got, wish), "reader.text")

    def _take(self, reading: Reading, wish: Wish | None) -> None:
        self._kept = reading.place
        self._set(reading, wish or Wish(place=reading.place))
        self._show_way()

    def _set(self, reading: Reading, wish: Wish) -> None:
        if self._reading is not None and self._reading.ref != reading.ref:
            self._view.finish_writing()
        self._reading, self._wish, self._normalised = reading, wish, _EMPTY
        self.marking.close()
        self._view.lay_out(reading, hidden=wish.is_somewhere)

    def _turn(self, wish: Wish) -> None:
        """Turn to where the text was asked to open; to its beginning, if that is not there any more."""
        self._wish = Wish()
        if wish.heading:
            self._view.turn_to_heading(wish.heading)
            return
        found = _passage(self._normalised, wish.quote) if wish.quote else None
        if found is None and wish.place is not None:
            at = position_of(self._normalised, wish.place)
            found = (at, at)
        start, end = self._normalised.to_raw(*(found or (0, 0)))
        self._view.turn_to(start, end, emphasise=bool(wish.quote and found))

    def _place(self) -> Place | None:
        """Tell where the user is in the text; None before it is laid out."""
        text = self._normalised.text
        if not text:
            return None
        first, last = self._view.visible()
        start, end = self._normalised.from_raw(first, last)
        return Place(start, text[start : start + _QUOTE], round(min(1.0, end / len(text)), 3))

    def _leave_a_mark(self) -> None:
        """Note where the user is before going elsewhere, for the way back."""
        place = self._place()
        if self._reading is not None and place is not None:
            self._back.append((self._reading.ref, place))
            self._forward.clear()
            self._show_way()

    def _travel(self, way: list[tuple[Ref, Place]], other_way: list[tuple[Ref, Place]]) -> None:
        if not way:
            return
        place = self._place()
        if self._reading is not None and place is not None:
            other_way.append((self._reading.ref, place))
        ref, there = way.pop()
        if self._is_open(ref):
            self._turn(Wish(place=there))
        else:
            self._fetch(ref, Wish(place=there))
        self._show_way()

    def _turn_within(self, way: list[tuple[Ref, Place]], go: Callable[[], None]) -> bool:
        within = bool(way) and self._is_open(way[-1][0])
        if within:
            go()
        return within

    def _show_way(self) -> None:
        self._view.show_way(back=bool(self._back), forward=bool(self._forward))


def position_of(normalised: Normalised, place: Place) -> int:
    """Find a remembered place: by its words where they were, else by its words, else about where it was."""
    text = normalised.text
    if not place.quote or text.startswith(place.quote, place.position):
        return min(place.position, len(text))
    near = text.find(place.quote, max(0, place.position - 2_000))
    found = near if near >= 0 else text.find(place.quote)
    return found if found >= 0 else min(place.position, len(text))


def _passage(normalised: Normalised, quote: str) -> tuple[int, int] | None:
    """Find a passage of a search: the whole of it, or else the longest of its lines that is there."""
    whole = find_quote(normalised, quote)
    if whole is not None:
        return whole
    lines = [part for line in quote.splitlines() for part in line.split("…")]
    for part in sorted(lines, key=len, reverse=True)[:20]:
        found = find_quote(normalised, part)
        if found is not None:
            return found
    return None
