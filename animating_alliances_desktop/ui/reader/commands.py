"""What the user can do in the reader: rows for the table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "reader"

_ROWS: tuple[tuple[str, Any, str, str], ...] = (
    ("reader.back", QT_TRANSLATE_NOOP("Reader", "Back to where I was"), "Ctrl+[", "arrow-left"),
    ("reader.forward", QT_TRANSLATE_NOOP("Reader", "Forward again"), "Ctrl+]", "arrow-right"),
    ("reader.find", QT_TRANSLATE_NOOP("Reader", "Find on this page"), "Ctrl+F", "text-search"),
    ("reader.find_next", QT_TRANSLATE_NOOP("Reader", "Find the next place"), "F3", ""),
    ("reader.find_previous", QT_TRANSLATE_NOOP("Reader", "Find the place before"), "Shift+F3", ""),
    ("reader.larger", QT_TRANSLATE_NOOP("Reader", "Larger letters"), "Ctrl++; Ctrl+=", ""),
    ("reader.smaller", QT_TRANSLATE_NOOP("Reader", "Smaller letters"), "Ctrl+-", ""),
    ("reader.usual_size", QT_TRANSLATE_NOOP("Reader", "Letters of the usual size"), "Ctrl+0", ""),
    (
        "reader.mark_amber",
        QT_TRANSLATE_NOOP("Reader", "Highlight in amber"),
        "Ctrl+Shift+1; Ctrl+!",
        "highlighter",
    ),
    (
        "reader.mark_green",
        QT_TRANSLATE_NOOP("Reader", "Highlight in green"),
        "Ctrl+Shift+2; Ctrl+@",
        "highlighter",
    ),
    (
        "reader.mark_blue",
        QT_TRANSLATE_NOOP("Reader", "Highlight in blue"),
        "Ctrl+Shift+3; Ctrl+#",
        "highlighter",
    ),
    (
        "reader.mark_rose",
        QT_TRANSLATE_NOOP("Reader", "Highlight in rose"),
        "Ctrl+Shift+4; Ctrl+$",
        "highlighter",
    ),
    ("reader.note", QT_TRANSLATE_NOOP("Reader", "Note on the selection"), "Ctrl+Shift+N", "sticky-note"),
    (
        "reader.note_on_text",
        QT_TRANSLATE_NOOP("Reader", "Note on the whole text"),
        "Ctrl+Shift+M",
        "notebook-pen",
    ),
    ("reader.change_mark", QT_TRANSLATE_NOOP("Reader", "Change the highlight here"), "Ctrl+Shift+H", ""),
    ("reader.outline", QT_TRANSLATE_NOOP("Reader", "Show or hide the outline"), "Ctrl+Shift+O", "list-tree"),
    ("reader.notes", QT_TRANSLATE_NOOP("Reader", "Show or hide the notes"), "Ctrl+Shift+L", "sticky-note"),
)


def rows() -> tuple[Action, ...]:
    """The rows, with their titles in the user's language."""
    return tuple(
        Action(name, QCoreApplication.translate("Reader", title), shortcut, WHERE, icon)
        for name, title, shortcut, icon in _ROWS
    )
