"""What else may be meant: words that begin so, words that are spelt nearly so, and the question mended."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Iterator

from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.search.words import STOP_WORDS, WORD, clean, fold

MOST_WORDS = 60_000
"""The most frequent words only are kept in memory for mending: some 6 MB."""
EXPANSIONS = 8
FEWER = {1: 4, 2: 6}
"""Of one or two letters the words are frequent ones: ranking what fewer of them find is quick enough while typing."""
_SHORTEST_MENDED = 4
_LAST = "\U0010ffff"

_BEGINNING = (
    "SELECT term, doc FROM search_vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC, term LIMIT ?"
)
_FREQUENT = "SELECT term, doc FROM search_vocabulary ORDER BY doc DESC, term LIMIT ?"
_KNOWN = "SELECT 1 FROM search_vocabulary WHERE term = ?"
_NEWEST = "SELECT coalesce(max(id), 0) FROM search_thing"


class Suggest:
    """Looks into the words of the index; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._as_of = -1
        self._words: list[str] = []
        self._counts: dict[str, int] = {}

    def beginning(self, connection: Connection, prefix: str, limit: int = EXPANSIONS) -> list[str]:
        """The most frequent words that begin so, the most frequent first; always fresh."""
        start = fold(clean(prefix))
        if len(start) < 2:  # half the words of the index: from memory, where they are counted already
            self._look(connection, fresh=False)
            return self._of_one_letter(start, limit) if start else []
        found = connection.exec_driver_sql(_BEGINNING, (start, start + _LAST, limit))
        return [term for term, _ in found]

    def near(self, connection: Connection, word: str, edits: int, limit: int = EXPANSIONS) -> list[str]:
        """Words spelt nearly so, the nearest and then the most frequent first."""
        self._look(connection)
        wanted = fold(clean(word))
        # as Whoosh knows it, most words share their first letter with what was meant
        found = [(edits_away, -self._counts[term], term) for edits_away, term in self._within(wanted, edits)]
        return [term for _, _, term in sorted(found)[:limit]]

    def nearest(self, connection: Connection, word: str) -> str:
        """The word of the index that is spelt most nearly like one that it does not know; empty if there is none."""
        known = self._is_known(connection, word, as_beginning=False)
        return "" if known else self._better(connection, word)

    def mend(self, connection: Connection, text: str, *, typing: bool = False) -> str:
        """The text with words that the index does not know replaced by near ones; empty if there are none."""
        parts, end = [], 0
        for found in WORD.finditer(text):
            half_written = typing and found.end() == len(text)
            known = self._is_known(connection, found[0], as_beginning=half_written)
            if not known and (better := self._better(connection, found[0])):
                parts += [text[end : found.start()], better]
                end = found.end()
        return "".join([*parts, text[end:]]) if parts else ""

    def _is_known(self, connection: Connection, word: str, *, as_beginning: bool) -> bool:
        """Asks the index itself, so that a word just kept is known without all words being read again."""
        folded = fold(clean(word))
        if len(word) < _SHORTEST_MENDED or folded in STOP_WORDS or word.isdigit():
            return True
        if as_beginning:
            return bool(self.beginning(connection, word, 1))
        return connection.exec_driver_sql(_KNOWN, (folded,)).first() is not None

    def _better(self, connection: Connection, word: str) -> str:
        near = self.near(connection, word, 1, 1) or (
            self.near(connection, word, 2, 1) if len(word) > 5 else []
        )
        return next(iter(near), "")

    def _of_one_letter(self, letter: str, limit: int) -> list[str]:
        first, last = bisect_left(self._words, letter), bisect_left(self._words, letter + _LAST)
        telling = (word for word in self._words[first:last] if word not in STOP_WORDS)
        return sorted(telling, key=lambda word: -self._counts[word])[:limit]

    def _within(self, word: str, edits: int) -> Iterator[tuple[int, str]]:
        # Whoosh is imported with the first word to mend: it takes 155 ms that no start of the app should pay
        from whoosh.spelling import ListCorrector

        if word in self._counts:
            yield 0, word
        # ListCorrector.suggest() would cut the list before we could order it by how frequent the words are
        for score, found in ListCorrector(self._words)._suggestions(word, edits, 1):  # noqa: SLF001
            if found != word:
                yield -int(score), found

    def _look(self, connection: Connection, *, fresh: bool = True) -> None:
        """Read the words; if they were read before, then only if `fresh` is asked for and things were put since."""
        newest = connection.exec_driver_sql(_NEWEST).scalar_one()
        with self._lock:
            if newest == self._as_of or (self._words and not fresh):
                return
            counts = dict(tuple(row) for row in connection.exec_driver_sql(_FREQUENT, (MOST_WORDS,)))
            self._counts, self._words, self._as_of = counts, sorted(counts), newest
