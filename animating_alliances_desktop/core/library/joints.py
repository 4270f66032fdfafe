"""How the texts of the shipped library are joined: what points at what, and what points at nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.citations import keys_in
from animating_alliances_desktop.core.library.shipped import Item, Shelf

FIGURE = "figure/"
_LINK = re.compile(r"\]\(aa:([a-z]+/[^)\s#]+)")


def loose_ends(shelf: Shelf) -> Iterator[str]:
    """A sentence on each citation of an unknown source, and on each link to a text that is not there."""
    known = {name_of(ref) for ref in shelf.items} | {FIGURE + name for name in shelf.figures}
    for item in shelf.items.values():
        yield from _unknown_citations(item, known)
        yield from _dead_links(item, known)
        yield from _unknown_neighbours(item, known)


def mentions(shelf: Shelf) -> dict[Ref, list[Item]]:
    """For each text and source, the texts that cite it, link to it, or ask its prompt; in the library's order."""
    found: dict[Ref, list[Item]] = {}
    for item in shelf.items.values():
        for target in dict.fromkeys(_targets(item)):
            ref = Ref.parse(target)
            if ref in shelf.items and ref != item.ref:
                found.setdefault(ref, []).append(item)
    return found


def figures_in(body: str) -> list[str]:
    """The names of the drawings that a text shows."""
    return [target.removeprefix(FIGURE) for target, _line in _links(body) if target.startswith(FIGURE)]


def prompts_of(fields: Mapping[str, Any]) -> list[str]:
    """The prompts that a form is made of, in its order."""
    return [prompt for part in fields.get("parts", ()) for prompt in part["prompts"]]


def name_of(ref: Ref) -> str:
    """A reference as it is written in a content file: `case/start-network`."""
    return f"{ref.kind.value}/{ref.key}"


def _targets(item: Item) -> Iterator[str]:
    written = item.body + str(item.fields.get("credit", ""))
    yield from (target for target, _line in _links(written) if not target.startswith(FIGURE))
    yield from (f"source/{key}" for key, _line in keys_in(written))
    yield from prompts_of(item.fields)
    yield from _named(item, "from")


def _links(text: str) -> Iterator[tuple[str, int]]:
    """What each link points at, and its line (from 1)."""
    return ((link[1], text.count("\n", 0, link.start()) + 1) for link in _LINK.finditer(text))


def _unknown_citations(item: Item, known: Collection[str]) -> Iterator[str]:
    said = "the citation [@{}] names no source of sources.yaml."
    for key, line in keys_in(item.body):
        if f"source/{key}" not in known:
            yield f"{_in_body(item, line)}: {said.format(key)}"
    for key, _line in keys_in(item.fields.get("credit", "")):
        if f"source/{key}" not in known:
            yield f"{item.at('credit')}: {said.format(key)}"


def _dead_links(item: Item, known: Collection[str]) -> Iterator[str]:
    for target, line in _links(item.body):
        if target not in known:
            yield f"{_in_body(item, line)}: the link aa:{target} leads nowhere."


def _unknown_neighbours(item: Item, known: Collection[str]) -> Iterator[str]:
    for name in ("related", "from"):
        for target in _named(item, name):
            if target not in known:
                yield f"{item.at(name)}: there is no text {target}."
    for target in prompts_of(item.fields):
        if target not in known:
            yield f"{item.at('parts')}: there is no text {target}."


def _in_body(item: Item, line: int) -> str:
    return f"{item.file}, line {item.body_line + line - 1}, field “{item.body_field}”"


def _named(item: Item, field: str) -> list[str]:
    """The references in a field that holds one or several."""
    value = item.fields.get(field, ())
    return [value] if isinstance(value, str) else list(value)
