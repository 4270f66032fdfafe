"""What the user can do with the brief: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "brief"


def brief_actions() -> list[Action]:
    """Make the rows, for the table in ui/shell/tables.py."""
    return [
        Action("app.brief", _tr("Brief before the next meeting"), "Ctrl+Shift+A", icon="clipboard-list"),
        Action("brief.save", _tr("Save the brief: PDF, Word or Markdown"), "Ctrl+S", WHERE, "download"),
        Action("brief.print", _tr("Print the brief"), "Ctrl+P", WHERE, "file-text"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brief", text)
