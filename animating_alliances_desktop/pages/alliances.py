"""How the page of alliances is built over the workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House


def alliances_page(workspace: Workspace, house: House) -> QWidget:
    """The page for alliances, their meetings and their people."""
    from animating_alliances_desktop.ui.alliances.page import AlliancesPage
    from animating_alliances_desktop.ui.alliances.ports import Stores, Ways

    links = workspace.links
    return AlliancesPage(
        theme=house.theme,
        tasks=house.tasks,
        actions=house.actions,
        stores=Stores(
            workspace.alliances,
            workspace.people,
            workspace.meetings,
            workspace.chronicle,
            links.mentions_of,
            lambda words: links.complete(words, _MOST),
        ),
        ways=Ways(
            write=lambda alliance: house.go("journal", alliance),
            entries=lambda alliance: house.go("journal", ("entries", alliance)),
            reflect=lambda meeting: house.go("journal", meeting),
            prepare=lambda alliance: house.go("brief", alliance),
            make_book=lambda _alliance: house.actions.run("app.log_book"),  # it knows whose page is on view
            open=house.open,
        ),
        say=house.say,
    )


_MOST = 300
"""So many titles are looked at for those of the library among them."""
