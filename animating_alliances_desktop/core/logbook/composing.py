"""A log book put together: cover, the alliance, aims, entries, what was agreed, the proof of history, index."""

from __future__ import annotations

from collections.abc import Iterator

from animating_alliances_desktop.core.book.model import Block, Book, Cover
from animating_alliances_desktop.core.logbook.around import agreed_part, aims_part, alliance_part
from animating_alliances_desktop.core.logbook.entries import labels_of, month_by_month
from animating_alliances_desktop.core.logbook.model import Material, Order
from animating_alliances_desktop.core.logbook.proving import proof_part
from animating_alliances_desktop.core.logbook.roles import with_roles
from animating_alliances_desktop.core.logbook.terms import terms_of


def composed(material: Material) -> Book:
    """The whole book."""
    name = material.alliance.name
    book = Book(
        name,
        tuple(_parts(material)),
        Cover("Log book", span_in_words(material.order), tuple(_facts(material))),
        terms_of(material),
        f"{name} · log book",
        labels=labels_of(material),
    )
    return with_roles(book, material.names) if material.order.with_roles else book


def span_in_words(order: Order) -> str:
    """From when to when, as people write it."""
    since, until = order.since, order.until
    first = f"{since.day} {since:%B}" + (f" {since.year}" if since.year != until.year else "")
    return f"{first} to {until.day} {until:%B %Y}" if since != until else f"{until.day} {until:%B %Y}"


def _parts(material: Material) -> Iterator[Block]:
    yield from alliance_part(material)
    yield from aims_part(material)
    yield from month_by_month(material)
    yield from agreed_part(material)
    yield from proof_part(material)


def _facts(material: Material) -> Iterator[str]:
    later = sum(len(entry.addenda) for entry in material.entries)
    yield _counted(len(material.entries), "entry", "entries")
    yield from [_counted(later, "later thought", "later thoughts")] if later else []
    if material.drafts:
        yield f"{_counted(material.drafts, 'draft', 'drafts')} of this time left out: only what was kept stands here"
    if material.order.with_roles:
        yield "Names of people and organisations are replaced by roles, as far as they are known to the app"
    yield f"Made on {material.made.day} {material.made:%B %Y}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
