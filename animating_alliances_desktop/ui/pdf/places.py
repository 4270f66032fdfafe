"""The pages of a file that a line of its outline can point at, and the one where the reader is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Outlined, chapters_of
from animating_alliances_desktop.ui.kit.outline_hand import Ground, OutlineHand, Say
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.pdf.parts import Parts
from animating_alliances_desktop.ui.pdf.words import Words

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.pdf.page import PdfPage

_ROOM = 24
"""Points above words that a line leads to."""


class Places:
    """Asks the sheet which page is read."""

    def __init__(self, parts: Parts, words: Callable[[], Words]) -> None:
        self._parts, self._words = parts, words

    def show(self, outlined: Outlined) -> None:
        """Show an outline."""
        self._parts.show_chapters(chapters_of(outlined.lines, len(self._parts.facts.labels)))

    def here(self) -> tuple[Heading, int] | None:
        """A line for the page being read, or for what is selected, and where it belongs."""
        labels, span = self._parts.facts.labels, self._parts.sheet.selection.span
        page = span[0][0] if span is not None else self._parts.sheet.page
        if not 0 <= page < len(labels):
            return None
        words = self._words().known(*span) if span is not None else ""
        title = words or QCoreApplication.translate("Pdf", "Page {label}").format(label=labels[page])
        down = round(self._down(page, span[0][1] if span is not None else None), 1)
        line = Heading(1, title, f"page-{page + 1}", down=down or None)
        return line, self._parts.outline.behind(page, down)

    def _down(self, page: int, letter: int | None) -> float:
        """How far down its page a letter stands, with some room above; without one, how far the window has gone."""
        sheet = self._parts.sheet
        if letter is None:
            top, down, _fraction = sheet.here()
            return down if top == page else 0.0
        letters = sheet.stock.letters(page)
        box = next(letters.boxes(letter, letter + 1), None) if letters is not None else None
        return max(0.0, box[1] - _ROOM) if box is not None else 0.0


def outlining_of(page: PdfPage, tasks: Runner, say: Say) -> OutlineHand:
    """Let the outline beside the pages be edited."""
    around = page.presenter.marking.around
    places = Places(page.parts, lambda: page.presenter.words)
    ground = Ground(around.outlines, tasks, say, around.take_back)
    return OutlineHand(page.parts.outline, ground, places.show, places.here, page, "pdf")
