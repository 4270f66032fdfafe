"""The index in the workspace: things, their passages, the postings, and the words as they are written."""

# ruff: noqa: S608 -- only constants of ours are put into SQL; what was typed is bound

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import product
from typing import Any

from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.findable import Facets, Findable
from animating_alliances_desktop.core.search.words import clean, folded_words

VERSION = "4"
"""Raised whenever the tables or what stands in them change: the index is then made anew."""

SHIFT = 20
"""A passage's number is its thing's, shifted, plus its place: the thing of a hit is known without a look-up."""

FACETS = (
    "question",
    "alliance",
    "tag",
    "sector",
    "region",
    "form",
    "outcome",
    "phase",
    "author",
    "collection",
    "owner",
    "status",
)

_TABLES = (
    "search_version (version TEXT NOT NULL)",
    f"""search_thing (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, day TEXT,
        {", ".join(f"{facet} TEXT NOT NULL" for facet in FACETS)}, title TEXT NOT NULL, words TEXT NOT NULL,
        passages INTEGER NOT NULL, given TEXT NOT NULL, own TEXT NOT NULL)""",
    # `given` are the tags that came with a thing, `own` those that the user put on it; `tag` is both.
    # A `collection` is a filter only: its name says nothing of what lies in it, so no plain word finds that by it;
    # nor does one find what is open by its `status`.
    "search_passage (id INTEGER PRIMARY KEY, heading TEXT NOT NULL, text TEXT NOT NULL)",
    "search_synonyms (words TEXT NOT NULL)",
)
_VIEW = f"""search_content AS SELECT p.id AS id, t.title AS title, p.heading AS heading, p.text AS text,
    t.words || t.own AS words FROM search_passage p JOIN search_thing t ON t.id = p.id >> {SHIFT}"""
_VIRTUAL = (
    # Stemmed, for finding. The content is a view, so that each text is kept once, and hits can still be marked.
    """search_text USING fts5(title, heading, text, words, content='search_content', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2')""",
    # Not stemmed and without positions, for what a prefix and a misspelt word may stand for.
    """search_word USING fts5(surface, content='', contentless_delete=1, detail=none,
        tokenize='unicode61 remove_diacritics 2')""",
    "search_vocabulary USING fts5vocab('search_word', 'row')",
)
# Statements of our own keep the postings in step with the passages. Triggers did so until version 3, but SQLite opens a
# savepoint for each row that fires one, and at each savepoint FTS5 writes down what it has gathered: twice the time.
_POST = (
    """INSERT INTO search_text (rowid, title, heading, text, words)
        SELECT id, title, heading, text, words FROM search_content WHERE id BETWEEN ? AND ?""",
    """INSERT INTO search_word (rowid, surface)
        SELECT id, title || ' ' || heading || ' ' || text || ' ' || words FROM search_content
        WHERE id BETWEEN ? AND ?""",
)
_UNPOST = (
    """INSERT INTO search_text (search_text, rowid, title, heading, text, words)
        SELECT 'delete', id, title, heading, text, words FROM search_content WHERE id BETWEEN ? AND ?""",
    "DELETE FROM search_word WHERE rowid BETWEEN ? AND ?",
)
_DROP_PASSAGES = "DELETE FROM search_passage WHERE id BETWEEN ? AND ?"
_MADE = (
    *(f"TABLE {table}" for table in _TABLES),
    f"VIEW {_VIEW}",
    *(f"VIRTUAL TABLE {table}" for table in _VIRTUAL),
)
_RANK = "bm25(8.0, 4.0, 1.0, 1.0)"
"""A word in the title says most; words by which a thing is filed say less than its own text."""

_MERGING = {"automerge": 16, "crisismerge": 64}
"""Pieces are joined less often than by default, which halves the time of keeping an entry; searches do not feel it."""

