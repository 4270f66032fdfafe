"""What can be done with any text that is read, whatever kind of file it is: rows with the same words and keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

Own = tuple[str, Any] | tuple[str, Any, str, str]
"""A row in a page's own words: name, title, and where no other page has such a row, shortcut and icon."""
_KEYS = {
    "find": ("Ctrl+F", "text-search"),
    "larger": ("Ctrl++; Ctrl+=", ""),
    "smaller": ("Ctrl+-", ""),
    "usual_size": ("Ctrl+0", ""),
    "note_on_text": ("Ctrl+Shift+M", "notebook-pen"),
    "outline": ("Ctrl+Shift+O", "list-tree"),
    "outline_add": ("Ctrl+Shift+B", "plus"),
}
_SHARED: dict[str, tuple[Any, str, str]] = {
    "back": (QT_TRANSLATE_NOOP("Texts", "Back to where I was"), "Ctrl+[", "arrow-left"),
    "forward": (QT_TRANSLATE_NOOP("Texts", "Forward again"), "Ctrl+]", "arrow-right"),
    "find_next": (QT_TRANSLATE_NOOP("Texts", "Find the next place"), "F3", ""),
    "find_previous": (QT_TRANSLATE_NOOP("Texts", "Find the place before"), "Shift+F3", ""),
    "mark_amber": (QT_TRANSLATE_NOOP("Texts", "Highlight in amber"), "Ctrl+Shift+1", "highlighter"),
    "mark_green": (QT_TRANSLATE_NOOP("Texts", "Highlight in green"), "Ctrl+Shift+2", "highlighter"),
    "mark_blue": (QT_TRANSLATE_NOOP("Texts", "Highlight in blue"), "Ctrl+Shift+3", "highlighter"),
    "mark_rose": (QT_TRANSLATE_NOOP("Texts", "Highlight in rose"), "Ctrl+Shift+4", "highlighter"),
    "note": (QT_TRANSLATE_NOOP("Texts", "Note on the selection"), "Ctrl+Shift+N", "sticky-note"),
    "change_mark": (QT_TRANSLATE_NOOP("Texts", "Change the highlight here"), "Ctrl+Shift+H", ""),
    "copy_reference": (
        QT_TRANSLATE_NOOP("Texts", "Copy the selection with its reference"),
        "Ctrl+Shift+C",
        "quote",
    ),
    "outline_edit": (QT_TRANSLATE_NOOP("Texts", "Edit the outline, or end that"), "", "pencil"),
    "notes": (QT_TRANSLATE_NOOP("Texts", "Show or hide the notes"), "Ctrl+Shift+L", "sticky-note"),
}


def rows_of(where: str, context: str, rows: Iterable[str | Own]) -> tuple[Action, ...]:
    """The rows of a page in the user's language; a name alone stands for a shared row."""
    made = []
    for row in rows:
        own, said = ((row, *_SHARED[row]), "Texts") if isinstance(row, str) else (row, context)
        name, title, *rest = own
        keys, icon = rest or _KEYS[name]
        made.append(Action(f"{where}.{name}", QCoreApplication.translate(said, title), keys, where, icon))
    return tuple(made)
