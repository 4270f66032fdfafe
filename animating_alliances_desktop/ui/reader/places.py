"""The places of a text that a line of its outline can point at, and the one where the reader is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.numbering import headings_in
from animating_alliances_desktop.core.library.outlining import Outlined
from animating_alliances_desktop.ui.kit.outline_hand import Ground, OutlineHand
from animating_alliances_desktop.ui.reader.outline import Outline
from animating_alliances_desktop.ui.reader.presenter import ReaderPresenter
from animating_alliances_desktop.ui.reader.sheet import Sheet


class Places:
    """Asks the sheet where things stand."""

    def __init__(self, outline: Outline, sheet: Sheet, presenter: ReaderPresenter) -> None:
        self._outline, self._sheet, self._presenter = outline, sheet, presenter

    @property
    def chapter(self) -> str:
        """The id of the heading of the second level under which the reader is, whatever the outline holds."""
        found = self._above(self._headings("h2"), self._sheet.here())
        return found[1] if found is not None else ""

    def show(self, outlined: Outlined) -> None:
        """Show an outline, and where its lines lead."""
        self._outline.show_headings(outlined.lines)
        self.lay_out()

    def lay_out(self) -> None:
        """Ask where the lines lead, now that the text is laid out."""
        self._outline.place(self._sheet.position_of)
        self._outline.follow(self._sheet.here())

    def here(self) -> tuple[Heading, int] | None:
        """A line for the heading or paragraph being read, or for what is selected, and where it belongs."""
        sheet = self._sheet
        start, end = sheet.selection()
        names = [*self._headings(), *self._presenter.numbers.names]
        found = self._above(names, start if start != end else sheet.visible()[0])
        if found is None:
            return None
        position, name = found
        block = sheet.document().findBlock(sheet.base + position).text().replace("\ufffc", " ")
        title = sheet.words(start, end) if start != end else block
        return Heading(1, title.strip() or self._presenter.numbers.at(position), name), self._outline.behind(
            position
        )

    def editing(self, ground: Ground, parent: QObject, name: str) -> OutlineHand:
        """Let the outline be edited."""
        return OutlineHand(self._outline, ground, self.show, self.here, parent, name)

    def _headings(self, *tags: str) -> Iterable[str]:
        reading = self._presenter.reading
        return headings_in(reading.html, tags) if reading is not None else ()

    def _above(self, names: Iterable[str], position: int) -> tuple[int, str] | None:
        """The last of these at or above a position; the first of all if there is none."""
        found = sorted((at, name) for name in names if (at := self._sheet.position_of(name)) is not None)
        before = [each for each in found if each[0] <= position]
        return before[-1] if before else next(iter(found), None)
