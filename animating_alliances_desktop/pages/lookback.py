"""How the page for looking back is built over the workspace."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House


def lookback_page(workspace: Workspace, house: House) -> QWidget:
    """Make the page; what is begun from a review is a draft in the journal."""
    from animating_alliances_desktop.ui.lookback.page import LookbackPage

    def begin(alliance: Ref, form: str, parts: dict[str, str]) -> None:
        draft = Draft(alliance, date.today(), form, parts=parts)  # noqa: DTZ011 -- the user's own day
        house.tasks.write(lambda: workspace.journal.begin(draft)[0], _open)

    def _open(changes: Changes) -> None:
        house.open(next(ref for ref in changes if ref.kind is Kind.ENTRY))

    return LookbackPage(
        theme=house.theme,
        tasks=house.tasks,
        actions=house.actions,
        lookback=workspace.lookback,
        open=house.open,
        begin=begin,
        say=house.say,
        today=date.today,
    )
