"""Highlights and notes of running text under the hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QGuiApplication

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.ui.kit import highlighting
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.notes_panel import NotesPanel
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.marking import Marking
from animating_alliances_desktop.ui.reader.sheet import Sheet


class Highlighting(highlighting.Highlighting[Mark]):
    """Connects the sheet with the floating bar and the panel."""

    def __init__(
        self, theme: Theme, sheet: Sheet, panel: NotesPanel, marking: Marking, parent: QObject
    ) -> None:
        super().__init__(theme, sheet, panel, marking, parent)
        self._sheet, self._marking = sheet, marking
        sheet.selected.connect(self._offer)
        sheet.pressed.connect(lambda position: self._offer_for(self._at(position)))
        sheet.hovered.connect(lambda position: self._hover_over(self._at(position)))

    def seen(self) -> Callable[[int], bool]:
        """See `Highlighting.seen`."""
        first, last = self._sheet.visible()
        return lambda position: first <= position <= last

    def _top_of(self, position: int) -> float:
        return self._sheet.top_of(position) - self._sheet.verticalScrollBar().value()

    def _paint(self, marks: Sequence[Mark]) -> None:
        self._sheet.show_marks(marks)

    def _mark_selection(self, colour: Colour, *, then_note: bool) -> None:
        self._marking.mark(*self._sheet.selection(), colour, then_note=then_note)

    def _is_selected(self) -> bool:
        start, end = self._sheet.selection()
        return start != end

    def _selected_ends(self) -> tuple[int, int] | None:
        return self._sheet.selection() if self._is_selected() else None

    def _ends_of(self, mark: Mark) -> tuple[int, int]:
        return mark.start, mark.end

    def _drop_selection(self) -> None:
        self._sheet.drop_selection()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sheet.textCursor().selection().toPlainText())
        self.bubble.hide()

    def _under_caret(self) -> Mark | None:
        return self._at(self._sheet.caret())

    def _before_caret(self) -> Mark | None:
        return self._at(self._sheet.caret() - 1)

    def _rect_of(self, mark: Mark) -> QRectF:
        return self._sheet.rect_of(mark.start, mark.end)

    def _bring(self, mark: Mark) -> None:
        self._sheet.turn_to(mark.start, mark.end, emphasise=True)

    def _at(self, position: int) -> Mark | None:
        return self._marking.at(position) if position >= 0 else None

    def _offer(self, start: int, end: int) -> None:
        if end > start:
            self.bubble.offer_for_selection(self._sheet.rect_of(start, end))
        else:
            self.bubble.hide()
