"""A book as Markdown: to read as it stands, and by every program that knows Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from animating_alliances_desktop.core.book.model import (
    Aside,
    Block,
    Book,
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    Term,
    Words,
    plain,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>~|])")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_TICKS = re.compile(r"`+")
_DIGITS = re.compile(r"\d+")


def to_markdown(book: Book) -> str:
    """The whole book."""
    parts = [f"# {_escaped(book.title)}", *_cover(book)]
    if book.cover is not None:
        parts += ["## Contents", _contents(book.blocks)]
    parts += [_block(block) for block in _below_title(book.blocks)]
    if book.index:
        parts += ["## Index", *_index(book.index, book.labels)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _below_title(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same with the largest headings just below the title."""
    top = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
    for block in blocks:
        yield replace(block, level=block.level - top + 1) if isinstance(block, Heading) else block


def _cover(book: Book) -> Iterator[str]:
    cover = book.cover
    if cover is not None:
        yield f"*{_escaped(cover.above)}*" if cover.above else ""
        yield _escaped(cover.below)
        yield "\n".join(f"- {_escaped(fact)}" for fact in cover.facts)


def _contents(blocks: Iterable[Block]) -> str:
    headings = [block for block in blocks if isinstance(block, Heading) and block.key]
    top = min((heading.level for heading in headings), default=1)
    return "\n".join(
        f"{'  ' * (heading.level - top)}- [{_escaped(plain(heading.words))}](#{heading.key})"
        for heading in headings
    )


def _index(terms: Sequence[Term], labels: dict[str, str]) -> Iterator[str]:
    for group, some in groupby(terms, key=lambda term: term.group):
        yield f"### {_escaped(group)}"
        yield "\n".join(f"- {_escaped(term.name)}: {_places(term, labels)}" for term in some)


def _places(term: Term, labels: dict[str, str]) -> str:
    return ", ".join(f"[{_escaped(labels.get(key, key))}](#{key})" for key in term.keys)


def _block(block: Block) -> str:
    return _WRITTEN[type(block)](block)


def _heading(heading: Heading) -> str:
    anchor = f'<a id="{heading.key}"></a>\n\n' if heading.key else ""
    return f"{anchor}{'#' * min(6, heading.level + 1)} {_words(heading.words)}".replace("  \n", " ")


def _code(code: Code) -> str:
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(code.text)), default=0))
    return f"{fence}\n{code.text}\n{fence}"


def _joined(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_block(block) for block in blocks)


def _listing(listing: Listing) -> str:
    signs = (
        f"{listing.first + nth}." if listing.first is not None else "-" for nth in range(len(listing.items))
    )
    return "\n".join(_item(sign, blocks) for sign, blocks in zip(signs, listing.items, strict=False))


def _item(sign: str, blocks: tuple[Block, ...]) -> str:
    gap = " " * (len(sign) + 1)
    return f"{sign} {_behind(gap, _joined(blocks)).removeprefix(gap)}".rstrip()


def _behind(sign: str, text: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


def _table(table: Table) -> str:
    rows = [_row(table.head), "|" + " --- |" * len(table.head), *map(_row, table.rows)]
    return "\n".join(rows)


def _row(cells: Iterable[Words]) -> str:
    return "| " + " | ".join(_words(cell).replace("  \n", " ").replace("\n", " ") for cell in cells) + " |"


def _words(parts: Words) -> str:
    """Words with their styles marked; a line break is two spaces and a new line."""
    text = _AT_START.sub(_guarded, "".join(map(_run, parts)))
    return text.strip("\n").replace("\n", "  \n")


def _guarded(found: re.Match[str]) -> str:
    """What would begin a list or a heading at the start of a line does not."""
    sign = found[2]
    return f"{found[1]}{sign}\\" if _DIGITS.fullmatch(sign) else f"{found[1]}\\{sign}"


def _run(run: Run) -> str:
    text = _ticked(run.text) if run.code else _escaped(run.text)
    for is_so, mark in ((run.struck, "~~"), (run.italic, "*"), (run.bold, "**")):
        text = _marked(text, mark) if is_so else text
    if run.goal:
        return f"[{text}](#{run.goal})"
    return f"[{text}](<{run.link.replace('>', '%3E')}>)" if run.link else text


def _marked(text: str, mark: str) -> str:
    """Marks stand close to the words: a space between would make them mere signs."""
    inner = text.strip()
    if not inner:
        return text
    front, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{front}{mark}{inner}{mark}{behind}"


def _ticked(text: str) -> str:
    ticks = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    gap = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{ticks}{gap}{text}{gap}{ticks}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


_WRITTEN: dict[type[Block], Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: lambda block: _words(block.words),
    Quote: lambda block: _behind("> ", _joined(block.blocks)),
    Aside: lambda block: _behind("> ", f"**{_escaped(block.title)}**\n\n{_joined(block.blocks)}"),
    Listing: _listing,
    Code: _code,
    Table: _table,
    Rule: lambda _block: "---",
}
