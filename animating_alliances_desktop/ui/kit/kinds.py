"""The kinds of things: the name of many of each, and its icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.changes import Kind

ICONS = {
    Kind.QUESTION: "compass",
    Kind.PAPER: "file-text",
    Kind.CASE: "waypoints",
    Kind.GUIDE: "list-checks",
    Kind.INSTRUMENT: "clipboard-list",
    Kind.FORM: "clipboard-pen-line",
    Kind.PROMPT: "lightbulb",
    Kind.SLIDES: "presentation",
    Kind.TERM: "book-a",
    Kind.SOURCE: "quote",
    Kind.DOCUMENT: "folder-open",
    Kind.ALLIANCE: "handshake",
    Kind.ENTRY: "notebook-pen",
    Kind.NOTE: "sticky-note",
    Kind.ANNOTATION: "highlighter",
    Kind.TAG: "tag",
    Kind.COLLECTION: "archive",
    Kind.ORGANISATION: "building-2",
    Kind.PERSON: "user",
    Kind.MEETING: "calendar-days",
    Kind.ACTION: "list-todo",
    Kind.DECISION: "gavel",
    Kind.NOTICING: "eye",
    Kind.INTENTION: "split",
}


def names() -> dict[Kind, str]:
    """Return the name of many things of each kind."""
    return {
        Kind.PAPER: _tr("Papers"),
        Kind.CASE: _tr("Cases"),
        Kind.GUIDE: _tr("Practice guide"),
        Kind.INSTRUMENT: _tr("Instruments"),
        Kind.FORM: _tr("Forms"),
        Kind.PROMPT: _tr("Prompts"),
        Kind.SLIDES: _tr("Slide packs"),
        Kind.TERM: _tr("Terms"),
        Kind.SOURCE: _tr("Sources"),
        Kind.QUESTION: _tr("Core questions"),
        Kind.DOCUMENT: _tr("Your documents"),
        Kind.ALLIANCE: _tr("Alliances"),
        Kind.ENTRY: _tr("Journal"),
        Kind.NOTE: _tr("Notes"),
        Kind.ANNOTATION: _tr("Highlights"),
        Kind.TAG: _tr("Tags"),
        Kind.COLLECTION: _tr("Collections"),
        Kind.ORGANISATION: _tr("Organisations"),
        Kind.PERSON: _tr("People"),
        Kind.MEETING: _tr("Meetings"),
        Kind.ACTION: _tr("Actions"),
        Kind.DECISION: _tr("Decisions"),
        Kind.NOTICING: _tr("Noticings"),
        Kind.INTENTION: _tr("If-then"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)
