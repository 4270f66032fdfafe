"""How the pages on which texts are read are built over the workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.sharing.room import ReadingRoom
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House
from animating_alliances_desktop.pages.opening import read_text
from animating_alliances_desktop.pages.reading import Preferences
from animating_alliances_desktop.ui.kit.marks import Around


def reader_page(workspace: Workspace, house: House) -> QWidget:
    """The page for papers, cases and whatever else is read as running text."""
    from animating_alliances_desktop.ui.reader.page import ReaderPage

    return ReaderPage(
        house.theme,
        ReadingRoom(workspace.library, workspace.journal),
        workspace.annotations,
        house.tasks,
        house.actions,
        open_ref=house.open,
        say=lambda text, button, then: house.say(text, "info", button or "", then),
        preferences=Preferences(workspace.settings, house.dress),
        later=workspace.reading_list,
        around=_around(workspace, house),
    )


def slides_page(workspace: Workspace, house: House) -> QWidget:
    """The page for slide packs and presentations."""
    from animating_alliances_desktop.ui.slides.page import SlidesPage

    return SlidesPage(
        house.theme,
        house.tasks,
        house.actions,
        workspace.library,
        open=house.open,
        read_text=lambda ref, heading: read_text(house.window, ref, heading),
        say=house.say,
        mentions=workspace.links.mentions_of,
    )


def pdf_page(workspace: Workspace, house: House) -> QWidget:
    """The page for PDFs."""
    from animating_alliances_desktop.core.library.pdf.shelf import PdfShelf
    from animating_alliances_desktop.ui.pdf.page import PdfPage

    return PdfPage(
        house.theme,
        PdfShelf(workspace.library.original_of),
        workspace.library,
        workspace.annotations,
        house.tasks,
        house.actions,
        open_ref=house.open,
        say=lambda text, button, then: house.say(text, "info", button or "", then),
        preferences=Preferences(workspace.settings, house.dress),
        around=_around(workspace, house),
    )


def _around(workspace: Workspace, house: House) -> Around:
    """What the notes on a text need of the window."""
    chosen = workspace.settings
    return Around(
        workspace.links.mentions_of,
        house.can_take_back,
        lambda: chosen.settings.notes == "beside",
        lambda on: chosen.choose("notes", "beside" if on else "list"),
        workspace.outlines,
    )
