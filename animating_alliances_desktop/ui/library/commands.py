"""What the user can do on the library page: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "library"


def library_actions() -> list[Action]:
    """Make the rows of the actions on the library, for the table in app.py."""
    return [
        Action("library.bring_in", _tr("Bring in files"), "Ctrl+O", WHERE, "download"),
        Action("library.bring_in_folder", _tr("Bring in a folder"), "Ctrl+Shift+O", WHERE, "folder-open"),
        Action("library.describe", _tr("Change title, author and year of a document"), "F2", WHERE, "pencil"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Library", text)
