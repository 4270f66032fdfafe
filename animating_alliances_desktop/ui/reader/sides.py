"""The parts of the page side by side: the outline, one text or two, the notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from animating_alliances_desktop.ui.reader.pane import Pane

_OUTLINE, _TEXT, _NOTES = 170, 320, 220
"""The least widths."""


class Sides(QSplitter):
    """Outline and notes are those of the text that the keyboard is in; room for a second text is made when needed."""

    def __init__(self, make: Callable[[str], Pane]) -> None:
        super().__init__()
        self._make = make
        self._single: list[int] = []
        self.panes: list[Pane] = []
        self.outlines, self.notebooks = QStackedWidget(), QStackedWidget()
        self._take_in(self.outlines, _OUTLINE)
        self._take_in(self.notebooks, _NOTES)
        self._add("reader")

    @property
    def second(self) -> Pane:
        """The pane beside the first."""
        if len(self.panes) == 1:
            self._add("reader.beside")
            self.panes[1].header.close_button.show()
        return self.panes[1]

    @property
    def is_double(self) -> bool:
        """Whether two texts lie side by side."""
        return len(self.panes) > 1 and not self.panes[1].isHidden()

    def show_double(self, *, on: bool) -> None:
        """Show two texts, each as wide as the other, or one, as wide as it was."""
        second = self.second
        if on:
            self._single = self.sizes()
        second.setVisible(on)
        for pane in self.panes:
            pane.header.setVisible(on)
        if on:
            outline, first, other, notes = self.sizes()
            half = (first + other) // 2
            self.setSizes([outline, half, half, notes])
        else:
            self.setSizes(self._single)

    def show_of(self, pane: Pane) -> None:
        """Show the outline and the notes of this text."""
        self.outlines.setCurrentWidget(pane.outline)
        self.notebooks.setCurrentWidget(pane.notes)
        for each in self.panes:
            each.header.mark(active=each is pane)

    def _add(self, name: str) -> None:
        pane = self._make(name)
        if self.panes:
            pane.hide()  # before it lies here: it would flash up
        self.panes.append(pane)
        self.outlines.addWidget(pane.outline)
        self.notebooks.addWidget(pane.notes)
        self._take_in(pane, _TEXT, len(self.panes))

    def _take_in(self, part: QWidget, least: int, at: int = -1) -> None:
        part.setMinimumWidth(least)
        self.insertWidget(at, part)
        self.setCollapsible(self.indexOf(part), False)  # noqa: FBT003 -- Qt takes it so
        self.setStretchFactor(self.indexOf(part), 1 if least == _TEXT else 0)
