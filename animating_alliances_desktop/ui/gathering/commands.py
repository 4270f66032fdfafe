"""What the user can do about tags and collections: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action


def gathering_actions() -> list[Action]:
    """Make the rows for the table of actions."""
    return [
        Action("app.tag", _tr("Tag what is chosen…"), "Ctrl+T", icon="tag"),
        Action("app.collect", _tr("Put what is chosen into a collection…"), "Ctrl+Shift+K", icon="archive"),
        Action("app.gather", _tr("All tags and collections…"), "", icon="tag"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gathering", text)
