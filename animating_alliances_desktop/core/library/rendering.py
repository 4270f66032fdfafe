"""The shipped library rendered, text by text; it takes seconds, so it is done in the child process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.bundle import Bundle
from animating_alliances_desktop.core.library.citations import keys_in, reference
from animating_alliances_desktop.core.library.content import Item, Shelf, load
from animating_alliances_desktop.core.library.markdown import render, typographic

_NOTE = "\n???\n"
_SLIDE = re.compile(r"^---\s*$", re.MULTILINE)


def build(folder: Path) -> Bundle:
    """Render all of a content folder."""
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
                "fields": {**item.fields, **_typographic_lines(item)},
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


def slides_of(body: str) -> list[tuple[str, str]]:
    """The slides of a pack, each as (what is shown, what is said)."""
    parts = (part.strip() for part in _SLIDE.split(body))
    split = (f"{part}\n".partition(_NOTE) for part in parts if part)
    return [(shown.strip(), said.strip()) for shown, _mark, said in split]


def _typographic_lines(item: Item) -> dict[str, str]:
    return {name: typographic(item.fields[name]) for name in ("evidence", "status") if name in item.fields}


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
    return escape(typographic(title)).replace("[", "(").replace("]", ")")
