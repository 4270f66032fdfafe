"""How the follow-through page is built over the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.followthrough.model import Action
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House


def followthrough_page(workspace: Workspace, house: House) -> QWidget:
    """Make the page."""
    from animating_alliances_desktop.ui.followthrough.page import FollowThroughPage
    from animating_alliances_desktop.ui.followthrough.ports import Around

    def write(path: Path, actions: Sequence[Action]) -> int:
        from animating_alliances_desktop.core.sharing.action_file import write_actions

        return write_actions(path, actions, datetime.now().astimezone())

    return FollowThroughPage(
        theme=house.theme,
        tasks=house.tasks,
        actions=house.actions,
        around=Around(
            workspace.actions,
            workspace.decisions,
            workspace.noticings,
            workspace.intentions,
            workspace.alliances,
            house.open,
            lambda: house.go("alliances"),
            write,
            workspace.links.mentions_of,
        ),
        say=house.say,
        today=date.today,
    )
