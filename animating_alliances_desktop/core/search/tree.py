"""What is asked, as a tree: words, facets, kinds and days, and how they go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from animating_alliances_desktop.core.changes import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand together."""

    words: tuple[str, ...]
    field: str = ""
    """Empty for anywhere, or `title` or `text`."""
    prefix: bool = False
    """Whether the last word is only a beginning."""
    edits: int = 0
    """How many letters may differ."""
    quoted: bool = False

    @property
    def required(self) -> bool:
        """Whether a thing without it is no answer: said by quotation marks or a field."""
        return self.quoted or bool(self.field)


@dataclass(frozen=True, slots=True)
class Facet:
    """What a thing is filed under; `value` is folded, `shown` is what was typed."""

    field: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """Things of one of these kinds."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Things of one of these days; an end that is None is open."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class All:
    """All of the members."""

    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of the members."""

    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Words just typed one after the other: all of them if enough things have them, otherwise most of them."""

    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Without the member."""

    member: Node


Leaf = Words | Facet | Kinds | Period
Node = Leaf | All | Any | Some | Not


def leaves(node: Node, *, wanted: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """The leaves in their order, each with whether it is wanted or ruled out."""
    match node:
        case All(members) | Any(members) | Some(members):
            for member in members:
                yield from leaves(member, wanted=wanted)
        case Not(member):
            yield from leaves(member, wanted=not wanted)
        case _:
            yield node, wanted


def holds(node: Node, found: Mapping[Leaf, bool], share: float) -> bool:
    """Whether a thing for which these leaves were found is an answer, given the share of words that must be met."""
    match node:
        case All(members):
            return all(holds(member, found, share) for member in members)
        case Any(members):
            return any(holds(member, found, share) for member in members)
        case Not(member):
            return not holds(member, found, share)
        case Some(members):
            return _enough(members, found, share)
        case _:
            return found[node]


def _enough(members: tuple[Node, ...], found: Mapping[Leaf, bool], share: float) -> bool:
    preferred = [member for member in members if is_preferred(member)]
    if not all(holds(member, found, share) for member in members if not is_preferred(member)):
        return False
    met = sum(holds(member, found, share) for member in preferred)
    return met >= max(share * len(preferred), 1) or not preferred


def is_preferred(node: Node) -> bool:
    """Whether a node is a word just typed, which an answer may lack if too few things have all."""
    return isinstance(node, Words) and not node.required


def parted(node: Node) -> Node:
    """The same, but words joined by a hyphen (“time-poor”) may stand apart."""
    match node:
        case Words(words) if len(words) > 1 and not node.required:
            return Some(tuple(Words((word,)) for word in words))
        case Some(members):
            return Some(tuple(map(parted, members)))
        case _:
            return node


def is_loose(node: Node) -> bool:
    """Whether there could be more answers if not every word had to be met."""
    match node:
        case Some(members) if sum(map(is_preferred, members)) > 1:
            return True
        case All(members) | Any(members) | Some(members):
            return any(map(is_loose, members))
        case Not(member):
            return is_loose(member)
        case _:
            return False
