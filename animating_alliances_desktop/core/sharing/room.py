"""The reading room: whatever can be read in the reader, texts of the library and journal entries alike."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.library.model import (
    Heading,
    Listed,
    Place,
    Reading,
    minutes_to_read,
)
from animating_alliances_desktop.core.library.store import KINDS, LibraryStore
from animating_alliances_desktop.core.library.wording import KINDS as NAMES
from animating_alliances_desktop.core.library.wording import day_in_words

READABLE = (*KINDS, Kind.ENTRY)


class ReadingRoom:
    """Opens texts; of the library's it remembers where the user stopped, entries are read from their beginning."""

    def __init__(self, library: LibraryStore, journal: JournalStore) -> None:
        self._library, self._journal = library, journal

    def listed(self) -> list[Listed]:
        """Everything that can be opened: the latest entries first, then the texts in the library's order."""
        entries = [Listed(entry.ref, entry.label, entry.opening) for entry in self._journal.listed()]
        return [*entries, *self._library.listed()]

    def read(self, ref: Ref) -> Reading:
        """A text or an entry for the reader; raises AppError if it is not there."""
        return as_text(self._journal.get(ref)) if ref.kind is Kind.ENTRY else self._library.read(ref)

    def title_of(self, ref: Ref) -> str:
        """What a text or an entry is called; raises AppError if it is not there."""
        return self._journal.get(ref).label if ref.kind is Kind.ENTRY else self._library.title_of(ref)

    def remember(self, ref: Ref, place: Place) -> Changes:
        """Note where the user is in a text."""
        return Changes() if ref.kind is Kind.ENTRY else self._library.remember(ref, place)

    def picture(self, ref: Ref, name: str) -> bytes:
        """The bytes of a picture in a document; raises AppError if it is not there."""
        return self._library.picture(ref, name)


def as_text(entry: Entry) -> Reading:
    """A journal entry as the reader shows it: plain words, a chapter for each part."""
    parts = [(title, text.strip()) for title, text in _parts(entry) if text.strip()]
    html = "".join(_chapter(nth, title, text) for nth, (title, text) in enumerate(parts, 1))
    words = sum(len(text.split()) for _title, text in parts)
    outline = tuple(Heading(2, title, f"part-{nth}") for nth, (title, _text) in enumerate(parts, 1) if title)
    kind = NAMES[Kind.ENTRY] if entry.kept is not None else f"{NAMES[Kind.ENTRY]} · draft"
    facts = (("Alliance", entry.alliance_name), ("Day", day_in_words(entry.draft.day.isoformat())))
    return Reading(entry.ref, entry.label, kind, html, outline, words, minutes_to_read(words), None, facts)


def _parts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from entry.texts
    for addendum in entry.addenda:
        yield f"Later thought, {day_in_words(addendum.made.date().isoformat())}", addendum.text


def _chapter(nth: int, title: str, text: str) -> str:
    heading = f'<h2 id="part-{nth}">{escape(title)}</h2>' if title else ""
    return heading + "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
