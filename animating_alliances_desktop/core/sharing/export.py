"""Everything of the user's as plain files: Markdown to read, JSON to take elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.annotations.model import Annotation, Note
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.library.model import Heading, Listed
from animating_alliances_desktop.core.sharing.left_behind import LeftBehind
from animating_alliances_desktop.core.sharing.markdown import (
    annotation_page,
    entry_page,
    note_page,
)
from animating_alliances_desktop.core.sharing.people import Met, alliance_page

Thing = Alliance | Entry | Note | Annotation
_PARTS = ("alliances", "journal", "organisations", "people", "meetings", "notes", "highlights")
"""The folders, as the things of the user's are called there and in the JSON."""


def export(
    folder: Path,
    *,
    alliances: list[Alliance],
    entries: list[Entry],
    notes: list[Note],
    annotations: list[Annotation],
    documents: Iterable[tuple[Listed, bytes]],
    tags: Mapping[str, Sequence[Ref]] = MappingProxyType({}),
    collections: Mapping[str, Sequence[Ref]] = MappingProxyType({}),
    outlines: Mapping[Ref, Sequence[Heading]] = MappingProxyType({}),
    left: LeftBehind | None = None,
    met: Met | None = None,
) -> int:
    """Write all of it below `folder`, which must be new or empty; the answer is the number of things written."""
    _make_empty(folder)
    left, met = left or LeftBehind(), met or Met()
    pages = [*_pages(alliances, entries), *met.pages(), *_marks(notes, annotations)]
    things: dict[str, Any] = {part: [] for part in _PARTS}
    try:
        for part, name, thing, text in pages:
            _write(folder / part, name, thing.ref, ".md", text.encode())
            things[part].append(plain(thing))
        things["documents"] = []
        for listed, original in documents:
            suffix = Path(str(listed.fields.get("file_name", ""))).suffix or ".md"
            _write(folder / "documents", listed.title, listed.ref, suffix, original)
            things["documents"].append(plain(listed))
        things |= {"tags": plain(dict(tags)), "collections": plain(dict(collections))}
        things["outlines"] = {str(ref): plain(list(lines)) for ref, lines in outlines.items()}
        things |= {**plain(left.things), "kept": met.kept}
        left.write(folder / "follow-through")
        whole = json.dumps(things, ensure_ascii=False, indent=1)
        (folder / "everything.json").write_text(whole, encoding="utf-8")
    except OSError as error:
        raise AppError(f"The export could not be written to {folder}: {error.strerror}.") from error
    return len(pages) + len(things["documents"]) + left.number


def _pages(alliances: list[Alliance], entries: list[Entry]) -> Iterator[tuple[str, str, Thing, str]]:
    for alliance in alliances:
        yield "alliances", alliance.name, alliance, alliance_page(alliance)
    for entry in entries:
        yield "journal", f"{entry.draft.day} {entry.label}", entry, entry_page(entry)


def _marks(notes: list[Note], annotations: list[Annotation]) -> Iterator[tuple[str, str, Thing, str]]:
    quotes = {annotation.ref: annotation.anchor.exact for annotation in annotations}
    for note in notes:
        name = f"{note.made:%Y-%m-%d} {note.about_title}"
        yield "notes", name, note, note_page(note, quotes.get(note.about, ""))
    for annotation in annotations:
        name = f"{annotation.made:%Y-%m-%d} {annotation.target_title}"
        yield "highlights", name, annotation, annotation_page(annotation)


def plain(value: Any) -> Any:
    """A thing of the app's as plain data for JSON."""
    match value:
        case Ref():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case dict():
            return {str(key): plain(part) for key, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
        case _ if is_dataclass(value):
            return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return value


def _make_empty(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = next(folder.iterdir(), None)
    except OSError as error:
        raise AppError(f"The folder {folder} cannot be written to: {error.strerror}.") from error
    if taken is not None:
        raise AppError(f"The folder {folder} is not empty. Name a new one, so that nothing is written over.")


def _write(folder: Path, name: str, ref: Ref, suffix: str, data: bytes) -> None:
    folder.mkdir(exist_ok=True)
    stem = re.sub(r"[^\w\- ]+", "", normalize("NFC", name)).strip()[:80] or "untitled"
    (folder / f"{stem} {ref.key[-6:]}{suffix}").write_bytes(data)
