"""What the shipped library consists of, as written: its texts and its drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.changes import Kind, Ref


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the shipped library, as written."""

    ref: Ref
    title: str
    summary: str
    fields: Mapping[str, Any]
    body: str
    file: str
    body_line: int
    body_field: str
    lines: Mapping[str, int]
    """On which line of the file each field stands."""

    def at(self, field: str) -> str:
        """The place of a field, as an error names it."""
        return f"{self.file}, line {self.lines.get(field, 1)}, field “{field}”"


@dataclass(slots=True)
class Shelf:
    """All that was found in a content folder, and a sentence on everything that is wrong with it."""

    items: dict[Ref, Item] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    """The drawings (SVG) by their name."""
    synonyms: list[list[str]] = field(default_factory=list)
    """Groups of words for the same thing."""

    def sources(self) -> dict[str, Mapping[str, Any]]:
        """The sources by their key."""
        return {ref.key: item.fields for ref, item in self.items.items() if ref.kind is Kind.SOURCE}


def read_text(path: Path, name: str, problems: list[str]) -> str | None:
    """The text of a shipped file, or None and a sentence more in `problems`."""
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except UnicodeDecodeError:
        problems.append(f"{name}: the file is not UTF-8 text; save it as UTF-8.")
    except OSError as error:
        problems.append(f"{name}: the file cannot be read ({error.strerror}).")
    return None
