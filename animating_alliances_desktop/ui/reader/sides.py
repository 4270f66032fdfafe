"""The parts of the page side by side: the outline, one text or two, the notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter, QStackedWidget

from animating_alliances_desktop.ui.reader.pane import Pane

_OUTLINE, _TEXT, _NOTES = 170, 320, 220
"""The least widths."""


class Sides(QSplitter):
    """Outline and notes are those of the text that the keyboard is in."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        super().__init__()
        self._panes = panes
        self._single: list[int] = []
        self.outlines, self.notebooks = QStackedWidget(), QStackedWidget()
        for pane in panes:
            self.outlines.addWidget(pane.outline)
            self.notebooks.addWidget(pane.notes)
        parts = ((self.outlines, _OUTLINE), *((pane, _TEXT) for pane in panes), (self.notebooks, _NOTES))
        for nth, (part, least) in enumerate(parts):
            part.setMinimumWidth(least)
            self.addWidget(part)
            self.setCollapsible(nth, False)  # noqa: FBT003 -- Qt takes it so
            self.setStretchFactor(nth, 1 if part in panes else 0)
        self.show_double(on=False)

    @property
    def is_double(self) -> bool:
        """Whether two texts lie side by side."""
        return not self._panes[1].isHidden()

    def show_double(self, *, on: bool) -> None:
        """Show two texts, each as wide as the other, or one, as wide as it was."""
        if on:
            self._single = self.sizes()
        self._panes[1].setVisible(on)
        for pane in self._panes:
            pane.header.setVisible(on)
        if on:
            outline, first, second, notes = self.sizes()
            half = (first + second) // 2
            self.setSizes([outline, half, half, notes])
        elif self._single:
            self.setSizes(self._single)

    def show_of(self, pane: Pane) -> None:
        """Show the outline and the notes of this text."""
        self.outlines.setCurrentWidget(pane.outline)
        self.notebooks.setCurrentWidget(pane.notes)
        for each in self._panes:
            each.header.mark(active=each is pane)
