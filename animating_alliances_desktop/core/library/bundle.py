"""The shipped library in the workspace: rendered once, indexed with everything else, made anew when a file changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Index
from animating_alliances_desktop.core.database.tables import BundledRow, MetaRow
from animating_alliances_desktop.core.findable import Facets, Findable, Passage, cut
from animating_alliances_desktop.core.library.citations import CITATION, keys_in, reference
from animating_alliances_desktop.core.library.content import Item, Shelf, load
from animating_alliances_desktop.core.library.markdown import render, typographic
from animating_alliances_desktop.core.library.model import Heading

SIGNATURE = "bundle_signature"
PROBLEMS = "bundle_problems"
_NOTE = "\n???\n"
_SLIDE = re.compile(r"^---\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The shipped library, rendered: a row for each text, what search finds in it, and what was wrong with it."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    paragraphs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def build(folder: Path) -> Bundle:
    """Render all of a content folder. It takes seconds: run it in the child process."""
    shelf = load(folder)
    bundle = Bundle(problems=shelf.problems)
    cited = _cited_in(shelf)
    for position, item in enumerate(shelf.items.values()):
        rendered = render(_markdown_of(item, shelf, cited), shelf.sources())
        bundle.rows.append(
            {
                "ref": str(item.ref),
                "kind": item.ref.kind.value,
                "position": position,
                "title": typographic(item.title),
                "summary": typographic(item.summary),
                "fields": dict(item.fields),
                "source": item.body,
                "html": rendered.html,
                "outline": [(heading.level, heading.title, heading.id) for heading in rendered.outline],
                "words": rendered.words,
            }
        )
        bundle.paragraphs[str(item.ref)] = [
            (heading, text) for heading, text in rendered.paragraphs if heading != "References"
        ]
    return bundle


def store(connection: Connection, index: Index, bundle: Bundle, signature: str) -> None:
    """Replace the shipped library of a workspace, index included, in the caller's transaction."""
    before = {Ref.parse(ref) for ref in connection.scalars(select(BundledRow.ref))}
    connection.execute(delete(BundledRow))
    for ref in before - {Ref.parse(row["ref"]) for row in bundle.rows}:
        index.drop(connection, ref)
    if bundle.rows:
        connection.execute(insert(BundledRow), bundle.rows)
    for row in bundle.rows:
        index.put(connection, findable(row, bundle.paragraphs[row["ref"]]))
    for key, value in ((SIGNATURE, signature), (PROBLEMS, "\n".join(bundle.problems))):
        connection.execute(delete(MetaRow).where(MetaRow.key == key))
        connection.execute(insert(MetaRow).values(key=key, value=value))


def forget(connection: Connection) -> None:
    """Have the shipped library made anew at the next occasion."""
    connection.execute(delete(MetaRow).where(MetaRow.key == SIGNATURE))


def versioned(signature: str) -> str:
    """The signature of the content together with that of the code that renders it."""
    return f"{__version__}\n{signature}"


def findable(row: Mapping[str, Any], paragraphs: Iterable[tuple[str, str]]) -> Findable:
    """A shipped text as search sees it."""
    fields = row["fields"]
    phases = fields.get("phases") or ([fields["phase"]] if "phase" in fields else [])
    facets = Facets(
        questions=tuple(fields.get("questions", ())) or _own_question(row),
        tags=tuple(fields.get("moments", ())) + tuple(fields.get("aliases", ())),
        sector=tuple(fields.get("sector", ())),
        region=tuple(fields.get("region", ())),
        form=tuple(fields.get("form", ())),
        outcome=tuple(fields.get("outcome", ())),
        phases=tuple(phases),
        author=row["summary"] if row["kind"] == Kind.SOURCE else "",
        day=date.fromisoformat(fields["updated"]) if "updated" in fields else None,
    )
    opening = (Passage(row["summary"]),) if row["summary"] and row["kind"] != Kind.QUESTION else ()
    return Findable(Ref.parse(row["ref"]), row["title"], opening + cut(paragraphs), facets)


def headings(outline: Iterable[tuple[int, str, str]]) -> tuple[Heading, ...]:
    """An outline as it was stored."""
    return tuple(Heading(level, title, anchor) for level, title, anchor in outline)


def slides_of(body: str) -> list[tuple[str, str]]:
    """The slides of a pack, each as (what is shown, what is said)."""
    parts = (part.strip() for part in _SLIDE.split(body))
    split = (f"{part}\n".partition(_NOTE) for part in parts if part)
    return [(shown.strip(), said.strip()) for shown, _mark, said in split]


def _own_question(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["fields"]["key"],) if row["kind"] == Kind.QUESTION else ()


def _cited_in(shelf: Shelf) -> dict[str, list[Item]]:
    cited: dict[str, list[Item]] = {}
    for item in shelf.items.values():
        for key in dict.fromkeys(key for key, _line in keys_in(item.body)):
            cited.setdefault(key, []).append(item)
    return cited


def _markdown_of(item: Item, shelf: Shelf, cited: Mapping[str, list[Item]]) -> str:
    """What the reader shows of a text; for slides, prompts, questions and sources it is put together here."""
    match item.ref.kind:
        case Kind.SLIDES:
            return "\n\n".join(_slide(shown, said) for shown, said in slides_of(item.body))
        case Kind.QUESTION:
            return f"> {item.summary}\n\n{item.body}\n\n## Where the question comes from\n\n{item.fields['credit']}"
        case Kind.PROMPT:
            grown_from = shelf.items.get(Ref.parse(item.fields["from"]))
            link = f"Grown from [{grown_from.title}](aa:{item.fields['from']})." if grown_from else ""
            return f"> {item.title}\n\n{link}"
        case Kind.SOURCE:
            places = "\n".join(
                f"- [{_flat(other.title)}]({other.ref})" for other in cited.get(item.ref.key, ())
            )
            return f"{reference(item.fields)}\n\n{item.body}\n\n" + (
                f"## Cited in\n\n{places}" if places else ""
            )
        case _:
            return item.body


def _slide(shown: str, said: str) -> str:
    if not said:
        return shown
    quoted = "\n".join(f"> {line}".rstrip() for line in said.splitlines())
    return f"{shown}\n\n{quoted}"


def _flat(title: str) -> str:
    return escape(title).replace("[", "(").replace("]", ")")


def without_citations(text: str) -> str:
    """A line of text with its citations taken out, for lists."""
    return re.sub(rf"\s*{CITATION}", "", text)
