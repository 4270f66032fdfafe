"""The entries of a log book, month by month: each as it was kept, with what was added beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import groupby

from animating_alliances_desktop.core.book.model import (
    Aside,
    Block,
    Heading,
    Paragraph,
    Tone,
    words,
)
from animating_alliances_desktop.core.book.reading import blocks_of
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.logbook.model import Material
from animating_alliances_desktop.core.pointing import retitled
from animating_alliances_desktop.core.scales import word


def key_of(number: int) -> str:
    """What points at the entry of this number."""
    return f"entry-{number}"


def labels_of(material: Material) -> dict[str, str]:
    """What the index calls the entries where there are no pages: their number and day."""
    return {
        key_of(number): f"{number} ({entry.draft.day.day} {entry.draft.day:%b})"
        for number, entry in enumerate(material.entries, 1)
    }


def month_by_month(material: Material) -> Iterator[Block]:
    """A part for each month, with its entries."""
    numbered = enumerate(material.entries, 1)
    for month, some in groupby(numbered, key=lambda pair: pair[1].draft.day.replace(day=1)):
        yield Heading(1, words(f"{month:%B %Y}"), f"month-{month:%Y-%m}")
        for number, entry in some:
            yield from _entry(number, entry, material)


def full_day(day: date) -> str:
    """A day with its name."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def moment(at: datetime) -> str:
    """A moment on the user's own clock."""
    local = at.astimezone()
    return f"{local.day} {local:%B %Y}, {local:%H:%M}"


def text_blocks(text: str, titles: Mapping[Ref, str]) -> tuple[Block, ...]:
    """A text of the user's, what it points at called as it is called now."""
    return blocks_of(retitled(text, titles), below=3)


def _entry(number: int, entry: Entry, material: Material) -> Iterator[Block]:
    day = entry.draft.day
    own = entry.draft.title.strip()
    title = f"{number} · {day.day} {day:%B}" + (f" — {own}" if own else "")
    yield Heading(2, words(title), key_of(number))
    yield Paragraph(words(" · ".join(_facts(entry, material))), Tone.QUIET)
    for part, text in entry.texts:
        if part:
            yield Heading(3, words(part))
        yield from text_blocks(text, material.titles)
    yield from _before_corrections(entry, material.titles)
    for addendum in entry.addenda:
        yield Aside(f"Later thought, {moment(addendum.made)}", text_blocks(addendum.text, material.titles))


def _before_corrections(entry: Entry, titles: Mapping[Ref, str]) -> Iterator[Block]:
    """What stood there until a slip was put right, as far as it was another text."""
    after_title, after = entry.draft.title, dict(entry.texts)
    for state in sorted(entry.earlier, key=lambda one: one.until, reverse=True):
        blocks: list[Block] = []
        if state.title != after_title:
            blocks.append(Paragraph(words(f"The title was: {state.title or 'none'}")))
        for part, text in state.texts:
            if after.get(part) != text:
                blocks += [Paragraph(words(part, bold=True))] if part else []
                blocks += text_blocks(text, titles)
        if blocks:
            yield Aside(f"Corrected on {moment(state.until)}. Until then it said", tuple(blocks))
        after_title, after = state.title, dict(state.texts)


def _facts(entry: Entry, material: Material) -> Iterator[str]:
    draft = entry.draft
    yield full_day(draft.day)
    yield from (f"on {one.label}" for one in material.meetings if one.ref == draft.meeting)
    form = material.forms.get(draft.form)
    yield from [form] if form else []
    yield from ["1 minute" if draft.minutes == 1 else f"{draft.minutes} minutes"] if draft.minutes else []
    yield from [f"energy {word('energy', draft.energy)}"] if draft.energy else []
    yield from [f"trust {word('trust', draft.trust)}"] if draft.trust else []
    tags = material.tags.get(entry.ref, ())
    yield from [", ".join(f"#{tag}" for tag in tags)] if tags else []
    if entry.kept is not None:
        kept = entry.kept.astimezone()
        yield f"kept {kept.day} {kept:%b %Y}"
