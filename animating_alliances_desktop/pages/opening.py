"""Which page shows a text, by what kind of file it was; and turning from slides to their text and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.library.formats import PDF_TYPE, PPTX_TYPE

if TYPE_CHECKING:
    from animating_alliances_desktop.core.workspace import Workspace
    from animating_alliances_desktop.ui.kit.tasks import Tasks
    from animating_alliances_desktop.ui.shell.window import MainWindow

SHOWN_ON = {PPTX_TYPE: "slides", PDF_TYPE: "pdf"}
"""The page of a media type; documents of all others are shown by the reader."""


class House(Protocol):
    """What is needed of the app."""

    tasks: Tasks
    window: MainWindow

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""

    def say(self, text: str) -> None:
        """Show a sentence in the message bar."""


def page_of(workspace: Workspace, ref: Ref) -> str:
    """The page that shows a text; raises AppError if the document is not there."""
    if ref.kind is Kind.DOCUMENT:
        return SHOWN_ON.get(workspace.library.media_type_of(ref), "reader")
    return "slides" if ref.kind is Kind.SLIDES else "reader"


def open_text(house: House, ref: Ref, quote: str) -> None:
    """Open a text on its page; of a document it must be looked up which that is."""
    if ref.kind is not Kind.DOCUMENT:
        house.window.go(page_of(house.workspace, ref), (ref, quote))
        return
    house.tasks.read(
        lambda: page_of(house.workspace, ref), lambda page: house.window.go(page, (ref, quote)), "app.open"
    )


def read_text(window: MainWindow, ref: Ref, heading: str) -> None:
    """Open a text in the reader at the heading of this id."""
    window.go("reader", (ref, ""))
    reader: Any = window.page("reader")
    reader.show_text(ref, "", heading)


def turn_over(house: House) -> None:
    """Turn from the slide on view to its place in the text, or from there back to the slide."""
    page: Any = house.window.page(house.window.current)
    shown = getattr(page, "active", page)  # of a reader with two texts, the one that has the keyboard
    if house.window.current == "slides":
        page.presenter.read_as_text()
    elif house.window.current == "reader" and shown.presenter.reading is not None:
        _show_slides(house, shown.presenter.reading.ref, shown)
    else:
        house.say(QCoreApplication.translate("Slides", "Open a slide pack first: this turns to its text."))


def _show_slides(house: House, ref: Ref, reader: Any) -> None:
    def go(page: str) -> None:
        if page == "slides":
            house.window.go(page, (ref, "", _heading(reader, house.window.page(page), ref)))
        else:
            house.say(QCoreApplication.translate("Slides", "There are no slides to this text."))

    house.tasks.read(lambda: page_of(house.workspace, ref), go, "app.open")


def _heading(reader: Any, slides: Any, ref: Ref) -> str:
    """Where the user is in the text; nothing if that is still the slide on view before."""
    deck, slide = slides.presenter.deck, slides.presenter.slide
    if deck is not None and slide is not None and deck.ref == ref:
        at, (first, last) = reader.sheet.position_of(slide.id), reader.sheet.visible()
        if at is not None and first <= at <= last:
            return ""
    return str(reader.places.chapter)
