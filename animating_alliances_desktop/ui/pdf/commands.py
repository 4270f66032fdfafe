"""What the user can do in the PDF view: rows for the table of actions; the keys are those of the reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "pdf"

_ROWS: tuple[tuple[str, Any, str, str], ...] = (
    ("pdf.back", QT_TRANSLATE_NOOP("Pdf", "Back to where I was"), "Ctrl+[", "arrow-left"),
    ("pdf.forward", QT_TRANSLATE_NOOP("Pdf", "Forward again"), "Ctrl+]", "arrow-right"),
    ("pdf.page", QT_TRANSLATE_NOOP("Pdf", "Go to a page by its number"), "Ctrl+G", ""),
    ("pdf.find", QT_TRANSLATE_NOOP("Pdf", "Find in this file"), "Ctrl+F", "text-search"),
    ("pdf.find_next", QT_TRANSLATE_NOOP("Pdf", "Find the next place"), "F3", ""),
    ("pdf.find_previous", QT_TRANSLATE_NOOP("Pdf", "Find the place before"), "Shift+F3", ""),
    ("pdf.larger", QT_TRANSLATE_NOOP("Pdf", "Larger pages"), "Ctrl++; Ctrl+=", ""),
    ("pdf.smaller", QT_TRANSLATE_NOOP("Pdf", "Smaller pages"), "Ctrl+-", ""),
    ("pdf.usual_size", QT_TRANSLATE_NOOP("Pdf", "Pages as large as on paper"), "Ctrl+0", ""),
    (
        "pdf.fit_width",
        QT_TRANSLATE_NOOP("Pdf", "Fit the width of the page"),
        "Ctrl+Shift+W",
        "move-horizontal",
    ),
    ("pdf.fit_page", QT_TRANSLATE_NOOP("Pdf", "Fit the whole page"), "Ctrl+Shift+E", "maximize"),
    (
        "pdf.mark_amber",
        QT_TRANSLATE_NOOP("Pdf", "Highlight in amber"),
        "Ctrl+Shift+1",
        "highlighter",
    ),
    (
        "pdf.mark_green",
        QT_TRANSLATE_NOOP("Pdf", "Highlight in green"),
        "Ctrl+Shift+2",
        "highlighter",
    ),
    ("pdf.mark_blue", QT_TRANSLATE_NOOP("Pdf", "Highlight in blue"), "Ctrl+Shift+3", "highlighter"),
    ("pdf.mark_rose", QT_TRANSLATE_NOOP("Pdf", "Highlight in rose"), "Ctrl+Shift+4", "highlighter"),
    ("pdf.note", QT_TRANSLATE_NOOP("Pdf", "Note on the selection"), "Ctrl+Shift+N", "sticky-note"),
    ("pdf.note_on_text", QT_TRANSLATE_NOOP("Pdf", "Note on the whole file"), "Ctrl+Shift+M", "notebook-pen"),
    ("pdf.change_mark", QT_TRANSLATE_NOOP("Pdf", "Change the highlight here"), "Ctrl+Shift+H", ""),
    ("pdf.outline", QT_TRANSLATE_NOOP("Pdf", "Show or hide outline and pages"), "Ctrl+Shift+O", "list-tree"),
    (
        "pdf.outline_add",
        QT_TRANSLATE_NOOP("Pdf", "Put the page being read into the outline"),
        "Ctrl+Shift+B",
        "plus",
    ),
    ("pdf.outline_edit", QT_TRANSLATE_NOOP("Pdf", "Edit the outline, or end that"), "", "pencil"),
    ("pdf.notes", QT_TRANSLATE_NOOP("Pdf", "Show or hide the notes"), "Ctrl+Shift+L", "sticky-note"),
    ("pdf.copy", QT_TRANSLATE_NOOP("Pdf", "Export a copy with my highlights and notes"), "", "download"),
)


def rows() -> tuple[Action, ...]:
    """The rows, with their titles in the user's language."""
    return tuple(
        Action(name, QCoreApplication.translate("Pdf", title), shortcut, WHERE, icon)
        for name, title, shortcut, icon in _ROWS
    )
