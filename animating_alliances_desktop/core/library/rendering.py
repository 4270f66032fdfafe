"""The shipped library rendered, text by text; it takes seconds, so it is done in the child process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.bundle import Bundle
from animating_alliances_desktop.core.library.citations import REFERENCES, reference
from animating_alliances_desktop.core.library.content import load
from animating_alliances_desktop.core.library.joints import figures_in, mentions
from animating_alliances_desktop.core.library.markdown import render, typographic
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.sheets import form_page, instrument_page
from animating_alliances_desktop.core.library.shipped import Item, Shelf
from animating_alliances_desktop.core.library.terms import LINKED, Terms

_NOTE = "\n???\n"
_SLIDE = re.compile(r"^---\s*$", re.MULTILINE)


def build(folder: Path) -> Bundle:
    """Render all of a content folder."""
    shelf = load(folder)
    bundle = Bundle(problems=shelf.problems, synonyms=shelf.synonyms)
    sources, mentioned, terms = shelf.sources(), mentions(shelf), Terms(shelf.items.values())
    for position, item in enumerate(shelf.items.values()):
        made = render(_markdown_of(item, shelf), sources)
        linked = terms.linked(made.html) if item.ref.kind in LINKED else made.html
        html, outline = _with_mentions(linked, made.outline, mentioned.get(item.ref, ()))
        bundle.rows.append(
            {
                "ref": str(item.ref),
                "kind": item.ref.kind.value,
                "position": position,
                "title": typographic(item.title),
                "summary": typographic(item.summary),
                "fields": {**item.fields, **_typographic_lines(item), **_figures(item, shelf)},
                "source": item.body,
                "html": html,
                "outline": [(heading.level, heading.title, heading.id) for heading in outline],
                "words": _words(made.paragraphs),
            }
        )
        bundle.paragraphs[str(item.ref)] = [
            (heading, text) for heading, text in made.paragraphs if heading != REFERENCES
        ]
    return bundle


def slides_of(body: str) -> list[tuple[str, str]]:
    """The slides of a pack, each as (what is shown, what is said)."""
    parts = (part.strip() for part in _SLIDE.split(body))
    split = (f"{part}\n".partition(_NOTE) for part in parts if part)
    return [(shown.strip(), said.strip()) for shown, _mark, said in split]


def _typographic_lines(item: Item) -> dict[str, str]:
    return {name: typographic(item.fields[name]) for name in ("evidence", "status") if name in item.fields}


def _figures(item: Item, shelf: Shelf) -> dict[str, dict[str, str]]:
    shown = {name: shelf.figures[name] for name in figures_in(item.body) if name in shelf.figures}
    return {"figures": shown} if shown else {}


def _words(paragraphs: Iterable[tuple[str, str]]) -> int:
    """How many words there are to read, the references left out."""
    return sum(len(text.split()) for heading, text in paragraphs if heading != REFERENCES)


def _with_mentions(
    html: str, outline: tuple[Heading, ...], mentioning: Sequence[Item]
) -> tuple[str, tuple[Heading, ...]]:
    """A text with a list at its end of the texts that cite it or link to it."""
    if not mentioning:
        return html, outline
    places = "".join(
        f'<li><a href="{item.ref}">{escape(typographic(item.title))}</a></li>' for item in mentioning
    )
    heading = Heading(2, "Cited in", "cited-in")
    return f'{html}<h2 id="{heading.id}">{heading.title}</h2><ul>{places}</ul>', (*outline, heading)


def _markdown_of(item: Item, shelf: Shelf) -> str:
    """What the reader shows of a text; for some kinds it is put together."""
    made = _PUT_TOGETHER.get(item.ref.kind)
    return made(item, shelf) if made else item.body


def _question(item: Item, _shelf: Shelf) -> str:
    return f"> {item.summary}\n\n{item.body}\n\n## Where the question comes from\n\n{item.fields['credit']}"


def _prompt(item: Item, shelf: Shelf) -> str:
    grown_from = shelf.items.get(Ref.parse(item.fields["from"]))
    link = f"Grown from [{grown_from.title}](aa:{item.fields['from']})." if grown_from else ""
    return f"> {item.title}\n\n{link}"


def _pack(item: Item, _shelf: Shelf) -> str:
    return "\n\n".join(_slide(shown, said) for shown, said in slides_of(item.body))


def _slide(shown: str, said: str) -> str:
    if not said:
        return shown
    quoted = "\n".join(f"> {line}".rstrip() for line in said.splitlines())
    return f"{shown}\n\n{quoted}"


_PUT_TOGETHER: dict[Kind, Callable[[Item, Shelf], str]] = {
    Kind.QUESTION: _question,
    Kind.PROMPT: _prompt,
    Kind.SLIDES: _pack,
    Kind.SOURCE: lambda item, _shelf: f"{reference(item.fields)}\n\n{item.body}",
    Kind.INSTRUMENT: lambda item, _shelf: instrument_page(item.fields),
    Kind.FORM: lambda item, shelf: form_page(item.fields, shelf.items),
}