_NAMES = (
    "search_vocabulary",
    "search_word",
    "search_text",
    "search_passage",
    "search_thing",
    "search_synonyms",
    "search_version",
)
_COLUMNS = ("id", "ref", "kind", "day", *FACETS, "title", "words", "passages", "given", "own")
_PUT_THING = f"INSERT INTO search_thing ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_NUMBERS = """SELECT (SELECT id FROM search_thing WHERE ref = ?),
    (SELECT coalesce(max(id), 0) + 1 FROM search_thing)"""
"""The number of a thing that is known, and the next free one: always a new one, so that postings are only added."""
Names = Callable[[Connection, Ref], Sequence[str]]
"""Tells the tags that the user put on a thing, or the collections in which it lies."""


def _none(_connection: Connection, _ref: Ref) -> Sequence[str]:
    return ()


class Index:
    """Keeps the index in step; the transaction is the caller's."""

    def __init__(self, tags: Names = _none, collections: Names = _none) -> None:
        self._tags, self._collections = tags, collections

    def prepare(self, connection: Connection) -> bool:
        """Make the tables if need be; True if the index is new or of another version, so empty and to be filled."""
        if _version(connection) == VERSION:
            return False
        connection.exec_driver_sql("DROP VIEW IF EXISTS search_content")
        for name in _NAMES:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        for made in _MADE:
            connection.exec_driver_sql(f"CREATE {made}")
        connection.exec_driver_sql("INSERT INTO search_text (search_text, rank) VALUES ('rank', ?)", (_RANK,))
        for table, (option, value) in product(("search_text", "search_word"), _MERGING.items()):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}, rank) VALUES ('{option}', {value})")
        connection.exec_driver_sql("INSERT INTO search_version VALUES (?)", (VERSION,))
        return True

    def put(self, connection: Connection, thing: Findable) -> None:
        """Replace everything that is known of this thing."""
        known, number = connection.exec_driver_sql(_NUMBERS, (str(thing.ref),)).one()
        if known is not None:
            self._drop(connection, known)
        tags, collections = (names(connection, thing.ref) for names in (self._tags, self._collections))
        connection.exec_driver_sql(_PUT_THING, _thing_row(number, thing, tags, collections))
        passages = [
            (number << SHIFT | place, clean(passage.heading), clean(passage.text))
            for place, passage in enumerate(thing.passages)
        ] or [(number << SHIFT, "", "")]  # a thing of which only the title is known is found by it
        connection.exec_driver_sql("INSERT INTO search_passage VALUES (?, ?, ?)", passages)
        _on_each(connection, _POST, number)

    def retag(self, connection: Connection, ref: Ref) -> None:
        """Look again which tags the user put on a thing; all else that is known of it stays."""
        number, _ = connection.exec_driver_sql(_NUMBERS, (str(ref),)).one()
        if number is None:
            return
        own, folded = _own_tags(self._tags(connection, ref))
        _on_each(connection, _UNPOST, number)
        change = "UPDATE search_thing SET own = ?, tag = given || ? WHERE id = ?"
        connection.exec_driver_sql(change, (own, folded, number))
        _on_each(connection, _POST, number)

    def recollect(self, connection: Connection, ref: Ref) -> None:
        """Look again in which collections a thing lies."""
        folded = _collections(self._collections(connection, ref))
        connection.exec_driver_sql("UPDATE search_thing SET collection = ? WHERE ref = ?", (folded, str(ref)))

    def drop(self, connection: Connection, ref: Ref) -> None:
        """Forget the thing."""
        known, _ = connection.exec_driver_sql(_NUMBERS, (str(ref),)).one()
        if known is not None:
            self._drop(connection, known)

    def _drop(self, connection: Connection, number: int) -> None:
        _on_each(connection, (*_UNPOST, _DROP_PASSAGES), number)
        connection.exec_driver_sql("DELETE FROM search_thing WHERE id = ?", (number,))

    def squeeze(self, connection: Connection) -> None:
        """Let go of the words of things that were dropped: the postings are only added to until then."""
        for table in ("search_text", "search_word"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def learn(self, connection: Connection, synonyms: Sequence[Sequence[str]]) -> None:
        """Take over which words stand for the same thing, in place of what was known of that."""
        connection.exec_driver_sql("DELETE FROM search_synonyms")
        for group in synonyms:
            connection.exec_driver_sql("INSERT INTO search_synonyms VALUES (?)", ("; ".join(group),))

    def clear(self, connection: Connection) -> None:
        """Forget everything."""
        connection.exec_driver_sql("DELETE FROM search_version")
        self.prepare(connection)

    def count(self, connection: Connection) -> int:
        """How many passages there are."""
        found: int = connection.exec_driver_sql("SELECT count(*) FROM search_passage").scalar_one()
        return found

    def refs(self, connection: Connection) -> set[Ref]:
        """All things that can be found."""
        return {
            Ref.parse(ref) for ref in connection.exec_driver_sql("SELECT ref FROM search_thing").scalars()
        }

    def digest(self, connection: Connection) -> str:
        """A fingerprint of what can be found, whatever the order in which it was put."""
        columns = ", ".join(("t.ref", "t.kind", "t.day", *(f"t.{facet}" for facet in FACETS)))
        rows = connection.exec_driver_sql(
            f"SELECT {columns}, c.title, c.words, c.heading, c.text FROM search_content c"
            f" JOIN search_thing t ON t.id = c.id >> {SHIFT} ORDER BY t.ref, c.id"
        )
        digest = sha256()
        for row in rows:
            digest.update(repr(tuple(row)).encode())
        return digest.hexdigest()


def _on_each(connection: Connection, statements: Sequence[str], number: int) -> None:
    """Have the statements done to all passages of a thing."""
    for statement in statements:
        connection.exec_driver_sql(statement, (number << SHIFT, (number + 1 << SHIFT) - 1))


def _version(connection: Connection) -> str | None:
    there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'search_version'").first()
    if there is None:
        return None
    version: str | None = connection.exec_driver_sql("SELECT version FROM search_version").scalar()
    return version


def _thing_row(
    number: int, thing: Findable, tags: Sequence[str], collections: Sequence[str]
) -> tuple[Any, ...]:
    facets = thing.facets
    values = [clean(value) for value in _values(facets)]
    day = facets.day.isoformat() if facets.day else None
    words = " ".join(value for value in values if value)
    # what a field is compared with is folded here; the words that anything may find are folded by the tokeniser
    folded = dict(zip(FACETS, map(folded_words, values), strict=True))
    given, (own, own_folded) = folded["tag"], _own_tags(tags)
    folded |= {"tag": given + own_folded, "collection": _collections(collections)}
    folded["status"] = folded_words(facets.status)
    title = clean(thing.title)
    head, size = (number, str(thing.ref), thing.ref.kind.value, day), len(thing.passages) or 1
    return (*head, *folded.values(), title, words, size, given, own)


def _own_tags(names: Sequence[str]) -> tuple[str, str]:
    """The user's tags as words behind others, and folded for comparing."""
    cleaned = [clean(name) for name in names]
    return "".join(f" {name};" for name in cleaned), "".join(map(folded_words, cleaned))


def _collections(names: Sequence[str]) -> str:
    """Names of collections, folded for comparing; no phrase reaches from one into the next."""
    return ";".join(folded_words(clean(name)) for name in names)


def _values(facets: Facets) -> Sequence[str]:
    """In the order of `FACETS`; no thing knows by itself in which collections it lies, and a status is no word."""
    lists = (facets.tags, facets.sector, facets.region, facets.form, facets.outcome, facets.phases)
    return (
        "; ".join(facets.questions),
        facets.alliance,
        *("; ".join(each) for each in lists),
        facets.author,
        "",
        facets.owner,
        "",
    )
