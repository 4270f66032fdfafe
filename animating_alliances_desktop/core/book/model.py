"""What a printed text consists of, whatever kind of file it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

MOST_COLUMNS = 6
"""A table with more of them does not go on a page."""


class Format(StrEnum):
    """A kind of file that a book can become."""

    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "md"


class Tone(StrEnum):
    """How a paragraph speaks."""

    PLAIN = "plain"
    LEAD = "lead"
    """A little larger: what a part opens with."""
    QUIET = "quiet"
    """Small and grey: facts beside the text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""
    """An address outside of the book."""
    thing: str = ""
    """The address of a thing of the app; on paper it is words."""
    goal: str = ""
    """The key of a heading of the book."""


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the first level begins a part. One with a key is in the contents, and the index can point at it."""

    level: int
    words: Words
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a new line within its words is a line break."""

    words: Words
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: with numbers from `first` on, or with bullets."""

    items: tuple[tuple[Block, ...], ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the text: a later thought, what a text said before it was corrected."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that stand as they were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a line of headings."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line between two parts."""


Block = Heading | Paragraph | Listing | Quote | Aside | Code | Table | Rule


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    above: str = ""
    below: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A line of the index: a name, and the headings under which it is met."""

    name: str
    group: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole text; without a cover it begins with its title, and has neither contents nor index."""

    title: str
    blocks: tuple[Block, ...]
    cover: Cover | None = None
    index: tuple[Term, ...] = ()
    head: str = ""
    """What stands above each page."""
    is_compact: bool = False
    """Whether as much as can be read goes on a page."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the index calls a heading where there are no page numbers: its number and day, say."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file, and what has to be said about it."""

    content: bytes
    pages: int = 0
    """0 where pages are not known."""
    unprintable: tuple[str, ...] = ()
    """Letters for which no font was found; the book says by a name in brackets where they stand."""


def words(text: str, *, bold: bool = False, italic: bool = False) -> Words:
    """Plain words in one style."""
    return (Run(text, bold=bold, italic=italic),) if text else ()


def plain(parts: Iterable[Run]) -> str:
    """Words without their styles."""
    return "".join(part.text for part in parts)


def line_by_line(table: Table) -> tuple[Block, ...]:
    """A table too wide for a page, as a list for each of its rows."""
    return tuple(
        Listing(
            tuple(
                (Paragraph((*words(f"{plain(head)}: ", bold=True), *cell)),)
                for head, cell in zip(table.head, row, strict=False)
            )
        )
        for row in table.rows
    )
