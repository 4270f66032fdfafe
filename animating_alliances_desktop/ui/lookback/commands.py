"""What the user can do on the page for looking back: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "lookback"


def lookback_actions() -> list[Action]:
    """Make the rows, for the table in ui/shell/tables.py."""
    title = QCoreApplication.translate("Lookback", "Write the log of the week, or the review of the quarter")
    return [Action("lookback.begin", title, "Ctrl+N", WHERE, "notebook-pen")]
