"""Twins of what the reader is given: a library, marks, preferences; all in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from animating_alliances_desktop.core.annotations.anchors import Placed
from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Colour, Note, State
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.model import Listed, Place, Reading

LIST = Ref(Kind.COLLECTION, "list")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class FakeLibrary:
    """Texts by reference."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = {reading.ref: reading for reading in readings}
        self.remembered: list[tuple[Ref, Place]] = []
        self.pictures: dict[str, bytes] = {}

    def read(self, ref: Ref) -> Reading:
        if ref not in self.readings:
            raise AppError("There is no such text.")
        return self.readings[ref]

    def title_of(self, ref: Ref) -> str:
        return self.read(ref).title

    def remember(self, ref: Ref, place: Place) -> Changes:
        self.remembered.append((ref, place))
        self.readings[ref] = replace(self.readings[ref], place=place)
        return Changes.of(ref)

    def picture(self, ref: Ref, name: str) -> bytes:
        if name not in self.pictures:
            raise AppError("There is no such picture.")
        return self.pictures[name]

    def listed(self) -> list[Listed]:
        return [Listed(reading.ref, reading.title, reading.subtitle) for reading in self.readings.values()]


class FakeLater:
    """A reading list."""

    def __init__(self) -> None:
        self.refs: list[Ref] = []
        self.graves: dict[UUID, Ref] = {}

    def holds(self, ref: Ref) -> bool:
        return ref in self.refs

    def add(self, ref: Ref) -> Changes:
        self.refs.append(ref)
        return Changes.of(LIST)

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        self.refs.remove(ref)
        batch = uuid4()
        self.graves[batch] = ref
        return Changes.of(LIST), batch

    def restore(self, batch: UUID) -> Changes:
        return self.add(self.graves.pop(batch))


class FakeMarks:
    """Highlights and notes, kept as the store keeps them."""

    def __init__(self) -> None:
        self.annotations: dict[Ref, Annotation] = {}
        self.notes: dict[Ref, Note] = {}
        self.graves: dict[Ref, Annotation | Note] = {}
        self.settled: dict[Ref, Placed] = {}
        self._count = 0

    def on(self, target: Ref) -> list[Annotation]:
        return [each for each in self.annotations.values() if each.target == target]

    def notes_about(self, ref: Ref) -> list[Note]:
        return [note for note in self.notes.values() if note.about == ref]

    def mark(
        self, target: Ref, anchor: Anchor, colour: Colour, note: str = "", *, page: int | None = None
    ) -> Changes:
        ref = self._new(Kind.ANNOTATION)
        self.annotations[ref] = Annotation(
            ref, target, anchor, colour, State.EXACT, note, NOON, NOON, page=page
        )
        return Changes.of(ref, target)

    def recolour(self, ref: Ref, colour: Colour) -> Changes:
        self.annotations[ref] = replace(self.annotations[ref], colour=colour)
        return Changes.of(ref)

    def write_note(self, ref: Ref, text: str) -> Changes:
        self.annotations[ref] = replace(self.annotations[ref], note=text.strip())
        return Changes.of(ref)

    def add_note(self, about: Ref, text: str) -> Changes:
        ref = self._new(Kind.NOTE)
        self.notes[ref] = Note(ref, about, text.strip(), NOON, NOON)
        return Changes.of(ref, about)

    def change_note(self, ref: Ref, text: str) -> Changes:
        self.notes[ref] = replace(self.notes[ref], text=text.strip())
        return Changes.of(ref)

    def remove(self, ref: Ref) -> Changes:
        if ref.kind is Kind.NOTE:
            self.graves[ref] = self.notes.pop(ref)
        else:
            self.graves[ref] = self.annotations.pop(ref)
        return Changes.of(ref)

    def restore(self, ref: Ref) -> Changes:
        thing = self.graves.pop(ref)
        if isinstance(thing, Note):
            self.notes[ref] = thing
        else:
            self.annotations[ref] = thing
        return Changes.of(ref)

    def settle(self, placed: Mapping[Ref, Placed]) -> Changes:
        for ref, place in placed.items():
            self.settled[ref] = place
            self.annotations[ref] = replace(self.annotations[ref], state=place.state, anchor=place.anchor)
        return Changes.gather(placed)

    def _new(self, kind: Kind) -> Ref:
        self._count += 1
        return Ref(kind, str(self._count))
