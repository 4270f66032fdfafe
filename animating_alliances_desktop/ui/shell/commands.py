"""The actions that the window itself offers: going to a page, back and forward, the palette, the help."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.ui.kit.actions import Action
from animating_alliances_desktop.ui.shell.pages import PageSpec


def shell_actions(specs: Iterable[PageSpec]) -> list[Action]:
    """Make the rows of the window's own actions, for the table in app.py."""
    going = [
        Action(f"go.{spec.id}", _tr("Go to {page}").format(page=spec.title), spec.shortcut, icon=spec.icon)
        for spec in specs
        if spec.on_rail
    ]
    return [
        *going,
        Action("shell.back", _tr("Back"), "Alt+Left", icon="arrow-left"),
        Action("shell.forward", _tr("Forward"), "Alt+Right", icon="arrow-right"),
        Action("shell.palette", _tr("Find an action or a text"), "Ctrl+K", icon="command"),
        Action("shell.help", _tr("Keyboard shortcuts"), "F1; Ctrl+/", icon="keyboard"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shell", text)
