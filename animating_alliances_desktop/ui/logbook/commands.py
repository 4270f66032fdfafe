"""What the user can do with log books: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action


def log_book_actions() -> list[Action]:
    """Make the rows, for the table in ui/shell/tables.py."""
    title = QCoreApplication.translate("LogBook", "Make a log book…")
    return [Action("app.log_book", title, icon="book-a")]
