"""How the brief and the log book are built over the workspace.

What makes printed texts is imported when the first one is wanted: it takes 35 ms, which no start should pay.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House

if TYPE_CHECKING:
    from animating_alliances_desktop.core.book.model import Printed
    from animating_alliances_desktop.core.logbook.model import Order


def brief_page(workspace: Workspace, house: House) -> QWidget:
    """Make the page of the brief."""
    from animating_alliances_desktop.core.book.making import make, write
    from animating_alliances_desktop.core.book.model import Format
    from animating_alliances_desktop.core.brief import gathering
    from animating_alliances_desktop.core.brief.composing import fitted
    from animating_alliances_desktop.ui.brief.page import BriefPage
    from animating_alliances_desktop.ui.brief.ports import Source

    return BriefPage(
        theme=house.theme,
        tasks=house.tasks,
        actions=house.actions,
        source=Source(
            alliances=workspace.alliances.listed,
            gather=lambda alliance: gathering.gathered(workspace, alliance, _today()),
            close=lambda intention, words: workspace.intentions.close(intention, words, _today()),
            put_back=workspace.intentions.put_back,
            as_pdf=lambda brief: make(fitted(brief), Format.PDF).content,
            save=lambda brief, path: write(fitted(brief), path, replace=True),  # the dialogue has asked
        ),
        open=house.open,
        see_open=lambda alliance: house.go("followthrough", alliance),
        add_alliance=lambda: house.go("alliances"),
        say=house.say,
    )


class Printing:
    """What works from every page: going to the brief, asking for a log book."""

    def __init__(self, workspace: Workspace, house: House) -> None:
        self._workspace, self._house = workspace, house
        house.actions.bind("app.brief", lambda: house.go("brief", self._alliance()), house.window)
        house.actions.bind("app.log_book", self.ask_for_log_book, house.window)

    def ask_for_log_book(self) -> None:
        """Ask of which alliance and span, and make it."""
        from animating_alliances_desktop.ui.logbook.dialog import LogBookDialog
        from animating_alliances_desktop.ui.logbook.presenter import Source

        house = self._house
        dialog = LogBookDialog(
            theme=house.theme,
            tasks=house.tasks,
            source=Source(self._workspace.alliances.listed, self._make),
            say=house.say,
            today=_today(),
            alliance=self._alliance(),
            parent=house.window,
        )
        dialog.open()

    def _make(self, order: Order, path: Path, progress: Progress) -> Printed:
        from animating_alliances_desktop.core.book.making import write
        from animating_alliances_desktop.core.logbook import material
        from animating_alliances_desktop.core.logbook.composing import composed

        book = composed(material.gathered(self._workspace, order, _today()))
        return write(book, path, replace=True, progress=progress)  # the dialogue has asked

    def _alliance(self) -> Ref | None:
        """The alliance that is on view, if one is."""
        window = self._house.window
        subject = getattr(window.page(window.current), "subject", None)
        chosen: Sequence[Ref] = subject() if subject is not None else ()
        return next((ref for ref in chosen if ref.kind is Kind.ALLIANCE), None)


def _today() -> date:
    return date.today()  # noqa: DTZ011 -- the user's own day
