"""What the user can do in the PDF view: rows for the table of actions; the keys are those of the reader."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from animating_alliances_desktop.ui.kit.actions import Action
from animating_alliances_desktop.ui.kit.textactions import Own, rows_of

WHERE = "pdf"

_ROWS: tuple[str | Own, ...] = (
    "back",
    "forward",
    ("page", QT_TRANSLATE_NOOP("Pdf", "Go to a page by its number"), "Ctrl+G", ""),
    ("find", QT_TRANSLATE_NOOP("Pdf", "Find in this file")),
    "find_next",
    "find_previous",
    ("larger", QT_TRANSLATE_NOOP("Pdf", "Larger pages")),
    ("smaller", QT_TRANSLATE_NOOP("Pdf", "Smaller pages")),
    ("usual_size", QT_TRANSLATE_NOOP("Pdf", "Pages as large as on paper")),
    ("fit_width", QT_TRANSLATE_NOOP("Pdf", "Fit the width of the page"), "Ctrl+Shift+W", "move-horizontal"),
    ("fit_page", QT_TRANSLATE_NOOP("Pdf", "Fit the whole page"), "Ctrl+Shift+E", "maximize"),
    "mark_amber",
    "mark_green",
    "mark_blue",
    "mark_rose",
    "note",
    ("note_on_text", QT_TRANSLATE_NOOP("Pdf", "Note on the whole file")),
    "change_mark",
    "copy_reference",
    ("outline", QT_TRANSLATE_NOOP("Pdf", "Show or hide outline and pages")),
    ("outline_add", QT_TRANSLATE_NOOP("Pdf", "Put the page being read into the outline")),
    "outline_edit",
    "notes",
    ("copy", QT_TRANSLATE_NOOP("Pdf", "Export a copy with my highlights and notes"), "", "download"),
)


def rows() -> tuple[Action, ...]:
    """The rows, with their titles in the user's language."""
    return rows_of(WHERE, "Pdf", _ROWS)
