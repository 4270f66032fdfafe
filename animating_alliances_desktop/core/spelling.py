"""Spelling in British English, with the user's own words and names; where no speller is to be had, nothing is wrong."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import delete, insert, select

from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.tables import AllianceRow, MetaRow, OrganisationRow, PersonRow
from animating_alliances_desktop.core.pointing import pointers

OWN_WORDS = "own_words"
LANGUAGE = "en-GB"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPELT = re.compile(r"`[^`]*`|\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\S+|\]\([^)]*\)|#\w+")
_OF_IT = re.compile(r"['’]s?$")
_NAMED: tuple[Any, ...] = (AllianceRow, OrganisationRow, PersonRow)
_MOST = 7
_AFTER_LATIN = "\u0370"
"""The first letter that is Greek: those before it are Latin ones."""


class Spelling:
    """Knows words once it is loaded, which is done off the window's thread."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder
        self._speller: Any = None
        self._known: dict[str, bool] = {}
        self._own: set[str] = set()
        self._names: set[str] = set()
        self._suggesting = Lock()

    @property
    def is_ready(self) -> bool:
        """Whether words can be looked up."""
        return self._speller is not None

    def load(self) -> bool:
        """Read dictionary and own words; False where there is no speller for this machine."""
        if self._speller is None:
            try:
                speller = import_module("hunspell").Hunspell(LANGUAGE, hunspell_data_dir=str(self._folder))
            except (ImportError, OSError):
                return False
            self._own = set(self.own_words())
            self.know_names()
            self._speller = speller
        return True

    def know_names(self) -> bool:
        """Read the names of alliances, organisations and people: they are no slips. Whether there are others now."""
        with self._database.read() as session:
            names = [name for table in _NAMED for name in session.scalars(select(table.name))]
        before, self._names = self._names, {word for name in names for word in _WORD.findall(name)}
        return self._names != before

    def is_right(self, word: str) -> bool:
        """Whether a word is in the dictionary, one of the user's own, or a name, be it in the genitive."""
        if word in self._own or word.casefold() in self._own or _OF_IT.sub("", word) in self._names:
            return True
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = bool(self._speller.spell(word.replace("’", "'")))
        return known

    def wrong_in(self, line: str) -> list[tuple[int, int]]:
        """Where the words of a line begin and end that are not known; links, addresses and code are left out."""
        if not self.is_ready:
            return []
        spans = [(pointer.start, pointer.end) for pointer in pointers(line)]
        spans += [found.span() for found in _UNSPELT.finditer(line)]
        words = (found for found in _WORD.finditer(line) if _is_spelt(found[0]))
        return [
            found.span()
            for found in words
            if not self.is_right(found[0]) and not any(a <= found.start() < b for a, b in spans)
        ]

    def suggest(self, word: str) -> list[str]:
        """What may be meant, the likeliest first; this takes a moment."""
        with self._suggesting:
            return list(self._speller.suggest(word.replace("’", "'")))[:_MOST] if self.is_ready else []

    def own_words(self) -> list[str]:
        """The words that the user added."""
        with self._database.read() as session:
            row = session.scalar(select(MetaRow).where(MetaRow.key == OWN_WORDS))
        found: list[str] = json.loads(row.value) if row is not None else []
        return found

    def learn(self, word: str) -> None:
        """Know a word from now on."""
        self._keep([*self.own_words(), word])

    def forget(self, word: str) -> None:
        """Know one of the user's own words no more."""
        self._keep([one for one in self.own_words() if one != word])

    def _keep(self, words: list[str]) -> None:
        ordered = sorted(set(words), key=str.casefold)
        with self._database.rewrite() as connection:
            connection.execute(delete(MetaRow).where(MetaRow.key == OWN_WORDS))
            value = json.dumps(ordered, ensure_ascii=False)
            connection.execute(insert(MetaRow).values(key=OWN_WORDS, value=value))
        self._database.written = True
        self._own = set(ordered)


def _is_spelt(word: str) -> bool:
    """Single letters, words all in capitals (abbreviations) and other alphabets are nobody's slips."""
    return len(word) > 1 and not (word.isupper() and len(word) <= 6) and word[0] < _AFTER_LATIN
