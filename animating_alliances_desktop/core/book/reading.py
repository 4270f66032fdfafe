"""Markdown as the user wrote it, as blocks of a book; not a letter of it is lost, whatever it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

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
    words,
)
from animating_alliances_desktop.core.book.plain import legible
from animating_alliances_desktop.core.changes import SCHEME
from animating_alliances_desktop.core.pointing import in_markdown, in_words, unbracketed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode as Node

_DEEPEST = 12
"""Levels of lists and quotations that can be told from each other on paper."""
_OFF = ("code", "entity", "html_block", "html_inline", "lheading", "reference")
"""What would swallow a line, or make something else of it than somebody means who writes a journal."""
_STYLES: dict[str, dict[str, Any]] = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "s": {"struck": True},
}


def blocks_of(text: str, *, below: int = 2) -> tuple[Block, ...]:
    """The blocks of a text; its headings come below those of this level."""
    text = unbracketed(legible(text))
    marked = in_markdown(text)
    blocks = tuple(_blocks(_parsed(marked), below))
    return blocks if _letters(in_words(text)) == _letters(_said(blocks)) else tuple(_as_typed(in_words(text)))


def words_of(text: str) -> Words:
    """The words of a text with the styles that are marked in it; a line break between its blocks."""
    said: list[Run] = []
    for leaf in (leaf for block in blocks_of(text) for leaf in _leaves(block)):
        said += [Run("\n"), *leaf] if said else leaf
    return tuple(said)


def _parsed(text: str) -> Node:
    from markdown_it.tree import SyntaxTreeNode  # 60 ms to import, and only books need it

    return SyntaxTreeNode(_parser().parse(text))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(list(_OFF))
    parser.__dict__.update(normalizeLink=_as_it_is, normalizeLinkText=_as_it_is)
    return parser


def _as_it_is(address: str) -> str:
    """An address is printed as it was written."""
    return address


def _blocks(node: Node, below: int) -> Iterator[Block]:
    for child in node.children:
        made = _MADE_FROM.get(child.type)
        if made is None:
            yield from _blocks(child, below)
        else:
            yield made(child, below)


def _listing(node: Node, below: int) -> Listing:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Listing(tuple(tuple(_blocks(item, below)) for item in node.children), first)


def _table(node: Node) -> Table:
    rows = [tuple(_inline(cell) for cell in row.children) for part in node.children for row in part.children]
    return Table(rows[0], tuple(rows[1:]))


def _inline(node: Node) -> Words:
    """The words below a block, neighbours of one style put together."""
    joined: list[Run] = []
    for run in _runs(node, Run("")):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _runs(node: Node, style: Run) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "text" | "code_inline":
                yield replace(style, text=child.content, code=child.type == "code_inline")
            case "softbreak" | "hardbreak":
                yield replace(style, text="\n")
            case "image":
                yield replace(style, text=f"[{child.content}]", link=str(child.attrs.get("src", "")))
            case "link":
                yield from _linked(child, style)
            case _:
                yield from _runs(child, _styled(style, child.type))


def _linked(node: Node, style: Run) -> Iterator[Run]:
    address = str(node.attrs.get("href", ""))
    own = address.startswith(SCHEME)
    yield from _runs(node, replace(style, thing=address) if own else replace(style, link=address))
    if node.attrs.get("title"):
        yield replace(style, text=f" ({node.attrs['title']})")


def _styled(style: Run, mark: str) -> Run:
    return replace(style, **_STYLES.get(mark, {}))


def _as_typed(text: str) -> Iterator[Block]:
    """Each line as it stands, where Markdown would not show all of it."""
    yield from (Paragraph(words(line.strip())) for line in text.split("\n") if line.strip())


def _said(blocks: Iterable[Block]) -> str:
    """Everything that these blocks say, addresses included."""
    runs = (run for block in blocks for leaf in _leaves(block) for run in leaf)
    return " ".join(f"{run.text} {run.link if run.link != run.text else ''}" for run in runs)


def _leaves(block: Block) -> Iterator[Words]:
    """The words of a block, one after the other those of the blocks in it."""
    match block:
        case Heading() | Paragraph():
            yield block.words
        case Quote():
            yield from (leaf for inner in block.blocks for leaf in _leaves(inner))
        case Listing():
            yield from (leaf for item in block.items for inner in item for leaf in _leaves(inner))
        case Table():
            yield from (_row(cells) for cells in (block.head, *block.rows))
        case Code():
            yield (Run(block.text),)


def _row(cells: Iterable[Words]) -> Words:
    return tuple(run for cell in cells for run in (*cell, Run(" ")))


def _letters(text: str) -> list[str]:
    """The letters of a text in an order that does not depend on where its addresses stand."""
    return sorted(letter for letter in text if letter.isalpha())


_MADE_FROM: dict[str, Callable[[Node, int], Block]] = {
    "heading": lambda node, below: Heading(min(6, below + int(node.tag[1])), _inline(node)),
    "paragraph": lambda node, _below: Paragraph(_inline(node)),
    "blockquote": lambda node, below: Quote(tuple(_blocks(node, below))),
    "bullet_list": _listing,
    "ordered_list": _listing,
    "fence": lambda node, _below: Code(f"{node.info}\n{node.content}".strip("\n")),
    "table": lambda node, _below: _table(node),
    "hr": lambda _node, _below: Rule(),
}
