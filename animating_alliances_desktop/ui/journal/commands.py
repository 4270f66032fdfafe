"""What the user can do in the journal: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "journal"


def journal_actions() -> list[Action]:
    """Make the rows of the journal's actions, for the table in app.py."""
    return [
        Action("journal.begin", _tr("Write a new entry"), "Ctrl+N", WHERE, "plus"),
        Action("journal.keep", _tr("Keep the entry"), "Ctrl+Return; Ctrl+Enter", WHERE, "check"),
        Action("journal.prompts", _tr("Offer other prompts"), "Ctrl+Shift+P", WHERE, "lightbulb"),
        Action("journal.action", _tr("Mark the line as an action"), "Ctrl+Shift+1", WHERE, "list-todo"),
        Action("journal.decision", _tr("Mark the line as a decision"), "Ctrl+Shift+2", WHERE, "gavel"),
        Action("journal.noticing", _tr("Mark the line as a noticing"), "Ctrl+Shift+3", WHERE, "eye"),
        Action("journal.spelling", _tr("Show what may be meant by the word"), "F7", WHERE, "book-a"),
        Action("journal.quiet", _tr("Show nothing but the text, or all again"), "F9", WHERE, "maximize"),
        Action("journal.correct", _tr("Put a slip right in a kept entry"), "", WHERE, "pencil"),
        Action("journal.delete", _tr("Delete the entry"), "", WHERE, "trash-2"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
