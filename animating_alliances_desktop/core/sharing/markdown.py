"""What the user made, as Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator

from animating_alliances_desktop.core.annotations.model import Annotation, Note
from animating_alliances_desktop.core.journal.model import Entry


def entry_page(entry: Entry) -> str:
    """A journal entry with the later thoughts beside it."""
    draft = entry.draft
    facts = [entry.alliance_name, draft.day.isoformat()]
    facts += [f"{draft.minutes} minutes"] if draft.minutes is not None else []
    facts += ["draft"] if entry.kept is None else []
    parts = [f"# {entry.label}", f"*{' · '.join(facts)}*", *_sections(entry)]
    for addendum in entry.addenda:
        parts += [f"## Later thought, {addendum.made:%Y-%m-%d}", addendum.text]
    return _joined(parts)


def note_page(note: Note, quote: str = "") -> str:
    """A note, and what it is about: a whole text, or the quoted words of one."""
    facts = f"*{note.made:%Y-%m-%d} · {note.about}*"
    return _joined([f"# Note on {note.about_title}", facts, _quoted(quote), note.text])


def annotation_page(annotation: Annotation) -> str:
    """A highlighted passage with the note on it."""
    quote = _quoted(annotation.anchor.exact)
    facts = f"*{annotation.made:%Y-%m-%d} · {annotation.colour.value} · {annotation.target}*"
    return _joined([f"# Highlight in {annotation.target_title}", facts, quote, annotation.note])


def _sections(entry: Entry) -> Iterator[str]:
    for title, text in entry.texts:
        yield f"## {title}\n\n{text.strip()}" if title else text.strip()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"
