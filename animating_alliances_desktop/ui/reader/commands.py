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
        "Ctrl+Shift+1",
        "highlighter",
    ),
    (
        "reader.mark_green",
        QT_TRANSLATE_NOOP("Reader", "Highlight in green"),
        "Ctrl+Shift+2",
        "highlighter",
    ),
    (
        "reader.mark_blue",
        QT_TRANSLATE_NOOP("Reader", "Highlight in blue"),
        "Ctrl+Shift+3",
        "highlighter",
    ),
    (
        "reader.mark_rose",
        QT_TRANSLATE_NOOP("Reader", "Highlight in rose"),
        "Ctrl+Shift+4",
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
    (
        "reader.copy_reference",
        QT_TRANSLATE_NOOP("Reader", "Copy the selection with its reference"),
        "Ctrl+Shift+C",
        "quote",
    ),
    ("reader.go_to", QT_TRANSLATE_NOOP("Reader", "Go to a paragraph by its number…"), "Ctrl+G", "pilcrow"),
    ("reader.from_start", QT_TRANSLATE_NOOP("Reader", "Go to the start of the text"), "Alt+Home", ""),
    ("reader.later", QT_TRANSLATE_NOOP("Reader", "Read this text later, or not"), "Ctrl+D", "bookmark"),
    (
        "reader.beside",
        QT_TRANSLATE_NOOP("Reader", "Open another text beside this one…"),
        "Ctrl+Shift+Return; Ctrl+Shift+Enter",
        "columns-2",
    ),
    ("reader.close_beside", QT_TRANSLATE_NOOP("Reader", "Close the text beside"), "Ctrl+W", "x"),
    ("reader.other_pane", QT_TRANSLATE_NOOP("Reader", "Go to the other of two texts"), "F6", ""),
    (
        "reader.letters",
        QT_TRANSLATE_NOOP("Reader", "Letters and lines of the text"),
        "Ctrl+Shift+T",
        "a-large-small",
    ),
    ("reader.ruler", QT_TRANSLATE_NOOP("Reader", "Show or hide the reading ruler"), "Ctrl+Shift+R", "ruler"),
    (
        "reader.numbers",
        QT_TRANSLATE_NOOP("Reader", "Show or hide paragraph numbers"),
        "Ctrl+Shift+G",
        "pilcrow",
    ),
    ("reader.outline", QT_TRANSLATE_NOOP("Reader", "Show or hide the outline"), "Ctrl+Shift+O", "list-tree"),
    (
        "reader.outline_add",
        QT_TRANSLATE_NOOP("Reader", "Put the place being read into the outline"),
        "Ctrl+Shift+B",
        "plus",
    ),
    ("reader.outline_edit", QT_TRANSLATE_NOOP("Reader", "Edit the outline, or end that"), "", "pencil"),
    ("reader.notes", QT_TRANSLATE_NOOP("Reader", "Show or hide the notes"), "Ctrl+Shift+L", "sticky-note"),
)


def rows() -> tuple[Action, ...]:
    """The rows, with their titles in the user's language."""
    return tuple(
        Action(name, QCoreApplication.translate("Reader", title), shortcut, WHERE, icon)
        for name, title, shortcut, icon in _ROWS
    )


def elsewhere() -> tuple[Action, ...]:
    """What can be done with a text from its row in a list: the rows for the pages that have such lists."""
    later, beside = _tr("Read the chosen text later"), _tr("Open the chosen text beside the one being read")
    keys = "Ctrl+Shift+Return; Ctrl+Shift+Enter"
    return (
        Action("library.later", later, "Ctrl+D", "library", "bookmark"),
        Action("library.beside", beside, keys, "library", "columns-2"),
        Action("search.later", later, "Ctrl+D", "search", "bookmark"),
        Action("search.beside", beside, keys, "search", "columns-2"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reader", text)
