"""What the user can do in the reader: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action
from animating_alliances_desktop.ui.kit.textactions import Own, rows_of

WHERE = "reader"

_ROWS: tuple[str | Own, ...] = (
    "back",
    "forward",
    ("find", QT_TRANSLATE_NOOP("Reader", "Find on this page")),
    "find_next",
    "find_previous",
    ("larger", QT_TRANSLATE_NOOP("Reader", "Larger letters")),
    ("smaller", QT_TRANSLATE_NOOP("Reader", "Smaller letters")),
    ("usual_size", QT_TRANSLATE_NOOP("Reader", "Letters of the usual size")),
    "mark_amber",
    "mark_green",
    "mark_blue",
    "mark_rose",
    "note",
    ("note_on_text", QT_TRANSLATE_NOOP("Reader", "Note on the whole text")),
    "change_mark",
    "copy_reference",
    ("go_to", QT_TRANSLATE_NOOP("Reader", "Go to a paragraph by its number…"), "Ctrl+G", "pilcrow"),
    ("from_start", QT_TRANSLATE_NOOP("Reader", "Go to the start of the text"), "Alt+Home", ""),
    ("later", QT_TRANSLATE_NOOP("Reader", "Read this text later, or not"), "Ctrl+D", "bookmark"),
    (
        "beside",
        QT_TRANSLATE_NOOP("Reader", "Open another text beside this one…"),
        "Ctrl+Shift+Return; Ctrl+Shift+Enter",
        "columns-2",
    ),
    ("close_beside", QT_TRANSLATE_NOOP("Reader", "Close the text beside"), "Ctrl+W", "x"),
    ("other_pane", QT_TRANSLATE_NOOP("Reader", "Go to the other of two texts"), "F6", ""),
    (
        "letters",
        QT_TRANSLATE_NOOP("Reader", "Letters and lines of the text"),
        "Ctrl+Shift+T",
        "a-large-small",
    ),
    ("ruler", QT_TRANSLATE_NOOP("Reader", "Show or hide the reading ruler"), "Ctrl+Shift+R", "ruler"),
    ("numbers", QT_TRANSLATE_NOOP("Reader", "Show or hide paragraph numbers"), "Ctrl+Shift+G", "pilcrow"),
    ("outline", QT_TRANSLATE_NOOP("Reader", "Show or hide the outline")),
    ("outline_add", QT_TRANSLATE_NOOP("Reader", "Put the place being read into the outline")),
    "outline_edit",
    "notes",
)


def rows() -> tuple[Action, ...]:
    """The rows, with their titles in the user's language."""
    return rows_of(WHERE, "Reader", _ROWS)


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
