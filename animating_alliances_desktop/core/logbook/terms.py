"""The index of a log book: the names, tags and core questions that its entries speak of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from animating_alliances_desktop.core.book.model import Term
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.logbook.entries import key_of
from animating_alliances_desktop.core.logbook.model import ORGANISATIONS, PEOPLE, Material, Name, calls
from animating_alliances_desktop.core.pointing import in_words, pointers, retitled

Sought = tuple[re.Pattern[str], Name]
TAGS, QUESTIONS = "Tags", "Core questions"
_GROUPS = (PEOPLE, ORGANISATIONS, TAGS, QUESTIONS)


def terms_of(material: Material) -> tuple[Term, ...]:
    """All terms that are met at least once, group by group in the order of the alphabet."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    sought = [(whole(words), name) for words, name in calls(material.names).items() if name is not None]
    for number, entry in enumerate(material.entries, 1):
        for group, name in dict.fromkeys(_met_in(entry, material, sought)):
            found[group, name].append(key_of(number))
    ordered = sorted(found.items(), key=lambda item: (_GROUPS.index(item[0][0]), item[0][1].casefold()))
    return tuple(Term(name, group, tuple(keys)) for (group, name), keys in ordered)


def _met_in(entry: Entry, material: Material, sought: Sequence[Sought]) -> Iterator[tuple[str, str]]:
    texts = [text for _part, text in entry.texts] + [addendum.text for addendum in entry.addenda]
    said = "\n".join([entry.draft.title, *(in_words(retitled(text, material.titles)) for text in texts)])
    yield from ((name.group, name.words) for pattern, name in sought if pattern.search(said))
    yield from ((TAGS, tag) for tag in material.tags.get(entry.ref, ()))
    yield from ((QUESTIONS, material.titles[ref]) for ref in _questions(texts) if ref in material.titles)


def _questions(texts: Iterable[str]) -> Iterator[Ref]:
    return (pointer.ref for text in texts for pointer in pointers(text) if pointer.ref.kind is Kind.QUESTION)


def whole(name: str) -> re.Pattern[str]:
    """Finds a name where it stands by itself."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
