"""Instruments and forms as pages to read: what a practitioner would print and fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.shipped import Item

Fields = Mapping[str, Any]


def instrument_page(fields: Fields) -> str:
    """An instrument in Markdown: what it is for, its answers or columns, its statements, whose ideas it rests on."""
    parts = [fields["about"], "## How to use it", fields["how"]]
    parts += _legend("The answers", fields.get("scale", ()))
    parts += _legend("What to note", fields.get("columns", ()))
    for group in fields["groups"]:
        parts += [f"## {group['title']}", group.get("about", ""), "\n".join(_lines(group["items"]))]
    parts += ["## Where it comes from", fields["credit"]]
    return "\n\n".join(part.strip() for part in parts if part.strip())


def form_page(fields: Fields, items: Mapping[Ref, Item]) -> str:
    """A form in Markdown: its parts, each with its prompts."""
    parts = [fields["about"]]
    for part in fields["parts"]:
        asked = (items.get(Ref.parse(prompt)) for prompt in part["prompts"])
        lines = [f"- [{_plain(prompt.title)}]({prompt.ref})" for prompt in asked if prompt is not None]
        parts += [f"## {part['title']}", part.get("hint", ""), "\n".join(lines)]
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _legend(title: str, entries: Iterable[Fields]) -> list[str]:
    lines = [f"- **{entry['label']}**: {entry['meaning']}" for entry in entries]
    return [f"## {title}", "\n".join(lines)] if lines else []


def _lines(items: Iterable[Fields]) -> Iterable[str]:
    for item in items:
        yield f"- {item['text']}"
        yield from (f"    {nth}. {step}" for nth, step in enumerate(item.get("steps", ()), 1))


def _plain(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")
