"""Other words for the same thing, as the index was taught: who asks for the boss finds the line manager."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.search.words import fold

_KEPT = "SELECT group_concat(words, char(10)) FROM search_synonyms"
Phrase = tuple[str, ...]


class Synonyms:
    """Looks words up in the list that is kept with the shipped library; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept = ""
        self._others: dict[Phrase, list[Phrase]] = {}

    def of(self, connection: Connection, words: Phrase) -> list[Phrase]:
        """What else may be said for these words, without the words themselves."""
        kept = connection.exec_driver_sql(_KEPT).scalar() or ""
        with self._lock:
            if kept != self._kept:
                self._kept, self._others = kept, _others(line.split("; ") for line in kept.splitlines())
            return self._others.get(_stems(words), [])


def _others(groups: Iterable[list[str]]) -> dict[Phrase, list[Phrase]]:
    found: dict[Phrase, list[Phrase]] = {}
    for group in groups:
        phrases = [tuple(each.replace("-", " ").split()) for each in group]
        for phrase in phrases:
            others = found.setdefault(_stems(phrase), [])
            others += [other for other in phrases if other != phrase and other not in others]
    return found


def _stems(words: Phrase) -> Phrase:
    # imported with the first question only, as the rest of Whoosh
    from whoosh.lang.porter import stem

    return tuple(stem(fold(word)) for word in words)  # type: ignore[no-untyped-call]
