"""What the user can do on the follow-through page: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "followthrough"


def followthrough_actions() -> list[Action]:
    """Make the rows of the page, for the table in app.py."""
    return [
        Action(
            "followthrough.add", _tr("Write down an action, or what the list shows"), "Ctrl+N", WHERE, "plus"
        ),
        Action("followthrough.done", _tr("Done, or open again"), "Ctrl+Return; Ctrl+Enter", WHERE, "check"),
        Action("followthrough.let_go", _tr("Let it go, with a reason"), "Ctrl+L", WHERE, "leaf"),
        Action("followthrough.give", _tr("Give it to somebody else"), "Ctrl+O", WHERE, "user"),
        Action("followthrough.move", _tr("Give it another day"), "Ctrl+D", WHERE, "calendar-days"),
        Action("followthrough.edit", _tr("Look at it closely, and change it"), "F2", WHERE, "pencil"),
        Action(
            "followthrough.origin", _tr("Open the entry that it comes from"), "Ctrl+E", WHERE, "notebook-pen"
        ),
        Action("followthrough.remove", _tr("Remove it"), "Ctrl+Backspace", WHERE, "trash-2"),
        Action("followthrough.check_in", _tr("Copy a check-in for its owner"), "Ctrl+Shift+C", WHERE, "copy"),
        Action("followthrough.export", _tr("Write the list to a file"), "Ctrl+Shift+E", WHERE, "upload"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FollowThrough", text)
