"""What was typed to what is asked: read by Whoosh's parser, and as plain words where that will not do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any as Anything

# This module is imported with the first question only: Whoosh takes 155 ms that no start of the app should pay.
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.search import dates
from animating_alliances_desktop.core.search.index import FACETS
from animating_alliances_desktop.core.search.parser import ANYWHERE, FIELDS, parse
from animating_alliances_desktop.core.search.tree import All, Any, Facet, Kinds, Node, Not, Some, Words
from animating_alliances_desktop.core.search.words import STOP_WORDS, clean, folded_words, tokens

CHARACTERS = 1_000
TERMS = 32
PREFIX_LETTERS = 2
MOST_EDITS = 2
OPERATORS = frozenset(("AND", "OR", "NOT", "ANDNOT", "ANDMAYBE", "TO"))
KIND_WORDS = {Kind.ENTRY: "journal", Kind.TERM: "glossary", Kind.ANNOTATION: "highlight"}

_QUOTES = str.maketrans("“”„«»", '"""""')
_FIELD_GAP = re.compile(rf"\b({'|'.join(FIELDS)}):\s+(?=\S)", re.IGNORECASE)
_FIELD = re.compile(rf"\b({'|'.join(FIELDS)}):", re.IGNORECASE)
_FIELD_ALONE = re.compile(rf"(?:^|\s)[+-]?(?:{'|'.join(FIELDS)}):\s*$", re.IGNORECASE)
_ENDS = re.compile(r"^(?:\s*\b(?:AND|OR)\b)+|(?:\s*\b(?:AND|OR|NOT)\b)+\s*$")
_TANGLED = re.compile(r"\b(?:AND|OR|NOT)\s+(?:AND|OR)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; without a tree, nothing."""

    tree: Node | None
    cut: bool = False
    """Whether only the first part of what was typed is asked."""


def read(text: str, today: date, *, typing: bool = False) -> Asked:
    """Understand what was typed; `typing` takes the last word for a beginning. Raises nothing."""
    shortened, cut = _shorten(text)
    typing = typing and not cut and shortened[-1:].isalnum()
    ready, open_phrase = _prepare(shortened)
    starred = typing and not open_phrase and ready[-1:].isalnum() and not _operator_last(ready)
    try:
        parsed = None if _TANGLED.search(ready) else parse(f"{ready}*" if starred else ready)
        tree = _Reader(today).node(parsed)
    except Exception:  # whatever the parser makes of it, there are still the words
        tree = None
    if tree is None and not _FIELD.search(ready):
        tree = _plain_words(ready, typing=typing)
    elif tree is not None and typing and open_phrase:
        tree = _last_begun(tree)
    return Asked(_without_stop_words(tree) if tree is not None else None, cut)


def _shorten(text: str) -> tuple[str, bool]:
    cleaned = clean(text[: CHARACTERS * 2]).translate(_QUOTES)
    head = cleaned[:CHARACTERS]
    chunks = head.split()
    if len(chunks) > TERMS:
        return " ".join(chunks[:TERMS]), True
    return head, len(text) > CHARACTERS


def _prepare(text: str) -> tuple[str, bool]:
    """Mend what is only half typed; also says whether a phrase was still open."""
    open_phrase = text.count('"') % 2 == 1
    text = _FIELD_ALONE.sub("", text)
    text = _FIELD_GAP.sub(r"\1:", text)
    text = _FIELD.sub(lambda found: found[0].lower(), text)
    text = dates.UNQUOTED.sub(r'date:"\1"', text)
    text = _ENDS.sub("", text.strip())
    return (text + '"' if open_phrase else text), open_phrase


def _operator_last(text: str) -> bool:
    return text.rpartition(" ")[2] in OPERATORS


class _Reader:
    """Walks the parser's tree."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._readers: dict[str, Callable[[Anything], Node | None]] = {
            "Together": lambda each: _joined(Some, self._nodes(each.subqueries)),
            "Or": lambda each: _joined(Any, self._nodes(each.subqueries)),
            "And": lambda each: _joined(All, self._nodes(each.subqueries)),
            "Not": lambda each: _ruled_out(self.node(each.query)),
            "AndNot": lambda each: _joined(All, [self.node(each.a), _ruled_out(self.node(each.b))]),
            "AndMaybe": lambda each: _joined(Some, [_insisted(self.node(each.a)), self.node(each.b)]),
            "Term": lambda each: self._leaf(each.fieldname, each.text),
            "Prefix": lambda each: self._leaf(each.fieldname, each.text, prefix=True),
            "FuzzyTerm": lambda each: self._leaf(each.fieldname, each.text, edits=each.maxdist),
            "Phrase": lambda each: self._leaf(each.fieldname, " ".join(each.words), quoted=True),
            "TermRange": self._range,
        }

    def node(self, parsed: Anything) -> Node | None:
        """What a part of the parser's tree asks; None if that is nothing."""
        reader = self._readers.get(type(parsed).__name__)
        return reader(parsed) if reader else None

    def _nodes(self, parsed: Anything) -> list[Node | None]:
        return [self.node(each) for each in parsed]

    def _leaf(
        self, field: str, text: str, *, prefix: bool = False, edits: int = 0, quoted: bool = False
    ) -> Node | None:
        if text in OPERATORS and not quoted:
            return None
        if field == "kind":
            return _kinds(text)
        if field == "date":
            return dates.period(text, self._today)
        if field in FACETS:
            value = folded_words(text)
            return Facet(field, value, text) if value else None
        found = tuple(tokens(text))
        if not found:
            return None
        begun = prefix and (len(found) > 1 or len(found[0]) >= PREFIX_LETTERS or len(text) == 1)
        return Words(found, "" if field == ANYWHERE else field, begun, min(edits, MOST_EDITS), quoted)

    def _range(self, parsed: Anything) -> Node | None:
        if parsed.fieldname == "date":
            return dates.between(parsed.start, parsed.end, self._today)
        both = f"{parsed.start or ''} {parsed.end or ''}"
        return _joined(Some, [self._leaf(parsed.fieldname, each) for each in both.split()])


def _kinds(text: str) -> Node | None:
    wanted = [word for word in re.split(r"[\s,;]+", text.lower()) if word]
    names = {kind: (kind.value, kind.plural, KIND_WORDS.get(kind, kind.value)) for kind in Kind}
    exact = {kind for kind in Kind if any(name in wanted for name in names[kind])}
    begun = {kind for kind in Kind if any(name.startswith(tuple(wanted)) for name in names[kind])}
    kinds = exact or begun
    return Kinds(tuple(kind for kind in Kind if kind in kinds)) if wanted and kinds else None


def _joined(group: type[All] | type[Any] | type[Some], members: list[Node | None]) -> Node | None:
    there = tuple(dict.fromkeys(member for member in members if member is not None))
    return group(there) if len(there) > 1 else next(iter(there), None)


def _insisted(node: Node | None) -> Node | None:
    """What has a plus before it must be there, as if it were quoted."""
    match node:
        case Words():
            return replace(node, quoted=True)
        case All(members) | Some(members):
            return All(tuple(each for member in members if (each := _insisted(member)) is not None))
        case _:
            return node


def _ruled_out(node: Node | None) -> Node | None:
    # of several words just typed, each is ruled out
    return None if node is None else Not(Any(node.members) if isinstance(node, Some) else node)


def _plain_words(text: str, *, typing: bool) -> Node | None:
    found = [word for word in tokens(text) if word not in OPERATORS]
    members: list[Node | None] = [Words((word,)) for word in found]
    if typing and found:
        members[-1] = Words((found[-1],), prefix=True)
    return _joined(Some, members)


def _last_begun(node: Node) -> Node:
    match node:
        case Words(words, field, _, edits, quoted):
            return Words(words, field, prefix=True, edits=edits, quoted=quoted)
        case All(members) | Any(members) | Some(members):
            return type(node)((*members[:-1], _last_begun(members[-1])))
        case _:
            return node


def _without_stop_words(node: Node) -> Node:
    """Leave out words that say nothing, and a single letter of a word that is being typed, if others remain."""
    if not isinstance(node, Some):
        return (
            type(node)(tuple(map(_without_stop_words, node.members))) if isinstance(node, All | Any) else node
        )
    kept = tuple(_without_stop_words(member) for member in node.members if not _says_nothing(member))
    has_words = any(isinstance(member, Words) for member in kept)
    if not has_words and any(isinstance(member, Words) for member in node.members):
        return node
    return kept[0] if len(kept) == 1 else Some(kept)


def _says_nothing(node: Node) -> bool:
    if not isinstance(node, Words) or node.required or len(node.words) > 1:
        return False
    word = node.words[0].lower()
    return word in STOP_WORDS or (len(word) == 1 and not word.isdigit())
