"""A kept entry set for reading: what takes a moment for a long one is done before the window has to show it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby

from animating_alliances_desktop.core.book.html import html_of
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import PROMPT, Entry
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.core.library.bounded import bounded


@dataclass(frozen=True, slots=True)
class Laid:
    """An entry; if it was kept, with its words and its later thoughts as HTML."""

    entry: Entry
    words: str = ""
    thoughts: tuple[str, ...] = ()


def laid(entry: Entry) -> Laid:
    """Set an entry; a draft is shown as it is written."""
    if entry.kept is None:
        return Laid(entry)
    words = "".join(_part(name, text) for name, text in entry.texts if text.strip())
    return Laid(entry, bounded(words), tuple(bounded(html_of(thought.text)) for thought in entry.addenda))


def fetch(journal: JournalStore, ref: Ref) -> Laid:
    """Fetch an entry and set it."""
    return laid(journal.get(ref))


def _part(name: str, text: str) -> str:
    head = f'<p class="part">{escape(name)}</p>' if name else ""
    return head + "".join(_stretch(lines) for lines in _stretches(text))


def _stretches(text: str) -> list[list[str]]:
    """Part a text into the writer's own words and the prompts between them."""
    return [list(some) for _quiet, some in groupby(text.strip().splitlines(), _is_prompt)]


def _stretch(lines: list[str]) -> str:
    if not _is_prompt(lines[0]):
        return html_of("\n".join(lines))
    return "".join(f'<p class="prompt">{escape(line.removeprefix(PROMPT))}</p>' for line in lines)


def _is_prompt(line: str) -> bool:
    return line.startswith(PROMPT)
