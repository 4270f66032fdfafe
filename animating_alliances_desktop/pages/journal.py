"""How the journal and the page of what was deleted are built over the workspace."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House
from animating_alliances_desktop.ui.shell.rail import Rail


def journal_page(held: Workspace, house: House) -> QWidget:
    """Make the journal page."""
    from animating_alliances_desktop.ui.journal.page import JournalPage
    from animating_alliances_desktop.ui.journal.ports import Sources, Ways

    def show_taken(alliance: Ref) -> None:
        house.go("followthrough", alliance)

    def hush(on: bool) -> None:  # noqa: FBT001 -- as the page calls it
        for rail in house.window.findChildren(Rail):
            rail.setHidden(on)

    return JournalPage(
        theme=house.theme,
        tasks=house.tasks,
        actions=house.actions,
        sources=Sources(
            held.journal,
            held.prompts,
            held.forms,
            held.alliances,
            held.meetings,
            lambda: held.settings.settings.role,
        ),
        ways=Ways(house.open, house.say, show_taken, hush, lambda: house.go("trash")),
        now=lambda: datetime.now().astimezone(),
        mentions=held.links.mentions_of,
        dictionary=held.spelling,
        spelling_wanted=lambda: held.settings.settings.spelling == "on",
    )


def trash_page(held: Workspace, house: House) -> QWidget:
    """Make the page of what was deleted."""
    from animating_alliances_desktop.ui.trash.page import TrashPage

    return TrashPage(theme=house.theme, tasks=house.tasks, trash=held.trash, say=house.say)


def let_old_go(held: Workspace) -> Changes:
    """Let go for good of what has been in the trash long enough; nothing that is shown changes by that."""
    held.trash.empty()
    return Changes()
