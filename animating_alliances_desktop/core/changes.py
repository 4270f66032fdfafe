"""What kinds of things there are, how one points at a thing, and what a write touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from animating_alliances_desktop.core.errors import AppError

SCHEME = "aa:"


class Kind(StrEnum):
    """A kind of thing that a reference can point at."""

    QUESTION = "question"
    PAPER = "paper"
    CASE = "case"
    GUIDE = "guide"
    INSTRUMENT = "instrument"
    FORM = "form"
    PROMPT = "prompt"
    SLIDES = "slides"
    TERM = "term"
    SOURCE = "source"
    DOCUMENT = "document"
    ALLIANCE = "alliance"
    ENTRY = "entry"
    NOTE = "note"
    ANNOTATION = "annotation"
    TAG = "tag"
    COLLECTION = "collection"
    ORGANISATION = "organisation"
    PERSON = "person"
    MEETING = "meeting"
    ACTION = "action"
    DECISION = "decision"
    NOTICING = "noticing"
    INTENTION = "intention"

    @property
    def plural(self) -> str:
        """The word for many of them, as the command line's `list` takes it."""
        return _PLURALS.get(self, f"{self.value}s")

    @property
    def is_own(self) -> bool:
        """Whether things of this kind are made by the user, rather than shipped with the app."""
        return self in _OWN


_PLURALS = {
    Kind.SLIDES: "slides",
    Kind.TERM: "glossary",
    Kind.ENTRY: "entries",
    Kind.PERSON: "people",
}
_VALUES = {kind.value for kind in Kind}
_OWN = {
    Kind.DOCUMENT,
    Kind.ALLIANCE,
    Kind.ENTRY,
    Kind.NOTE,
    Kind.ANNOTATION,
    Kind.TAG,
    Kind.COLLECTION,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.MEETING,
    Kind.ACTION,
    Kind.DECISION,
    Kind.NOTICING,
    Kind.INTENTION,
}


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Points at one thing: its kind and its key, written `aa:case/start-network`."""

    kind: Kind
    key: str

    def __str__(self) -> str:
        return f"{SCHEME}{self.kind.value}/{self.key}"

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read a reference as printed or typed, with or without `aa:`; raises AppError if it is none."""
        kind, slash, key = text.strip().removeprefix(SCHEME).partition("/")
        if not slash or not key or kind not in _VALUES:
            raise AppError(
                f"“{text.strip()[:80]}” is not a reference: write kind/key, such as case/start-network."
            )
        return cls(Kind(kind), key)


@dataclass(frozen=True, slots=True)
class Changes:
    """The things that one write touched, so that each page can tell whether it must refresh itself."""

    refs: frozenset[Ref] = frozenset()

    @classmethod
    def of(cls, *refs: Ref) -> Changes:
        """Changes to just these things."""
        return cls(frozenset(refs))

    @classmethod
    def gather(cls, refs: Iterable[Ref]) -> Changes:
        """Changes to all of these things."""
        return cls(frozenset(refs))

    def touch(self, *kinds: Kind) -> bool:
        """Whether anything of one of these kinds was touched."""
        return any(ref.kind in kinds for ref in self.refs)

    def __iter__(self) -> Iterator[Ref]:
        return iter(self.refs)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.refs | other.refs)
