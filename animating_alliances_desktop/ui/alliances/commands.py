"""What the user can do on the page of alliances: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "alliances"


def alliances_actions() -> list[Action]:
    """Make the rows of the actions on alliances, for the table in app.py."""
    return [
        Action("alliances.add", _tr("Add an alliance"), "Ctrl+N", WHERE, "plus"),
        Action("alliances.add_member", _tr("Add a member"), "Ctrl+Shift+N", WHERE, "users"),
        Action("alliances.write", _tr("Write an entry on this alliance"), "Ctrl+E", WHERE, "notebook-pen"),
        Action("alliances.delete", _tr("Delete the alliance"), "", WHERE, "trash-2"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alliances", text)
