"""Highlights and notes on the pages of a file under the hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit import highlighting
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.marking import Marking
from animating_alliances_desktop.ui.pdf.ports import Shown, Spot
from animating_alliances_desktop.ui.pdf.sheet import PdfSheet


class Highlighting(highlighting.Highlighting[Shown]):
    """Connects the pages with the floating bar and the panel."""

    def __init__(
        self, theme: Theme, sheet: PdfSheet, panel: NotesPanel, marking: Marking, parent: QObject
    ) -> None:
        super().__init__(theme, sheet, panel, marking, parent)
        self._sheet, self._marking = sheet, marking
        sheet.selected.connect(self._offer)
        sheet.pressed.connect(lambda spot: self._offer_for(self._at(spot)))
        sheet.hovered.connect(lambda spot: self._hover_over(self._at(spot)))
        sheet.zoomed.connect(self.bubble.hide)
        sheet.zoomed.connect(panel.margin.follow)
        sheet.came.connect(panel.margin.follow)

    def seen(self) -> Callable[[int], bool]:
        """See `Highlighting.seen`."""
        sheet, height = self._sheet, self._sheet.viewport().height()
        top = sheet.verticalScrollBar().value()
        positions = self._marking.range_of(sheet.plan.visible(top, top + height))
        return lambda position: position in positions and 0 <= self._top_of(position) <= height

    def _top_of(self, position: int) -> float:
        page, at = self._marking.spot_of(position)
        if page >= len(self._sheet.plan):
            return 0.0
        rect = self._sheet.rect_of([(page, at, at + 1)])
        return rect.top() if not rect.isNull() else self._sheet.corner(page).y()

    def _paint(self, marks: Sequence[Shown]) -> None:
        self._sheet.layer.show_marks(marks)
        self._sheet.viewport().update()

    def _mark_selection(self, colour: Colour, *, then_note: bool) -> None:
        span = self._sheet.selection.span
        if span is not None:
            self._marking.mark(*span, colour, then_note=then_note)
        else:
            self._marking.tell_no_words()

    def _is_selected(self) -> bool:
        return self._sheet.selection.span is not None

    def _selected_ends(self) -> tuple[Spot, Spot] | None:
        return self._sheet.selection.span

    def _ends_of(self, mark: Shown) -> tuple[Spot, Spot] | None:
        if not mark.spans:
            return None
        (first, start, _), (last, _, end) = mark.spans[0], mark.spans[-1]
        return (first, start), (last, end)

    def _drop_selection(self) -> None:
        self._sheet.drop_selection()

    def _copy(self) -> None:
        self._sheet.copy()
        self.bubble.hide()

    def _under_caret(self) -> Shown | None:
        return self._at(self._sheet.selection.caret)

    def _before_caret(self) -> Shown | None:
        caret = self._sheet.selection.caret
        return self._at((caret[0], caret[1] - 1)) if caret is not None else None

    def _rect_of(self, mark: Shown) -> QRectF:
        return self._sheet.rect_of(mark.spans)

    def _bring(self, mark: Shown) -> None:
        if mark.spans:
            self._sheet.turn_to(mark.spans[0][0], glow=mark.spans)

    def _at(self, spot: Spot | None) -> Shown | None:
        return self._marking.at(spot) if spot is not None else None

    def _offer(self) -> None:
        if self._is_selected():
            self.bubble.offer_for_selection(self._sheet.selection_rect())
        else:
            self.bubble.hide()
