"""How today's page is built over the workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House


def today_page(
    workspace: Workspace, house: House, recall: Callable[[str, date], list[Annotation]]
) -> QWidget:
    """Make the page."""
    from animating_alliances_desktop.ui.today.cards import Going
    from animating_alliances_desktop.ui.today.page import TodayPage
    from animating_alliances_desktop.ui.today.presenter import Sources

    lost = workspace.annotations.lost
    return TodayPage(
        theme=house.theme,
        tasks=house.tasks,
        sources=Sources(
            workspace.today,
            workspace.library,
            workspace.enquiry,
            lambda: len(lost()),
            workspace.reading_list,
            recall,
        ),
        going=Going(
            open=house.open,
            write=lambda about: house.go("journal", about),
            prepare=lambda alliance: house.go("brief", alliance),
            add_alliance=lambda: house.go("alliances"),
            show_lost=lambda: house.go("notes", "lost"),
            show_promised=lambda: house.go("followthrough"),
        ),
        now=lambda: datetime.now().astimezone(),
    )
