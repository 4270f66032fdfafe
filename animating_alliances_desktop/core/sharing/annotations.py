"""Highlights and notes in the formats of others: Markdown to read, CSV for a table, W3C Web Annotation to come back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from itertools import groupby
from typing import Any

from animating_alliances_desktop.core.annotations.model import Anchor, Annotation, Note
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.pointing import in_markdown, in_words, pointer_to

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SHA256 = "schema:sha256"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_COLUMNS = ("text", "quote", "note", "tags", "colour", "state", "page", "made", "reference")
Marked = Annotation | Note
Names = Mapping[str, str]
"""What the user calls each colour."""


def as_markdown(marked: Iterable[Marked], names: Names) -> str:
    """Under the title of each text its quotations with the notes on them, in the order of the text."""
    parts = ["# Notes and highlights"]
    for title, some in groupby(_in_order(marked), key=_title):
        parts.append(f"## {title}")
        parts += [_paragraph(one, names) for one in some]
    return "\n\n".join(parts) + "\n"


def as_csv(marked: Iterable[Marked], names: Names) -> str:
    """A table; a cell that a spreadsheet would take for a formula has an apostrophe before it."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in _in_order(marked):
        writer.writerow([defused(cell) for cell in _cells(one, names)])
    return "\ufeff" + out.getvalue()


def as_w3c(marked: Iterable[Marked], digests: Mapping[Ref, str]) -> str:
    """A page of annotations in JSON-LD, as the W3C Web Annotation model has it."""
    items = [_annotation(one, digests) for one in _in_order(marked)]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def as_quotation(marked: Marked) -> str:
    """A highlight as it is gathered elsewhere: its words as a quotation, a link to it, and the note on it."""
    link = f"{_title(marked)}: {pointer_to(marked.ref, _title(marked))}"
    if isinstance(marked, Note):
        return f"{marked.text}\n\n{link}"
    parts = [_quoted(marked.anchor.exact) + f"\n\n{link}", marked.note]
    return "\n\n".join(part for part in parts if part.strip())


def _in_order(marked: Iterable[Marked]) -> list[Marked]:
    return sorted(marked, key=lambda one: (_title(one).casefold(), str(_target(one)), _start(one), one.made))


def _title(one: Marked) -> str:
    return one.target_title if isinstance(one, Annotation) else one.about_title


def _target(one: Marked) -> Ref:
    return one.target if isinstance(one, Annotation) else one.about


def _start(one: Marked) -> int:
    return one.anchor.start if isinstance(one, Annotation) else -1


def _paragraph(one: Marked, names: Names) -> str:
    facts = [f"{one.made:%Y-%m-%d}", *(f"#{name.replace(' ', '-')}" for name in one.tags)]
    if isinstance(one, Note):
        return f"{in_markdown(one.text)}\n\n*{' · '.join(facts)}*"
    facts[:0] = [names.get(one.colour.value, one.colour.value)]
    parts = [_quoted(one.anchor.exact), in_markdown(one.note), f"*{' · '.join(facts)}*"]
    return "\n\n".join(part for part in parts if part.strip())


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


def _cells(one: Marked, names: Names) -> Sequence[str]:
    tags, made = "; ".join(one.tags), f"{one.made:%Y-%m-%d %H:%M}"
    if isinstance(one, Note):
        return (one.about_title, "", in_words(one.text), tags, "", "", "", made, str(one.about))
    colour = names.get(one.colour.value, one.colour.value)
    page = "" if one.page is None else str(one.page + 1)
    quote, note = one.anchor.exact, in_words(one.note)
    return (one.target_title, quote, note, tags, colour, one.state.value, page, made, str(one.target))


def _annotation(one: Marked, digests: Mapping[Ref, str]) -> dict[str, Any]:
    note = one.note if isinstance(one, Annotation) else one.text
    body: list[dict[str, str]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in one.tags
    ]
    if note:
        text = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": note}
        body.insert(0, text)
    return {
        "id": f"urn:uuid:{one.ref.key}",
        "type": "Annotation",
        "motivation": "commenting" if note else "highlighting",
        "created": one.made.isoformat(),
        "modified": one.changed.isoformat(),
        "body": body,
        "target": _specific(one, digests),
    }


def _specific(one: Marked, digests: Mapping[Ref, str]) -> dict[str, Any]:
    target = _target(one)
    source = {"id": str(target), "type": "Text", "dc:title": _title(one)}
    if target in digests:
        source[SHA256] = digests[target]
    if isinstance(one, Note):
        return {"type": "SpecificResource", "source": source}
    selectors = _selectors(one.anchor)
    if one.page is not None:
        fragment = {"type": "FragmentSelector", "value": f"page={one.page + 1}"}
        selectors.append({**fragment, "conformsTo": "http://tools.ietf.org/rfc/rfc3778"})
    return {
        "type": "SpecificResource",
        "source": source,
        "styleClass": one.colour.value,
        "selector": selectors,
    }


def _selectors(anchor: Anchor) -> list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact}
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    return [{**quote, "prefix": anchor.prefix, "suffix": anchor.suffix}, position]
