"""A row of a list: what it says, and where what was searched for stands in it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

HIT_FROM, HIT_TO = "\ue000", "\ue001"
"""Stand before and after what matched, in a summary that comes from a search."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, and the thing that it stands for; `stripe` names a colour of the palette."""

    ref: Hashable
    title: str
    summary: str = ""
    meta: str = ""
    icon: str = ""
    stripe: str = ""
    section: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.title, without_hits(self.summary), self.meta) if part)


def without_hits(text: str) -> str:
    """Take the marks of hits out of a text."""
    return text.replace(HIT_FROM, "").replace(HIT_TO, "")


def hits(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Split a marked text into the plain one and where its hits are, counted as Qt does: in UTF-16 units."""
    plain, spans, at = [], [], 0
    for index, piece in enumerate(text.split(HIT_FROM)):
        hit, _, rest = piece.partition(HIT_TO) if index else ("", "", piece)
        if hit:
            spans.append((at, units_of(hit)))
        plain += [hit, rest]
        at += units_of(hit) + units_of(rest)
    return "".join(plain).replace("\n", " "), spans


def with_headings(rows: Sequence[Row]) -> list[Row | str]:
    """Put the name of each section before the first of its rows."""
    lines: list[Row | str] = []
    section = ""
    for row in rows:
        if row.section != section:
            section = row.section
            lines.append(section)
        lines.append(row)
    return lines


def units_of(text: str) -> int:
    """Count a text as Qt does: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, units: int) -> tuple[str, str]:
    """Cut a text after so many UTF-16 units, which is how Qt counts."""
    raw = text.encode("utf-16-le")
    return raw[: units * 2].decode("utf-16-le", "ignore"), raw[units * 2 :].decode("utf-16-le", "ignore")
