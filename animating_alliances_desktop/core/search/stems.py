"""The stems of words, from the very tokeniser of the index, so that a stem is not asked for twice."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from sqlcipher3 import dbapi2 as driver

_MADE = """CREATE VIRTUAL TABLE word USING fts5(surface, tokenize='porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE stem USING fts5vocab('word', 'instance')"""


class Stems:
    """Asks a database in memory that holds nothing but the words of the moment; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database: Any = None

    def one_of_each(self, words: Iterable[str]) -> list[str]:
        """The first word of each stem, in their order."""
        asked = list(words)
        if len(asked) < 2:
            return asked
        with self._lock:
            if self._database is None:
                self._database = driver.connect(":memory:", check_same_thread=False)
                self._database.executescript(_MADE)
            return self._first_of_each(asked)

    def _first_of_each(self, words: list[str]) -> list[str]:
        self._database.executemany("INSERT INTO word (rowid, surface) VALUES (?, ?)", enumerate(words))
        found = self._database.execute("SELECT min(doc) FROM stem GROUP BY term ORDER BY 1").fetchall()
        self._database.rollback()
        return [words[place] for (place,) in found]
