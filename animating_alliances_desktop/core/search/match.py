"""From the tree of what is asked to FTS5 and SQL: every word is quoted, nothing typed reaches them as it is."""

# ruff: noqa: S608 -- only constants of ours are put into SQL; what was typed is bound

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.search.index import SHIFT
from animating_alliances_desktop.core.search.stems import Stems
from animating_alliances_desktop.core.search.suggest import EXPANSIONS, FEWER, Suggest
from animating_alliances_desktop.core.search.synonyms import Synonyms
from animating_alliances_desktop.core.search.tree import Facet, Kinds, Leaf, Period, Words

Parameters = tuple[str, ...]
_ANYWHERE = "SELECT 1 FROM search_word WHERE search_word MATCH ? LIMIT 1"
_COLUMNS = {"title": "{title} : ", "text": "{heading text} : "}


class Matcher:
    """Turns leaves into what the index can be asked."""

    def __init__(self, suggest: Suggest) -> None:
        self._suggest = suggest
        self._stems = Stems()
        self._synonyms = Synonyms()

    def expression(self, connection: Connection, leaf: Words) -> str:
        """A MATCH expression for the leaf; empty if no word in the index can be meant."""
        *before, last = leaf.words
        meant = self._stems.one_of_each(self._meant(connection, leaf, last))
        phrases = [_quoted([*before, word]) for word in meant]
        if not (leaf.required or leaf.prefix or leaf.edits):
            others = (self._synonyms.of(connection, (*before, word)) for word in meant)
            phrases += [_quoted(other) for other in dict.fromkeys(chain.from_iterable(others))]
        return f"{_COLUMNS.get(leaf.field, '')}({' OR '.join(phrases)})" if phrases else ""

    def _meant(self, connection: Connection, leaf: Words, word: str) -> list[str]:
        if leaf.edits:
            return self._suggest.near(connection, word, leaf.edits)
        if not leaf.prefix:
            return [word] if leaf.required else self._spelt(connection, word)
        found = self._suggest.beginning(connection, word, FEWER.get(len(word), EXPANSIONS))
        # the word itself may be known by its stem only
        return found if len(word) < 3 else [word, *found]

    def _spelt(self, connection: Connection, word: str) -> list[str]:
        """The word, and if nothing has it, the nearest word that something has."""
        if connection.exec_driver_sql(_ANYWHERE, (_quoted([word]),)).first():
            return [word]
        return [word, *filter(None, [self._suggest.nearest(connection, word)])]


def _quoted(words: Iterable[str]) -> str:
    return '"' + " ".join(word.replace('"', "") for word in words) + '"'


def things(leaf: Leaf, expression: str) -> tuple[str, Parameters]:
    """SQL for the numbers of the things that have the leaf, and in how many passages."""
    if isinstance(leaf, Words):
        sql = f"SELECT rowid >> {SHIFT}, count(*) FROM search_text WHERE search_text MATCH ? GROUP BY 1"
        return sql, (expression,)
    condition, parameters = condition_of(leaf)
    return f"SELECT id, 1 FROM search_thing WHERE {condition}", parameters


def condition_of(leaf: Facet | Kinds | Period) -> tuple[str, Parameters]:
    """A condition on `search_thing`."""
    match leaf:
        case Kinds(kinds):
            return f"kind IN ({', '.join('?' * len(kinds))})", tuple(kind.value for kind in kinds)
        case Facet(field, value, _):
            return f"instr({field}, ?) > 0", (value,)  # the field is one of ours: the parser knows no others
        case Period(start, end):
            bounds = [("day >= ?", start), ("day <= ?", end)]
            there = [(sql, bound.isoformat()) for sql, bound in bounds if bound is not None]
            return " AND ".join(sql for sql, _ in there) or "day IS NOT NULL", tuple(day for _, day in there)
