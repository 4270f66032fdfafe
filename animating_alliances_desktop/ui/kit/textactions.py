"""What can be done with any text that is read, whatever kind of file it is: rows with the same words and keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

Own = tuple[str, Any, str, str]
"""A row that only one page has: name, title, shortcut, icon."""
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
        if isinstance(row, str):
            title, keys, icon = _SHARED[row]
            made.append(
                Action(f"{where}.{row}", QCoreApplication.translate("Texts", title), keys, where, icon)
            )
        else:
            name, title, keys, icon = row
            made.append(
                Action(f"{where}.{name}", QCoreApplication.translate(context, title), keys, where, icon)
            )
    return tuple(made)
