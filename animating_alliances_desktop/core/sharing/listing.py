"""Any thing by its reference: as a line of a list, and as a page in Markdown, HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any, Protocol

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.people import PeopleStore
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.annotations.store import AnnotationStore
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.followthrough.actions import ActionStore
from animating_alliances_desktop.core.followthrough.intentions import IntentionStore
from animating_alliances_desktop.core.followthrough.leavings import LeftStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.library.figures import with_drawings
from animating_alliances_desktop.core.library.store import LibraryStore
from animating_alliances_desktop.core.pointing import in_markdown, in_words
from animating_alliances_desktop.core.sharing.export import plain
from animating_alliances_desktop.core.sharing.followthrough import action_page, intention_page, left_page
from animating_alliances_desktop.core.sharing.markdown import (
    annotation_page,
    entry_page,
    note_page,
)
from animating_alliances_desktop.core.sharing.people import (
    alliance_page,
    meeting_page,
    organisation_page,
    person_page,
)
from animating_alliances_desktop.core.worker import Worker

SECONDS = 20.0


class Stores(Protocol):
    """Where things are looked up; a workspace is one."""

    library: LibraryStore
    annotations: AnnotationStore
    alliances: AllianceStore
    people: PeopleStore
    meetings: MeetingStore
    journal: JournalStore
    actions: ActionStore
    decisions: LeftStore
    noticings: LeftStore
    intentions: IntentionStore


@dataclass(frozen=True, slots=True)
class Page:
    """One thing, ready to be printed."""

    markdown: str
    html: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Way:
    """How things of a kind are looked up, what one is called, and its page in Markdown."""

    all: Callable[[Stores], Sequence[Any]]
    one: Callable[[Stores, Ref], Any]
    title: Callable[[Any], str]
    page: Callable[[Any], str]


def _text_of(thing: Any) -> str:
    return _short(in_words(thing.text))


def _name_of(thing: Any) -> str:
    return str(thing.name)


def _today() -> date:
    return datetime.now().astimezone().date()


_WAYS: dict[Kind, _Way] = {
    Kind.ALLIANCE: _Way(
        lambda held: held.alliances.listed(),
        lambda held, ref: held.alliances.get(ref),
        _name_of,
        alliance_page,
    ),
    Kind.ENTRY: _Way(
        lambda held: held.journal.listed(),
        lambda held, ref: held.journal.get(ref),
        lambda one: str(one.label),
        entry_page,
    ),
    Kind.NOTE: _Way(
        lambda held: held.annotations.notes(),
        lambda held, ref: held.annotations.get_note(ref),
        _text_of,
        note_page,
    ),
    Kind.ANNOTATION: _Way(
        lambda held: held.annotations.listed(),
        lambda held, ref: held.annotations.get(ref),
        lambda one: _short(one.anchor.exact),
        annotation_page,
    ),
    Kind.ORGANISATION: _Way(
        lambda held: held.people.organisations(),
        lambda held, ref: held.people.organisation(ref),
        _name_of,
        organisation_page,
    ),
    Kind.PERSON: _Way(
        lambda held: held.people.people(),
        lambda held, ref: held.people.person(ref),
        _name_of,
        person_page,
    ),
    Kind.MEETING: _Way(
        lambda held: held.meetings.listed(),
        lambda held, ref: held.meetings.get(ref),
        lambda one: str(one.label),
        meeting_page,
    ),
    Kind.ACTION: _Way(
        lambda held: held.actions.whole(),
        lambda held, ref: held.actions.get(ref),
        _text_of,
        lambda one: action_page(one, _today()),
    ),
    Kind.DECISION: _Way(
        lambda held: held.decisions.listed(),
        lambda held, ref: held.decisions.get(ref),
        _text_of,
        lambda one: left_page(one, _today()),
    ),
    Kind.NOTICING: _Way(
        lambda held: held.noticings.listed(),
        lambda held, ref: held.noticings.get(ref),
        _text_of,
        lambda one: left_page(one, _today()),
    ),
    Kind.INTENTION: _Way(
        lambda held: held.intentions.listed(),
        lambda held, ref: held.intentions.get(ref),
        lambda one: _short(in_words(one.sentence)),
        lambda one: intention_page(one, _today()),
    ),
}


def listed(stores: Stores, kind: Kind) -> list[dict[str, Any]]:
    """All things of a kind as plain data, each with at least `ref` and `title`."""
    way = _WAYS.get(kind)
    if way is None:
        return [plain(text) for text in stores.library.listed([kind])]
    return [{**data_of(one), "title": way.title(one)} for one in way.all(stores)]


def shown(stores: Stores, ref: Ref) -> Page:
    """One thing as a page; raises AppError if it is not there."""
    way = _WAYS.get(ref.kind)
    if way is None:
        return _text(stores.library, ref)
    thing = way.one(stores, ref)
    return _page(thing, way.title(thing), way.page(thing))


def _text(library: LibraryStore, ref: Ref) -> Page:
    reading = library.read(ref)
    source = library.source_of(ref)
    markdown = source if ref.kind is Kind.DOCUMENT else f"# {reading.title}\n\n{source}".rstrip() + "\n"
    html = f"<h1>{escape(reading.title)}</h1>\n{with_drawings(reading.html, reading.figures)}"
    return Page(markdown, html, {**plain(reading), "markdown": source})


def _page(thing: Any, title: str, markdown: str) -> Page:
    with Worker() as worker:
        html = worker.ask("render_own", seconds=SECONDS, text=in_markdown(markdown))
    return Page(markdown, html, {**data_of(thing), "title": title})


def data_of(thing: Any) -> dict[str, Any]:
    """A thing as plain data, what is said in it beside what is said of it."""
    data: dict[str, Any] = plain(thing)
    return {"ref": data.pop("ref"), **data.pop("draft", {}), **data.pop("planned", {}), **data}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
