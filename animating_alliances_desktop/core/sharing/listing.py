"""Any thing by its reference: as a line of a list, and as a page in Markdown, HTML or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, Protocol

from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.annotations.store import AnnotationStore
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.library.figures import with_drawings
from animating_alliances_desktop.core.library.store import LibraryStore
from animating_alliances_desktop.core.pointing import in_markdown, in_words
from animating_alliances_desktop.core.sharing.export import Thing, plain
from animating_alliances_desktop.core.sharing.markdown import (
    alliance_page,
    annotation_page,
    entry_page,
    note_page,
)
from animating_alliances_desktop.core.worker import Worker

SECONDS = 20.0


class Stores(Protocol):
    """Where things are looked up; a workspace is one."""

    library: LibraryStore
    annotations: AnnotationStore
    alliances: AllianceStore
    journal: JournalStore


@dataclass(frozen=True, slots=True)
class Page:
    """One thing, ready to be printed."""

    markdown: str
    html: str
    data: dict[str, Any]


def listed(stores: Stores, kind: Kind) -> list[dict[str, Any]]:
    """All things of a kind as plain data, each with at least `ref` and `title`."""
    match kind:
        case Kind.ALLIANCE:
            return [{**_data(one), "title": one.name} for one in stores.alliances.listed()]
        case Kind.ENTRY:
            return [{**_data(one), "title": one.label} for one in stores.journal.listed()]
        case Kind.NOTE:
            return [{**_data(one), "title": _short(in_words(one.text))} for one in stores.annotations.notes()]
        case Kind.ANNOTATION:
            return [{**_data(one), "title": _short(one.anchor.exact)} for one in stores.annotations.listed()]
        case _:
            return [plain(text) for text in stores.library.listed([kind])]


def shown(stores: Stores, ref: Ref) -> Page:
    """One thing as a page; raises AppError if it is not there."""
    match ref.kind:
        case Kind.ALLIANCE:
            alliance = stores.alliances.get(ref)
            return _page(alliance, alliance.name, alliance_page(alliance))
        case Kind.ENTRY:
            entry = stores.journal.get(ref)
            return _page(entry, entry.label, entry_page(entry))
        case Kind.NOTE:
            note = stores.annotations.get_note(ref)
            return _page(note, _short(in_words(note.text)), note_page(note))
        case Kind.ANNOTATION:
            annotation = stores.annotations.get(ref)
            return _page(annotation, _short(annotation.anchor.exact), annotation_page(annotation))
        case _:
            return _text(stores.library, ref)


def _text(library: LibraryStore, ref: Ref) -> Page:
    reading = library.read(ref)
    source = library.source_of(ref)
    markdown = source if ref.kind is Kind.DOCUMENT else f"# {reading.title}\n\n{source}".rstrip() + "\n"
    html = f"<h1>{escape(reading.title)}</h1>\n{with_drawings(reading.html, reading.figures)}"
    return Page(markdown, html, {**plain(reading), "markdown": source})


def _page(thing: Thing, title: str, markdown: str) -> Page:
    with Worker() as worker:
        html = worker.ask("render_own", seconds=SECONDS, text=in_markdown(markdown))
    return Page(markdown, html, {**_data(thing), "title": title})


def _data(thing: Thing) -> dict[str, Any]:
    data: dict[str, Any] = plain(thing)
    return {"ref": data.pop("ref"), **data.pop("draft", {}), **data}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
