"""The shipped library in the workspace: kept rendered, indexed with everything else, made anew when a file changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.session import Index
from animating_alliances_desktop.core.database.tables import BundledRow, MetaRow
from animating_alliances_desktop.core.findable import Facets, Findable, Passage, cut
from animating_alliances_desktop.core.library.model import Heading

SIGNATURE = "bundle_signature"
PROBLEMS = "bundle_problems"
_FILED_AS = {
    Kind.PAPER: ("paper",),
    Kind.CASE: ("case study", "example"),
    Kind.GUIDE: ("practice guide", "checklist"),
    Kind.INSTRUMENT: ("instrument", "tool", "template"),
    Kind.FORM: ("form", "template"),
    Kind.PROMPT: ("prompt", "question to ask"),
    Kind.SLIDES: ("slides", "presentation"),
    Kind.TERM: ("glossary", "definition", "meaning"),
}
"""What people call a text of a kind when they look for one."""
_IN_WORDS = {3: "three", 10: "ten", 25: "twenty-five"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """The shipped library, rendered: a row for each text, what search finds in it, and what was wrong with it."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    paragraphs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    synonyms: list[list[str]] = field(default_factory=list)


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


def signature(folder: Path) -> str:
    """Changes whenever a file of the content folder changes: names, sizes and times."""
    stats = ((path.relative_to(folder).as_posix(), path.stat()) for path in sorted(folder.rglob("*.*")))
    return "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)


def findable(row: Mapping[str, Any], paragraphs: Iterable[tuple[str, str]]) -> Findable:
    """A shipped text as search sees it."""
    fields = row["fields"]
    phases = fields.get("phases") or ([fields["phase"]] if "phase" in fields else [])
    facets = Facets(
        questions=tuple(fields.get("questions", ())) or _own_question(row),
        tags=tuple(_tags(Kind(row["kind"]), fields)),
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


def _tags(kind: Kind, fields: Mapping[str, Any]) -> Iterator[str]:
    """What else people may ask for when this text is what they want."""
    yield from fields.get("moments", ())
    yield from fields.get("aliases", ())
    yield from _FILED_AS.get(kind, ())
    if "minutes" in fields:
        yield f"{_IN_WORDS.get(fields['minutes'], fields['minutes'])} minutes"


def headings(outline: Iterable[tuple[int, str, str]]) -> tuple[Heading, ...]:
    """An outline as it was stored."""
    return tuple(Heading(level, title, anchor) for level, title, anchor in outline)


def _own_question(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["fields"]["key"],) if row["kind"] == Kind.QUESTION else ()
