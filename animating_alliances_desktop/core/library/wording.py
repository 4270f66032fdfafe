"""The words in which kinds, questions and fields are shown to a practitioner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from animating_alliances_desktop.core.changes import Kind

KINDS = {
    Kind.QUESTION: "Core question",
    Kind.PAPER: "Paper",
    Kind.CASE: "Case",
    Kind.GUIDE: "Practice guide",
    Kind.INSTRUMENT: "Instrument",
    Kind.FORM: "Form",
    Kind.PROMPT: "Prompt",
    Kind.SLIDES: "Slide pack",
    Kind.TERM: "Glossary term",
    Kind.SOURCE: "Source",
    Kind.DOCUMENT: "Your document",
    Kind.ALLIANCE: "Alliance",
    Kind.ENTRY: "Journal entry",
    Kind.NOTE: "Note",
    Kind.ANNOTATION: "Highlight",
    Kind.TAG: "Tag",
    Kind.COLLECTION: "Collection",
    Kind.ORGANISATION: "Organisation",
    Kind.PERSON: "Person",
    Kind.MEETING: "Meeting",
    Kind.ACTION: "Action",
    Kind.DECISION: "Decision",
    Kind.NOTICING: "Noticing",
    Kind.INTENTION: "If-then",
}

QUESTIONS = {
    "form": "Form",
    "leadership": "Leadership",
    "steering": "Steering",
    "engagement": "Engagement",
    "accountability": "Accountability",
    "risk-and-return": "Risk and return",
    "mindsets": "Mindsets",
}

_FIELDS = {
    "years": "Years",
    "sector": "Sector",
    "region": "Region",
    "form": "Form",
    "outcome": "Outcome",
    "status": "Status",
    "evidence": "Evidence",
    "aliases": "Also called",
    "moments": "For",
    "minutes": "Minutes",
    "roles": "Suits",
    "phase": "Phase",
    "questions": "Core questions",
    "updated": "Last checked",
    "author": "Author",
    "year": "Year",
    "pages": "Pages",
    "gaps": "Mind the gaps",
    "file_name": "File",
}
_LONG = 600
"""Minutes; whoever reads for longer does not count them."""
_IN_THE_TEXT = {Kind.CASE: {"years", "form", "region", "sector"}}
"""What the text of a kind opens with anyway, in a table."""


def meta(kind: Kind, fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a text as lines to show: (label, value)."""
    if kind is Kind.SOURCE:
        return ()
    left_out = _IN_THE_TEXT.get(kind, set())
    return tuple(
        (label, day_in_words(said(fields[name])))
        for name, label in _FIELDS.items()
        if fields.get(name) and name not in left_out
    )


def gaps(silent: int, of: int, noun: str = "page") -> str:
    """What to say of a text with pages on which search finds nothing; nothing if there are none."""
    if not silent:
        return ""
    if silent == 1:
        which = f"Its only {noun}" if of == 1 else f"1 of {of:,} {noun}s"
        seems = "it looks scanned" if noun == "page" else "it shows pictures only"
        return f"{which} holds no text: {seems}, and search cannot see it."
    which = (
        f"None of its {of:,} {noun}s holds text"
        if silent == of
        else f"{silent:,} of {of:,} {noun}s hold no text"
    )
    seems = "they look scanned" if noun == "page" else "they show pictures only"
    return f"{which}: {seems}, and search cannot see them."


def day_in_words(value: object) -> str:
    """A date such as 2026-11-24 or a month such as 2026-11 as people write it; anything else stays."""
    text = str(value)
    try:
        day = date.fromisoformat(text if len(text) != len("2026-11") else f"{text}-01")
    except ValueError:
        return text
    return f"{day:%B %Y}" if len(text) == len("2026-11") else f"{day.day} {day:%B %Y}"


def said(value: object) -> str:
    """A field's value in words."""
    if isinstance(value, list | tuple):
        return ", ".join(QUESTIONS.get(str(part), str(part).replace("-", " ")) for part in value)
    return str(value)


def subtitle(kind: Kind, fields: Mapping[str, Any], minutes: int) -> str:
    """One line under a title: what it is, when, and how long it takes."""
    parts = [KINDS[kind], str(fields.get("years") or fields.get("year") or "")]
    if minutes and kind in (Kind.PAPER, Kind.CASE, Kind.GUIDE, Kind.DOCUMENT, Kind.SLIDES):
        parts.append(_reading_time(minutes))
    return " · ".join(part for part in parts if part)


def _reading_time(minutes: int) -> str:
    if minutes < _LONG:
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    return f"{round(minutes / 60)} hours"
