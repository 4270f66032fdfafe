"""What stands behind the reader's actions: each is done to the text that the keyboard is in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit.actions import Actions

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.reader.page import ReaderPage
    from animating_alliances_desktop.ui.reader.pane import Pane

Deed = Callable[["Pane"], object]
_DEEDS: dict[str, Deed] = {
    "back": lambda pane: pane.presenter.back(),
    "forward": lambda pane: pane.presenter.forward(),
    "find": lambda pane: pane.finding.open(),
    "find_next": lambda pane: pane.finding.step(1),
    "find_previous": lambda pane: pane.finding.step(-1),
    "note": lambda pane: pane.highlighting.note(),
    "note_on_text": lambda pane: pane.highlighting.edit(None),
    "change_mark": lambda pane: pane.highlighting.change_here(),
    "copy_reference": lambda pane: pane.highlighting.copy_reference(),
    "go_to": lambda pane: pane.going.open(),
    "from_start": lambda pane: pane.presenter.from_start(),
}
"""What is done to one text, by the name of its row in `commands`."""


def bind(actions: Actions, page: ReaderPage) -> None:
    """Stand behind the rows of `commands`, and behind the buttons of the bar that do the same."""
    bar = page.toolbar
    calls: dict[str, Callable[[], object]] = {
        "larger": partial(page.looks.zoom, 1),
        "smaller": partial(page.looks.zoom, -1),
        "usual_size": partial(page.looks.zoom, 0),
        "later": page.later.toggle,
        "beside": page.choose_beside,
        "close_beside": page.close_beside,
        "other_pane": page.switch,
        "letters": bar.letters.toggle,
        "ruler": partial(page.looks.flip, "ruler"),
        "numbers": partial(page.looks.flip, "numbers"),
        "outline": bar.outline.toggle,
        "outline_add": partial(_in_outline, page, "add"),
        "outline_edit": partial(_in_outline, page, "toggle"),
        "notes": bar.notes.toggle,
    }
    calls |= {name: partial(_do, page, deed) for name, deed in _DEEDS.items()}
    for colour in Colour:
        calls[f"mark_{colour.value}"] = partial(_do, page, partial(_colour, colour))
    for name, call in calls.items():
        actions.bind(f"reader.{name}", call, page)
    buttons = {
        "back": bar.back,
        "forward": bar.forward,
        "find": bar.finder,
        "later": bar.later,
        "beside": bar.beside,
        "ruler": bar.ruler,
    }
    for name, button in buttons.items():
        button.clicked.connect(lambda _on=False, call=calls[name]: call())


def _do(page: ReaderPage, deed: Deed) -> None:
    deed(page.active)


def _in_outline(page: ReaderPage, deed: str) -> None:
    """Bring the outline into view, and do something to it."""
    page.toolbar.outline.setChecked(True)
    getattr(page.active.outlining, deed)()


def _colour(colour: Colour, pane: Pane) -> None:
    pane.highlighting.colour(colour)
