"""A text of the user's as HTML for the window: what it says in print, and where its links lead, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from animating_alliances_desktop.core.book.model import (
    Block,
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    Words,
)
from animating_alliances_desktop.core.book.reading import blocks_of

_FOLLOWED = ("http://", "https://", "mailto:")
"""The addresses outside that a link may lead to; any other is shown beside its words."""


def html_of(text: str) -> str:
    """A text in Markdown, set; whatever it holds, its letters are only letters."""
    return "".join(_html(block) for block in blocks_of(text))


def _html(block: Block) -> str:
    make = _MADE.get(type(block))
    return make(block) if make else ""


def _table(block: Table) -> str:
    rows = (_row("th", block.head), *(_row("td", row) for row in block.rows))
    return f'<table cellspacing="0" cellpadding="4">{"".join(rows)}</table>'


def _listing(block: Listing) -> str:
    items = "".join(f"<li>{''.join(_item(blocks))}</li>" for blocks in block.items)
    return f"<ul>{items}</ul>" if block.first is None else f'<ol start="{block.first}">{items}</ol>'


def _item(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The first words of an item stand beside its sign, not in a paragraph of their own."""
    for nth, block in enumerate(blocks):
        yield _said(block.words) if nth == 0 and isinstance(block, Paragraph) else _html(block)


def _row(cell: str, cells: Iterable[Words]) -> str:
    return f"<tr>{''.join(f'<{cell}>{_said(said)}</{cell}>' for said in cells)}</tr>"


def _said(words: Words) -> str:
    return "".join(_run(run) for run in words)


def _run(run: Run) -> str:
    said = escape(run.text).replace("\n", "<br/>")
    for tag, wanted in (("code", run.code), ("s", run.struck), ("em", run.italic), ("strong", run.bold)):
        said = f"<{tag}>{said}</{tag}>" if wanted else said
    address = run.thing or run.link
    if run.thing or address.startswith(_FOLLOWED):
        return f'<a href="{escape(address)}">{said}</a>'
    return f"{said} ({escape(address)})" if address else said


_MADE: dict[type[Block], Callable[[Any], str]] = {
    Heading: lambda block: f"<h4>{_said(block.words)}</h4>",
    Paragraph: lambda block: f"<p>{_said(block.words)}</p>",
    Quote: lambda block: f"<blockquote>{''.join(map(_html, block.blocks))}</blockquote>",
    Listing: _listing,
    Table: _table,
    Code: lambda block: f"<pre>{escape(block.text)}</pre>",
    Rule: lambda _block: "<hr/>",
}
