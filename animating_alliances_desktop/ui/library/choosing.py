"""Which texts pass the filters, in which order, and which filters there are to offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import combining, normalize

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.core.library.store import KINDS

SHOWN: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind is not Kind.QUESTION)
"""The questions have a page of their own."""
_AS_THEY_COME = {Kind.PROMPT, Kind.DOCUMENT}
"""Prompts come grouped, and documents the latest first; the others are sorted by title."""
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a text must be to be shown; what is empty does not matter."""

    kinds: frozenset[Kind] = frozenset()
    questions: frozenset[str] = frozenset()
    region: str = ""
    sector: str = ""
    outcome: str = ""
    words: str = ""
    gathered: Ref | None = None
    """A tag or a collection of the user's, and `among`, what is under it."""
    among: frozenset[Ref] = frozenset()

    @property
    def only_cases(self) -> bool:
        """Whether nothing but cases can pass."""
        return self.kinds == {Kind.CASE}

    @property
    def any_set(self) -> bool:
        """Whether anything is left out."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by: kinds with their numbers, questions as (key, title), and what cases have."""

    kinds: Mapping[Kind, int] = field(default_factory=dict)
    questions: tuple[tuple[str, str], ...] = ()
    regions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


def choices_in(texts: Iterable[Listed]) -> Choices:
    """Gather what there is to filter by."""
    texts = list(texts)
    numbers: Counter[Kind] = Counter(text.kind for text in texts)
    cases = [text for text in texts if text.kind is Kind.CASE]
    return Choices(
        {kind: numbers[kind] for kind in SHOWN},
        tuple((text.ref.key, text.title) for text in texts if text.kind is Kind.QUESTION),
        _values(cases, "region"),
        _values(cases, "sector"),
        _values(cases, "outcome"),
    )


def chosen_from(texts: Iterable[Listed], filters: Filters) -> list[Listed]:
    """Return the texts that pass, sorted: by kind, then those whose main question it is, then by title."""
    passing = [text for text in texts if _passes(text, filters)]
    order = {kind: at for at, kind in enumerate(SHOWN)}
    return sorted(
        passing, key=lambda text: (order[text.kind], not _mainly(text, filters.questions), _sort_key(text))
    )


def years_of(text: Listed) -> str:
    """Return when a text is from, or which years it tells of."""
    fields = text.fields
    return str(fields.get("years") or fields.get("year") or str(fields.get("issued", ""))[:4])


def minutes_of(text: Listed) -> int:
    """Return how long a text takes: to read, or for a prompt, to think about; 0 if that says nothing."""
    if text.kind is Kind.PROMPT:
        return int(str(text.fields.get("minutes", 0)))
    return text.minutes if text.kind not in (Kind.TERM, Kind.SOURCE) else 0


@lru_cache(maxsize=16_384)  # the same texts are folded again at each letter that is typed
def folded(text: str) -> str:
    """Fold case and accents, so that café is found by cafe."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


def _passes(text: Listed, filters: Filters) -> bool:
    if filters.kinds and text.kind not in filters.kinds:
        return False
    if filters.questions and not filters.questions & set(text.questions):
        return False
    if not _case_passes(text, filters) or (filters.gathered and text.ref not in filters.among):
        return False
    wanted = folded(filters.words).split()
    if not wanted:
        return True
    title, summary = folded(text.title), folded(text.summary)
    return all(word in title or word in summary for word in wanted)


def _case_passes(text: Listed, filters: Filters) -> bool:
    asked = {"region": filters.region, "sector": filters.sector, "outcome": filters.outcome}
    return all(value in _listed(text, name) for name, value in asked.items() if value)


def _mainly(text: Listed, questions: frozenset[str]) -> bool:
    return bool(text.questions) and text.questions[0] in questions


def _sort_key(text: Listed) -> str:
    if text.kind in _AS_THEY_COME:
        return ""
    title = folded(text.title).lstrip("“‘\"'")
    return next((title.removeprefix(word) for word in _ARTICLES if title.startswith(word)), title)


def _values(texts: Sequence[Listed], name: str) -> tuple[str, ...]:
    return tuple(sorted({value for text in texts for value in _listed(text, name)}, key=folded))


def _listed(text: Listed, name: str) -> Sequence[str]:
    value = text.fields.get(name, ())
    return value if isinstance(value, list | tuple) else ()
