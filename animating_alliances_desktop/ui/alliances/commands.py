"""What the user can do on the page of alliances: rows for the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action

WHERE = "alliances"


def alliances_actions() -> list[Action]:
    """Make the rows of the actions on alliances, for the table in app.py."""
    return [
        Action("alliances.add", _tr("Add an alliance"), "Ctrl+N", WHERE, "plus"),
        Action("alliances.add_member", _tr("Add a member or a person"), "Ctrl+Shift+N", WHERE, "users"),
        Action("alliances.add_meeting", _tr("Note a meeting"), "Ctrl+Shift+M", WHERE, "calendar-days"),
        Action(
            "alliances.bring_meetings",
            _tr("Bring meetings from a calendar file"),
            "Ctrl+O",
            WHERE,
            "download",
        ),
        Action("alliances.write", _tr("Write an entry on this alliance"), "Ctrl+E", WHERE, "notebook-pen"),
        Action(
            "alliances.next_part",
            _tr("Next part of the alliance's page"),
            "Ctrl+PgDown",
            WHERE,
            "chevron-right",
        ),
        Action(
            "alliances.previous_part",
            _tr("Part of the alliance's page before"),
            "Ctrl+PgUp",
            WHERE,
            "chevron-left",
        ),
        Action("alliances.people", _tr("All people and organisations"), "Ctrl+F", WHERE, "users"),
        Action("alliances.back", _tr("Back to the alliance"), "Alt+Up", WHERE, "chevron-left"),
        Action("alliances.keep", _tr("Keep a text with this alliance"), "", WHERE, "library"),
        Action("alliances.archive", _tr("Archive the alliance, or take it out"), "", WHERE, "archive"),
        Action("alliances.delete", _tr("Delete the alliance"), "", WHERE, "trash-2"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alliances", text)
